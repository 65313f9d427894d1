import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { NoteCover } from '../../ui/note-cover';
import { PoolBadge } from '../../ui/pool-badge';
import { NoteLabels } from '../note-labels';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';

/** The notes on a narrow screen: a card each, with the three figures that decide. */
@Component({
  selector: 'app-notes-cards',
  imports: [AppLineage, FigureGrid, MetricName, NoteCover, NoteLabels, PoolBadge, RouterLink, T],
  template: `
    <ul class="pr-cards" appFigureGrid [attr.aria-label]="'notes.table' | t">
      @for (row of rows(); track row.id) {
        <li class="pr-card">
          <div class="top">
            <app-note-cover [hue]="row.coverHue" [url]="row.coverUrl" [title]="row.title" [width]="36" />
            <div class="words">
              <a class="pr-whole" data-row [routerLink]="session.to('notes', row.id)">{{ row.title }}</a>
              <small>{{ row.creator.name }} · {{ format.day(row.publishedAt) }}</small>
            </div>
          </div>
          <app-note-labels [disclosure]="row.disclosure" [aiLabel]="row.aiLabel" />
          <app-pool-badge [state]="row.state" [level]="row.level" [levels]="row.levels" />
          <dl>
            <div>
              <dt><app-metric-name metric="impressionsNatural" [tabbable]="false" /></dt>
              <dd>
                <span appLineage="impressionsNatural">{{ format.compact(row.organicImpressions) }}</span>
              </dd>
            </div>
            <div>
              <dt><app-metric-name metric="ctrNatural" [tabbable]="false" /></dt>
              <dd>
                <span appLineage="ctrNatural">{{ format.percent(row.ctr) }}</span>
              </dd>
            </div>
            <div>
              <dt><app-metric-name metric="lift" [tabbable]="false" /></dt>
              <dd>
                <span appLineage="lift">{{ format.lift(row.lift) }}</span>
              </dd>
            </div>
          </dl>
        </li>
      }
    </ul>
  `,
  styles: `
    .top {
      display: flex;
      gap: 12px;
      margin-bottom: 8px;
    }
    app-note-labels {
      margin-bottom: 6px;
    }
    .words {
      min-width: 0;
    }
    a {
      display: block;
      line-height: 1.35;
    }
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    dl > div {
      display: flex;
      flex-direction: column;
      justify-content: flex-end;
    }
    dt {
      position: relative;
      z-index: 1;
      width: fit-content;
    }
  `,
})
export class NotesCards {
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly rows = input.required<NoteRow[]>();
}
