import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal, type Type } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { type AgencyStatement, type MonthFileFormat, monthFileFormats } from '@poolrise/contracts';
import type { FigureSource, MetricId } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import type { TextKey } from '../../i18n/text-key';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { FilterMenu } from '../ui/filter-menu';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { Money } from '../ui/money';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { AgencyApi } from './agency-api';
import { MonthChoice } from './month-choice';

type Line = AgencyStatement['lines'][number];

/** A month of one client line by line: what they are charged, what stays with the agency, and its closing. */
@Component({
  selector: 'app-month-page',
  imports: [
    AppLineage,
    AppSource,
    FailedState,
    FigureGrid,
    FilterMenu,
    MatButton,
    Money,
    PageHeader,
    Refusal,
    RouterLink,
    Scrolls,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './month-page.html',
  styleUrl: './month-page.scss',
})
export default class MonthPage {
  private readonly api = inject(AgencyApi);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly months = inject(MonthChoice);
  protected readonly formats = monthFileFormats;

  /** from the address */
  readonly clientId = input.required<string>();
  readonly month = input<string>();

  protected readonly shown = computed(() => this.months.chosen(this.month(), -1));
  protected readonly statement = httpResource<AgencyStatement>(
    () => `/api/v1/clients/${this.clientId()}/statement?month=${this.shown()}`,
  );
  protected readonly view = kept(() => `${this.clientId()} ${this.shown()}`, this.statement);
  protected readonly sending = sending();
  protected readonly making = signal<MonthFileFormat | null>(null);
  protected readonly writes = computed(() => this.session.may('close:months'));
  protected readonly title = computed(() => {
    const view = this.view();
    return view
      ? this.texts.say('agency.statement.of', {
          client: view.client.name,
          month: this.months.name(view.month),
        })
      : this.texts.say('agency.statement.title');
  });
  protected readonly headline = computed(() => {
    const view = this.view();
    if (!view) return '';
    const at = this.format.dateTime(view.state === 'sent' ? view.sentAt : view.closedAt);
    const total = this.format.money(view.sums.totalCents);
    return this.texts.say(`agency.statement.headline.${view.state}`, { total, at, by: view.closedBy ?? '' });
  });
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    return view ? { streams: ['journal', 'agency-books'], over: 'now', dataAt: view.asOf } : null;
  });
  /** What the client pays, part by part; parts that are nothing are left out. */
  protected readonly parts = computed(() => {
    const sums = this.view()?.sums;
    if (!sums) return [];
    const parts: { name: TextKey; metric: MetricId; cents: number }[] = [
      { name: 'agency.statement.media', metric: 'clientMedia', cents: sums.mediaCents },
      { name: 'agency.statement.fee', metric: 'agencyFee', cents: sums.feeCents },
      { name: 'agency.statement.adjustments', metric: 'clientCharged', cents: sums.adjustmentCents },
      { name: 'agency.statement.passed', metric: 'creatorRebateReceived', cents: 0 - sums.rebatePassedCents },
    ];
    return parts.filter(({ cents, metric }) => cents !== 0 || metric === 'clientMedia');
  });

  constructor() {
    reloadOn(this.statement, 'clients');
  }

  protected show(month: string | undefined): void {
    void this.router.navigate([], { queryParams: { month }, queryParamsHandling: 'merge' });
  }

  protected kind({ kind }: Line): string {
    return this.texts.say(`agency.statement.kind.${kind}`);
  }

  protected refused(closing: 'month-not-over' | 'month-out-of-turn'): string {
    return this.texts.say(`agency.statement.refused.${closing}`);
  }

  protected points(basisPoints: number): string {
    return this.format.percent(basisPoints / 10_000, basisPoints % 100 ? 2 : 0);
  }

  protected schemeOf({ scheme }: Pick<AgencyStatement, 'scheme'>): string {
    const { percentBasisPoints, retainerCents, rebateShareBasisPoints } = scheme;
    if (!percentBasisPoints && !retainerCents) return this.texts.say('agency.statement.schemeNone');
    return this.texts.say('agency.statement.schemeText', {
      percent: this.points(percentBasisPoints),
      retainer: this.format.roundMoney(retainerCents),
      share: this.points(rebateShareBasisPoints),
    });
  }

  protected async close(view: AgencyStatement): Promise<void> {
    const { CloseDialog } = await import('./close-dialog');
    const done = await this.asked(CloseDialog, view);
    if (done) this.toast.say(this.texts.say('agency.statement.closed'));
    this.statement.reload();
  }

  protected async send(view: AgencyStatement): Promise<void> {
    await this.sending.send(async () => {
      await this.api.send(view.client.id, view.month);
      this.toast.say(this.texts.say('agency.statement.sentDone'));
      this.statement.reload();
    });
  }

  protected async setFee(view: AgencyStatement): Promise<void> {
    const { FeeDialog } = await import('./fee-dialog');
    if (await this.asked(FeeDialog, view)) this.statement.reload();
  }

  protected async adjust(view: AgencyStatement): Promise<void> {
    const { AdjustDialog } = await import('./adjust-dialog');
    this.booked(await this.asked(AdjustDialog, view));
  }

  protected async record({ client }: AgencyStatement, line: Line): Promise<void> {
    const { RebateDialog } = await import('./rebate-dialog');
    const { subjectId: orderId, name, rebateExpectedCents: expectedCents } = line;
    this.booked(await this.asked(RebateDialog, { clientId: client.id, orderId, name, expectedCents }));
  }

  protected async take(format: MonthFileFormat): Promise<void> {
    this.making.set(format);
    const language = this.texts.chinese() ? 'zh-CN' : 'en';
    await this.sending.send(() => this.api.take(this.clientId(), { month: this.shown(), format, language }));
    this.making.set(null);
  }

  private booked(month: unknown): void {
    if (typeof month !== 'string') return;
    this.toast.say(this.texts.say('agency.rebateDialog.done', { month: this.months.name(month) }));
    this.statement.reload();
  }

  private asked(dialog: Type<unknown>, data: unknown): Promise<unknown> {
    return firstValueFrom(this.dialogs.open(dialog, { width: '460px', data }).afterClosed());
  }
}
