import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel, MatPrefix, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { BenchmarkList, BenchmarkView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { sending } from '../../problems/sending';
import { FieldError } from '../../ui/field-error';
import { FormDialog } from '../../ui/form-dialog';
import { ReportWords } from '../report-words';
import { ReportsApi } from '../reports-api';
import { scaleOf, sizeOf, writtenOf } from './benchmark-size';

const figure = /^\s*(\d[\d,]*(\.\d+)?)?\s*$/;

/** Holds another benchmark than the published one, with the reason. */
@Component({
  selector: 'app-benchmark-dialog',
  imports: [
    FieldError,
    FormDialog,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MatPrefix,
    MatSuffix,
    ReactiveFormsModule,
    T,
  ],
  templateUrl: './benchmark-dialog.html',
  styleUrl: '../../ui/form-dialog.scss',
})
export class BenchmarkDialog {
  private readonly api = inject(ReportsApi);
  private readonly dialog = inject<MatDialogRef<BenchmarkDialog, BenchmarkList>>(MatDialogRef);
  private readonly row = inject<BenchmarkView>(MAT_DIALOG_DATA);
  protected readonly sending = sending();
  protected readonly fields = ['value', 'low', 'high'] as const;
  protected readonly name = inject(ReportWords).metric(this.row.metric);
  protected readonly sign = scaleOf(this.row.metric).sign;
  protected readonly form = inject(NonNullableFormBuilder).group({
    value: [writtenOf(this.row.metric, this.row.value), Validators.pattern(figure)],
    low: [writtenOf(this.row.metric, this.row.low), Validators.pattern(figure)],
    high: [writtenOf(this.row.metric, this.row.high), Validators.pattern(figure)],
    reason: [this.row.override?.reason ?? '', [Validators.required, Validators.maxLength(200)]],
  });

  protected async submit(): Promise<void> {
    const { metric, category, scope, medium, kind } = this.row;
    const { reason, ...written } = this.form.getRawValue();
    const size = (field: keyof typeof written) => sizeOf(metric, written[field]);
    await this.sending.send(async () => {
      const list = await this.api.setBenchmark({
        ...{ metric, category, scope, medium, kind },
        ...{ value: size('value'), low: size('low'), high: size('high') },
        reason: reason.trim(),
      });
      this.dialog.close(list);
    }, this.form);
  }
}
