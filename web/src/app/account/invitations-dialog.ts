import { Component, inject, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { T } from '../../i18n/t';
import { InvitationsList } from './invitations-list';

/** The invitations of somebody who is in a workspace already. */
@Component({
  selector: 'app-invitations-dialog',
  imports: [
    InvitationsList,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    T,
  ],
  template: `
    <h2 mat-dialog-title>{{ 'account.invitations.title' | t }}</h2>
    <mat-dialog-content><app-invitations-list (done)="dialog.close()" /></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close type="button">{{ 'common.close' | t }}</button>
    </mat-dialog-actions>
  `,
})
export class InvitationsDialog {
  protected readonly dialog = inject<MatDialogRef<InvitationsDialog>>(MatDialogRef);
}

export function openInvitationsDialog(injector: Injector): void {
  injector.get(MatDialog).open(InvitationsDialog, { width: '480px' });
}
