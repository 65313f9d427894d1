import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { AnnotateListEntry } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';

const tagsMax = 10;
const tagLengthMax = 20;

interface EntryAsk extends AnnotateListEntry {
  name: string;
  send: (ask: AnnotateListEntry) => Promise<void>;
}

/** Writes the note and the tags of a creator; closes with true when it was done. */
@Component({
  selector: 'app-entry-dialog',
  imports: [FormDialog, MatFormField, MatHint, MatInput, MatLabel, ReactiveFormsModule, T],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="'shortlists.entry.title' | t: { name: ask.name }"
      [go]="'shortlists.write.save' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'shortlists.entry.note' | t }}</mat-label>
          <textarea matInput formControlName="note" rows="4" maxlength="500"></textarea>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'shortlists.entry.tags' | t }}</mat-label>
          <input matInput formControlName="tags" autocomplete="off" />
          <mat-hint>{{ 'shortlists.entry.tagsHint' | t }}</mat-hint>
        </mat-form-field>
      </div>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class EntryDialog {
  private readonly dialog = inject<MatDialogRef<EntryDialog, boolean>>(MatDialogRef);
  protected readonly ask = inject<EntryAsk>(MAT_DIALOG_DATA);
  protected readonly form = inject(NonNullableFormBuilder).group({
    note: [this.ask.note, Validators.maxLength(500)],
    tags: [this.ask.tags.join(', ')],
  });
  protected readonly sending = sending();

  protected async submit(): Promise<void> {
    const { note, tags } = this.form.getRawValue();
    const ask = { note: note.trim(), tags: tagsIn(tags) };
    if (await this.sending.send(() => this.ask.send(ask))) this.dialog.close(true);
  }
}

/** Tags as they are typed: commas of either width and enumeration commas part them. */
export function tagsIn(text: string): string[] {
  const tags = text.split(/[,，、\n]/).map((tag) => tag.trim().slice(0, tagLengthMax));
  return [...new Set(tags.filter(Boolean))].slice(0, tagsMax);
}

/** Whether something was written. */
export async function annotated(dialogs: MatDialog, ask: EntryAsk): Promise<boolean> {
  const opened = dialogs.open<EntryDialog, EntryAsk, boolean>(EntryDialog, { data: ask, width: '480px' });
  return (await firstValueFrom(opened.afterClosed())) === true;
}
