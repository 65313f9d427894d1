import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { ProfessionalDeskRow } from '@poolrise/contracts';
import { professionalRemedies, type ProfessionalRemedy } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { ChoiceField } from '../ui/choice-field';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { Toast } from '../ui/toast';
import { ProfessionalApi } from './professional-api';

/** As the contract has it. */
const reasonMost = 200;

/** Refuses an application: the reason, and what the applicant can do about it. */
@Component({
  selector: 'app-refuse-dialog',
  imports: [ChoiceField, FormDialog, T, TextField],
  template: `
    <form
      appFormDialog
      grave
      [heading]="'professional.desk.ask.refused' | t"
      [go]="'professional.desk.verdict.refused' | t"
      [sending]="sending"
      (submitted)="submit()"
    >
      <div intro>
        <p class="name">{{ row.legal.legalName }}</p>
        <p>{{ 'professional.desk.effect.refused' | t }}</p>
      </div>
      <app-choice-field
        name="remedy"
        [label]="'professional.desk.remedy' | t"
        [choices]="remedies"
        [word]="remedyWord"
        [chosen]="remedy()"
        (choose)="remedy.set($event)"
      />
      <app-text-field
        name="reason"
        [label]="'professional.desk.label' | t"
        [hint]="'professional.desk.hint' | t"
        [most]="reasonMost"
        [value]="reason()"
        [fault]="fault()"
        (typed)="reason.set($event)"
      />
    </form>
  `,
  styleUrl: '../ui/form-dialog.scss',
  styles: `
    .name {
      margin-bottom: 6px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `,
})
export class RefuseDialog {
  private readonly dialog = inject<MatDialogRef<RefuseDialog>>(MatDialogRef);
  private readonly api = inject(ProfessionalApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly row = inject<ProfessionalDeskRow>(MAT_DIALOG_DATA);
  protected readonly reasonMost = reasonMost;
  protected readonly remedies = professionalRemedies;
  protected readonly remedyWord = (remedy: ProfessionalRemedy): string =>
    this.texts.say(`professional.remedy.${remedy}`);
  protected readonly remedy = signal<ProfessionalRemedy>(professionalRemedies[0]);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  protected fault(): string | null {
    return this.tried() && this.reason().trim() === '' ? this.texts.say('professional.desk.fault') : null;
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const reason = this.reason().trim();
    if (reason === '') return;
    const sent = await this.sending.send(async () => {
      await this.api.answer(this.row.id, { verdict: 'refused', reason, remedy: this.remedy() });
    });
    if (!sent) return;
    this.toast.say(this.texts.say('professional.desk.done.refused', { name: this.row.legal.legalName }));
    this.dialog.close();
  }
}
