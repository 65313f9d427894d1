import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';

/** Something that cannot be taken back, in words. */
interface Question {
  title: string;
  text: string;
  go: string;
  command: () => Promise<void>;
}

/** Asks before something that cannot be undone, and does it; closes with true when it was done. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Refusal, T],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <mat-dialog-content>
      <app-refusal [words]="sending.refusal()" />
      <p>{{ question.text }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close type="button">{{ 'settings.keep' | t }}</button>
      <button matButton="filled" type="button" [disabled]="sending.busy()" disabledInteractive (click)="go()">
        {{ question.go }}
      </button>
    </mat-dialog-actions>
  `,
})
export class ConfirmDialog {
  private readonly dialog = inject<MatDialogRef<ConfirmDialog, boolean>>(MatDialogRef);
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
  protected readonly sending = sending();

  protected async go(): Promise<void> {
    if (await this.sending.send(this.question.command)) this.dialog.close(true);
  }
}

/** Whether it was confirmed and done. */
export async function confirmed(dialogs: MatDialog, question: Question): Promise<boolean> {
  const opened = dialogs.open<ConfirmDialog, Question, boolean>(ConfirmDialog, {
    width: '440px',
    data: question,
  });
  return (await firstValueFrom(opened.afterClosed())) === true;
}
