import { Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { appealFilters, type AppealRow, type AppealVerdict, appealVerdicts } from '@poolrise/contracts';
import { appealHours } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { AppealOutcomesCard } from '../creator-desk/violations/appeal-outcomes';
import { FoundInNote } from '../creator-desk/violations/found-in-note';
import { ViolationsApi } from '../creator-desk/violations/violations-api';
import { paged } from '../live/paged';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { NoteCover } from '../ui/note-cover';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Toast } from '../ui/toast';
import { VerdictButtons } from '../ui/verdict-buttons';
import { AuditTabs } from './audit-tabs';

type Show = (typeof appealFilters)[number];
const tones: Record<AppealRow['state'], Tone> = { open: 'action', upheld: 'passed', dismissed: 'stopped' };

/** What creators say against decisions of the audit, the oldest first; for the platform's own people. */
@Component({
  selector: 'app-appeals-page',
  imports: [
    AppealOutcomesCard,
    AuditTabs,
    Chip,
    EmptyState,
    FilterChips,
    FoundInNote,
    ListFrame,
    NoteCover,
    PageHeader,
    T,
    VerdictButtons,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header
      [title]="'violations.queue.title' | t"
      [text]="'violations.queue.text' | t: { hours: appealHours }"
    />
    <app-audit-tabs />
    <app-filter-chips
      [label]="'violations.queue.which' | t"
      [choices]="filters"
      [word]="filterWord"
      [chosen]="chosen()"
      (choose)="ask($event)"
    />
    <app-list-frame [list]="appeals">
      @if (appeals.items(); as items) {
        @if (items.length) {
          <ul class="list" [attr.aria-label]="'violations.queue.list' | t">
            @for (row of items; track row.id) {
              <li class="pr-card">
                <app-note-cover [title]="row.title" [hue]="row.coverHue" [url]="row.coverUrl" [width]="42" />
                <div class="words">
                  <h2 [attr.lang]="row.language">{{ row.title }}</h2>
                  <p class="meta">
                    {{ by(row) }}
                    @if (row.state === 'open') {
                      <span [class.late]="isLate(row)">{{ due(row) }}</span>
                    } @else {
                      <app-chip [tone]="tones[row.state]">{{ texts.say(stateWord(row)) }}</app-chip>
                    }
                  </p>
                  @if (row.body) {
                    <p class="body" [attr.lang]="row.language">{{ row.body }}</p>
                  }
                  <app-found-in-note [of]="row" />
                  <p class="meta">{{ decided(row) }}</p>
                  <p class="said">
                    <strong>{{ 'violations.queue.reason' | t }}</strong> {{ row.reason }}
                  </p>
                  @if (row.answer; as answer) {
                    <p class="said">
                      {{ 'violations.queue.answered' | t: { name: row.decidedBy ?? '', answer } }}
                    </p>
                  } @else if (!row.mayDecide) {
                    <p class="meta">{{ 'violations.queue.own' | t }}</p>
                  } @else if (row.alone) {
                    <p class="meta">{{ 'violations.queue.alone' | t }}</p>
                  }
                </div>
                @if (row.mayDecide) {
                  <app-verdict-buttons
                    [verdicts]="verdicts"
                    [word]="verdictWord"
                    [about]="row.title"
                    grave="dismissed"
                    (decide)="decide(row, $event)"
                  />
                }
              </li>
            }
          </ul>
        } @else {
          <div class="pr-card">
            <app-empty-state
              icon="check-circle"
              [title]="
                (chosen() === 'open' ? 'violations.queue.emptyOpen' : 'violations.queue.emptyDecided') | t
              "
              [text]="
                (chosen() === 'open' ? 'violations.queue.emptyOpenText' : 'violations.queue.emptyDecidedText')
                  | t
              "
            />
          </div>
        }
      }
    </app-list-frame>
    <app-appeal-outcomes />
  `,
  styleUrl: '../creator-desk/violations/violations.scss',
})
export default class AppealsPage {
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(ViolationsApi);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly appealHours = appealHours;
  protected readonly filters = appealFilters;
  protected readonly verdicts = appealVerdicts;
  protected readonly tones = tones;

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed(
    (): Show => appealFilters.find((one) => one === this.show()) ?? 'open',
  );
  protected readonly appeals = paged<AppealRow>(() => `/api/v1/appeals?show=${this.chosen()}`, 'notes');

  protected readonly filterWord = (show: Show): string => this.texts.say(`violations.queue.show.${show}`);
  protected readonly verdictWord = (verdict: AppealVerdict): string =>
    this.texts.say(`violations.queue.verdict.${verdict}`);
  protected readonly stateWord = ({ state }: AppealRow) => `violations.appeal.state.${state}` as const;
  protected readonly isLate = ({ dueAt }: AppealRow): boolean => Date.parse(dueAt) < Date.now();

  protected due(row: AppealRow): string {
    const at = this.format.dateTime(row.dueAt);
    return this.texts.say(this.isLate(row) ? 'violations.queue.late' : 'violations.queue.due', { at });
  }

  protected by(row: AppealRow): string {
    const { creator, workspaceName: workspace, askedAt } = row;
    const ago = this.format.ago(askedAt);
    return this.texts.say('violations.queue.by', { creator: creator.name, workspace, ago });
  }

  protected decided({ reviewer, verdict: of }: AppealRow): string {
    const verdict = this.texts.say(`violations.verdict.${of}`);
    if (!reviewer) return this.texts.say('violations.queue.machine', { verdict });
    return this.texts.say('violations.queue.reviewed', { ...reviewed(reviewer), verdict });
  }

  protected ask(show: Show): void {
    void this.router.navigate([], {
      queryParams: { show: show === 'open' ? undefined : show },
      queryParamsHandling: 'merge',
    });
  }

  protected async decide(row: AppealRow, verdict: AppealVerdict): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const data: ReasonAsk = {
      title: this.texts.say(`violations.queue.dialog.${verdict}`),
      subject: row.title,
      subjectLanguage: row.language,
      effect: this.texts.say(`violations.queue.effect.${verdict}`),
      label: this.texts.say('violations.queue.label'),
      hint: this.texts.say('violations.queue.hint'),
      fault: this.texts.say('violations.queue.fault'),
      confirm: this.verdictWord(verdict),
      grave: verdict === 'dismissed',
      send: async (reason) => {
        await this.api.answer(row.id, { verdict, reason });
        this.toast.say(this.texts.say(`violations.queue.done.${verdict}`, { title: row.title }));
      },
    };
    this.dialog
      .open(ReasonDialog, { data, width: '480px' })
      .afterClosed()
      // Also when it was refused: then somebody else was quicker, and the list has moved on.
      .subscribe(() => this.appeals.reload());
  }
}

const reviewed = ({ name, reason }: NonNullable<AppealRow['reviewer']>) => ({ name, reason });
