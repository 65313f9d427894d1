import { Component, computed, inject, input, output } from '@angular/core';
import type { AskBudgetPlan, BudgetDesk } from '@poolrise/contracts';
import { budgetGoals, campaignRails } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { centsOf } from '../../ui/cents-of';
import { CampaignWords } from '../campaign-words';

type Assumption = keyof AskBudgetPlan['assumptions'];

/** What the money is to bring, what holds it, and what is assumed. */
@Component({
  selector: 'app-budget-ask',
  imports: [T],
  templateUrl: './budget-ask.html',
  styleUrl: './budget-ask.scss',
})
export class BudgetAskForm {
  private readonly campaigns = inject(CampaignWords);
  private readonly texts = inject(Texts);
  readonly ask = input.required<AskBudgetPlan>();
  readonly desk = input.required<BudgetDesk>();
  readonly locked = input(false);
  readonly alter = output<AskBudgetPlan>();

  protected readonly goals = computed(() =>
    budgetGoals.map((goal) => ({ goal, name: this.texts.say(`budgets.goal.${goal}.name`) })),
  );
  protected readonly rails = computed(() =>
    campaignRails.map((rail) => ({ rail, name: this.campaigns.rail(rail), ...this.ask().rails[rail] })),
  );
  protected readonly tiers = computed(() =>
    this.desk().tiers.map(({ key, name }) => ({
      key,
      name: this.texts.of(name),
      minCents: this.ask().tiers.find(({ tierKey }) => tierKey === key)?.minCents ?? 0,
    })),
  );
  protected readonly assumptions = computed(() => {
    const { people, searchShare, together, readsSpread } = this.ask().assumptions;
    const sources = new Map(this.desk().sources.map(({ kind, source }) => [kind, source]));
    const shown: Record<Assumption, { value: number; step: number; most: number }> = {
      people: { value: people ?? this.desk().people, step: 1, most: 10_000_000_000 },
      searchShare: { value: Math.round(searchShare * 1_000) / 10, step: 1, most: 100 },
      together: { value: together, step: 0.05, most: 1 },
      readsSpread: { value: readsSpread, step: 0.05, most: 3 },
    };
    return (Object.keys(shown) as Assumption[]).map((kind) => {
      const source = sources.get(kind);
      return {
        kind,
        name: this.texts.say(`budgets.ask.${kind}`),
        ...shown[kind],
        source: source ? this.texts.of(source) : '',
      };
    });
  });
  /** What is assumed and cannot be changed here. */
  protected readonly fixed = computed(() =>
    this.desk()
      .sources.filter(({ kind }) => ['creators', 'boosts', 'search'].includes(kind))
      .map(({ source }) => this.texts.of(source)),
  );

  protected goal(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const goal = budgetGoals.find((one) => one === value);
    if (goal) this.alter.emit({ ...this.ask(), goal });
  }

  protected portfolio(event: Event): void {
    this.alter.emit({ ...this.ask(), portfolioId: (event.target as HTMLSelectElement).value || null });
  }

  protected rail(rail: (typeof campaignRails)[number], end: 'minCents' | 'maxCents', event: Event): void {
    const { rails } = this.ask();
    const cents = typed(event, rails[rail][end]);
    const guard = { ...rails[rail], [end]: end === 'minCents' ? (cents ?? 0) : cents };
    this.alter.emit({ ...this.ask(), rails: { ...rails, [rail]: guard } });
  }

  protected tier(tierKey: string, event: Event): void {
    const others = this.ask().tiers.filter((one) => one.tierKey !== tierKey);
    const minCents = typed(event, 0) ?? 0;
    this.alter.emit({ ...this.ask(), tiers: minCents > 0 ? [...others, { tierKey, minCents }] : others });
  }

  protected ceiling(event: Event): void {
    const cents = typed(event, this.ask().ceilingCents);
    this.alter.emit({ ...this.ask(), ceilingCents: cents === 0 ? null : cents });
  }

  protected assume(kind: Assumption, most: number, event: Event): void {
    const box = event.target as HTMLInputElement;
    const value = Number(box.value);
    if (box.value === '' || !(value >= (kind === 'people' ? 1 : 0) && value <= most)) {
      box.value = String(this.assumptions().find((one) => one.kind === kind)?.value ?? '');
      return;
    }
    const kept = kind === 'searchShare' ? value / 100 : kind === 'people' ? Math.round(value) : value;
    this.alter.emit({ ...this.ask(), assumptions: { ...this.ask().assumptions, [kind]: kept } });
  }

  protected yuan(cents: number | null): string {
    return cents ? String(cents / 100) : '';
  }
}

/** Typed yuan in cents, null for nothing; what is no amount leaves the box as it was. */
function typed(event: Event, before: number | null): number | null {
  const box = event.target as HTMLInputElement;
  if (box.value.trim() === '') return null;
  const cents = centsOf(box.value);
  if (cents === null) box.value = before ? String(before / 100) : '';
  return cents ?? before;
}
