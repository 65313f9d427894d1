import { Component, computed, inject, input } from '@angular/core';
import type { VerdictView } from '@poolrise/contracts';
import { type MetricId, metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { Scrolls } from '../../ui/scrolls';

const counted: readonly [keyof VerdictView['counts'], MetricId][] = [
  ['impressions', 'impressions'],
  ['clicks', 'clicks'],
  ['likes', 'likes'],
  ['collects', 'collects'],
  ['comments', 'comments'],
  ['shares', 'shares'],
  ['follows', 'follows'],
];

/** Every figure that the verdict read, unrounded where that could matter: enough to judge it again by hand. */
@Component({
  selector: 'app-exact-evidence',
  imports: [Scrolls, T],
  template: `
    <div [appScrolls]="'why.exact.caption' | t">
      <table class="pr-table">
        <caption class="pr-only-screen-reader">
          {{
            'why.exact.caption' | t
          }}
        </caption>
        <tbody>
          @for (row of rows(); track row.name) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td>{{ row.value }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .pr-scrolls {
      --pr-ground: var(--pr-bg);
    }
    td,
    tbody th {
      height: 30px;
      padding-block: 2px;
      font-size: 12.5px;
    }
    th {
      white-space: normal;
    }
    td {
      font-variant-numeric: tabular-nums;
      text-align: end;
      overflow-wrap: anywhere;
    }
  `,
})
export class ExactEvidence {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly verdict = input.required<VerdictView>();

  protected readonly rows = computed(() => {
    const { verdict } = this;
    const { estimate, place, peers, counts, bar, asks } = verdict();
    const say = (key: TextKey, ...values: (string | number | null)[]) => ({
      name: this.texts.say(key),
      value: values.map((value) => this.exact(value)).join(' / '),
    });
    return [
      say('why.exact.level', verdict().impressions, verdict().target),
      say('why.exact.hours', verdict().hoursInLevel, verdict().hoursSincePublished),
      ...counted.map(([count, metric]) => ({
        name: this.texts.of(metrics[metric]),
        value: this.format.number(counts[count]),
      })),
      say('why.exact.lift', estimate?.lift ?? null, estimate?.low ?? null, estimate?.high ?? null),
      say('why.exact.probability', verdict().probabilityAbove, asks),
      say('why.exact.bar', bar),
      say('why.exact.exposure', place.exposure),
      say('why.exact.poolAverage', place.poolAverage),
      say('why.exact.capacity', place.capacityFactor),
      say('why.exact.outlook', place.outlook),
      say('why.exact.audienceLeft', place.audienceLeft),
      say('why.exact.peers', peers.runs, peers.impressions),
      say('why.exact.clickRate', peers.clickRate),
      say('why.exact.meanRate', 1000 * peers.meanRate),
      say('why.exact.dispersion', peers.dispersion),
      say('why.exact.strength', peers.strength, peers.contentOpens),
      say('why.exact.spread', peers.spread),
      say('why.exact.reason', verdict().reason, verdict().trigger),
    ];
  });

  private exact(value: string | number | null): string {
    if (value === null) return this.texts.say('why.exact.unknown');
    if (typeof value === 'string') return value;
    return Number.isInteger(value) ? this.format.number(value) : this.format.decimal(value, 4);
  }
}
