import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { AppealOutcomes } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Format } from '../../ui/format';
import { Scrolls } from '../../ui/scrolls';

/** How appeals of everybody ended, by what was found: beside the record and beside the queue, the same figures. */
@Component({
  selector: 'app-appeal-outcomes',
  imports: [Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'violations.outcomes.title' | t }}</h2>
    <p class="text">{{ 'violations.outcomes.text' | t }}</p>
    @if (view(); as view) {
      @if (rows().length > 0) {
        <div [appScrolls]="'violations.outcomes.title' | t">
          <table>
            <thead>
              <tr>
                <th scope="col">{{ 'violations.outcomes.kind' | t }}</th>
                <th scope="col" class="number">{{ 'violations.outcomes.upheld' | t }}</th>
                <th scope="col" class="number">{{ 'violations.outcomes.decided' | t }}</th>
                <th scope="col" class="number">{{ 'violations.outcomes.open' | t }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.kind) {
                <tr>
                  <th scope="row">{{ texts.say(row.word) }}</th>
                  <td class="number">
                    {{ row.share }}
                    @if (row.few) {
                      <small>{{ 'violations.outcomes.few' | t }}</small>
                    }
                  </td>
                  <td class="number">{{ format.number(row.decided) }}</td>
                  <td class="number">{{ format.number(row.open) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        <p class="text">
          {{ 'violations.outcomes.fewNote' | t: { n: view.sampleMin } }}
          @if (view.hoursMedian !== null) {
            {{ 'violations.outcomes.median' | t: { hours: format.decimal(view.hoursMedian) } }}
          }
        </p>
      } @else {
        <p class="text">{{ 'violations.outcomes.none' | t }}</p>
      }
    }
  `,
  styleUrl: '../../ui/card-table.scss',
  styles: `
    :host {
      display: block;
      margin-top: 16px;
    }
    small {
      display: block;
      font-weight: 400;
    }
    table {
      margin-bottom: 10px;
    }
  `,
})
export class AppealOutcomesCard {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  private readonly outcomes = httpResource<AppealOutcomes>(() => '/api/v1/appeal-outcomes');
  protected readonly view = kept(() => 'outcomes', this.outcomes);

  protected readonly rows = computed(() => {
    const view = this.view();
    if (!view) return [];
    return view.kinds
      .filter(({ decided, open }) => decided + open > 0)
      .map(({ kind, decided, open, share, low, high }) => ({
        kind,
        decided,
        open,
        word: `violations.kind.${kind}` as const,
        share:
          share === null
            ? '–'
            : this.texts.say('violations.outcomes.share', {
                share: this.format.percent(share, 0),
                low: this.format.percent(low, 0),
                high: this.format.percent(high, 0),
              }),
        few: share !== null && decided < view.sampleMin,
      }));
  });

  constructor() {
    reloadOn(this.outcomes, 'notes');
  }
}
