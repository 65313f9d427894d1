import { Component, computed, inject, input } from '@angular/core';
import type { ProposalFigures } from '@poolrise/contracts';
import { BriefWords } from '../matching/brief-words';
import type { MetricId } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { MixBar, type MixShare } from './mix-bar';
import { AppLineage } from '../ui/lineage';
import type { Explained } from '../ui/lineage-panel';

type TargetReach = NonNullable<ProposalFigures['targetReach']>;
type Forecast = NonNullable<ProposalFigures['reads']>;

/** What a version comes to: money, what may be expected of it, how many people it reaches, and how it is mixed. */
@Component({
  selector: 'app-figures-strip',
  imports: [AppLineage, MixBar, T],
  template: `
    <dl>
      <div>
        <dt>{{ 'proposals.figures.price' | t }}</dt>
        <dd>
          <span appLineage="proposalPrice">{{ format.roundMoney(figures().priceCents) }}</span>
        </dd>
        <dd class="about">{{ size() }}</dd>
      </div>
      <div>
        <dt>{{ 'proposals.figures.reads' | t }}</dt>
        <dd>
          <span [appLineage]="reads()">{{ format.compact(figures().reads?.expected ?? null) }}</span>
        </dd>
        <dd class="about">{{ spread(figures().reads) }}</dd>
      </div>
      <div>
        <dt>{{ 'proposals.figures.impressions' | t }}</dt>
        <dd>
          <span [appLineage]="impressions()">{{
            format.compact(figures().impressions?.expected ?? null)
          }}</span>
        </dd>
        <dd class="about">{{ spread(figures().impressions) }}</dd>
      </div>
      <div>
        <dt>{{ 'proposals.figures.reach' | t }}</dt>
        <dd>
          <span appLineage="netReach">{{ format.compact(figures().reach?.people ?? null) }}</span>
        </dd>
        <dd class="about">{{ reach() }}</dd>
      </div>
      @if (figures().targetReach; as target) {
        <div>
          <dt>{{ 'proposals.figures.targetReach' | t }}</dt>
          <dd>
            <span appLineage="netReach">{{ format.compact(target.people) }}</span>
          </dd>
          <dd class="about">{{ targetReach(target) }}</dd>
        </div>
      }
    </dl>
    <div class="mixes">
      <app-mix-bar [heading]="'proposals.figures.tiers' | t" [shares]="tiers()" />
      <app-mix-bar [heading]="'proposals.figures.categories' | t" [shares]="categories()" />
    </div>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 165px), 1fr));
      gap: 14px 20px;
      margin: 0;
    }
    dt {
      color: var(--pr-muted);
      font-size: 13px;
    }
    dd {
      margin: 0;
      font-size: 24px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.01em;
      line-height: 1.3;
    }
    .about {
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 400;
      letter-spacing: normal;
    }
    .mixes {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
      gap: 18px 28px;
      margin-top: 18px;
      padding-top: 16px;
      border-top: 1px solid var(--pr-line);
    }
  `,
})
export class FiguresStrip {
  private readonly texts = inject(Texts);
  private readonly briefWords = inject(BriefWords);
  protected readonly format = inject(Format);
  readonly figures = input.required<ProposalFigures>();

  protected readonly size = computed(() => {
    const { creators, notes } = this.figures();
    const people = this.texts.count('proposals.figures.creators', creators);
    return `${people} · ${this.texts.count('proposals.figures.notes', notes)}`;
  });
  protected readonly tiers = computed<MixShare[]>(() =>
    this.figures().tiers.map(({ key, name, creators, priceCents }) => ({
      key,
      name: this.texts.of(name),
      creators,
      priceCents,
    })),
  );
  protected readonly categories = computed<MixShare[]>(() =>
    this.figures().categories.map(({ key, creators, priceCents }) => {
      const word = `common.category.${key}`;
      const name = this.texts.knows(word) ? this.texts.say(word) : this.texts.say('proposals.figures.other');
      return { key, name, creators, priceCents };
    }),
  );
  protected readonly reach = computed(() => {
    const { reach, creators } = this.figures();
    if (!reach) return this.texts.say('proposals.figures.reachUnknown');
    const words = this.texts.say('proposals.figures.reachText', {
      low: this.format.compact(reach.low),
      high: this.format.compact(reach.high),
      overlap: this.format.percent(reach.overlapShare),
    });
    if (reach.measured === creators) return words;
    return words + this.texts.say('proposals.figures.reachPartly', { known: reach.measured, n: creators });
  });

  protected targetReach({ low, high, overlapShare, target }: TargetReach): string {
    const words = this.texts.say('proposals.figures.reachText', {
      low: this.format.compact(low),
      high: this.format.compact(high),
      overlap: this.format.percent(overlapShare),
    });
    return `${this.briefWords.target(target)} · ${words}`;
  }

  protected readonly reads = computed(() => this.exactly('forecastReads', this.figures().reads));
  protected readonly impressions = computed(() =>
    this.exactly('forecastImpressions', this.figures().impressions),
  );

  private exactly(metric: MetricId, forecast: Forecast | null): Explained {
    if (!forecast) return { metric };
    const text = this.format.number(forecast.expected);
    return { metric, beside: [{ label: this.texts.say('common.exactly'), text }] };
  }

  protected spread(forecast: Forecast | null): string {
    if (!forecast) return this.texts.say('proposals.figures.unknown');
    const { low, high } = forecast;
    const words =
      low === null || high === null
        ? this.texts.say('proposals.figures.spreadUnknown')
        : this.texts.say('proposals.figures.within', {
            low: this.format.compact(low),
            high: this.format.compact(high),
          });
    const { forecastOf: known, creators: n } = this.figures();
    return known < n ? `${words} · ${this.texts.say('proposals.figures.partly', { known, n })}` : words;
  }
}
