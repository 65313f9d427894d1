import { Component, computed, inject, input } from '@angular/core';
import type { GuidanceView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { MetricName } from '../ui/metric-name';

type Time = NonNullable<GuidanceView['hours']>;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Half and twice as often are the ends of the scale. */
const heightOf = (ratio: number): number =>
  50 + 50 * Math.max(-1, Math.min(1, Math.log2(Math.max(ratio, 0.01))));

/** When notes were opened more, as far as it can be told. */
@Component({
  selector: 'app-guidance-time',
  imports: [MetricName, T],
  template: `
    <h4>
      {{ 'guidance.time.title' | t }} <small><app-metric-name metric="timeOpens" /></small>
    </h4>
    <p class="said strong">{{ sentence() }}</p>
    @if (weekdays(); as words) {
      <p class="said">{{ words }}</p>
    }
    @if (planned(); as words) {
      <p class="said">{{ words }}</p>
    }
    <div class="hours" role="img" [attr.aria-label]="('guidance.time.chart' | t) + '. ' + sentence()">
      @for (bin of hours().bins; track bin.at) {
        <span [class.better]="hours().better.includes(bin.at)" [title]="barText(bin)">
          <i
            [style.bottom.%]="heightOf(bin.low)"
            [style.height.%]="heightOf(bin.high) - heightOf(bin.low)"
          ></i>
          <b [style.bottom.%]="heightOf(bin.ratio)"></b>
        </span>
      }
    </div>
    <div class="axis" aria-hidden="true">
      <span>0</span><span>6</span><span>12</span><span>18</span><span>24</span>
    </div>
  `,
  styleUrl: './guidance-part.scss',
})
export class GuidanceTime {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly heightOf = heightOf;
  readonly hours = input.required<Time>();
  readonly days = input.required<Time | null>();
  readonly plan = input.required<GuidanceView['planned']>();

  protected readonly sentence = computed(() => {
    const hours = this.hours().better.slice(0, 3);
    if (!hours.length) return this.texts.say('guidance.time.cannotTell');
    return this.texts.say('guidance.time.better', {
      hours: this.listed(hours.map((hour) => this.texts.say('guidance.time.hour', { hour }))),
    });
  });
  protected readonly weekdays = computed(() => {
    const days = (this.days()?.better ?? []).flatMap((at) => {
      const day = weekdays[at];
      return day ? [this.texts.say(`guidance.time.weekday.${day}`)] : [];
    });
    return days.length ? this.texts.say('guidance.time.weekdays', { days: this.listed(days) }) : '';
  });
  protected readonly planned = computed(() => {
    const hour = this.plan()?.hour;
    const bin = hour === undefined ? undefined : this.hours().bins[hour];
    return bin ? this.texts.say('guidance.time.planned', this.figures(bin)) : '';
  });

  protected barText(bin: Time['bins'][number]): string {
    return this.texts.say('guidance.time.bar', this.figures(bin));
  }

  private figures({ at, ratio, low, high, notes }: Time['bins'][number]) {
    return {
      hour: at,
      ratio: this.format.lift(ratio),
      low: this.format.lift(low),
      high: this.format.lift(high),
      n: this.format.number(notes),
    };
  }

  private listed(words: readonly string[]): string {
    return words.join(this.texts.chinese() ? '、' : ', ');
  }
}
