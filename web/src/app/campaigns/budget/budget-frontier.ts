import { Component, computed, inject, input } from '@angular/core';
import type { BudgetPlanView } from '@poolrise/contracts';
import type { BudgetReport } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { FigureGrid } from '../../ui/figure-grid';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { MoneyCurve, type MoneyPoint } from '../../ui/money-curve';
import { Scrolls } from '../../ui/scrolls';
import { BudgetWords } from './budget-words';

/** What other budgets would bring, and who comes in where the line bends. */
@Component({
  selector: 'app-budget-frontier',
  imports: [AppLineage, FigureGrid, MoneyCurve, Scrolls, T],
  template: `
    <h2>{{ 'budgets.frontier.title' | t }}</h2>
    <app-money-curve [points]="points()" [here]="report().plan.budgetCents" [names]="names()" />
    <details>
      <summary>{{ 'budgets.frontier.table' | t }}</summary>
      <div [appScrolls]="'budgets.frontier.title' | t">
        <table class="pr-table">
          <thead>
            <tr>
              <th scope="col" class="pr-number">{{ 'budgets.frontier.budget' | t }}</th>
              <th scope="col" class="pr-number">{{ 'budgets.frontier.value' | t }}</th>
              <th scope="col" class="pr-number">{{ 'budgets.frontier.bound' | t }}</th>
              <th scope="col" class="pr-number">{{ 'budgets.frontier.creators' | t }}</th>
              <th scope="col">{{ 'budgets.frontier.enters' | t }}</th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (point of report().frontier; track point.budgetCents) {
              <tr [class.here]="point.budgetCents === report().plan.budgetCents">
                <th scope="row" class="pr-number">{{ words.yuan(point.budgetCents) }}</th>
                <td class="pr-number">
                  <span appLineage="budgetOutcome">{{ counted(point.value) }}</span>
                </td>
                <td class="pr-number">
                  <span appLineage="budgetOutcome">{{ counted(point.bound) }}</span>
                </td>
                <td class="pr-number">{{ format.number(point.creators) }}</td>
                <td>{{ namesOf(point.enters) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  `,
  styles: `
    summary {
      color: var(--pr-muted);
      font-size: 12px;
      cursor: pointer;
    }
    tr.here {
      background: var(--pr-tint);
    }
  `,
})
export class BudgetFrontier {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(BudgetWords);
  readonly plan = input.required<BudgetPlanView>();
  readonly report = input.required<BudgetReport>();

  private readonly named = computed(() => new Map(this.plan().options.map(({ id, name }) => [id, name])));
  protected readonly names = computed(() => ({
    line: this.texts.say('budgets.frontier.value'),
    beside: this.texts.say('budgets.frontier.bound'),
  }));
  protected readonly points = computed(() =>
    this.report().frontier.map(({ budgetCents, value, bound, creators }): MoneyPoint => ({
      cents: budgetCents,
      value,
      beside: bound,
      title: this.texts.say('budgets.frontier.point', {
        budget: this.words.yuan(budgetCents),
        value: this.counted(value),
        n: creators,
      }),
    })),
  );

  protected counted(value: number | null): string {
    return value === null ? this.format.number(null) : this.words.count(value);
  }

  protected namesOf(ids: readonly string[]): string {
    return ids.map((id) => this.named().get(id) ?? '').join(this.texts.chinese() ? '、' : ', ');
  }
}
