import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router } from '@angular/router';
import type { ReportFormat, ReportSpec } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { FileMenu } from '../desk/file-menu';
import { ReportTabs } from '../report-tabs';
import { ReportsApi } from '../reports-api';
import { KeyFigures } from '../result/key-figures';
import { ReportTable } from '../result/report-table';
import { costSpec } from './cost-spec';

const choices = [30, 90, 365] as const;

/** What notes truly cost: order, fee, ads and boosts less vouchers, and what is not known of it. */
@Component({
  selector: 'app-costs-page',
  imports: [EmptyState, FailedState, FileMenu, KeyFigures, PageHeader, ReportTable, ReportTabs, Skeleton, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'reports.costs.title' | t" [text]="'reports.costs.text' | t">
      <ng-container actions><app-file-menu [save]="save" /></ng-container>
    </app-page-header>
    <app-report-tabs />
    <div class="days" role="group" [attr.aria-label]="'reports.period.title' | t">
      @for (one of choices; track one) {
        <button type="button" class="pr-filter" [attr.aria-pressed]="one === length()" (click)="show(one)">
          {{ 'reports.period.last' | t: { n: one } }}
        </button>
      }
    </div>
    @if (run.error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="run.reload()" /></section>
    } @else if (shown(); as filled) {
      @if (filled.result.rows.length) {
        <section class="pr-card" [attr.aria-label]="'reports.result.totals' | t">
          <app-key-figures [result]="filled.result" [spec]="filled.spec" />
        </section>
        <section class="pr-card" [attr.aria-label]="'reports.table.title' | t">
          <app-report-table
            [result]="filled.result"
            [spec]="filled.spec"
            [sortable]="true"
            [linked]="true"
            (sort)="sort($event)"
          />
        </section>
      } @else {
        <section class="pr-card">
          <app-empty-state
            icon="wallet"
            [title]="'reports.costs.emptyTitle' | t"
            [text]="'reports.costs.emptyText' | t"
          />
        </section>
      }
    } @else {
      <p class="pr-only-screen-reader" role="status">{{ 'common.loading' | t }}</p>
      <app-skeleton height="420px" radius="16px" />
    }
  `,
  styles: `
    .days {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 12px;
    }
    section + section {
      margin-top: 14px;
    }
  `,
})
export default class CostsPage {
  private readonly api = inject(ReportsApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  /** from the address: how many days back */
  readonly days = input<string>();
  protected readonly choices = choices;
  protected readonly length = computed(() => choices.find((one) => String(one) === this.days()) ?? 90);
  private readonly spec = linkedSignal(() => costSpec(this.length(), new Date()));
  protected readonly run = resource({
    params: () => this.spec(),
    loader: async ({ params, abortSignal }) => ({
      spec: params,
      result: await this.api.run(params, abortSignal),
    }),
  });
  protected readonly shown = kept(() => String(this.length()), this.run);
  protected readonly save = (format: ReportFormat): Promise<void> =>
    this.api.export(this.texts.say('reports.costs.title'), this.spec(), format);

  protected sort(sort: ReportSpec['sort']): void {
    this.spec.update((spec) => ({ ...spec, sort }));
  }

  protected async show(days: number): Promise<void> {
    await this.router.navigate(this.session.to('reports', 'costs'), { queryParams: { days } });
  }
}
