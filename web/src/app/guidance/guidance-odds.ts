import { Component, computed, inject, input } from '@angular/core';
import type { GuidanceView } from '@poolrise/contracts';
import { beatsAverage, isIn } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { MetricName } from '../ui/metric-name';
import { oddsText } from '../ui/odds-text';

/** With fewer notes a share says little. */
const tellingFrom = 20;

/** The odds of the first pool: a figure, what is not known of it, and how such figures turned out. */
@Component({
  selector: 'app-guidance-odds',
  imports: [MetricName, T],
  template: `
    <h4><app-metric-name metric="firstPoolOdds" /></h4>
    @if (odds(); as odds) {
      <p class="lead">
        <b>{{ share(odds.probability) }}</b>
        <span>{{ 'guidance.odds.interval' | t: { low: share(odds.low), high: share(odds.high) } }}</span>
      </p>
      <div class="bar" role="img" [attr.aria-label]="label()">
        <i
          class="interval"
          [style.inset-inline-start.%]="100 * odds.low"
          [style.width.%]="100 * (odds.high - odds.low)"
        ></i>
        <i class="cell" [style.inset-inline-start.%]="100 * odds.cell"></i>
        <i class="dot" [style.inset-inline-start.%]="100 * odds.probability"></i>
      </div>
      <p class="said">
        {{ 'guidance.odds.cell' | t: { share: share(odds.cell) } }} · {{ own() }}
        {{ 'guidance.odds.unknown' | t }}
      </p>
      <p class="said record">{{ record() }}</p>
    } @else {
      <p class="said">{{ 'guidance.odds.none' | t }}</p>
    }
  `,
  styleUrl: './guidance-part.scss',
})
export class GuidanceOdds {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly view = input.required<GuidanceView>();
  protected readonly odds = computed(() => this.view().odds);

  protected readonly label = computed(() => {
    const odds = this.odds();
    if (!odds) return '';
    return this.texts.say('guidance.odds.bar', {
      share: this.share(odds.probability),
      low: this.share(odds.low),
      high: this.share(odds.high),
      cell: this.share(odds.cell),
    });
  });
  protected readonly own = computed(() => {
    const own = this.odds()?.own;
    if (!own?.verdicts) return this.texts.say('guidance.odds.ownNone');
    return this.texts.count('guidance.odds.own', own.verdicts, { passed: own.passed });
  });
  protected readonly record = computed(() => {
    const { record, odds } = this.view();
    if (!record?.told || !odds) return this.texts.say('guidance.odds.recordNone');
    const bin = record.bins.find((one) => isIn(one, odds.probability));
    const said =
      bin && bin.trials >= tellingFrom
        ? this.texts.say('guidance.odds.record', {
            n: this.format.number(bin.trials),
            from: this.format.percent(bin.from, 0),
            to: this.format.percent(bin.to, 0),
            share: this.format.percent(bin.share, 0),
          })
        : this.texts.say('guidance.odds.recordFew', { n: bin?.trials ?? 0 });
    const score = this.texts.say(beatsAverage(record) ? 'guidance.odds.score' : 'guidance.odds.noBetter', {
      n: this.format.number(record.told),
      brier: this.format.decimal(record.brier, 3),
      base: this.format.decimal(record.baseBrier, 3),
    });
    return this.texts.chinese() ? `${said}${score}` : `${said} ${score}`;
  });

  protected readonly share = (probability: number): string => oddsText(probability, this.format, 0);
}
