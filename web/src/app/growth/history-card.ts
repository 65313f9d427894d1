import { Component, computed, inject, input } from '@angular/core';
import type { GrowthView } from '@poolrise/contracts';
import { growthGraceDays, type GrowthStep } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { GrowthWords } from './growth-words';

const icons: Readonly<Record<GrowthStep, IconName>> = {
  begun: 'follow',
  rose: 'passed',
  warned: 'limited',
  recovered: 'passed',
  fell: 'stopped',
};

/** When the level changed, and why it fell or nearly did. */
@Component({
  selector: 'app-growth-history',
  imports: [Icon, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'growth.history.title' | t }}</h2>
    @if (rows().length > 0) {
      <ol>
        @for (row of rows(); track row.id) {
          <li [class]="row.step">
            <app-icon [name]="row.icon" />
            <div>
              <b>{{ row.said }}</b>
              @if (row.why) {
                <p>{{ row.why }}</p>
              }
            </div>
            <time [attr.datetime]="row.at">{{ format.day(row.at) }}</time>
          </li>
        }
      </ol>
      @if (growth().moreHistory) {
        <p class="text">{{ 'growth.history.more' | t: { n: rows().length } }}</p>
      }
    } @else {
      <p class="text">{{ 'growth.history.none' | t }}</p>
    }
  `,
  styles: `
    h2 {
      font-size: 15px;
      font-weight: 650;
    }
    ol {
      display: grid;
      gap: 12px;
      margin: 12px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 2px 10px;
      --icon-size: 18px;
    }
    b {
      font-weight: 600;
    }
    app-icon,
    p,
    time,
    .text {
      color: var(--pr-muted);
    }
    p,
    time {
      font-size: 12.5px;
    }
    .text {
      margin-top: 6px;
      font-size: 13px;
    }
    .rose app-icon,
    .recovered app-icon {
      color: var(--pr-passed);
    }
    .warned app-icon {
      color: var(--pr-paid-text);
    }
    .fell app-icon {
      color: var(--pr-stopped);
    }
  `,
})
export class GrowthHistory {
  private readonly texts = inject(Texts);
  private readonly words = inject(GrowthWords);
  protected readonly format = inject(Format);
  readonly growth = input.required<GrowthView>();

  protected readonly rows = computed(() =>
    this.growth().history.map((row) => {
      const lacks = this.words.lacks(row.lacks);
      return {
        ...row,
        icon: icons[row.step],
        said: this.texts.say(`growth.history.${row.step}`, {
          from: row.fromLevel ?? row.toLevel,
          to: row.toLevel,
          days: growthGraceDays,
        }),
        why: lacks ? this.texts.say('growth.history.why', { lacks }) : '',
      };
    }),
  );
}
