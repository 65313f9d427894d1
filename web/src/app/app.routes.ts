import type { Routes } from '@angular/router';
import type { TextKey } from '../i18n/text-key';
import { creatorDeskRoutes } from './creator-desk/creator-desk.routes';
import { creatorProfileRoutes } from './creators/profile/profile.routes';
import { professionalRoutes } from './professional/professional.routes';
import { rewardDeskRoutes } from './reward-desk/reward-desk.routes';
import { entering, firstPage, home, member, notSetUp, signedOut, team } from './session/guards';
import type { TitledRoute } from './titled-route';

const workspacePages: TitledRoute[] = [
  { path: '', pathMatch: 'full', canActivate: [firstPage], children: [] },
  {
    path: 'overview',
    title: 'shell.overview',
    canActivate: [team],
    loadComponent: () => import('./overview/overview-page'),
  },
  // Before the profile of a creator, so that `compare` is nobody's id.
  { path: 'creators', title: 'shell.creators', loadChildren: () => import('./creators/creators.routes') },
  { path: 'notes', title: 'shell.notes', loadComponent: () => import('./notes/notes-page') },
  { path: 'notes/:noteId', title: 'shell.notes', loadComponent: () => import('./notes/note-page') },
  {
    path: 'notes/:noteId/replay',
    title: 'replay.title',
    loadComponent: () => import('./notes/replay/replay-page'),
  },
  ...creatorDeskRoutes,
  ...rewardDeskRoutes,
  ...professionalRoutes,
  { path: 'reviews', title: 'shell.reviews', loadComponent: () => import('./reviews/reviews-page') },
  {
    path: 'reviews/appeals',
    title: 'violations.queue.title',
    loadComponent: () => import('./reviews/appeals-page'),
  },
  {
    path: 'quarantine',
    title: 'shell.quarantine',
    loadComponent: () => import('./quarantine/quarantine-page'),
  },
  {
    path: 'shortlists',
    title: 'shortlists.title',
    loadComponent: () => import('./shortlists/shortlists-page'),
  },
  {
    path: 'shortlists/:listId',
    title: 'shortlists.title',
    loadComponent: () => import('./shortlists/shortlist-page'),
  },
  { path: 'match', title: 'matching.title', loadChildren: () => import('./matching/matching.routes') },
  { path: 'boosts', title: 'shell.boosts', loadChildren: () => import('./boosts/boosts.routes') },
  { path: 'clients', title: 'shell.clients', loadComponent: () => import('./clients/clients-page') },
  { path: 'clients/desk', title: 'agency.desk.title', loadComponent: () => import('./agency/desk-page') },
  {
    path: 'clients/campaigns',
    title: 'agency.campaigns.title',
    loadComponent: () => import('./agency/all-campaigns-page'),
  },
  {
    path: 'clients/margin',
    title: 'agency.margin.title',
    loadComponent: () => import('./agency/margin-page'),
  },
  {
    path: 'clients/:clientId/statement',
    title: 'agency.statement.title',
    loadComponent: () => import('./agency/month-page'),
  },
  { path: 'settled', title: 'agency.sent.title', loadComponent: () => import('./agency/sent-page') },
  { path: 'contacts', title: 'shell.contacts', loadComponent: () => import('./clients/contacts-page') },
  { path: 'proposals', title: 'shell.proposals', loadComponent: () => import('./proposals/proposals-page') },
  {
    path: 'proposals/new',
    title: 'shell.newProposal',
    loadComponent: () => import('./proposals/proposal-editor-page'),
  },
  {
    path: 'proposals/:proposalId',
    title: 'shell.proposals',
    loadComponent: () => import('./proposals/proposal-page'),
  },
  {
    path: 'proposals/:proposalId/edit',
    title: 'shell.proposals',
    loadComponent: () => import('./proposals/proposal-editor-page'),
  },
  { path: 'campaigns', title: 'shell.campaigns', loadChildren: () => import('./campaigns/campaigns.routes') },
  { path: 'orders', title: 'shell.orders', loadComponent: () => import('./collaborations/list/orders-page') },
  {
    path: 'orders/invite/:creatorId',
    title: 'orderInvite.titleNobody',
    loadComponent: () => import('./collaborations/invite/invite-page'),
  },
  // Before an order, so that these words are nobody's id.
  {
    path: 'orders/recruitments',
    title: 'recruitments.title',
    loadComponent: () => import('./recruitments/list/recruitments-page'),
  },
  {
    path: 'orders/recruitments/new',
    title: 'recruitments.form.title',
    loadComponent: () => import('./recruitments/publish/publish-page'),
  },
  {
    path: 'orders/recruitments/:recruitmentId',
    title: 'recruitments.title',
    loadComponent: () => import('./recruitments/one/recruitment-page'),
  },
  {
    path: 'orders/board',
    title: 'recruitments.board.title',
    loadComponent: () => import('./recruitments/board/board-page'),
  },
  {
    path: 'orders/board/:recruitmentId',
    title: 'recruitments.board.title',
    loadComponent: () => import('./recruitments/board/board-recruitment-page'),
  },
  {
    path: 'orders/offers',
    title: 'offers.title',
    loadComponent: () => import('./collaborations/offers/offers-page'),
  },
  {
    path: 'orders/rights',
    title: 'usageRights.title',
    loadComponent: () => import('./collaborations/rights/rights-page'),
  },
  {
    path: 'orders/templates',
    title: 'briefTemplates.title',
    loadComponent: () => import('./collaborations/templates/templates-page'),
  },
  { path: 'orders/account', title: 'desks.title', loadComponent: () => import('./desks/desk-page') },
  {
    path: 'orders/:orderId',
    title: 'shell.orders',
    loadComponent: () => import('./collaborations/order/order-page'),
  },
  {
    path: 'order-desk',
    title: 'shell.orderDesk',
    loadComponent: () => import('./collaborations/desk/order-desk-page'),
  },
  {
    path: 'order-desk/claims',
    title: 'desks.queue.title',
    loadComponent: () => import('./desks/desk-claims-page'),
  },
  {
    path: 'order-desk/:orderId',
    title: 'shell.orderDesk',
    data: { desk: true },
    loadComponent: () => import('./collaborations/order/order-page'),
  },
  {
    path: 'voucher-desk',
    title: 'voucherDesk.title',
    loadComponent: () => import('./vouchers/desk/voucher-desk-page'),
  },
  {
    path: 'shared',
    title: 'shell.sharedProposals',
    loadComponent: () => import('./proposals/shared-proposals-page'),
  },
  {
    path: 'shared/:proposalId',
    title: 'shell.sharedProposals',
    loadComponent: () => import('./proposals/shared-proposal-page'),
  },
  { path: 'imports', title: 'imports.title', loadComponent: () => import('./imports/imports-page') },
  {
    path: 'imports/:importId',
    title: 'imports.title',
    loadComponent: () => import('./imports/import-page'),
  },
  { path: 'observed', title: 'observed.title', loadComponent: () => import('./observed/observed-page') },
  {
    path: 'observed/unmatched',
    title: 'observed.unmatched.title',
    loadComponent: () => import('./observed/unmatched-page'),
  },
  {
    path: 'observed/creators',
    title: 'observedCreators.title',
    loadComponent: () => import('./observed/creators/creators-page'),
  },
  {
    path: 'observed/creators/:observedCreatorId',
    title: 'observedCreators.one',
    loadComponent: () => import('./observed/creators/creator-page'),
  },
  {
    path: 'observed/claims',
    title: 'claims.title',
    loadComponent: () => import('./observed/claims-page'),
  },
  {
    path: 'observed/:observedNoteId',
    title: 'observed.title',
    loadComponent: () => import('./observed/observed-note-page'),
  },
  { path: 'reports', title: 'reports.title', loadChildren: () => import('./reports/reports.routes') },
  {
    path: 'shared-reports',
    title: 'reports.shared.title',
    loadComponent: () => import('./reports/desk/shared-reports-page'),
  },
  {
    path: 'shared-reports/:reportId',
    title: 'reports.shared.title',
    loadComponent: () => import('./reports/desk/shared-report-page'),
  },
  { path: 'vouchers', title: 'shell.vouchers', loadComponent: () => import('./vouchers/vouchers-page') },
  {
    path: 'vouchers/one-more',
    title: 'oneMore.title',
    loadComponent: () => import('./vouchers/one-more/one-more-page'),
  },
  {
    path: 'vouchers/where',
    title: 'where.title',
    loadComponent: () => import('./vouchers/where/where-page'),
  },
  {
    path: 'vouchers/portfolio',
    title: 'voucherPlan.title',
    loadComponent: () => import('./vouchers/portfolio/portfolio-page'),
  },
  { path: 'wallet', title: 'shell.wallet', loadComponent: () => import('./wallet/wallet-page') },
  { path: 'approvals', title: 'approvals.title', loadComponent: () => import('./approvals/approvals-page') },
  {
    path: 'approvals/:approvalId',
    title: 'approvals.title',
    loadComponent: () => import('./approvals/approval-page'),
  },
  {
    path: 'wallet/statement',
    title: 'statement.title',
    loadComponent: () => import('./wallet/statement/statement-page'),
  },
  ...creatorProfileRoutes,
  { path: 'policies', title: 'shell.policies', loadComponent: () => import('./pools/policies-page') },
  {
    path: 'policies/versions',
    title: 'policyDesk.title',
    loadComponent: () => import('./pools/policy-versions-page'),
  },
  {
    path: 'policies/:policyId/copy',
    title: 'policyDesk.copy',
    loadComponent: () => import('./pools/policy-editor-page'),
  },
  { path: 'trust', pathMatch: 'full', redirectTo: 'trust/calibration' },
  {
    path: 'trust/calibration',
    title: 'shell.trustCalibration',
    loadComponent: () => import('./trust/calibration-page'),
  },
  {
    path: 'trust/fairness',
    title: 'shell.trustFairness',
    loadComponent: () => import('./trust/fairness-page'),
  },
  {
    path: 'trust/conservation',
    title: 'shell.trustConservation',
    loadComponent: () => import('./trust/conservation-page'),
  },
  {
    path: 'credibility',
    title: 'credibility.page.title',
    loadComponent: () => import('./credibility/credibility-page'),
  },
  { path: 'settings', pathMatch: 'full', redirectTo: 'settings/members' },
  {
    path: 'settings/members',
    title: 'shell.members',
    loadComponent: () => import('./settings/members-page'),
  },
  { path: 'settings/keys', title: 'shell.keys', loadComponent: () => import('./settings/keys-page') },
  {
    path: 'settings/tiers',
    title: 'shortlists.tiers.title',
    loadComponent: () => import('./shortlists/tier-scheme-page'),
  },
  { path: '**', title: 'shell.notFound.title', loadComponent: () => import('./shell/not-found') },
];

