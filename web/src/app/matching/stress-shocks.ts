import { Component, computed, inject, input, output } from '@angular/core';
import type { AskStressTest, StressDesk } from '@poolrise/contracts';
import { type StressReport, type StressShock, stressShocks } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FigureGrid } from '../ui/figure-grid';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { shownFigure, type StressField, stressFields, withFigure, withPart } from './stress-draft';
import { StressWords } from './stress-words';

/** What can go wrong: each with its switch, its figures and where they come from, and what it cost in the last run. */
@Component({
  selector: 'app-stress-shocks',
  imports: [AppLineage, FigureGrid, T],
  templateUrl: './stress-shocks.html',
  styleUrl: './stress-shocks.scss',
})
export class StressShocks {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(StressWords);
  readonly ask = input.required<AskStressTest>();
  readonly evidence = input.required<StressDesk['evidence']>();
  /** of the last run; null before the first */
  readonly report = input<StressReport | null>(null);
  readonly locked = input(false);
  readonly alter = output<AskStressTest>();

  /** As they hurt, once that is known. */
  protected readonly rows = computed(() => {
    const hurts =
      this.report()?.hurts ?? stressShocks.map((shock) => ({ shock, idle: null, befell: null, off: null }));
    return hurts.map((hurt) => ({
      ...hurt,
      name: this.texts.say(`matching.stress.name.${hurt.shock}`),
      on: this.ask().settings[hurt.shock].on,
      fields: stressFields[hurt.shock],
      source: this.sourceOf(hurt.shock),
    }));
  });

  protected figure(shock: StressShock, field: StressField): number {
    return shownFigure(this.ask().settings, shock, field);
  }

  protected fieldWord(shock: StressShock, { name }: StressField): string {
    return this.texts.say(
      `matching.stress.field.${shock}.${name}` as 'matching.stress.field.cancel.probability',
    );
  }

  protected type(shock: StressShock, field: StressField, event: Event): void {
    const box = event.target as HTMLInputElement;
    const changed = withFigure(this.ask(), shock, field, box.value);
    this.alter.emit(changed);
    // What was out of bounds or no number is shown as it was taken.
    box.value = String(shownFigure(changed.settings, shock, field));
  }

  protected switch(shock: StressShock): void {
    this.alter.emit(withPart(this.ask(), shock, { on: !this.ask().settings[shock].on }));
  }

  protected replace(): void {
    this.alter.emit(withPart(this.ask(), 'cancel', { replace: !this.ask().settings.cancel.replace }));
  }

  protected happens({ shock, befell }: StressReport['hurts'][number]): string {
    if (befell === null) return '';
    if (shock === 'reads' || shock === 'together') return '';
    return this.texts.say(`matching.stress.befell.${shock}`, {
      n: this.format.decimal(befell),
      share: this.format.percent(befell, 0),
    });
  }

  protected idleWord(idle: NonNullable<StressReport['hurts'][number]['idle']>): string {
    return this.texts.say(`matching.stress.idle.${idle}`);
  }

  private sourceOf(shock: StressShock): string {
    const found = this.evidence().find((one) => one.shock === shock);
    if (!found) return '';
    const source = this.texts.of(found.source);
    if (!found.counted)
      return this.texts.say('matching.stress.assumed', {
        source,
        day: this.format.wholeDay(found.since),
      });
    const { trials, successes, low, high } = found.counted;
    return this.texts.say('matching.stress.counted', {
      source,
      trials: this.format.number(trials),
      successes: this.format.number(successes),
      low: this.format.percent(low),
      high: this.format.percent(high),
    });
  }
}
