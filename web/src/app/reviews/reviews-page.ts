import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { type ReviewRow, type ReviewVerdict, reviewVerdicts } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { NoteCover } from '../ui/note-cover';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { RowKeys } from '../ui/row-keys';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { VerdictButtons } from '../ui/verdict-buttons';
import { AuditTabs } from './audit-tabs';
import { ReviewsApi } from './reviews-api';

const keys: Record<ReviewVerdict, string> = { passed: 'p', limited: 'l', rejected: 'r' };
const tones: Record<ReviewRow['words'][number]['leadsTo'], Tone> = {
  human_review: 'action',
  limited: 'paid',
  rejected: 'stopped',
};

/** Notes of all workspaces that the machine audit left to a person, the oldest first; for the platform's own people. */
@Component({
  selector: 'app-reviews-page',
  imports: [
    AuditTabs,
    Chip,
    EmptyState,
    FailedState,
    MatButton,
    NoteCover,
    PageHeader,
    RouterLink,
    RowKeys,
    Skeleton,
    T,
    VerdictButtons,
  ],
  host: { class: 'pr-page' },
  templateUrl: './reviews-page.html',
  styleUrl: './reviews-page.scss',
})
export default class ReviewsPage {
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(ReviewsApi);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly verdicts = reviewVerdicts;
  protected readonly keys = keys;
  protected readonly tones = tones;
  protected readonly reviews = paged<ReviewRow>(() => '/api/v1/reviews', 'notes');

  protected readonly verdictWord = (verdict: ReviewVerdict): string =>
    this.texts.say(`reviews.verdict.${verdict}`);

  protected from(note: ReviewRow): string {
    return this.texts.say('reviews.from', {
      creator: note.creator.name,
      workspace: note.workspaceName,
      category: this.texts.say(`common.category.${note.category}`),
    });
  }

  /** p, l and r decide about the row that has the focus; inside its buttons and links the keys belong to those. */
  protected pressed(event: KeyboardEvent, note: ReviewRow): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const verdict = reviewVerdicts.find((one) => keys[one] === event.key);
    if (!verdict) return;
    event.preventDefault();
    void this.decide(note, verdict);
  }

  protected async decide(note: ReviewRow, verdict: ReviewVerdict): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const data: ReasonAsk = {
      title: this.texts.say(`reviews.dialog.${verdict}`),
      subject: note.title,
      subjectLanguage: note.language,
      effect: this.texts.say(`reviews.effect.${verdict}`),
      label: this.texts.say('reviews.dialog.reason'),
      hint: this.texts.say('reviews.dialog.reasonHint'),
      fault: this.texts.say('reviews.dialog.reasonFault'),
      confirm: this.verdictWord(verdict),
      grave: verdict === 'rejected',
      send: async (reason) => {
        await this.api.answer(note.noteId, { verdict, reason });
        this.toast.say(this.texts.say(`reviews.done.${verdict}`, { title: note.title }));
      },
    };
    this.dialog
      .open(ReasonDialog, { data, width: '480px' })
      .afterClosed()
      // Also when it was refused: then somebody else was quicker, and the list has moved on.
      .subscribe(() => this.reviews.reload());
  }
}
