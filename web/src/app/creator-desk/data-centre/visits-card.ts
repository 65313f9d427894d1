import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReadersOfNotes } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Emphasis } from '../../ui/emphasis';
import { FigureGrid } from '../../ui/figure-grid';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { AppLineage } from '../../ui/lineage';

/** Notes that are named. */
const notesShown = 5;

/** How many of those who opened a note left within two seconds, over all and of the most read notes. */
@Component({
  selector: 'app-visits-card',
  imports: [AppLineage, Emphasis, FigureGrid, MetricName, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.data.exits.title' | t }}</h2>
    @if (rate(); as rate) {
      <p class="figure">
        <b appLineage="exit2sRate">{{ rate.share }}</b>
        <span class="text"
          ><app-metric-name metric="exit2sRate" [tabbable]="false" /><br />{{ rate.likely }}</span
        >
      </p>
      <p class="text"><app-emphasis [text]="rate.sentence" /></p>
    }
    @if (silent(); as silent) {
      <p class="text">{{ silent }}</p>
    }
    @if (notes().length) {
      <table>
        <thead>
          <tr>
            <th scope="col">{{ 'creatorDesk.data.notes.name' | t }}</th>
            <th scope="col" class="number">{{ 'creatorDesk.data.exits.share' | t }}</th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (note of notes(); track note.id) {
            <tr>
              <th scope="row" class="name">
                <a [routerLink]="session.to('notes', note.id, 'audience')" [attr.lang]="note.language">{{
                  note.title
                }}</a>
              </th>
              <td class="number">
                <span appLineage="exit2sRate">{{ note.share }}</span> <small>{{ note.likely }}</small>
              </td>
            </tr>
          }
        </tbody>
      </table>
    }
  `,
  styleUrl: '../../ui/card-table.scss',
  styles: `
    .figure {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: center;
      margin: 12px 0;
    }
    .figure b {
      font-size: 30px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class VisitsCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly readers = input.required<ReadersOfNotes | null>();

  protected readonly rate = computed(() => this.told(this.readers()?.exits));
  protected readonly notes = computed(() =>
    (this.readers()?.notes ?? []).slice(0, notesShown).flatMap(({ exits, ...note }) => {
      const rate = this.told(exits);
      return rate ? [{ ...note, share: rate.share, likely: rate.likely }] : [];
    }),
  );
  /** reads of which nobody told how long they were, or that there are none at all */
  protected readonly silent = computed(() => {
    const readers = this.readers();
    if (!readers || readers.exits.told === 0) return this.texts.say('creatorDesk.data.exits.none');
    const silent = readers.reads - readers.exits.told;
    return silent > 0
      ? this.texts.count('creatorDesk.data.exits.silent', silent, {}, this.format.number(silent))
      : null;
  });

  private told(exits: ReadersOfNotes['exits'] | undefined) {
    if (!exits || exits.share === null) return null;
    const bound = (of: number) => this.format.percent(of, 0);
    return {
      share: bound(exits.share),
      likely: this.texts.say('creatorDesk.data.exits.likely', {
        low: bound(exits.low),
        high: bound(exits.high),
      }),
      sentence: this.texts.say('creatorDesk.data.exits.of', {
        told: this.format.number(exits.told),
        exits: this.format.number(exits.exits),
      }),
    };
  }
}
