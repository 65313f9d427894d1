import { Component, computed, inject, input } from '@angular/core';
import type { BudgetPlanView } from '@poolrise/contracts';
import type { BudgetReport } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { BudgetWords } from './budget-words';

/** How far the plan may be off, and what it rests on. */
@Component({
  selector: 'app-budget-sureness',
  imports: [AppLineage, T],
  template: `
    <h2>{{ 'budgets.sure.title' | t }}</h2>
    <p>
      <span appLineage="budgetOutcome">{{ range() }}</span>
    </p>
    <p>{{ regret() }}</p>
    <p class="quiet">{{ rests() }}</p>
  `,
  styles: `
    p {
      margin: 10px 0 0;
      font-size: 14px;
      line-height: 1.5;
    }
    .quiet {
      color: var(--pr-muted);
      font-size: 13px;
    }
  `,
})
export class BudgetSureness {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(BudgetWords);
  readonly plan = input.required<BudgetPlanView>();
  readonly report = input.required<BudgetReport>();

  protected readonly range = computed(() => {
    const { draws, low, high } = this.report().sureness;
    return this.texts.say('budgets.sure.range', {
      draws: this.format.number(draws),
      low: this.words.count(low),
      high: this.words.count(high),
      unit: this.words.unit(this.plan()),
    });
  });
  protected readonly regret = computed(() => {
    const { mean, worst, share } = this.report().sureness.regret;
    return this.texts.say('budgets.sure.regret', {
      mean: this.words.count(mean),
      worst: this.words.count(worst),
      share: this.format.percent(share, 0),
      unit: this.words.unit(this.plan()),
    });
  });
  protected readonly rests = computed(() => {
    const { people, days, withoutReads, tooQuiet, ...counted } = this.plan().counted;
    return this.words.join([
      this.texts.say('budgets.sure.rests', {
        ...counted,
        people: this.format.number(people),
        days: this.format.decimal(days),
      }),
      ...(withoutReads > 0 ? [this.texts.say('budgets.sure.without', { n: withoutReads })] : []),
      ...(tooQuiet > 0 ? [this.texts.say('budgets.sure.quiet', { n: tooQuiet })] : []),
    ]);
  });
}
