import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { Emphasis } from '../../ui/emphasis';
import { FigureGrid } from '../../ui/figure-grid';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { Scrolls } from '../../ui/scrolls';
import { type Answered, OneMoreWords } from './one-more-words';

/** The same voucher on the brand's other notes, and whether the best of them beats the asked one in fresh worlds. */
@Component({
  selector: 'app-best-card',
  imports: [AppLineage, Emphasis, FigureGrid, RouterLink, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'oneMore.best.heading' | t }}</h2>
    <p class="verdict">
      <span [appLineage]="'oneMoreGain'"><app-emphasis [text]="words.best(answer().result)" /></span>
    </p>
    @if (rows().length > 0) {
      <div [appScrolls]="'oneMore.best.heading' | t">
        <table class="pr-table">
          <thead>
            <tr>
              <th scope="col">{{ 'oneMore.best.note' | t }}</th>
              <th scope="col" class="pr-number">{{ 'oneMore.best.reads' | t }}</th>
            </tr>
          </thead>
          <tbody appFigureGrid>
            @for (row of rows(); track row.noteId) {
              <tr>
                <th scope="row">
                  <a class="pr-link" [routerLink]="session.to('notes', row.noteId)">{{ row.title }}</a>
                </th>
                <td class="pr-number">
                  <span appLineage="oneMoreNet">{{ row.reads }}</span>
                  <span class="range">{{ row.range }}</span>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <p class="small">
        {{ 'oneMore.best.text' | t: { n: format.number(answer().result.screeningWorlds) } }}
      </p>
    }
  `,
  styles: `
    .verdict {
      margin: 8px 0 10px;
    }
    tbody th {
      font-weight: 400;
      white-space: normal;
    }
    .range {
      display: block;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .small {
      margin-top: 10px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
  `,
})
export class BestCard {
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(OneMoreWords);
  readonly answer = input.required<Answered>();

  protected readonly rows = computed(() =>
    this.answer().result.alternatives.map(({ noteId, title, reads }) => ({
      noteId,
      title,
      reads: this.words.change(reads.mean),
      range: this.words.rangeText(reads),
    })),
  );
}
