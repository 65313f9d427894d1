import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReplayResult } from '@poolrise/contracts';
import { type LifeFigure, lifeFigures } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { Scrolls } from '../../ui/scrolls';
import { type LifeLine, LivesChart } from './lives-chart';
import { othersSentence, resultSentence, signed } from './replay-words';

/** Two worlds that differ by one thing: what that did to the note and to the others of its workspace. */
@Component({
  selector: 'app-replay-result',
  imports: [Emphasis, LivesChart, RouterLink, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'replay.result.heading' | t }} <small>{{ name() }}</small>
    </h2>
    <p class="sentence"><app-emphasis [text]="sentence()" /></p>
    @if (result().equal < result().worlds && result().reached < result().worlds) {
      <p class="small">
        {{ 'replay.result.reached' | t: { reached: result().reached, worlds: result().worlds } }}
      </p>
    }
    <app-lives-chart [lines]="lines()" [label]="'replay.result.chart' | t" />
    <div [appScrolls]="'replay.result.heading' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'replay.result.figure' | t }}</th>
            <th scope="col" class="pr-number">{{ 'replay.result.before' | t }}</th>
            <th scope="col" class="pr-number">{{ 'replay.result.after' | t }}</th>
            <th scope="col" class="pr-number">{{ 'replay.result.difference' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.figure) {
            <tr>
              <th scope="row">{{ words[row.figure] | t }}</th>
              <td class="pr-number">{{ row.before }}</td>
              <td class="pr-number">{{ row.after }}</td>
              <td class="pr-number">
                @if (row.visible) {
                  <b>{{ row.median }}</b>
                } @else {
                  <span class="none">{{ 'replay.result.none' | t }}</span>
                }
                <span class="range">{{ row.range }}</span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <h3>{{ 'replay.result.others.heading' | t }}</h3>
    <p><app-emphasis [text]="others()" /></p>
    @if (result().others.most.length > 0) {
      <ul>
        @for (note of result().others.most; track note.noteId) {
          <li>
            <a [routerLink]="session.to('notes', note.noteId)">{{ note.title }}</a>
            <span class="pr-number">{{ signedOf(note.impressions) }}</span>
          </li>
        }
      </ul>
    }
    <p class="small">{{ from() }}</p>
  `,
  styles: `
    .sentence {
      margin: 8px 0 4px;
      font-size: 15px;
      line-height: 1.55;
    }
    .small {
      margin-top: 10px;
      color: var(--pr-muted);
      font-size: 12.5px;
      overflow-wrap: anywhere;
    }
    app-lives-chart {
      margin: 14px 0;
    }
    tbody tr:not(:last-child) th {
      border-bottom: 1px solid var(--pr-line);
    }
    tbody th {
      font-weight: 400;
    }
    .range {
      display: block;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .none {
      color: var(--pr-muted);
    }
    h3 {
      margin: 18px 0 4px;
      font-size: 13px;
      font-weight: 650;
    }
    ul {
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 14px;
      justify-content: space-between;
      padding: 5px 0;
      font-size: 13px;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    a {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    /* The difference is what the table is for, and not a column to scroll to. */
    @media (max-width: 719px) {
      th,
      td {
        padding-inline: 4px;
      }
      th,
      .range,
      .none {
        white-space: normal;
      }
    }
  `,
})
export class ReplayResultCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly result = input.required<ReplayResult>();
  readonly name = input.required<string>();
  /** Whether anything was to be different at all. */
  readonly changed = input.required<boolean>();

  protected readonly sentence = computed(() =>
    resultSentence(this.result(), this.changed(), this.texts, this.format),
  );
  protected readonly others = computed(() => othersSentence(this.result(), this.texts, this.format));
  protected readonly words = {
    impressions: 'replay.result.figures.impressions',
    organic: 'replay.result.figures.organic',
    reads: 'replay.result.figures.reads',
    engaged: 'replay.result.figures.engaged',
    level: 'replay.result.figures.level',
  } as const satisfies Record<LifeFigure, string>;
  protected readonly lines = computed((): LifeLine[] => {
    const { life } = this.result();
    return [
      {
        name: this.texts.say('replay.result.before'),
        colour: 'var(--pr-guaranteed)',
        values: life.before.map(({ impressions }) => impressions),
        dashed: true,
      },
      {
        name: this.texts.say('replay.result.after'),
        colour: 'var(--pr-organic)',
        values: life.after.map(({ impressions }) => impressions),
      },
    ];
  });
  protected readonly rows = computed(() => {
    const { before, after, difference } = this.result();
    return lifeFigures.map((figure) => {
      const digits = figure === 'level' ? 1 : 0;
      const { median, low, high, visible } = difference[figure];
      return {
        figure,
        before: this.format.decimal(before[figure], digits),
        after: this.format.decimal(after[figure], digits),
        visible,
        median: signed(median, this.format, digits),
        range: `${signed(low, this.format, digits)} – ${signed(high, this.format, digits)}`,
      };
    });
  });
  protected readonly from = computed(() => {
    const { worlds, notes, hours, historyFrom, hashes } = this.result();
    return this.texts.say('replay.result.from', {
      worlds,
      notes: this.format.number(notes),
      hours: this.format.number(hours),
      at: this.format.dateTime(historyFrom),
      ...hashes,
    });
  });

  protected signedOf(value: number): string {
    return signed(value, this.format);
  }
}
