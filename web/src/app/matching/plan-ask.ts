import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import type { PortfolioView, PortfolioWishes } from '@poolrise/contracts';
import { platformFee, tierMixPresets } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { centsOf } from '../ui/cents-of';
import { Format } from '../ui/format';
import { BoostAsk } from './boost-ask';
import { OwnMixEditor } from './own-mix';
import { emptyMix, planFaults, topDefault, topMost } from './plan-draft';

/** Steps of the slider in yuan: even steps of feeling, not of money. */
const steps = [
  1_000, 2_000, 3_000, 5_000, 8_000, 12_000, 20_000, 30_000, 50_000, 80_000, 120_000, 200_000, 300_000,
  500_000, 1_000_000,
];
const tops = [50, topDefault, topMost];

/** What a portfolio is planned for: money, make-up, who is considered, who must be in it. */
@Component({
  selector: 'app-plan-ask',
  imports: [BoostAsk, MatButton, MatSlider, MatSliderThumb, OwnMixEditor, T],
  host: { class: 'pr-card' },
  templateUrl: './plan-ask.html',
  styleUrl: './plan-ask.scss',
})
export class PlanAsk {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly wishes = input.required<PortfolioWishes>();
  readonly names = input.required<ReadonlyMap<string, string>>();
  /** of the workspace's own scheme, in which own shares are given */
  readonly tiers = input<PortfolioView['tiers']>([]);
  readonly busy = input(false);
  readonly mayAsk = input(true);
  readonly again = input(false);
  readonly alter = output<PortfolioWishes>();
  readonly ask = output();

  protected readonly presets = tierMixPresets;
  protected readonly steps = steps;
  protected readonly tops = tops;
  protected readonly countings = ['followers', 'readers'] as const;
  protected readonly lists = ['mustHaveIds', 'excludedIds'] as const;
  protected readonly fee = computed(() => this.format.percent(platformFee.share, 0));
  protected readonly preset = computed(() => tierMixPresets.find(({ id }) => id === this.wishes().mixPreset));
  protected readonly faults = computed(() => planFaults(this.wishes()));
  /** The step nearest to the amount, by ratio. */
  protected readonly step = computed(() => {
    const yuan = Math.max(1, this.wishes().budgetCents / 100);
    const away = steps.map((step) => Math.abs(Math.log(step / yuan)));
    return away.indexOf(Math.min(...away));
  });
  protected readonly stepText = (step: number): string => this.format.roundMoney((steps[step] ?? 0) * 100);

  protected idsOf(list: 'mustHaveIds' | 'excludedIds'): readonly string[] {
    return this.wishes()[list];
  }

  protected nameOf(id: string): string {
    return this.names().get(id) ?? id.slice(0, 8);
  }

  protected send(): void {
    if (!this.busy() && this.faults().length === 0) this.ask.emit();
  }

  protected own(): void {
    const { ownMix } = this.wishes();
    const mix = ownMix ?? emptyMix(this.tiers().map(({ key }) => key));
    this.set({ mixPreset: null, ownMix: mix, mixTolerance: null });
  }

  protected count(counting: PortfolioWishes['counting']): void {
    this.set({ counting, ...(counting === 'followers' && { boosts: null }) });
  }

  protected faultWord(fault: 'mix' | 'boosts'): string {
    return this.texts.say(`matching.plan.fault.${fault}`);
  }

  protected countingWord(counting: 'followers' | 'readers'): string {
    return this.texts.say(`matching.plan.countingWord.${counting}`);
  }

  protected set(changed: Partial<PortfolioWishes>): void {
    this.alter.emit({ ...this.wishes(), ...changed });
  }

  protected slide(step: number): void {
    const yuan = steps[step];
    // The slider also reports the step nearest to a typed amount; that must not overwrite the amount.
    if (yuan !== undefined && step !== this.step()) this.set({ budgetCents: yuan * 100 });
  }

  protected type(event: Event): void {
    const cents = centsOf((event.target as HTMLInputElement).value);
    if (cents !== null) this.set({ budgetCents: cents });
  }

  protected most(event: Event): void {
    const number = Number.parseInt((event.target as HTMLInputElement).value, 10);
    this.set({ maxCreators: Number.isFinite(number) && number > 0 ? Math.min(200, number) : null });
  }

  protected free(list: 'mustHaveIds' | 'excludedIds', id: string): void {
    this.set({ [list]: this.wishes()[list].filter((one) => one !== id) });
  }
}
