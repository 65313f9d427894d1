import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import type { GrowthView } from '@poolrise/contracts';
import { growthDays, growthRules } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { Scrolls } from '../ui/scrolls';
import { GrowthWords } from './growth-words';

/** What every level asks, rule by rule, beside the desk's own figures. */
@Component({
  selector: 'app-growth-levels',
  imports: [Icon, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'growth.table.title' | t }}</h2>
    <p class="text">{{ 'growth.table.text' | t: { days } }}</p>
    <div [appScrolls]="'growth.table.title' | t">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ 'growth.table.figure' | t }}</th>
            <th scope="col" class="number own">{{ 'growth.table.yours' | t }}</th>
            @for (level of levels(); track level.level) {
              <th scope="col" class="number" [class.held]="level.level === growth().level">
                {{ 'growth.short' | t: { level: level.level } }}
                <small>{{ words.name(level.level) }}</small>
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.rule) {
            <tr>
              <th scope="row">{{ words.rule(row.rule) }}</th>
              <td class="number own">{{ row.have }}</td>
              @for (cell of row.cells; track $index) {
                <td class="number" [class.held]="$index + 1 === growth().level" [class.met]="cell.met">
                  {{ cell.text }}
                  @if (cell.met !== null) {
                    <app-icon [name]="cell.met ? 'passed' : 'pending'" aria-hidden="true" />
                    <span class="pr-only-screen-reader">{{
                      (cell.met ? 'growth.table.met' : 'growth.table.unmet') | t
                    }}</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: '../ui/card-table.scss',
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    small {
      display: block;
      font-weight: 400;
    }
    table {
      --icon-size: 14px;
    }
    th,
    td {
      padding: 8px 10px;
      white-space: nowrap;
    }
    tbody th {
      min-width: 150px;
      padding-inline-start: 0;
      white-space: normal;
    }
    thead th {
      color: inherit;
      font-size: inherit;
      vertical-align: bottom;
    }
    thead th:first-child {
      padding-inline-start: 0;
    }
    .own {
      font-weight: 650;
    }
    .held {
      background: var(--pr-tint);
    }
    td app-icon {
      margin-inline-start: 2px;
      color: var(--pr-faint);
      vertical-align: -2px;
    }
    .met app-icon {
      color: var(--pr-passed);
    }
  `,
})
export class GrowthLevels {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(GrowthWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly growth = input.required<GrowthView>();
  protected readonly days = growthDays;
  protected readonly levels = computed(() => this.growth().levels);

  protected readonly rows = computed(() =>
    growthRules.map((rule) => ({
      rule,
      have: this.format.number(this.growth().facts[rule]),
      cells: this.levels().map(({ lines }) => {
        const line = lines.find((one) => one.rule === rule);
        if (!line) return { text: this.texts.say('growth.table.none'), met: null };
        const n = this.format.number(line.need);
        return {
          text: this.texts.say(rule === 'violations' ? 'growth.table.most' : 'growth.table.least', { n }),
          met: line.met,
        };
      }),
    })),
  );

  constructor() {
    // Where the table is wider than its card, it opens at the level that is held.
    afterNextRender(() => {
      const held = this.host.nativeElement.querySelector<HTMLElement>('thead .held');
      const card = held?.closest<HTMLElement>('.pr-scrolls');
      if (held && card) card.scrollLeft = held.offsetLeft + held.offsetWidth - card.clientWidth;
    });
  }
}
