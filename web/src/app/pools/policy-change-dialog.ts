import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatHint, MatInput, MatLabel } from '@angular/material/input';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { sending } from '../problems/sending';
import { FormDialog } from '../ui/form-dialog';
import { Format } from '../ui/format';
import { Toast } from '../ui/toast';
import { PolicyDeskApi } from './policy-desk-api';
import { PolicyLabel } from './policy-label';

export interface PolicyChoice {
  step: 'activate' | 'canary' | 'promote' | 'end';
  policy: { id: string; name: string; version: number };
  /** The version in force when the page was read. */
  inForceId: string;
  /** The trial, when it is about one. */
  canaryId?: string;
}

const doneOf = {
  activate: 'doneActivate',
  canary: 'doneCanary',
  promote: 'donePromote',
  end: 'doneEnd',
} as const;

/** Asks why a version is put in force, tried or let go, and once more when it would stop most of the running notes. */
@Component({
  selector: 'app-policy-change-dialog',
  imports: [FormDialog, MatFormField, MatHint, MatInput, MatLabel, T],
  templateUrl: './policy-change-dialog.html',
  styleUrl: '../ui/form-dialog.scss',
  styles: `
    .fields {
      margin-top: 16px;
    }
    .fault {
      color: var(--pr-stopped);
    }
  `,
})
export class PolicyChangeDialog {
  private readonly api = inject(PolicyDeskApi);
  private readonly dialog = inject<MatDialogRef<PolicyChangeDialog, boolean>>(MatDialogRef);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly choice = inject<PolicyChoice>(MAT_DIALOG_DATA);
  protected readonly label = inject(PolicyLabel).of(this.choice.policy);
  private readonly goWords = (
    {
      activate: 'policyDesk.activate',
      canary: 'policyDesk.canary',
      promote: 'policyDesk.trial.promote',
      end: 'policyDesk.trial.end',
    } as const
  )[this.choice.step];
  private readonly requestKey = crypto.randomUUID();

  protected readonly why = signal('');
  protected readonly shareText = signal('10');
  protected readonly share = computed(() => {
    const percent = Number(this.shareText().trim() || Number.NaN);
    return percent >= 1 && percent <= 50 ? Number((percent / 100).toPrecision(12)) : null;
  });
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  /** What it would stop, once the api has said that it is most of them. */
  protected readonly stops = computed(() => {
    const figures =
      this.sending.problem()?.code === 'policy-stops-most' ? this.sending.problem()?.figures : undefined;
    return figures
      ? {
          stops: this.format.number(figures['wouldStop'] ?? 0),
          running: this.format.number(figures['running'] ?? 0),
          share: this.format.percent(figures['share'] ?? 0, 0),
        }
      : null;
  });
  protected readonly refusal = computed(() => {
    const stops = this.stops();
    return stops && this.texts.say('policyDesk.dialog.stopsMost', stops);
  });
  protected readonly go = computed(() => {
    const stops = this.stops();
    return stops ? this.texts.say('policyDesk.dialog.anyway', stops) : this.texts.say(this.goWords);
  });

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    if (!this.why().trim() || (this.choice.step === 'canary' && this.share() === null)) return;
    // Pressing again after the figure was shown is the confirmation of that figure.
    const confirmStops = this.sending.problem()?.figures?.['wouldStop'];
    await this.sending.send(async () => {
      await this.carryOut(confirmStops === undefined ? {} : { confirmStops });
      this.toast.say(this.texts.say(`policyDesk.dialog.${doneOf[this.choice.step]}`, { label: this.label }));
      this.dialog.close(true);
    });
  }

  private carryOut(confirmed: { confirmStops?: number }): Promise<unknown> {
    const { step, policy, inForceId, canaryId = '' } = this.choice;
    const { requestKey } = this;
    const why = this.why().trim();
    switch (step) {
      case 'activate':
        return this.api.activate(policy.id, { inForceId, why, requestKey, ...confirmed });
      case 'canary':
        return this.api.startCanary(policy.id, { share: this.share() ?? 0, why, requestKey });
      case 'promote':
        return this.api.endCanary(canaryId, { outcome: 'promoted', why, ...confirmed });
      case 'end':
        return this.api.endCanary(canaryId, { outcome: 'ended', why });
    }
  }
}
