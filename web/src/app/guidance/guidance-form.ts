import { Component, computed, inject, input } from '@angular/core';
import type { GuidanceView } from '@poolrise/contracts';
import { markNames } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from '../ui/chip';
import { Format } from '../ui/format';

type Check = GuidanceView['format'][number];
const tones: Record<Check['severity'], Tone> = { must: 'stopped', advice: 'action', folklore: 'neutral' };
const order: readonly Check['severity'][] = ['must', 'advice', 'folklore'];

/** Rules of form that the draft does not keep, each with where the rule comes from. */
@Component({
  selector: 'app-guidance-form',
  imports: [Chip, T],
  templateUrl: './guidance-form.html',
  styleUrl: './guidance-part.scss',
})
export class GuidanceForm {
  protected readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly tones = tones;
  protected readonly markNames = markNames;
  readonly checks = input.required<GuidanceView['format']>();
  protected readonly broken = computed(() =>
    this.checks()
      .filter(({ kept }) => !kept)
      .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
  );

  protected words({ key, value, least, most }: Check): string {
    const say = (figure: number | null) => this.format.decimal(figure, Number.isInteger(figure) ? 0 : 2);
    return this.texts.say(`guidance.form.rule.${key}`, {
      value: say(value),
      least: say(least),
      most: say(most),
    });
  }
}
