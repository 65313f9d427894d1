import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatInput, MatLabel } from '@angular/material/input';
import type { DirectoryCreator } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { Toast } from '../ui/toast';
import { DesksApi } from './desks-api';
import { DirectoryCreatorLine } from './directory-creator-line';

const wordsMost = 500;

/** Says that this desk speaks for a creator, and how that can be seen. */
@Component({
  selector: 'app-claim-dialog',
  imports: [
    DirectoryCreatorLine,
    FormDialog,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    ReactiveFormsModule,
    T,
  ],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="'desks.claim.title' | t: { name: creator.name }"
      [go]="'desks.claim.go' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div intro>
        <app-directory-creator-line class="who" [creator]="creator" />
        <p class="effect">{{ 'desks.claim.text' | t }}</p>
      </div>
      <mat-form-field class="whole">
        <mat-label>{{ 'desks.claim.words' | t }}</mat-label>
        <textarea matInput formControlName="words" rows="3" [attr.maxlength]="wordsMost"></textarea>
        <mat-hint>{{ 'desks.claim.hint' | t }}</mat-hint>
        <mat-error>{{ 'desks.claim.fault' | t }}</mat-error>
      </mat-form-field>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
  styles: `
    .who {
      margin-bottom: 12px;
      padding: 10px 14px;
      border-radius: 12px;
      background: var(--pr-basin);
    }
    .effect {
      margin-bottom: 16px;
    }
    .whole {
      width: 100%;
    }
  `,
})
export class ClaimDialog {
  private readonly dialog = inject<MatDialogRef<ClaimDialog, boolean>>(MatDialogRef);
  private readonly api = inject(DesksApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly requestKey = crypto.randomUUID();
  protected readonly creator = inject<DirectoryCreator>(MAT_DIALOG_DATA);
  protected readonly wordsMost = wordsMost;
  protected readonly sending = sending();
  protected readonly form = inject(NonNullableFormBuilder).group({
    words: ['', [Validators.required, Validators.pattern(/\S/)]],
  });

  protected async submit(): Promise<void> {
    const words = this.form.getRawValue().words.trim();
    const { requestKey } = this;
    const ask = { creatorId: this.creator.id, words, requestKey };
    const sent = await this.sending.send(async () => {
      await this.api.claim(ask);
    });
    if (!sent) return;
    this.toast.say(this.texts.say('desks.claim.sent'));
    this.dialog.close(true);
  }
}
