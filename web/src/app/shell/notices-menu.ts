import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { NoticePage, NoticeView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { CampaignWords } from '../campaigns/campaign-words';
import { reloadOn } from '../live/reload-on';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Toast } from '../ui/toast';

type CampaignKind = Extract<NoticeView['kind'], `campaign-${string}`>;
type ApprovalNotice = Extract<NoticeView['kind'], `approval-${string}`>;
const isOfApproval = (kind: NoticeView['kind']): kind is ApprovalNotice => kind.startsWith('approval-');
const isOfCampaign = (kind: NoticeView['kind']): kind is CampaignKind => kind.startsWith('campaign-');

type OrderKind = Extract<NoticeView['kind'], `order-${string}` | `sample-${string}`>;
const isOfOrder = (kind: NoticeView['kind']): kind is OrderKind => /^(order|sample)-/.test(kind);

/** What happened to notes, boosts and campaigns, live; the badge counts what nobody of this account has read. */
@Component({
  selector: 'app-notices-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink, T],
  templateUrl: './notices-menu.html',
  styleUrl: './notices-menu.scss',
})
export class NoticesMenu {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  private readonly campaigns = inject(CampaignWords);
  protected readonly format = inject(Format);
  protected readonly problems = inject(ProblemText);
  protected readonly problemOf = problemOf;

  protected readonly page = httpResource<NoticePage>(() => '/api/v1/notices?limit=12');
  protected readonly notices = computed(() => (this.page.hasValue() ? this.page.value().items : []));
  protected readonly unread = computed(() => (this.page.hasValue() ? this.page.value().unread : 0));
  protected readonly label = computed(() => {
    const label = this.texts.say('shell.notices.label');
    return this.unread() === 0
      ? label
      : `${label}: ${this.texts.count('shell.notices.unread', this.unread())}`;
  });
  protected readonly icons: Record<NoticeView['kind'], IconName> = {
    'note-passed': 'passed',
    'note-stopped': 'stopped',
    'boost-completed': 'boosts',
    'boost-stopped': 'refund',
    'approval-waiting': 'pending',
    'approval-approved': 'check-circle',
    'approval-rejected': 'rejected',
    'approval-expired': 'stop',
    'rule-stopped': 'stop',
    'rule-found': 'error',
    'race-ended': 'done-all',
    'race-waiting': 'wallet',
    'voucher-expiring': 'vouchers',
    'review-passed': 'passed',
    'review-limited': 'limited',
    'review-rejected': 'rejected',
    'schedule-failed': 'error',
    'appeal-waiting': 'pending',
    'appeal-upheld': 'passed',
    'appeal-dismissed': 'rejected',
    'traffic-quarantined': 'eye-off',
    'proposal-answered': 'done-all',
    'proposal-commented': 'text',
    'campaign-budget-reached': 'wallet',
    'campaign-gate-passed': 'passed',
    'campaign-review-due': 'pending',
    'campaign-review-overdue': 'pending',
    'campaign-disclosure-missing': 'limited',
    'campaign-note-removed': 'rejected',
    'campaign-guard-broken': 'error',
    'campaign-flight-behind': 'down',
    'campaign-flight-ahead': 'up',
    'campaign-sample-near-draft': 'error',
    'campaign-sample-unsent': 'error',
    'campaign-sample-unanswered': 'pending',
    'order-give-address': 'pending',
    'order-promise-sample': 'calendar',
    'order-send-sample': 'swap',
    'order-receive-sample': 'check-circle',
    'order-miss-sample': 'error',
    'order-ask-extension': 'pending',
    'order-counter-extension': 'pending',
    'order-accept-extension': 'check-circle',
    'order-decline-extension': 'rejected',
    'order-withdraw-extension': 'stop',
    'order-extension-lapses': 'stop',
    'sample-near-draft': 'error',
    'sample-unsent': 'error',
    'sample-unanswered': 'pending',
    'sample-answer-wanted': 'pending',
    'rights-ending': 'pending',
    'rights-expired': 'stop',
    'recruitment-applied': 'audience',
    'application-selected': 'check-circle',
    'application-declined': 'rejected',
    'application-unselected': 'stop',
    'claim-approved': 'check-circle',
    'claim-refused': 'rejected',
    'claim-superseded': 'stop',
    'claim-undone': 'stop',
    'topics-published': 'idea',
    'reward-claimable': 'reward',
    'reward-issued': 'vouchers',
    'reward-refused': 'rejected',
    'reward-revoked': 'stop',
    'professional-verified': 'passed',
    'professional-refused': 'rejected',
    'professional-suspended': 'stop',
    'professional-ending': 'pending',
    'professional-ended': 'stop',
    'professional-waiting': 'pending',
  };

