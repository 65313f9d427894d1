import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { BudgetPlanView } from '@poolrise/contracts';
import type { BudgetReport, PlannedOption } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { FigureGrid } from '../../ui/figure-grid';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { MetricName } from '../../ui/metric-name';
import { Scrolls } from '../../ui/scrolls';
import { CampaignWords } from '../campaign-words';
import { BudgetWords } from './budget-words';

/** Of those not in the plan so many are shown: the ones that would bring most for their money. */
const outMost = 20;
/** And so many of those that are in it, before somebody asks for all. */
const inMost = 12;

/** What the plan buys and what it leaves, with what each brings and how sure its place is. */
@Component({
  selector: 'app-budget-options',
  imports: [AppLineage, FigureGrid, MatButton, MetricName, RouterLink, Scrolls, T],
  template: `
    <h2>{{ 'budgets.options.title' | t }}</h2>
    <div [appScrolls]="'budgets.options.title' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'budgets.options.name' | t }}</th>
            <th scope="col" class="pr-number">{{ 'budgets.options.amount' | t }}</th>
            <th scope="col" class="pr-number">
              <app-metric-name metric="budgetOutcome">{{ 'budgets.options.brings' | t }}</app-metric-name>
            </th>
            <th scope="col" class="pr-number">
              <app-metric-name metric="budgetMargin">{{ 'budgets.options.margin' | t }}</app-metric-name>
            </th>
            <th scope="col" class="pr-number">
              {{ 'budgets.options.stays' | t }}
              <small>{{
                'budgets.options.staysHint' | t: { draws: format.number(report().sureness.draws) }
              }}</small>
            </th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (row of shown(); track row.id) {
            <tr [class.out]="row.state === 'out'">
              <th scope="row">
                @if (row.link) {
                  <a [routerLink]="row.link">{{ row.name }}</a>
                } @else {
                  {{ row.name }}
                }
                <small>{{ row.kind }}</small>
              </th>
              <td class="pr-number">
                @if (row.state === 'out') {
                  {{ 'budgets.options.out' | t }}
                } @else {
                  <span appLineage="budget">{{ words.yuan(row.cents) }}</span>
                  @if (row.giftCents) {
                    <small>{{ 'budgets.options.gift' | t: { money: words.yuan(row.giftCents) } }}</small>
                  }
                }
              </td>
              <td class="pr-number">
                @if (row.state !== 'out') {
                  <span appLineage="budgetOutcome">{{ words.count(row.value) }}</span>
                  <small>{{
                    'budgets.options.range' | t: { low: words.count(row.low), high: words.count(row.high) }
                  }}</small>
                }
              </td>
              <td class="pr-number">
                <span appLineage="budgetMargin">{{ words.count(row.perHundred) }}</span>
              </td>
              <td class="pr-number">{{ format.percent(row.stays, 0) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (rows().length > few()) {
      <button matButton type="button" [attr.aria-expanded]="all()" (click)="all.set(!all())">
        {{
          all()
            ? ('budgets.options.less' | t)
            : ('budgets.options.more' | t: { n: format.number(rows().length) })
        }}
      </button>
    }
  `,
  styles: `
    th[scope='row'] {
      min-width: 170px;
      max-width: 340px;
      color: var(--pr-ink);
      font-weight: 550;
      white-space: normal;
    }
    small {
      display: block;
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 400;
    }
    tr.out > * {
      color: var(--pr-muted);
    }
    button {
      margin-top: 8px;
    }
  `,
})
export class BudgetOptions {
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);
  private readonly campaigns = inject(CampaignWords);
  protected readonly words = inject(BudgetWords);
  protected readonly format = inject(Format);
  readonly plan = input.required<BudgetPlanView>();
  readonly report = input.required<BudgetReport>();

  protected readonly all = signal(false);
  protected readonly rows = computed(() => {
    const { plan, sureness } = this.report();
    const named = new Map(this.plan().options.map((one) => [one.id, one]));
    const stays = new Map(sureness.stays.map(({ id, share }) => [id, share]));
    const row = (option: PlannedOption) => {
      const about = named.get(option.id);
      return {
        ...option,
        name: about?.name ?? '',
        link: about?.creatorId
          ? this.session.to('creators', about.creatorId)
          : about?.noteId && option.rail === 'boosts'
            ? this.session.to('notes', about.noteId)
            : null,
        kind: [this.campaigns.rail(option.rail), ...(about?.tier ? [this.texts.of(about.tier)] : [])].join(
          ' · ',
        ),
        stays: stays.get(option.id) ?? 0,
      };
    };
    const inIt = plan.options.filter(({ state }) => state !== 'out').sort((a, b) => b.cents - a.cents);
    const out = plan.options
      .filter(({ state }) => state === 'out')
      .sort((a, b) => b.perHundred - a.perHundred);
    return [...inIt, ...out.slice(0, outMost)].map(row);
  });
  protected readonly few = computed(() =>
    Math.min(inMost, this.rows().filter(({ state }) => state !== 'out').length),
  );
  protected readonly shown = computed(() => (this.all() ? this.rows() : this.rows().slice(0, this.few())));
}
