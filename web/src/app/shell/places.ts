import { computed, inject, Service } from '@angular/core';
import type { Ability, WorkspaceKind } from '@poolrise/contracts';
import type { TextKey } from '../../i18n/text-key';
import { Session } from '../session/session';
import type { IconName } from '../ui/icons';

/** A page of the workspace that one can go to. */
export interface Place {
  path: string;
  title: TextKey;
  icon: IconName;
  ability: Ability;
  /** only in workspaces of this kind; an owner of a brand has the ability as well, and nothing to do with it */
  kind?: WorkspaceKind | readonly WorkspaceKind[];
  /** only for those who have not this ability */
  without?: Ability;
  /** second key after `g` */
  shortcut?: string;
  /** reached through the place before it; the rail shows only that one */
  inside?: true;
}

const places: Place[] = [
  { path: 'overview', title: 'shell.overview', icon: 'overview', ability: 'read:notes', shortcut: 'o' },
  { path: 'notes', title: 'shell.notes', icon: 'notes', ability: 'read:notes', shortcut: 'n' },
  {
    path: 'reviews',
    title: 'shell.reviews',
    icon: 'eye',
    ability: 'review:notes',
    kind: 'platform',
  },
  {
    path: 'quarantine',
    title: 'shell.quarantine',
    icon: 'eye-off',
    ability: 'answer:quarantine',
    kind: 'platform',
  },
  {
    path: 'creators',
    title: 'shell.creators',
    icon: 'creator',
    ability: 'read:creators',
    kind: ['brand', 'agency', 'client'],
    shortcut: 'c',
  },
  {
    path: 'shortlists',
    title: 'shortlists.title',
    icon: 'done-all',
    ability: 'read:creators',
    kind: ['brand', 'agency', 'client'],
  },
  {
    path: 'match',
    title: 'matching.title',
    icon: 'members',
    ability: 'read:creators',
    kind: ['brand', 'agency', 'client'],
  },
  { path: 'boosts', title: 'shell.boosts', icon: 'boosts', ability: 'read:boosts', shortcut: 'b' },
  { path: 'boosts/races', title: 'races.title', icon: 'boosts', ability: 'read:boosts', inside: true },
  { path: 'clients', title: 'shell.clients', icon: 'agency', ability: 'read:clients', kind: 'agency' },
  {
    path: 'clients/desk',
    title: 'agency.desk.title',
    icon: 'agency',
    ability: 'read:clients',
    kind: 'agency',
    inside: true,
    shortcut: 'd',
  },
  {
    path: 'clients/campaigns',
    title: 'agency.campaigns.title',
    icon: 'calendar',
    ability: 'read:clients',
    kind: 'agency',
    inside: true,
  },
  {
    path: 'clients/margin',
    title: 'agency.margin.title',
    icon: 'wallet',
    ability: 'read:margins',
    kind: 'agency',
    inside: true,
  },
  {
    path: 'settled',
    title: 'agency.sent.title',
    icon: 'wallet',
    ability: 'read:client-statements',
    kind: 'client',
  },
  { path: 'contacts', title: 'shell.contacts', icon: 'members', ability: 'read:contacts', kind: 'agency' },
  {
    path: 'proposals',
    title: 'shell.proposals',
    icon: 'receipt',
    ability: 'read:proposals',
    kind: ['brand', 'agency', 'client'],
    shortcut: 'p',
  },
  {
    path: 'campaigns',
    title: 'shell.campaigns',
    icon: 'calendar',
    ability: 'read:campaigns',
    kind: ['brand', 'agency', 'client'],
    shortcut: 'm',
  },
  {
    path: 'campaigns/rules',
    title: 'rules.title',
    icon: 'bolt',
    ability: 'read:campaigns',
    kind: ['brand', 'agency', 'client'],
    inside: true,
  },
  {
    path: 'campaigns/calendar',
    title: 'campaigns.days.title',
    icon: 'calendar',
    ability: 'read:campaigns',
    kind: ['brand', 'agency', 'client'],
    inside: true,
  },
  {
    path: 'orders',
    title: 'shell.orders',
    icon: 'swap',
    ability: 'read:orders',
    kind: ['brand', 'client', 'creator'],
  },
  {
    path: 'orders/recruitments',
    title: 'recruitments.title',
    icon: 'audience',
    ability: 'read:orders',
    kind: ['brand', 'client'],
    inside: true,
  },
  {
    path: 'orders/board',
    title: 'recruitments.board.title',
    icon: 'audience',
    ability: 'read:orders',
    kind: 'creator',
    inside: true,
  },
  {
    path: 'orders/offers',
    title: 'offers.title',
    icon: 'swap',
    ability: 'read:orders',
    kind: 'creator',
    inside: true,
  },
  {
    path: 'orders/rights',
    title: 'usageRights.title',
    icon: 'receipt',
    ability: 'read:orders',
    kind: ['brand', 'client', 'creator'],
    inside: true,
  },
  {
    path: 'orders/account',
    title: 'desks.title',
    icon: 'person',
    ability: 'read:orders',
    kind: 'creator',
    inside: true,
  },
  {
    path: 'rewards',
    title: 'rewards.title',
    icon: 'check-circle',
    ability: 'read:rewards',
    kind: 'creator',
  },
  {
    path: 'order-desk',
    title: 'shell.orderDesk',
    icon: 'receipt',
    ability: 'judge:orders',
    kind: 'platform',
  },
  {
    path: 'order-desk/claims',
    title: 'desks.queue.title',
    icon: 'person',
    ability: 'judge:orders',
    kind: 'platform',
    inside: true,
  },
  {
    path: 'voucher-desk',
    title: 'voucherDesk.title',
    icon: 'vouchers',
    ability: 'grant:vouchers',
    kind: 'platform',
  },
  {
    path: 'reward-desk',
    title: 'rewardDesk.title',
    icon: 'bolt',
    ability: 'design:rewards',
    kind: 'platform',
  },
  {
    path: 'orders/templates',
    title: 'briefTemplates.title',
    icon: 'receipt',
    ability: 'read:orders',
    kind: ['brand', 'client'],
    inside: true,
  },
  { path: 'imports', title: 'imports.title', icon: 'upload', ability: 'read:imports', shortcut: 'i' },
  { path: 'observed', title: 'observed.title', icon: 'read', ability: 'read:imports' },
  {
    path: 'observed/creators',
    title: 'observedCreators.title',
    icon: 'creator',
    ability: 'read:imports',
    inside: true,
  },
  {
    path: 'observed/unmatched',
    title: 'observed.unmatched.title',
    icon: 'read',
    ability: 'read:imports',
    inside: true,
  },
  { path: 'observed/claims', title: 'claims.title', icon: 'read', ability: 'read:imports', inside: true },
  { path: 'reports', title: 'reports.title', icon: 'chart', ability: 'read:reports', shortcut: 'r' },
  {
    path: 'reports/costs',
    title: 'reports.costs.title',
    icon: 'chart',
    ability: 'read:reports',
    inside: true,
  },
  {
    path: 'reports/benchmarks',
    title: 'reports.benchmarks.title',
    icon: 'chart',
    ability: 'read:reports',
    inside: true,
  },
  // Whoever reads reports sees them as those who look on do on the report's own page.
  {
    path: 'shared-reports',
    title: 'reports.shared.title',
    icon: 'chart',
    ability: 'read:shared-reports',
    without: 'read:reports',
  },
  { path: 'wallet', title: 'shell.wallet', icon: 'wallet', ability: 'read:wallet', shortcut: 'w' },
  { path: 'vouchers', title: 'shell.vouchers', icon: 'vouchers', ability: 'read:wallet' },
  {
    path: 'approvals',
    title: 'approvals.title',
    icon: 'check-circle',
    ability: 'read:approvals',
    kind: ['brand', 'agency', 'client', 'creator'],
  },
  { path: 'policies', title: 'shell.policies', icon: 'policies', ability: 'read:policies' },
  {
    path: 'policies/versions',
    title: 'policyDesk.title',
    icon: 'policies',
    ability: 'edit:policies',
    kind: 'platform',
    inside: true,
  },
  { path: 'trust', title: 'shell.trust', icon: 'check-circle', ability: 'read:notes' },
  {
    path: 'trust/calibration',
    title: 'shell.trustCalibration',
    icon: 'check-circle',
    ability: 'read:notes',
    inside: true,
  },
  {
    path: 'trust/fairness',
    title: 'shell.trustFairness',
    icon: 'check-circle',
    ability: 'read:fairness',
    kind: 'platform',
    inside: true,
  },
  {
    path: 'trust/conservation',
    title: 'shell.trustConservation',
    icon: 'check-circle',
    ability: 'read:notes',
    inside: true,
  },
  // Whoever writes proposals sees them as the client does on the proposal's own page.
  {
    path: 'shared',
    title: 'shell.sharedProposals',
    icon: 'receipt',
    ability: 'read:shared-proposals',
    without: 'read:proposals',
    kind: 'client',
  },
  {
    path: 'credibility',
    title: 'credibility.page.title',
    icon: 'check-circle',
    ability: 'read:creators',
    inside: true,
  },
  { path: 'settings', title: 'shell.settings', icon: 'settings', ability: 'read:notes' },
  { path: 'settings/members', title: 'shell.members', icon: 'members', ability: 'read:notes', inside: true },
  {
    path: 'settings/tiers',
    title: 'shortlists.tiers.title',
    icon: 'creator',
    ability: 'read:creators',
    inside: true,
  },
  { path: 'settings/keys', title: 'shell.keys', icon: 'keys', ability: 'manage:keys', inside: true },
];

/** The pages that the role of this person opens: all of them for palette and shortcuts, the main ones for the rail. */
@Service()
export class Places {
  private readonly session = inject(Session);
  readonly open = computed(() => {
    const kind = this.session.workspace()?.workspaceKind;
    return places.filter(
      (place) =>
        this.session.may(place.ability) &&
        !(place.without && this.session.may(place.without)) &&
        (place.kind === undefined || [place.kind].flat().some((one) => one === kind)),
    );
  });
  readonly rail = computed(() => this.open().filter((place) => !place.inside));
}
