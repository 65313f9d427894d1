import { Component, computed, input } from '@angular/core';
import type { ImportFound } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Scrolls } from '../../ui/scrolls';
import { rowsOf, type SheetDraft } from './mapping-draft';

/** The first rows of a sheet as they print, with the header marked: what the file says, before anybody interprets it. */
@Component({
  selector: 'app-first-rows',
  imports: [Scrolls, T],
  template: `
    <div [appScrolls]="'imports.columns.first' | t">
      <table>
        <caption class="pr-only-screen-reader">
          {{
            'imports.columns.first' | t
          }}
        </caption>
        <tbody>
          @for (row of rows(); track row.number) {
            <tr [class.header]="row.isHeader" [class.above]="row.isAbove">
              <th scope="row">{{ row.number }}</th>
              @for (cell of row.cells; track $index) {
                <td [attr.title]="cell">{{ cell }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    table {
      border-collapse: collapse;
      font-size: 12.5px;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      max-width: 180px;
      height: 28px;
      padding: 2px 10px;
      overflow: hidden;
      border-bottom: 1px solid var(--pr-line);
      border-inline-end: 1px solid var(--pr-line);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    th {
      color: var(--pr-muted);
      font-weight: 500;
      text-align: end;
    }
    .header td {
      background: var(--pr-tint);
      color: var(--pr-action);
      font-weight: 600;
    }
    .above td {
      color: var(--pr-muted);
      font-style: italic;
    }
  `,
})
export class FirstRows {
  readonly found = input.required<ImportFound>();
  readonly sheet = input.required<SheetDraft>();

  protected readonly rows = computed(() => {
    const { sheet, headerRows } = this.sheet();
    const rows = rowsOf(this.found(), sheet).slice(0, 12);
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    return rows.map(({ number, cells }) => ({
      number,
      cells: Array.from({ length: width }, (_, position) => String(cells[position] ?? '')),
      isHeader: headerRows.includes(number),
      isAbove: number < Math.min(...headerRows),
    }));
  });
}
