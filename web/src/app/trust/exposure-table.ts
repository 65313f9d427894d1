import { Component, inject, input } from '@angular/core';
import type { FairnessView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { MetricName } from '../ui/metric-name';
import { Scrolls } from '../ui/scrolls';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';

type Group = FairnessView['groups'][number];

/** One hit moves the figure of fewer notes more than any rule does. */
const fewNotes = 30;

/** What each group got against what it deserved: the dot is the ratio, the line in the middle is even. */
@Component({
  selector: 'app-exposure-table',
  imports: [AppLineage, FigureGrid, MetricName, Scrolls, T],
  template: `
    <div [appScrolls]="'trust.fairness.merit.title' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'trust.fairness.merit.group' | t }}</th>
            <th scope="col" class="pr-number" colspan="2"><app-metric-name metric="exposureOverMerit" /></th>
            <th scope="col" class="pr-number">
              <app-metric-name metric="notesJudged">{{ 'trust.fairness.merit.notes' | t }}</app-metric-name>
            </th>
            <th scope="col" class="pr-number">
              <app-metric-name metric="exposureShare">{{
                'trust.fairness.merit.exposure' | t
              }}</app-metric-name>
            </th>
            <th scope="col" class="pr-number">
              <app-metric-name metric="meritShare">{{ 'trust.fairness.merit.merit' | t }}</app-metric-name>
            </th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (group of groups(); track group.group) {
            <tr [class.few]="isFew(group)">
              <th scope="row">{{ groupWord(group) }}</th>
              <td class="dots">
                <svg viewBox="0 0 96 16" width="96" height="16" aria-hidden="true">
                  <line class="even" x1="48" x2="48" y1="0" y2="16" />
                  <line class="way" x1="48" y1="8" y2="8" [attr.x2]="at(group)" />
                  <circle r="4" cy="8" [attr.cx]="at(group)" />
                </svg>
              </td>
              <td class="pr-number">
                <span appLineage="exposureOverMerit">{{ format.lift(group.ratio) }}</span>
              </td>
              <td class="pr-number">
                <span appLineage="notesJudged">{{ format.number(group.notes) }}</span>
              </td>
              <td class="pr-number">
                <span appLineage="exposureShare">{{ format.percent(group.exposureShare) }}</span>
              </td>
              <td class="pr-number">
                <span appLineage="meritShare">{{ format.percent(group.meritShare) }}</span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (groups().some(isFew)) {
      <p class="note">{{ 'trust.fairness.merit.few' | t: { n: fewNotes } }}</p>
    }
  `,
  styleUrl: './trust.scss',
  styles: `
    .dots {
      width: 100px;
      padding-inline-end: 0;
    }
    svg {
      display: block;
    }
    .even {
      stroke: var(--pr-muted);
      stroke-dasharray: 3 2;
    }
    .way {
      stroke: var(--pr-organic);
      stroke-width: 2;
    }
    circle {
      fill: var(--pr-organic);
    }
    .few .way {
      stroke: var(--pr-faint);
    }
    .few circle {
      fill: var(--pr-faint);
    }
  `,
})
export class ExposureTable {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly groups = input.required<readonly Group[]>();

  protected readonly fewNotes = fewNotes;
  protected readonly isFew = ({ notes }: Group): boolean => notes < fewNotes;

  protected groupWord({ dimension, group }: Group): string {
    const key =
      dimension === 'category' ? `common.category.${group}` : `trust.fairness.${dimension}.${group}`;
    return this.texts.knows(key) ? this.texts.say(key) : group;
  }

  /** Logarithmic, from half to twice of what was deserved; what lies beyond stands at the end. */
  protected at({ ratio }: Group): number {
    return 48 + 42 * Math.max(-1, Math.min(1, Math.log2(Math.max(ratio ?? 1, 0.01))));
  }
}
