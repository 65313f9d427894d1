import { computed, inject, Service } from '@angular/core';
import type { BudgetDesk, BudgetPlanView } from '@poolrise/contracts';
import type { BudgetRefusal, BudgetReport } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { CampaignWords } from '../campaign-words';

type Plan = Pick<BudgetPlanView, 'asked' | 'options'>;

/** What a plan of a budget says, in sentences. */
@Service()
export class BudgetWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly campaigns = inject(CampaignWords);
  private readonly between = computed(() => (this.texts.chinese() ? '、' : ', '));

  unit({ asked }: Pick<Plan, 'asked'>): string {
    return this.texts.say(`budgets.goal.${asked.goal}.unit`);
  }

  /** Whole; a figure below ten with one digit more, since rounding it would say too little. */
  count(value: number): string {
    return value !== 0 && Math.abs(value) < 10
      ? this.format.decimal(value)
      : this.format.number(Math.round(value));
  }

  /** Whole yuan. */
  yuan(cents: number): string {
    return this.format.roundMoney(Math.round(cents / 100) * 100);
  }

  headline(plan: Plan, { plan: found, sureness }: BudgetReport): string {
    return this.texts.say('budgets.headline', {
      spent: this.yuan(found.spentCents),
      budget: this.yuan(found.budgetCents),
      value: this.count(found.value),
      unit: this.unit(plan),
      low: this.count(sureness.low),
      high: this.count(sureness.high),
    });
  }

  gap(plan: Plan, { plan: { value, bound, giftCents } }: BudgetReport): string {
    const gap = this.texts.say('budgets.gain', {
      bound: `${this.count(bound)}${this.texts.chinese() ? ' ' : ' '}${this.unit(plan)}`,
      gap: this.format.percent(bound > 0 ? 1 - value / bound : 0, 2),
    });
    const gifts = giftCents > 0 ? this.texts.say('budgets.gifts', { money: this.yuan(giftCents) }) : null;
    return gifts ? this.join([gap, gifts]) : gap;
  }

  stale({ stale }: Pick<BudgetPlanView, 'stale'>): string {
    const why = stale.map((one) => this.texts.say(`budgets.stale.${one}`)).join(this.between());
    const title = this.texts.say('budgets.stale.title');
    return this.join([
      this.texts.chinese() ? `${title}：${why}。` : `${title}: ${why}.`,
      this.texts.say('budgets.stale.again'),
    ]);
  }

  when({ requestedAt, requestedBy, appliedAt }: BudgetPlanView): string {
    const read = this.texts.say('budgets.asOf', {
      when: this.format.dateTime(requestedAt),
      person: requestedBy,
    });
    if (!appliedAt) return read;
    return `${read} · ${this.texts.say('budgets.applied', { when: this.format.dateTime(appliedAt) })}`;
  }

  refusal(
    { refusal, rail, group, askedCents = 0, thereCents = 0 }: BudgetRefusal,
    tiers: BudgetDesk['tiers'],
  ): string {
    const tier = tiers.find(({ key }) => key === group)?.name;
    const what = rail ? this.campaigns.rail(rail) : tier ? this.texts.of(tier) : (group ?? '');
    return this.texts.say(`budgets.refusal.${refusal}`, {
      what,
      asked: this.yuan(askedCents),
      there: this.yuan(thereCents),
    });
  }

  /** What a little more of everything would bring, the budget first. */
  prices(plan: BudgetPlanView, { plan: { shadows, next } }: BudgetReport): string[] {
    const unit = this.unit(plan);
    const priced = (cents: number, perHundred: number) => ({
      money: this.yuan(cents),
      value: this.count(perHundred),
      unit,
    });
    const tierOf = (group: string) =>
      plan.options.find(({ tier, id }) => tier && this.groupOf(plan, id) === group)?.tier;
    const guards = [
      ...shadows.rails.map(({ rail, bound, cents, perHundred }) =>
        this.texts.say(`budgets.prices.${bound}`, {
          rail: this.campaigns.rail(rail),
          ...priced(cents + plan.goneOut[rail], perHundred),
        }),
      ),
      ...shadows.tiers.map(({ group, cents, perHundred }) => {
        const tier = tierOf(group);
        return this.texts.say('budgets.prices.tier', {
          tier: tier ? this.texts.of(tier) : group,
          ...priced(cents, perHundred),
        });
      }),
      ...(shadows.ceilingTenth === null
        ? []
        : [
            this.texts.say('budgets.prices.ceiling', {
              value: this.count(shadows.ceilingTenth),
              unit,
            }),
          ]),
    ];
    return [
      this.texts.say('budgets.prices.budget', { value: this.count(shadows.budget), unit }),
      this.nextSentence(plan, next),
      ...(guards.length > 0 ? guards : [this.texts.say('budgets.prices.none')]),
    ];
  }

  private groupOf(plan: BudgetPlanView, id: string): string | null {
    return plan.report?.plan.options.find((one) => one.id === id)?.group ?? null;
  }

  private nextSentence(plan: Plan, next: BudgetReport['plan']['next']): string {
    if (!next) return this.texts.say('budgets.prices.nextNone');
    const name = `${this.campaigns.rail(next.rail)} · ${plan.options.find(({ id }) => id === next.id)?.name ?? ''}`;
    return next.savesForCents === null
      ? this.texts.say('budgets.prices.next', { name })
      : this.texts.say('budgets.prices.nextSaved', { name, money: this.yuan(next.savesForCents) });
  }

  /** Sentences in a row: English sets a blank between them. */
  join(sentences: readonly string[]): string {
    return sentences.join(this.texts.chinese() ? '' : ' ');
  }
}
