import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { KeyView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { SettingsApi } from './settings-api';

/** Asks before a key is revoked, which cannot be undone; closes with true when it was. */
@Component({
  selector: 'app-revoke-key-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, T],
  template: `
    <h2 mat-dialog-title>{{ 'settings.keys.confirm.title' | t: { name: key.name } }}</h2>
    <mat-dialog-content>
      <div role="alert">
        @if (refusal(); as words) {
          <p class="refusal">{{ words }}</p>
        }
      </div>
      <p>{{ 'settings.keys.confirm.text' | t }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close type="button">
        {{ 'settings.keys.confirm.keep' | t }}
      </button>
      <button matButton="filled" type="button" [disabled]="busy()" disabledInteractive (click)="revoke()">
        {{ 'settings.keys.revoke' | t }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: './dialog.scss',
})
export class RevokeKeyDialog {
  private readonly api = inject(SettingsApi);
  private readonly dialog = inject<MatDialogRef<RevokeKeyDialog, boolean>>(MatDialogRef);
  private readonly says = inject(ProblemText);
  protected readonly key = inject<KeyView>(MAT_DIALOG_DATA);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected async revoke(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.revokeKey(this.key.id);
      this.dialog.close(true);
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set(`${this.says.title(problem)} ${this.says.remedy(problem)}`);
      this.busy.set(false);
    }
  }
}
