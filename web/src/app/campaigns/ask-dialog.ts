import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { T } from '../../i18n/t';
import type { TextKey } from '../../i18n/text-key';

export interface Asked {
  title: TextKey;
  text: TextKey;
}

/** Asks before something that cannot be taken back. Closes with true when it is to be done. */
@Component({
  selector: 'app-ask-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, T],
  template: `
    <h2 mat-dialog-title>{{ asked.title | t }}</h2>
    <mat-dialog-content>{{ asked.text | t }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ 'common.cancel' | t }}</button>
      <button matButton="filled" type="button" class="pr-grave" [matDialogClose]="true">
        {{ asked.title | t }}
      </button>
    </mat-dialog-actions>
  `,
})
export class AskDialog {
  protected readonly asked = inject<Asked>(MAT_DIALOG_DATA);
}
