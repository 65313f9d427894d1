import { Component, computed, inject, input, signal } from '@angular/core';
import type { GuidanceView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { MetricName } from '../ui/metric-name';
import { RateWhisker } from '../ui/rate-whisker';

type Observation = GuidanceView['observations'][number];

/** How notes with and without each feature were opened. What can be told of comes first; the rest when it is asked for. */
@Component({
  selector: 'app-guidance-observed',
  imports: [MetricName, RateWhisker, T],
  templateUrl: './guidance-observed.html',
  styleUrl: './guidance-part.scss',
})
export class GuidanceObserved {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly observations = input.required<GuidanceView['observations']>();
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all()
      ? this.observations()
      : this.observations().filter(({ result }) => result === 'more' || result === 'fewer'),
  );

  protected estimate({ ratio, low, high }: Observation) {
    return ratio === null || low === null || high === null ? null : { lift: ratio, low, high };
  }

  protected toneOf({ result }: Observation): 'pass' | 'stop' | 'wait' {
    return result === 'more' ? 'pass' : result === 'fewer' ? 'stop' : 'wait';
  }

  protected ratio({ ratio, low, high }: Observation): string {
    return this.texts.say('guidance.observed.ratio', {
      ratio: this.format.lift(ratio),
      low: this.format.lift(low),
      high: this.format.lift(high),
    });
  }

  protected sides({ with: own, without }: Observation): string {
    return this.texts.say('guidance.observed.sides', {
      with: this.format.percent(own.rate),
      withN: this.format.number(own.notes),
      without: this.format.percent(without.rate),
      withoutN: this.format.number(without.notes),
    });
  }
}
