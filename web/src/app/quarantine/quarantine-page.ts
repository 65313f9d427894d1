import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { QuarantineRow, QuarantineVerdict } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { DecidedList } from './decided-list';
import { EvidenceText } from './evidence-text';
import { HeldCard } from './held-card';
import { QuarantineApi } from './quarantine-api';

/** Traffic that was set aside, and what became of what was; for the platform's own people. */
@Component({
  selector: 'app-quarantine-page',
  imports: [DecidedList, EmptyState, FailedState, HeldCard, MatButton, PageHeader, RouterLink, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './quarantine-page.html',
  styleUrl: './quarantine-page.scss',
})
export default class QuarantinePage {
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(QuarantineApi);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly evidence = inject(EvidenceText);
  protected readonly session = inject(Session);
  protected readonly held = paged<QuarantineRow>(() => '/api/v1/quarantine', 'quarantine');
  protected readonly decided = paged<QuarantineRow>(() => '/api/v1/quarantine/decisions', 'quarantine');

  protected async decide(row: QuarantineRow, verdict: QuarantineVerdict): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const name = row.applicationName;
    const data: ReasonAsk = {
      title: this.texts.say(`quarantine.dialog.${verdict}`),
      subject: this.evidence.sentence(row.evidence),
      effect: this.texts.say(`quarantine.effect.${verdict}`),
      label: this.texts.say('quarantine.dialog.reason'),
      hint: this.texts.say('quarantine.dialog.reasonHint'),
      fault: this.texts.say('quarantine.dialog.reasonFault'),
      confirm: this.texts.say(`quarantine.verdict.${verdict}`),
      grave: verdict === 'discard',
      send: async (reason) => {
        await this.api.answer(row.id, { verdict, reason });
        this.toast.say(this.texts.say(`quarantine.done.${verdict}`, { name }));
      },
    };
    this.dialog
      .open(ReasonDialog, { data, width: '520px' })
      .afterClosed()
      // Also when it was refused: then somebody else was quicker, and the lists have moved on.
      .subscribe(() => {
        this.held.reload();
        this.decided.reload();
      });
  }
}
