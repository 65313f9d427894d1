import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { NoteDraftView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { Format } from '../ui/format';
import { WriteApi } from './write-api';

/** Says what publishing does, and does it once. Closes with the note's id. */
@Component({
  selector: 'app-publish-dialog',
  imports: [FormDialog, T],
  template: `
    <form
      appFormDialog
      [heading]="'write.publish.title' | t"
      [go]="'write.publish.go' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <ol intro>
        <li>{{ 'write.publish.check' | t }}</li>
        <li>{{ 'write.publish.audit' | t }}</li>
        @if (draft.firstPoolTarget; as target) {
          <li>{{ 'write.publish.pool' | t: { n: format.number(target) } }}</li>
        }
        <li>{{ 'write.publish.stays' | t }}</li>
      </ol>
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class PublishDialog {
  private readonly api = inject(WriteApi);
  private readonly dialog = inject<MatDialogRef<PublishDialog, string>>(MatDialogRef);
  protected readonly draft = inject<NoteDraftView>(MAT_DIALOG_DATA);
  protected readonly format = inject(Format);
  protected readonly sending = sending();
  /** of this dialog: however often its button is pressed, it is one note */
  private readonly requestKey = crypto.randomUUID();

  protected async submit(): Promise<void> {
    const { id, version } = this.draft;
    await this.sending.send(async () => {
      const { noteId } = await this.api.publish(id, version, this.requestKey);
      this.dialog.close(noteId ?? undefined);
    });
  }
}
