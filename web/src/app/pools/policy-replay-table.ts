import { Component, computed, inject, input } from '@angular/core';
import type { PolicyReplayResult } from '@poolrise/contracts';
import { fillerValue } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Emphasis } from '../ui/emphasis';
import { Format } from '../ui/format';
import { figureRows, replaySentence } from './policy-replay-words';

/** What came out of a replayed feed: a sentence, the benchmark's table, and what it rests on. */
@Component({
  selector: 'app-policy-replay-table',
  imports: [Emphasis, T],
  templateUrl: './policy-replay-table.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
      margin-top: 12px;
    }
    .lead {
      font-size: 15px;
      text-wrap: pretty;
    }
    th small,
    .difference small,
    td small {
      color: var(--pr-muted);
      font-weight: 400;
      font-size: 12px;
    }
    th small,
    .difference small {
      display: block;
      text-wrap: pretty;
    }
    tbody th {
      color: var(--pr-ink);
    }
    .difference b + small {
      display: inline;
    }
    .besides {
      color: var(--pr-muted);
    }
    .rests {
      display: grid;
      gap: 4px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    @media (max-width: 719px) {
      .besides {
        display: none;
      }
      /* The name and what it means take a line of their own, the figures the next one. */
      table,
      thead,
      tbody {
        display: block;
      }
      tr {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 4px 8px;
        padding-block: 8px;
        border-bottom: 1px solid var(--pr-line);
      }
      tbody tr:last-child {
        border-bottom: 0;
      }
      tr > * {
        height: auto;
        padding: 0;
        border: 0;
        white-space: normal;
      }
      tr > th:first-child {
        grid-column: 1 / -1;
      }
      thead th:first-child {
        display: none;
      }
      td small {
        display: block;
      }
    }
  `,
})
export class PolicyReplayTable {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  readonly result = input.required<PolicyReplayResult>();
  /** How the rules that were tried are called. */
  readonly label = input.required<string>();

  protected readonly sentence = computed(() =>
    replaySentence(this.result(), this.label(), this.texts, this.format),
  );
  protected readonly rows = computed(() => figureRows(this.result(), this.format));
  protected readonly terms = computed(() => {
    const { wide, stoppedBelow } = this.result().limits;
    return {
      wide: this.format.number(wide),
      below: this.format.number(Math.round(stoppedBelow)),
      filler: this.format.decimal(fillerValue, 2),
    };
  });
  protected readonly sources = computed(() => {
    const { notes, impressions, from, to, measured, limits } = this.result();
    return {
      notes: this.format.number(notes),
      impressions: this.format.number(Math.round(impressions)),
      from: this.format.dateTime(from),
      to: this.format.dateTime(to),
      measured: this.format.number(measured),
      hours: limits.shortestLifeHours,
    };
  });
}
