import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { NewKeyView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Icon } from '../ui/icon';

/** Shows a new secret, this once. */
@Component({
  selector: 'app-key-secret-dialog',
  imports: [Icon, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, T],
  template: `
    <h2 mat-dialog-title>{{ 'settings.keys.secret.title' | t }}</h2>
    <mat-dialog-content>
      <p>{{ 'settings.keys.secret.text' | t }}</p>
      <div
        class="secret"
        role="group"
        [attr.aria-label]="'settings.keys.secret.label' | t: { name: key.name }"
      >
        <code>{{ key.secret }}</code>
        <button matButton="tonal" type="button" (click)="copy()">
          <app-icon matButtonIcon [name]="copied() ? 'check' : 'copy'" />
          {{ (copied() ? 'common.copied' : 'settings.keys.secret.copy') | t }}
        </button>
      </div>
      <span class="pr-only-screen-reader" role="status">{{
        copied() ? ('settings.keys.secret.copied' | t) : ''
      }}</span>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" mat-dialog-close type="button">{{ 'settings.keys.secret.done' | t }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class KeySecretDialog {
  private readonly clipboard = inject(Clipboard);
  protected readonly key = inject<NewKeyView>(MAT_DIALOG_DATA);
  protected readonly copied = signal(false);

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.key.secret));
  }
}
