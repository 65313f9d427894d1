import { Component, computed, inject, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { ImportListItem } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { ImportWords } from './import-words';

/** How far the worker is with a file: a bar of known length where the number of rows is known. */
@Component({
  selector: 'app-import-progress',
  imports: [MatProgressBar, T],
  template: `
    <mat-progress-bar
      [mode]="share() === null ? 'indeterminate' : 'determinate'"
      [value]="100 * (share() ?? 0)"
      [attr.aria-label]="'imports.now.progress' | t"
    />
    <small>{{ words.progress(file()) }}</small>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      min-width: 120px;
      color: var(--pr-muted);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ImportProgress {
  protected readonly words = inject(ImportWords);
  readonly file = input.required<Pick<ImportListItem, 'rowsDone' | 'rowsTotal'>>();
  protected readonly share = computed(() => {
    const { rowsDone, rowsTotal } = this.file();
    return rowsTotal ? Math.min(1, rowsDone / rowsTotal) : null;
  });
}
