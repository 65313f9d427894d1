import { inject, Service } from '@angular/core';
import type { PairedEffect } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

/** How figures of a stress test are said. */
@Service()
export class StressWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  people(count: number): string {
    return this.format.number(Math.round(count));
  }

  /** Readers that an effect costs, with the interval; that it has no visible effect where that covers zero. */
  costs({ mean, low, high, visible }: PairedEffect): string {
    if (!visible) return this.texts.say('matching.stress.none');
    return this.texts.say('matching.stress.range95', {
      mean: this.people(mean),
      low: this.people(low),
      high: this.people(high),
    });
  }

  /** A change of a chance in points, with its sign. `times` −1 says what a thing adds when its absence was measured. */
  points({ mean, visible }: PairedEffect, times: 1 | -1 = 1): string {
    if (!visible) return this.texts.say('matching.stress.none');
    const points = 100 * mean * times;
    return this.texts.say('matching.stress.points', {
      sign: points > 0 ? '+' : '−',
      points: this.format.decimal(Math.abs(points)),
    });
  }
}
