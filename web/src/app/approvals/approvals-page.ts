import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type ApprovalRow, type ApprovalState, approvalStates } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { AppSource } from '../ui/figure-source';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { approvalsRoot, approvalTone } from './approvals-api';

/** What waits or waited for a second person: who asked, for how much, and what became of it. */
@Component({
  selector: 'app-approvals-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    EmptyState,
    FilterChips,
    ListFrame,
    MatButton,
    PageHeader,
    RouterLink,
    RowKeys,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.scss',
})
export default class ApprovalsPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly tones = approvalTone;

  /** from the address, so that a copied link opens the same list */
  readonly state = input<string>();

  protected readonly choices = [undefined, ...approvalStates];
  protected readonly chosen = computed(() => approvalStates.find((state) => state === this.state()));
  protected readonly approvals = paged<ApprovalRow>(
    () => `${approvalsRoot}${this.chosen() ? `?state=${this.chosen()}` : ''}`,
    'approvals',
  );

  protected readonly stateWord = (state: ApprovalState | undefined): string =>
    this.texts.say(state ? `approvals.state.${state}` : 'common.all');

  protected show(state: ApprovalState | undefined): void {
    void this.router.navigate([], { queryParams: { state }, queryParamsHandling: 'merge' });
  }

  protected story({ state, askedBy, askedAt, expiresAt, decidedBy, decidedAt }: ApprovalRow): string {
    const name = askedBy ?? this.texts.say('common.unknown');
    if (state === 'waiting') {
      const until = this.format.dateTime(expiresAt);
      return this.texts.say('approvals.list.waits', { name, ago: this.format.ago(askedAt), until });
    }
    const decider = decidedBy ?? this.texts.say('common.unknown');
    return this.texts.say(`approvals.list.${state}`, { name, decider, at: this.format.dateTime(decidedAt) });
  }
}