  constructor() {
    reloadOn(this.page, 'notices');
  }

  protected says(notice: NoticeView): string {
    const level = notice.levelName ? this.texts.of(notice.levelName) : '';
    const { kind, who, detail } = notice;
    if (isOfCampaign(kind)) return this.campaigns.alert(kind.slice('campaign-'.length), detail ?? {});
    const name = who ?? '';
    if (
      kind === 'proposal-answered' ||
      kind === 'recruitment-applied' ||
      kind === 'topics-published' ||
      kind === 'rights-ending' ||
      kind === 'professional-ending' ||
      kind === 'rule-stopped' ||
      kind === 'rule-found'
    )
      return this.texts.count(`shell.notices.${kind}`, notice.count ?? 0, { name });
    // Who may not see the wallet is not told what came back to it.
    const quietly = kind === 'boost-stopped' && notice.cents === null;
    // What loosens the limit itself has no amount.
    const ofLimit = isOfApproval(kind) && notice.cents === null ? (`${kind}-limit` as const) : null;
    const said = quietly ? 'boost-stopped-quietly' : (ofLimit ?? kind);
    const words = { level, money: this.format.money(notice.cents), name };
    return this.texts.say(`shell.notices.${said}`, words);
  }

  protected leadsTo(notice: NoticeView): string[] {
    const { session } = this;
    if (isOfCampaign(notice.kind)) return session.to('campaigns', notice.subjectId);
    if (isOfOrder(notice.kind)) return session.to('orders', notice.subjectId);
    switch (notice.kind) {
      case 'voucher-expiring':
        return session.to('vouchers');
      case 'traffic-quarantined':
        return session.to('quarantine');
      case 'proposal-answered':
      case 'proposal-commented':
        return session.to('proposals', notice.subjectId);
      case 'recruitment-applied':
        return session.to('orders', 'recruitments', notice.subjectId);
      case 'rights-ending':
      case 'rights-expired':
      case 'application-selected':
        return session.to('orders', notice.subjectId);
      case 'application-declined':
      case 'application-unselected':
        return session.to('orders', 'board', notice.subjectId);
      case 'claim-approved':
      case 'claim-refused':
      case 'claim-superseded':
      case 'claim-undone':
        return session.to('orders', 'account');
      case 'professional-verified':
      case 'professional-refused':
      case 'professional-suspended':
      case 'professional-ending':
      case 'professional-ended':
        return session.to('professional');
      case 'professional-waiting':
        return session.to('professional-desk');
      case 'approval-waiting':
      case 'approval-approved':
      case 'approval-rejected':
      case 'approval-expired':
        return session.to('approvals', notice.subjectId);
      case 'rule-stopped':
      case 'rule-found':
        return session.to('campaigns', 'rules', notice.subjectId);
      case 'topics-published':
        return session.to('topics');
      case 'reward-claimable':
      case 'reward-issued':
      case 'reward-refused':
      case 'reward-revoked':
        return session.to('rewards', notice.subjectId);
      case 'schedule-failed':
        return session.to('write', notice.subjectId);
      case 'race-ended':
      case 'race-waiting':
        return session.to('boosts', 'races', notice.subjectId);
      case 'boost-completed':
      case 'boost-stopped':
        return session.to('boosts', notice.subjectId);
      case 'note-passed':
      case 'note-stopped':
      case 'review-passed':
      case 'review-limited':
      case 'review-rejected':
        return session.to('notes', notice.subjectId);
      case 'appeal-waiting':
        return session.to('reviews', 'appeals');
      case 'appeal-upheld':
      case 'appeal-dismissed':
        return session.to('violations');
    }
  }

  protected async markSeen(event: Event): Promise<void> {
    event.stopPropagation();
    try {
      await firstValueFrom(this.http.post<void>('/api/v1/notices/seen', {}));
      this.page.reload();
    } catch (error) {
      this.toast.problem(error);
    }
  }
}
