import { Component, computed, inject, input } from '@angular/core';
import type { CampaignView } from '@poolrise/contracts';
import { campaignChoice, type FigureSource, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from '../ui/chip';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { CampaignWords } from './campaign-words';

const guardTones: Readonly<Record<CampaignView['guards'][number]['state'], Tone>> = {
  kept: 'passed',
  broken: 'stopped',
  'too-early': 'neutral',
};

/** What the campaign is to reach and what must not happen, with the figures as reports count them. */
@Component({
  selector: 'app-campaign-measures',
  imports: [AppLineage, AppSource, Chip, FigureGrid, MetricName, T],
  host: { class: 'pr-card' },
  template: `
    @let its = campaign();
    <div [appSource]="source()">
      <h2>{{ 'campaigns.page.kpis' | t }}</h2>
      @if (its.kpis.length) {
        <ul appFigureGrid>
          @for (kpi of its.kpis; track $index) {
            <li>
              <span class="name"
                ><app-metric-name [metric]="kpi.metric" [tabbable]="false" /><small>{{
                  words.bound(kpi.metric, kpi.comparison, kpi.target)
                }}</small></span
              >
              <b [appLineage]="kpi.metric">{{ format.metric(kpi.metric, kpi.value) }}</b>
              <app-chip [tone]="kpi.reached ? 'passed' : 'neutral'">{{ reached(kpi.reached) }}</app-chip>
            </li>
          }
        </ul>
      } @else {
        <p class="pr-muted">{{ 'campaigns.page.kpisNone' | t }}</p>
      }
      <h2 class="second">{{ 'campaigns.page.guards' | t }}</h2>
      @if (its.guards.length) {
        <ul appFigureGrid>
          @for (guard of its.guards; track $index) {
            <li>
              <span class="name"
                ><app-metric-name [metric]="guard.metric" [tabbable]="false" /><small
                  >{{ words.bound(guard.metric, guard.comparison, guard.bound) }} ·
                  {{ 'campaigns.page.after' | t: { n: format.number(guard.afterImpressions) } }}</small
                ></span
              >
              <b [appLineage]="guard.metric">{{ format.metric(guard.metric, guard.value) }}</b>
              <app-chip [tone]="guardTones[guard.state]">{{ guardWord(guard.state) }}</app-chip>
            </li>
          }
        </ul>
      } @else {
        <p class="pr-muted">{{ 'campaigns.page.guardsNone' | t }}</p>
      }
      @if (its.notes > 0) {
        <p class="pr-muted counted">{{ texts.count('campaigns.page.notes', its.notes) }}</p>
      }
    </div>
  `,
  styles: `
    h2 {
      font-size: 14px;
      font-weight: 650;
    }
    ul {
      margin: 6px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto 92px;
      gap: 4px 14px;
      align-items: center;
      min-height: 52px;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    small {
      display: block;
      color: var(--pr-muted);
      font-size: 12px;
    }
    b {
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }
    app-chip {
      justify-self: end;
    }
    .second {
      margin-top: 18px;
    }
    p {
      margin-top: 8px;
      font-size: 13px;
    }
    .counted {
      margin-top: 14px;
      font-size: 12px;
    }
  `,
})
export class CampaignMeasures {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(CampaignWords);
  protected readonly guardTones = guardTones;

  readonly campaign = input.required<CampaignView>();

  /** The notes' readers and the money, from the first flight on. */
  protected readonly source = computed((): FigureSource => {
    const { startsAt, asOf } = this.campaign();
    return {
      streams: ['hosted-hours', 'hosted-boosts', 'journal'],
      over: startsAt && startsAt < asOf ? shanghaiDays(startsAt, asOf) : 'now',
      dataAt: asOf,
      choice: campaignChoice,
    };
  });

  protected guardWord(state: CampaignView['guards'][number]['state']): string {
    return this.texts.say(`campaigns.page.guard.${state}`);
  }

  protected reached(reached: boolean | null): string {
    if (reached === null) return this.texts.say('campaigns.page.unknown');
    return this.texts.say(reached ? 'campaigns.page.reached' : 'campaigns.page.open');
  }
}
