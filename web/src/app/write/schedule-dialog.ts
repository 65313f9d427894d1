import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { NoteDraftView } from '@poolrise/contracts';
import { scheduleFault, scheduleLimits } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { Format } from '../ui/format';
import { dayOf } from '../ui/shanghai-day';
import { TextField } from '../ui/text-field';
import { WriteApi } from './write-api';

const dayMs = 86_400_000;
/** An hour at which many read; only where the dialog begins. */
const usualTime = '19:30';

/** Asks for the day and the time in Shanghai at which a draft publishes itself. Closes with `true` once it is scheduled. */
@Component({
  selector: 'app-schedule-dialog',
  imports: [FormDialog, T, TextField],
  template: `
    <form
      appFormDialog
      [heading]="'write.schedule.title' | t"
      [go]="'write.schedule.go' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <p intro>{{ 'write.schedule.text' | t }}</p>
      <app-text-field
        name="day"
        kind="date"
        [label]="'write.schedule.day' | t"
        [value]="day()"
        (typed)="day.set($event)"
      />
      <app-text-field
        name="time"
        kind="time"
        [label]="'write.schedule.time' | t"
        [value]="time()"
        [fault]="fault()"
        (typed)="time.set($event)"
      />
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
})
export class ScheduleDialog {
  private readonly api = inject(WriteApi);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly dialog = inject<MatDialogRef<ScheduleDialog, boolean>>(MatDialogRef);
  private readonly draft = inject<NoteDraftView>(MAT_DIALOG_DATA);
  protected readonly sending = sending();
  protected readonly day = signal(dayOf(Date.now() + dayMs));
  protected readonly time = signal(usualTime);
  private readonly tried = signal(0);

  private readonly at = computed(() => Date.parse(`${this.day()}T${this.time()}:00+08:00`));
  protected readonly fault = computed((): string | null => {
    const tried = this.tried();
    const at = this.at();
    if (!tried) return null;
    if (Number.isNaN(at)) return this.texts.say('write.schedule.fault.none');
    const fault = scheduleFault(at, tried);
    return (
      fault &&
      this.texts.say(`write.schedule.fault.${fault}`, {
        least: this.format.dateTime(new Date(tried + scheduleLimits.leastMs)),
        most: this.format.dateTime(new Date(tried + scheduleLimits.mostMs)),
      })
    );
  });

  protected async submit(): Promise<void> {
    this.tried.set(Date.now());
    if (this.fault()) return;
    const { id, version } = this.draft;
    const at = new Date(this.at()).toISOString();
    const sent = await this.sending.send(async () => {
      await this.api.schedule(id, version, at);
    });
    if (sent) this.dialog.close(true);
  }
}
