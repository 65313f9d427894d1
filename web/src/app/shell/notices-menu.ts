import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { NoticePage, NoticeView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { reloadOn } from '../live/reload-on';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Toast } from '../ui/toast';

/** What happened to notes and boosts, live; the badge counts what nobody of this account has read. */
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
  private readonly texts = inject(Texts);
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
    'race-ended': 'done-all',
    'race-waiting': 'wallet',
    'voucher-expiring': 'vouchers',
    'review-passed': 'passed',
    'review-limited': 'limited',
    'review-rejected': 'rejected',
    'traffic-quarantined': 'eye-off',
    'proposal-answered': 'done-all',
    'proposal-commented': 'text',
  };

  constructor() {
    reloadOn(this.page, 'notices');
  }

  protected says(notice: NoticeView): string {
    const level = notice.levelName ? this.texts.of(notice.levelName) : '';
    const { kind, who } = notice;
    const name = who ?? '';
    if (kind === 'proposal-answered')
      return this.texts.count('shell.notices.proposal-answered', notice.count ?? 0, { name });
    // Who may not see the wallet is not told what came back to it.
    const quietly = kind === 'boost-stopped' && notice.cents === null;
    const said = quietly ? 'boost-stopped-quietly' : kind;
    const words = { level, money: this.format.money(notice.cents), name };
    return this.texts.say(`shell.notices.${said}`, words);
  }

  protected leadsTo(notice: NoticeView): string[] {
    if (notice.kind === 'voucher-expiring') return this.session.to('vouchers');
    if (notice.kind === 'race-ended' || notice.kind === 'race-waiting')
      return this.session.to('boosts', 'races', notice.subjectId);
    if (notice.kind === 'traffic-quarantined') return this.session.to('quarantine');
    if (notice.kind === 'proposal-answered' || notice.kind === 'proposal-commented')
      return this.session.to('proposals', notice.subjectId);
    const aboutBoost = notice.kind === 'boost-completed' || notice.kind === 'boost-stopped';
    return this.session.to(aboutBoost ? 'boosts' : 'notes', notice.subjectId);
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
