import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { ObservedNoteRow, Page } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Skeleton } from '../../ui/skeleton';
import { ObservedWords } from '../observed-words';

/** Typing pauses this long before the search follows, in milliseconds. */
const pause = 250;
const shownMax = 8;

/** Finds a note by its title or id; closes with the one that was picked. */
@Component({
  selector: 'app-pick-note-dialog',
  imports: [
    FailedState,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Skeleton,
    T,
  ],
  template: `
    <h2 mat-dialog-title>{{ 'observed.pick.title' | t }}</h2>
    <mat-dialog-content>
      <input
        class="pr-field"
        type="search"
        autocomplete="off"
        maxlength="100"
        cdkFocusInitial
        [attr.aria-label]="'observed.search' | t"
        [placeholder]="'observed.search' | t"
        [value]="typed()"
        (input)="typed.set($any($event.target).value)"
      />
      @if (rows(); as rows) {
        <p class="pr-only-screen-reader" role="status">{{ 'observed.pick.found' | t: { n: rows.length } }}</p>
        <ul>
          @for (row of rows; track row.id) {
            <li>
              <button type="button" (click)="dialog.close(row)">
                <span>
                  <b>{{ row.title || ('observed.untitled' | t) }}</b>
                  <small
                    >{{ format.day(row.publishedAt) }} · {{ row.platformId ?? ('observed.noId' | t) }}</small
                  >
                </span>
                <span class="pr-number">{{ words.figure(row.impressions).text }}</span>
              </button>
            </li>
          } @empty {
            <li class="none">{{ 'observed.nothing.title' | t }}</li>
          }
        </ul>
      } @else if (found.error(); as error) {
        <app-failed-state [error]="error" (retry)="found.reload()" />
      } @else {
        <div aria-busy="true"><app-skeleton height="180px" radius="10px" /></div>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close type="button">{{ 'common.cancel' | t }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../pick-dialog.scss',
})
export class PickNoteDialog {
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  protected readonly dialog = inject<MatDialogRef<PickNoteDialog, ObservedNoteRow>>(MatDialogRef);
  private readonly data = inject<{ title: string }>(MAT_DIALOG_DATA);

  protected readonly typed = signal(this.data.title);
  private readonly asked = signal(this.data.title);
  protected readonly found = httpResource<Page<ObservedNoteRow>>(() => {
    const search = this.asked().trim().slice(0, 100);
    return `/api/v1/observed-notes?${new URLSearchParams({ limit: String(shownMax), ...(search && { search }) })}`;
  });
  protected readonly rows = computed(() => (this.found.hasValue() ? this.found.value().items : undefined));

  constructor() {
    effect((onCleanup) => {
      const typed = this.typed();
      const timer = setTimeout(() => this.asked.set(typed), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
