import { Component, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { ReportDesk, ReportSpec } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { sending } from '../../problems/sending';
import { FieldError } from '../../ui/field-error';
import { FormDialog } from '../../ui/form-dialog';
import { ReportsApi } from '../reports-api';

export interface SaveReport {
  name: string;
  remarks: string;
  spec: ReportSpec;
  /** the kept report that is changed; null makes a new one */
  desk: ReportDesk | null;
}
/** What was kept, or that somebody else's changes are to be looked at first. */
export type SavedReport = ReportDesk | 'theirs';

/** Keeps a report under a name. Somebody else's change in between is not written over: both ways out are offered. */
@Component({
  selector: 'app-save-report-dialog',
  imports: [
    FieldError,
    FormDialog,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    ReactiveFormsModule,
    T,
  ],
  template: `
    <form
      appFormDialog
      [formGroup]="form"
      [heading]="(asNew() ? 'reports.save.title' : 'reports.save.changeTitle') | t"
      [go]="'reports.save.submit' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      @if (movedOn()) {
        <div class="ways">
          <button matButton="outlined" type="button" (click)="dialog.close('theirs')">
            {{ 'reports.save.theirs' | t }}
          </button>
          <button matButton="outlined" type="button" (click)="keepBoth()">
            {{ 'reports.save.both' | t }}
          </button>
        </div>
      }
      <div class="fields">
        <mat-form-field>
          <mat-label>{{ 'reports.save.name' | t }}</mat-label>
          <input matInput formControlName="name" autocomplete="off" maxlength="80" />
          <mat-error><app-field-error [control]="form.controls.name" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'reports.save.remarks' | t }}</mat-label>
          <textarea matInput formControlName="remarks" rows="2" maxlength="500"></textarea>
        </mat-form-field>
      </div>
      @if (!asNew()) {
        <button otherwise matButton type="button" (click)="keepBoth()">{{ 'reports.save.asNew' | t }}</button>
      }
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-bottom: 14px;
    }
  `,
})
export class SaveDialog {
  private readonly api = inject(ReportsApi);
  protected readonly dialog = inject<MatDialogRef<SaveDialog, SavedReport>>(MatDialogRef);
  private readonly data = inject<SaveReport>(MAT_DIALOG_DATA);
  protected readonly sending = sending();
  protected readonly asNew = signal(this.data.desk === null);
  protected readonly movedOn = computed(
    () => !this.asNew() && this.sending.problem()?.code === 'report-moved-on',
  );
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [this.data.name, [Validators.required, Validators.maxLength(80)]],
    remarks: [this.data.remarks, [Validators.maxLength(500)]],
  });
  // One key for one form: a second press, or a second try over a bad line, keeps one report.
  private readonly requestKey = crypto.randomUUID();

  protected keepBoth(): void {
    this.asNew.set(true);
  }

  protected async submit(): Promise<void> {
    const { name, remarks } = this.form.getRawValue();
    const said = { name: name.trim(), remarks, spec: this.data.spec };
    const { desk } = this.data;
    await this.sending.send(async () => {
      const saved =
        desk && !this.asNew()
          ? await this.api.change(desk.id, { ...said, version: desk.version })
          : await this.api.write({ ...said, requestKey: this.requestKey });
      this.dialog.close(saved);
    }, this.form);
  }
}
