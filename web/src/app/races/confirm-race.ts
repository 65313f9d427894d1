import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';

/** What is asked before money moves, in words that the page has put together. */
export interface RaceQuestion {
  title: string;
  text: string;
  yes: string;
  no: string;
  grave: boolean;
}

/** Asks before a race is stopped or its winner is boosted. Closes with true for yes. */
@Component({
  selector: 'app-confirm-race',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <mat-dialog-content>
      <p>{{ question.text }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ question.no }}</button>
      <button matButton="filled" type="button" [class.pr-grave]="question.grave" [matDialogClose]="true">
        {{ question.yes }}
      </button>
    </mat-dialog-actions>
  `,
})
export class ConfirmRace {
  protected readonly question = inject<RaceQuestion>(MAT_DIALOG_DATA);
}
