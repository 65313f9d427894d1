import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObservedNoteRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { figureMetrics } from '../figure-metrics';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';
import { AppSource } from '../../ui/figure-source';
import { FigureGrid } from '../../ui/figure-grid';

/** Observed notes on a narrow screen: a card each, with its three figures. */
@Component({
  selector: 'app-observed-cards',
  imports: [AppSource, FigureGrid, RouterLink, ShownValue, SourceChips, T],
  template: `
    <ul class="pr-cards" appFigureGrid [attr.aria-label]="'observed.title' | t">
      @for (row of rows(); track row.id) {
        <li
          class="pr-card"
          [appSource]="{ streams: ['imported-rows'], over: 'sheet-dates', dataAt: row.day }"
        >
          <a class="pr-whole" data-row [routerLink]="session.to('observed', row.id)">{{
            row.title || ('observed.untitled' | t)
          }}</a>
          <small>{{
            'observed.cardMeta'
              | t: { published: format.day(row.publishedAt), day: words.day(row.day), n: row.snapshots }
          }}</small>
          <dl>
            @for (figure of figures; track figure) {
              <div>
                <dt>{{ nameOf(figure) | t }}</dt>
                <dd><app-shown-value [metric]="metrics[figure]" [value]="row[figure]" /></dd>
              </div>
            }
          </dl>
          <app-source-chips [kinds]="row.sources" />
        </li>
      }
    </ul>
  `,
  styles: `
    a {
      display: block;
      overflow-wrap: anywhere;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dl {
      margin-bottom: 10px;
    }
    dd {
      font-size: inherit;
    }
  `,
})
export class ObservedCards {
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  protected readonly session = inject(Session);
  readonly rows = input.required<readonly ObservedNoteRow[]>();
  protected readonly nameOf = (figure: (typeof this.figures)[number]) => `observed.column.${figure}` as const;
  protected readonly metrics = figureMetrics;
  protected readonly figures = ['impressions', 'reads', 'interactions'] as const;
}
