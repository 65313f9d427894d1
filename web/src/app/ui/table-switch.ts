import { Component, input, model } from '@angular/core';
import { T } from '../../i18n/t';

const words = {
  chart: { picture: 'charts.showChart', table: 'charts.showTable' },
  picture: { picture: 'climb.ladder.showPicture', table: 'climb.ladder.showTable' },
} as const;

/** Shows the figures of a drawing as a table, and the drawing again. */
@Component({
  selector: 'app-table-switch',
  imports: [T],
  template: `
    <button type="button" class="pr-link" [attr.aria-pressed]="asTable()" (click)="asTable.set(!asTable())">
      {{ words[of()][asTable() ? 'picture' : 'table'] | t }}
    </button>
  `,
  styles: `
    :host {
      display: contents;
    }
    button {
      flex: none;
      font-size: 12px;
    }
  `,
})
export class TableSwitch {
  readonly asTable = model.required<boolean>();
  /** what is drawn */
  readonly of = input<keyof typeof words>('chart');
  protected readonly words = words;
}