/** One lazy chunk a page. Everything of a workspace stands under its id, so a copied link opens the same screen. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [home], children: [] },
  {
    path: 'w/:workspaceId',
    canMatch: [member],
    canActivate: [entering],
    loadComponent: () => import('./shell/shell'),
    children: workspacePages,
  },
  {
    path: 'sign-in',
    title: 'signIn.title' satisfies TextKey,
    canActivate: [signedOut],
    loadComponent: () => import('./sign-in/sign-in-page'),
  },
  {
    path: 'first-run',
    title: 'signIn.firstRun.title' satisfies TextKey,
    canActivate: [notSetUp],
    loadComponent: () => import('./sign-in/first-run-page'),
  },
  // No guard: whoever has a link has no account.
  {
    path: 'share/report/:token',
    title: 'reports.one' satisfies TextKey,
    loadComponent: () => import('./share/share-report-page'),
  },
  {
    path: 'share/kit/:token',
    title: 'mediaKit.title' satisfies TextKey,
    loadComponent: () => import('./share/share-kit-page'),
  },
  {
    path: 'share/:token',
    title: 'share.title' satisfies TextKey,
    loadComponent: () => import('./share/share-page'),
  },
  {
    path: '**',
    title: 'shell.notFound.title' satisfies TextKey,
    loadComponent: () => import('./shell/not-found'),
  },
];
