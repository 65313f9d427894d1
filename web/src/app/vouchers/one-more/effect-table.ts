import { Component, computed, inject, input } from '@angular/core';
import type { EffectView } from '@poolrise/contracts';
import { type MetricId, metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { signed } from '../../notes/replay/replay-words';
import { FigureGrid } from '../../ui/figure-grid';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { Scrolls } from '../../ui/scrolls';
import { EffectPlot } from './effect-plot';
import { type Answered, OneMoreWords } from './one-more-words';

interface Row {
  metric: MetricId;
  name: string;
  before: string;
  after: string;
  effect: EffectView;
  span: number;
  change: string;
  range: string;
}

/** Every change with its interval, each drawn beside no change. Reads share one scale, so that a loss is seen beside a gain. */
@Component({
  selector: 'app-effect-table',
  imports: [AppLineage, EffectPlot, FigureGrid, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'oneMore.table.heading' | t }}
      <small>{{ 'oneMore.table.hint' | t: { worlds: format.number(answer().result.worlds) } }}</small>
    </h2>
    <div [appScrolls]="'oneMore.table.heading' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'oneMore.table.figure' | t }}</th>
            <th scope="col" class="pr-number">{{ 'oneMore.table.without' | t }}</th>
            <th scope="col" class="pr-number">{{ 'oneMore.table.with' | t }}</th>
            <th scope="col" class="pr-number">{{ 'oneMore.table.change' | t }}</th>
            <th scope="col" class="drawn"></th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (row of rows(); track row.metric) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td class="pr-number">{{ row.before }}</td>
              <td class="pr-number">{{ row.after }}</td>
              <td class="pr-number">
                <span [appLineage]="row.metric">
                  @if (row.effect.visible) {
                    <b>{{ row.change }}</b>
                  } @else {
                    <span class="none">{{ 'oneMore.table.none' | t }}</span>
                  }
                </span>
                <span class="range">{{ row.range }}</span>
              </td>
              <td class="drawn">
                <app-effect-plot
                  [effect]="row.effect"
                  [span]="row.span"
                  [label]="
                    'oneMore.table.plot'
                      | t: { figure: row.name, mean: row.change, low: row.low, high: row.high }
                  "
                />
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    tbody th {
      font-weight: 400;
    }
    tbody tr:not(:last-child) th {
      border-bottom: 1px solid var(--pr-line);
    }
    .none,
    .range {
      color: var(--pr-muted);
    }
    .range {
      display: block;
      font-size: 12px;
    }
    .drawn {
      width: 176px;
      vertical-align: middle;
    }
    @media (max-width: 719px) {
      th,
      td {
        padding-inline: 4px;
        white-space: normal;
      }
      .drawn {
        display: none;
      }
    }
  `,
})
export class EffectTable {
  private readonly texts = inject(Texts);
  private readonly words = inject(OneMoreWords);
  protected readonly format = inject(Format);
  readonly answer = input.required<Answered>();

  protected readonly rows = computed(() => {
    const { note, others, net, nextLevel } = this.answer().result;
    const { impressions, organic, reads, engaged } = note.difference;
    const reach = spanOf(reads, others.difference.reads, net);
    const counted = (
      metric: MetricId,
      effect: EffectView,
      span: number,
      of?: 'impressions' | 'organic' | 'reads' | 'engaged',
    ): Row => ({
      metric,
      name: this.texts.of(metrics[metric]),
      before: of ? this.format.number(Math.round(note.before[of])) : '',
      after: of ? this.format.number(Math.round(note.after[of])) : '',
      effect,
      span,
      change: this.words.change(effect.mean),
      range: this.words.rangeText(effect),
    });
    const rows = [
      counted('oneMoreReads', reads, reach, 'reads'),
      counted('oneMoreOthers', others.difference.reads, reach),
      counted('oneMoreNet', net, reach),
      counted('oneMoreImpressions', impressions, spanOf(impressions, organic), 'impressions'),
      counted('oneMoreNatural', organic, spanOf(impressions, organic), 'organic'),
      counted('oneMoreEngaged', engaged, spanOf(engaged), 'engaged'),
      ...(nextLevel ? [this.level(nextLevel)] : []),
    ];
    return rows.map((row) => ({ ...row, ...this.endsOf(row) }));
  });

  private level({ level, before, after, difference }: NonNullable<Answered['result']['nextLevel']>): Row {
    const [low, high] = [this.points(difference.low), this.points(difference.high)];
    return {
      metric: 'oneMoreNextLevel',
      name: this.texts.say('oneMore.table.nextLevel', { level }),
      before: this.format.percent(before, 0),
      after: this.format.percent(after, 0),
      effect: difference,
      span: spanOf(difference),
      change: this.texts.say('oneMore.table.points', { n: this.points(difference.mean) }),
      range: this.texts.say('oneMore.table.range', { low, high }),
    };
  }

  private points(share: number): string {
    return signed(100 * share, this.format, 1);
  }

  private endsOf({ metric, effect }: Row): { low: string; high: string } {
    if (metric !== 'oneMoreNextLevel') return this.words.range(effect);
    return { low: this.points(effect.low), high: this.points(effect.high) };
  }
}

/** The farthest that any of these lie from no change. */
const spanOf = (...effects: EffectView[]): number =>
  Math.max(...effects.flatMap(({ mean, low, high }) => [Math.abs(mean), Math.abs(low), Math.abs(high)]));
