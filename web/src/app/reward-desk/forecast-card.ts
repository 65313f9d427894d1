import { Component, computed, inject, input } from '@angular/core';
import type { LikelyView, PlanForecastView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { IssuedCourse } from './issued-course';
import { PlanWords, roundCents } from './plan-words';

const stages = ['eligible', 'enrolled', 'achieved', 'issued'] as const;

/** What a plan is expected to cost and to bring, each with its interval. */
@Component({
  selector: 'app-forecast-card',
  imports: [IssuedCourse, T],
  template: `
    @let it = forecast();
    <p class="total">
      <b>{{ money(it.totalCents.middle) }}</b>
      <span>{{ 'rewardDesk.forecast.between' | t: words.money(it.totalCents) }}</span>
    </p>
    <p class="most">{{ 'rewardDesk.forecast.most' | t: { money: money(it.mostCents) } }}</p>
    @if (it.costs.length > 1) {
      <dl>
        @for (cost of it.costs; track $index) {
          <div>
            <dt>{{ kindWord(cost.kind) }}</dt>
            <dd>
              <b>{{ money(cost.cents.middle) }}</b>
              <small>{{ 'rewardDesk.forecast.between' | t: words.money(cost.cents) }}</small>
            </dd>
          </div>
        }
      </dl>
    }
    <dl [attr.aria-label]="'rewardDesk.forecast.funnel' | t">
      @for (stage of stages; track stage) {
        <div>
          <dt>{{ stageWord(stage) }}</dt>
          <dd>
            <b>{{ format.number(it[stage].middle) }}</b>
            <small>{{ 'rewardDesk.forecast.between' | t: words.numbers(it[stage]) }}</small>
          </dd>
        </div>
      }
    </dl>
    <p class="most">{{ 'rewardDesk.forecast.of' | t: { n: format.number(it.creators) } }}</p>
    <p class="runs">{{ runsOut() }}</p>
    <app-issued-course [forecast]="it" [quota]="quota()" [says]="course" />
  `,
  styles: `
    .total {
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
      align-items: baseline;
      margin-top: 8px;
      font-variant-numeric: tabular-nums;
    }
    .total b {
      font-size: 24px;
      font-weight: 650;
      letter-spacing: -0.01em;
    }
    .total span,
    .most,
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    dl {
      display: grid;
      gap: 6px;
      margin: 12px 0 6px;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    div {
      display: flex;
      gap: 12px;
      align-items: baseline;
      justify-content: space-between;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    dd b {
      font-weight: 650;
    }
    small {
      display: block;
    }
    .runs {
      margin-top: 10px;
    }
  `,
})
export class ForecastCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(PlanWords);
  readonly forecast = input.required<PlanForecastView>();
  readonly quota = input.required<number>();
  protected readonly stages = stages;
  protected readonly course = (given: Record<string, string>): string =>
    this.texts.say('rewardDesk.forecast.courseAlt', given);

  protected readonly runsOut = computed(() => {
    const { chance, day } = this.forecast().runsOut;
    if (day === null || chance < 0.05) return this.texts.say('rewardDesk.forecast.runsOutNot');
    return this.texts.say('rewardDesk.forecast.runsOut', {
      chance: Math.round(100 * chance),
      day: this.days(day),
    });
  });

  protected kindWord(kind: PlanForecastView['costs'][number]['kind']): string {
    return this.texts.say(`rewardDesk.kind.${kind}`);
  }

  protected stageWord(stage: (typeof stages)[number]): string {
    return this.texts.say(`rewardDesk.forecast.${stage}`);
  }

  protected money(cents: number): string {
    return this.format.roundMoney(roundCents(cents));
  }

  private days({ low, middle, high }: LikelyView): string {
    const whole = (day: number): string => this.format.number(Math.max(1, Math.ceil(day)));
    return whole(low) === whole(high) ? whole(middle) : `${whole(middle)} (${whole(low)}–${whole(high)})`;
  }
}
