import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { type ReportDesk, reportFormats, type ScheduleReport } from '@poolrise/contracts';
import { nextRun, reportLimits } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { Format } from '../../ui/format';
import { ReportsApi } from '../reports-api';
import { ZoneField } from '../zone-field';

const everys = ['day', 'week', 'month'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** When a report is made by itself, with the next time it will be. */
@Component({
  selector: 'app-schedule-dialog',
  imports: [
    FormDialog,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    T,
    ZoneField,
  ],
  templateUrl: './schedule-dialog.html',
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    .note {
      margin: 0 0 10px;
    }
    .two {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 12px;
    }
    .next {
      margin: 0;
      padding: 10px 12px;
      border-radius: 10px;
      background: var(--pr-tint);
      color: var(--pr-ink);
      font-size: 13px;
    }
    .stop {
      margin-inline-end: auto;
    }
  `,
})
export class ScheduleDialog {
  private readonly api = inject(ReportsApi);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly dialog = inject<MatDialogRef<ScheduleDialog, true>>(MatDialogRef);
  protected readonly desk = inject<ReportDesk>(MAT_DIALOG_DATA);
  protected readonly sending = sending();
  protected readonly everys = everys;
  protected readonly weekdays = weekdays;
  protected readonly formats = reportFormats;
  protected readonly mostDays = reportLimits.days;
  protected readonly form = this.formOf(this.desk.schedule);
  private readonly values = toSignal(this.form.valueChanges);

  /** The instant of the next run and what the wall shows then; null while the form is not complete. */
  protected readonly next = computed(() => {
    this.values();
    const ask = this.ask();
    if (!ask) return null;
    const at = new Date(nextRun(ask.rhythm, Date.now()));
    const weekday = new Intl.DateTimeFormat(this.texts.language() === 'en' ? 'en-GB' : 'zh-CN', {
      timeZone: ask.rhythm.timeZone,
      weekday: 'short',
    }).format(at);
    return this.texts.say('reports.schedule.next', {
      at: `${weekday} ${this.format.wall(at, ask.rhythm.timeZone)}`,
      zone: ask.rhythm.timeZone,
      ago: this.format.ago(at),
    });
  });

  protected async submit(): Promise<void> {
    const ask = this.ask();
    if (!ask) return;
    const done = await this.sending.send(async () => {
      await this.api.schedule(this.desk.id, ask);
    });
    if (done) this.dialog.close(true);
  }

  protected async stop(): Promise<void> {
    if (await this.sending.send(() => this.api.unschedule(this.desk.id))) this.dialog.close(true);
  }

  private ask(): ScheduleReport | null {
    if (this.form.invalid) return null;
    const { every, at, timeZone, weekday, dayOfMonth, days, format } = this.form.getRawValue();
    const wall = { at, timeZone };
    const rhythm =
      every === 'week'
        ? { every, weekday, ...wall }
        : every === 'month'
          ? { every, dayOfMonth, ...wall }
          : { every, ...wall };
    return { rhythm, days, format, language: this.texts.language(), paused: false };
  }

  private formOf(schedule: ScheduleReport | null) {
    const rhythm = schedule?.rhythm;
    const time = /^([01]\d|2[0-3]):[0-5]\d$/;
    return inject(NonNullableFormBuilder).group({
      every: [rhythm?.every ?? ('week' as (typeof everys)[number])],
      weekday: [rhythm?.every === 'week' ? rhythm.weekday : 1],
      dayOfMonth: [
        rhythm?.every === 'month' ? rhythm.dayOfMonth : 1,
        [Validators.required, Validators.min(1), Validators.max(31)],
      ],
      at: [rhythm?.at ?? '09:00', [Validators.required, Validators.pattern(time)]],
      timeZone: [rhythm?.timeZone ?? this.desk.spec.timeZone],
      days: [
        schedule?.days ?? 7,
        [Validators.required, Validators.min(1), Validators.max(reportLimits.days)],
      ],
      format: [schedule?.format ?? ('pdf' as const satisfies (typeof reportFormats)[number])],
    });
  }
}
