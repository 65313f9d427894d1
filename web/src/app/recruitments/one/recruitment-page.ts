import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { applicantFilters, type ApplicantRow, type RecruitmentView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { mayInvite } from '../../collaborations/may-invite';
import { kept } from '../../live/kept';
import { paged } from '../../live/paged';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { FilterChips } from '../../ui/filter-chips';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { RecruitmentBrief } from '../recruitment-brief';
import { RecruitmentWords } from '../recruitment-words';
import { RecruitmentsApi } from '../recruitments-api';
import { ApplicantCard } from './applicant-card';
import type { AnswerDialogAsk } from './answer-dialog';

type Show = (typeof applicantFilters)[number];
type Answer = 'shortlist' | 'unlist' | 'decline' | 'select';

/** One recruitment of the brand: how far it is, who applied, and what was asked. */
@Component({
  selector: 'app-recruitment-page',
  imports: [
    ApplicantCard,
    Chip,
    EmptyState,
    FailedState,
    FilterChips,
    ListFrame,
    MatButton,
    PageHeader,
    RecruitmentBrief,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './recruitment-page.html',
  styleUrl: './recruitment-page.scss',
})
export default class RecruitmentPage {
  private readonly api = inject(RecruitmentsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly words = inject(RecruitmentWords);
  protected readonly filters = applicantFilters;

  readonly recruitmentId = input.required<string>();
  /** from the address */
  readonly show = input<string>();

  protected readonly ground = httpResource<RecruitmentView>(
    () => `/api/v1/recruitments/${this.recruitmentId()}`,
  );
  protected readonly view = kept(this.recruitmentId, this.ground);
  protected readonly mayAnswer = computed(() => mayInvite(this.session));
  protected readonly chosen = computed(
    (): Show => applicantFilters.find((one) => one === this.show()) ?? this.first(),
  );
  /** Nobody waits any more in one that is closed. */
  private readonly first = (): Show => (this.view()?.state === 'closed' ? 'all' : 'waiting');
  protected readonly filterWord = (show: Show): string =>
    this.texts.say(`recruitments.applicants.show.${show}`);
  protected readonly applicants = paged<ApplicantRow>(
    () => `/api/v1/recruitments/${this.recruitmentId()}/applications?show=${this.chosen()}`,
    'recruitments',
  );

  constructor() {
    // Cash changes with everything that the workspace buys.
    reloadOn(this.ground, 'recruitments', 'wallet');
  }

  protected ask(show: Show): void {
    void this.router.navigate([], {
      queryParams: { show: show === this.first() ? undefined : show },
      queryParamsHandling: 'merge',
    });
  }

  /** Shortlisting can be taken back and is done at once; what cannot is asked about first. */
  protected async answer(row: ApplicantRow, kind: Answer): Promise<void> {
    if (kind === 'decline' || kind === 'select') return this.askAbout(row, kind);
    try {
      await this.api.answer(this.recruitmentId(), row.id, { kind, version: row.version, words: '' });
      this.toast.say(
        this.texts.say(`recruitments.answer.${kind === 'shortlist' ? 'shortlisted' : 'unlisted'}`, {
          name: row.creator.name,
        }),
      );
    } catch (error) {
      this.toast.problem(error);
    }
    this.reload();
  }

  private async askAbout(row: ApplicantRow, kind: 'decline' | 'select'): Promise<void> {
    const view = this.view();
    if (!view) return;
    const { AnswerDialog } = await import('./answer-dialog');
    const data: AnswerDialogAsk = { recruitment: view, applicant: row, kind };
    this.dialog
      .open(AnswerDialog, { data, width: '480px' })
      .afterClosed()
      .subscribe(() => this.reload());
  }

  protected async close(): Promise<void> {
    const { SureDialog } = await import('../../ui/sure-dialog');
    this.dialog
      .open(SureDialog, {
        width: '440px',
        data: {
          title: this.texts.say('recruitments.close.title'),
          effect: this.texts.say('recruitments.close.effect'),
          confirm: this.texts.say('recruitments.close.confirm'),
          send: async () => {
            this.ground.set(await this.api.close(this.recruitmentId()));
            this.toast.say(this.texts.say('recruitments.close.done'));
          },
        },
      })
      .afterClosed()
      .subscribe(() => this.reload());
  }

  private reload(): void {
    this.ground.reload();
    this.applicants.reload();
  }
}
