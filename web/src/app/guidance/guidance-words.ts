import { Component, inject, input, output } from '@angular/core';
import type { GuidanceView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { MetricName } from '../ui/metric-name';
import type { WordToAdd } from './guidance-ask';

type Advised = Pick<GuidanceView['keywords']['missing'][number], 'searches' | 'trend' | 'notes' | 'crowding'>;

/** What readers search for: what the note would be found by, and what near to it it lacks. */
@Component({
  selector: 'app-guidance-words',
  imports: [Icon, MetricName, T],
  templateUrl: './guidance-words.html',
  styleUrl: './guidance-part.scss',
})
export class GuidanceWords {
  protected readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly words = input.required<GuidanceView['keywords']>();
  readonly writes = input(false);
  readonly added = output<WordToAdd>();

  protected said({ searches, trend, notes, crowding }: Advised): string {
    const moved =
      trend === null
        ? []
        : [
            this.texts.say(trend > 1 ? 'guidance.words.up' : 'guidance.words.down', {
              times: this.format.lift(trend),
            }),
          ];
    return [
      this.texts.say('guidance.words.searches', { n: this.format.number(searches) }),
      ...moved,
      this.texts.say('guidance.words.notes', { n: this.format.number(notes) }),
      this.texts.say(`guidance.words.crowding.${crowding}`),
    ].join(' · ');
  }
}
