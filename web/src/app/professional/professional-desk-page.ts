import { Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { type ProfessionalDeskRow, type ProfessionalFilter, professionalFilters } from '@poolrise/contracts';
import type { ProfessionalState, ProfessionalVerdict } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { OrderTabs } from '../collaborations/order-tabs';
import { paged } from '../live/paged';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Toast } from '../ui/toast';
import { VerdictButtons } from '../ui/verdict-buttons';
import { LegalFacts } from './legal-facts';
import { ProfessionalApi } from './professional-api';

const tones: Readonly<Record<ProfessionalState, Tone>> = {
  submitted: 'action',
  verified: 'passed',
  refused: 'stopped',
  withdrawn: 'neutral',
  suspended: 'stopped',
  replaced: 'neutral',
};
const verdicts: Readonly<Partial<Record<ProfessionalState, readonly ProfessionalVerdict[]>>> = {
  submitted: ['verified', 'refused'],
  verified: ['suspended'],
  suspended: ['reinstated'],
};

/** Licences that wait to be looked at, and what was decided about others; for the platform's own people. */
@Component({
  selector: 'app-professional-desk-page',
  imports: [Chip, EmptyState, FilterChips, LegalFacts, ListFrame, OrderTabs, PageHeader, T, VerdictButtons],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'professional.desk.title' | t" [text]="'professional.desk.text' | t" />
    <app-order-tabs />
    <app-filter-chips
      class="ask"
      [label]="'professional.desk.which' | t"
      [choices]="filters"
      [word]="filterWord"
      [chosen]="chosen()"
      (choose)="ask($event)"
    />
    <app-list-frame [list]="applications">
      @if (applications.items(); as items) {
        @if (items.length) {
          <ul [attr.aria-label]="'professional.desk.list' | t">
            @for (row of items; track row.id) {
              <li class="pr-card">
                <div class="head">
                  <h2>{{ row.legal.legalName }}</h2>
                  <app-chip>{{ kindWord(row) }}</app-chip>
                  <app-chip [tone]="tones[row.state]">{{ stateWord(row.state) }}</app-chip>
                  @if (row.renewal) {
                    <app-chip>{{ 'professional.desk.renewal' | t }}</app-chip>
                  }
                  @if (row.sameCode > 0) {
                    <app-chip tone="paid">{{
                      texts.count('professional.desk.sameCode', row.sameCode)
                    }}</app-chip>
                  }
                </div>
                <p class="by" [class.late]="late(row)">{{ by(row) }}</p>
                @if (decided(row); as said) {
                  <p class="by">{{ said }}</p>
                }
                <app-legal-facts [legal]="row.legal" />
                @if (verdictsOf(row).length) {
                  <app-verdict-buttons
                    [verdicts]="verdictsOf(row)"
                    [word]="verdictWord"
                    [about]="row.legal.legalName"
                    [grave]="row.state === 'verified' ? 'suspended' : 'refused'"
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
              [title]="(waiting() ? 'professional.desk.emptyTitle' : 'professional.desk.noneTitle') | t"
              [text]="(waiting() ? 'professional.desk.emptyText' : 'professional.desk.noneText') | t"
            />
          </div>
        }
      }
    </app-list-frame>
  `,
  styleUrl: '../ui/queue.scss',
  styles: `
    li {
      display: grid;
      gap: 8px;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      align-items: center;
    }
    h2 {
      font-size: 15px;
      font-weight: 650;
      overflow-wrap: anywhere;
    }
    .late {
      color: var(--pr-stopped);
    }
  `,
})
export default class ProfessionalDeskPage {
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(ProfessionalApi);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  protected readonly texts = inject(Texts);
  protected readonly tones = tones;
  protected readonly filters = professionalFilters;

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed(
    (): ProfessionalFilter => professionalFilters.find((one) => one === this.show()) ?? 'waiting',
  );
  protected readonly waiting = computed(() => this.chosen() === 'waiting');
  protected readonly filterWord = (show: ProfessionalFilter): string =>
    this.texts.say(`professional.desk.show.${show}`);
  protected readonly verdictWord = (verdict: ProfessionalVerdict): string =>
    this.texts.say(`professional.desk.verdict.${verdict}`);
  protected readonly stateWord = (state: ProfessionalState): string =>
    this.texts.say(`professional.desk.state.${state}`);
  protected readonly kindWord = ({ workspaceKind }: ProfessionalDeskRow): string =>
    this.texts.say(`professional.desk.kind.${workspaceKind}`);
  protected readonly applications = paged<ProfessionalDeskRow>(
    () => `/api/v1/professional-desk?show=${this.chosen()}`,
    'professional',
  );
  protected readonly verdictsOf = ({ state }: ProfessionalDeskRow): readonly ProfessionalVerdict[] =>
    verdicts[state] ?? [];
  protected readonly late = ({ state, dueAt }: ProfessionalDeskRow): boolean =>
    state === 'submitted' && Date.parse(dueAt) < Date.now();

  protected by(row: ProfessionalDeskRow): string {
    const sent = this.texts.say('professional.desk.by', {
      workspace: row.workspaceName,
      person: row.askedBy,
      ago: this.format.ago(row.askedAt),
    });
    if (row.state !== 'submitted') return sent;
    const at = this.format.dateTime(row.dueAt);
    return `${sent} · ${this.texts.say(this.late(row) ? 'professional.desk.late' : 'professional.desk.due', { at })}`;
  }

  protected decided({ decidedAt, decidedBy, reason, until, state }: ProfessionalDeskRow): string {
    if (!decidedAt) return '';
    const said = this.texts.say('professional.desk.decided', {
      person: decidedBy ?? '',
      ago: this.format.ago(decidedAt),
      reason: reason ?? '',
    });
    return state === 'verified'
      ? `${said} · ${this.texts.say('professional.desk.until', { until: this.format.day(until) })}`
      : said;
  }

  protected ask(show: ProfessionalFilter): void {
    void this.router.navigate([], { queryParams: { show: show === 'waiting' ? undefined : show } });
  }

  protected async decide(row: ProfessionalDeskRow, verdict: ProfessionalVerdict): Promise<void> {
    const opened = verdict === 'refused' ? await this.refusing(row) : await this.giving(row, verdict);
    // Also when it was refused: then somebody else was quicker, and the list has moved on.
    opened.afterClosed().subscribe(() => this.applications.reload());
  }

  private async refusing(row: ProfessionalDeskRow) {
    const { RefuseDialog } = await import('./refuse-dialog');
    return this.dialog.open(RefuseDialog, { data: row, width: '480px' });
  }

  private async giving(row: ProfessionalDeskRow, verdict: Exclude<ProfessionalVerdict, 'refused'>) {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const name = row.legal.legalName;
    const data: ReasonAsk = {
      title: this.texts.say(`professional.desk.ask.${verdict}`),
      subject: `${name} · ${row.legal.creditCode}`,
      effect: this.texts.say(`professional.desk.effect.${verdict}`),
      label: this.texts.say('professional.desk.label'),
      hint: this.texts.say('professional.desk.hint'),
      fault: this.texts.say('professional.desk.fault'),
      confirm: this.verdictWord(verdict),
      grave: verdict === 'suspended',
      send: async (reason) => {
        await this.api.answer(row.id, { verdict, reason });
        this.toast.say(this.texts.say(`professional.desk.done.${verdict}`, { name }));
      },
    };
    return this.dialog.open(ReasonDialog, { data, width: '480px' });
  }
}
