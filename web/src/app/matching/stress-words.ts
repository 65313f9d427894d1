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

  /** Readers that an effect costs; that it has no visible effect where the interval covers zero. */
  costs({ mean, visible }: PairedEffect): string {
    return visible ? this.people(mean) : this.texts.say('matching.stress.none');
  }

  between({ low, high }: PairedEffect): string {
    return this.texts.say('matching.stress.between', { low: this.people(low), high: this.people(high) });
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
