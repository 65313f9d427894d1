import { Component, computed, inject, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { ImportListItem } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { ImportWords } from './import-words';

/** How far the worker is with a file, at which pace, and how long it goes on; a sentence alone while no worker is at it. */
@Component({
  selector: 'app-import-progress',
  imports: [MatProgressBar, T],
  template: `
    @if (file().progress; as progress) {
      <mat-progress-bar
        mode="determinate"
        [value]="percent()"
        [attr.aria-label]="'imports.now.progress' | t"
        [attr.aria-valuetext]="words.progress(file())"
      />
    }
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
  readonly file = input.required<Pick<ImportListItem, 'state' | 'progress' | 'rowsTotal'>>();
  protected readonly percent = computed(() => Math.round(1_000 * (this.file().progress?.share ?? 0)) / 10);
}
