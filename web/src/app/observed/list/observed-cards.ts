import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObservedNoteRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';

/** Observed notes on a narrow screen: a card each, with its three figures. */
@Component({
  selector: 'app-observed-cards',
  imports: [RouterLink, ShownValue, SourceChips, T],
  template: `
    <ul [attr.aria-label]="'observed.title' | t">
      @for (row of rows(); track row.id) {
        <li class="pr-card">
          <a data-row [routerLink]="session.to('observed', row.id)">{{
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
                <dd><app-shown-value [value]="row[figure]" /></dd>
              </div>
            }
          </dl>
          <app-source-chips [kinds]="row.sources" />
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      position: relative;
    }
    a {
      display: block;
      color: var(--pr-ink);
      font-weight: 600;
      overflow-wrap: anywhere;
      text-decoration: none;
    }
    a::after {
      position: absolute;
      inset: 0;
      border-radius: var(--pr-radius);
      content: '';
    }
    a:focus-visible {
      outline: none;
    }
    a:focus-visible::after {
      outline: 2px solid var(--pr-action);
      outline-offset: -2px;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      gap: 8px;
      margin: 10px 0;
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
      font-weight: 650;
    }
  `,
})
export class ObservedCards {
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  protected readonly session = inject(Session);
  readonly rows = input.required<readonly ObservedNoteRow[]>();
  protected readonly nameOf = (figure: (typeof this.figures)[number]) => `observed.column.${figure}` as const;
  protected readonly figures = ['impressions', 'reads', 'interactions'] as const;
}
