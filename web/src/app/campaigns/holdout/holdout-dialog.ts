import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { CampaignHoldoutPreview, RegisterHoldout } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { firstHoldout, HoldoutChoice } from '../../lift/holdout-choice';
import { kept } from '../../live/kept';
import { problemOf } from '../../problems/problem-of';
import { ProblemText } from '../../problems/problem-text';
import { sending } from '../../problems/sending';
import { FormDialog } from '../../ui/form-dialog';
import { Format } from '../../ui/format';
import { Toast } from '../../ui/toast';
import { CampaignsApi, campaignsRoot } from '../campaigns-api';

export interface HoldoutAsked {
  campaignId: string;
  name: string;
}

/** A pause between two choices after which the estimate is asked for again. */
const pauseMs = 250;

/** Registers the holdout of a campaign that has not begun; what it would find out is said before. Closes with true once it is done. */
@Component({
  selector: 'app-holdout-dialog',
  imports: [FormDialog, HoldoutChoice, T],
  template: `
    <form
      appFormDialog
      [heading]="'campaigns.holdout.title' | t"
      [go]="'campaigns.holdout.register' | t"
      [sending]="sending"
      [refusal]="refusal()"
      (submitted)="register()"
    >
      <div class="fields">
        <p class="intro">{{ 'campaigns.holdout.text' | t }}</p>
        <app-holdout-choice
          subject="campaign"
          [(asked)]="asked"
          [plan]="estimate()?.plan ?? null"
          [old]="estimating()"
        />
        @if (buys(); as buys) {
          <p class="note">{{ buys }}</p>
        }
      </div>
    </form>
  `,
  styleUrl: '../../ui/form-dialog.scss',
  styles: `
    .intro {
      margin: 0;
      text-wrap: pretty;
    }
    .note {
      margin: 0;
    }
  `,
})
export class HoldoutDialog {
  private readonly api = inject(CampaignsApi);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly says = inject(ProblemText);
  private readonly dialog = inject<MatDialogRef<HoldoutDialog, boolean>>(MatDialogRef);
  private readonly of = inject<HoldoutAsked>(MAT_DIALOG_DATA);
  protected readonly sending = sending();

  protected readonly asked = signal<RegisterHoldout>(firstHoldout.campaign);
  private readonly settled = signal<RegisterHoldout>(firstHoldout.campaign);
  private readonly preview = httpResource<CampaignHoldoutPreview>(() => ({
    url: `${campaignsRoot}/${this.of.campaignId}/holdout/preview`,
    method: 'POST',
    body: this.settled(),
  }));
  /** The last estimate stays, dimmed, while the next one travels. */
  protected readonly estimate = kept(() => this.of.campaignId, this.preview);
  protected readonly estimating = computed(() => this.preview.isLoading() || this.settled() !== this.asked());
  /** What stands in the way: of the registration that was sent, else of the one that would be. */
  protected readonly refusal = computed(() => {
    if (this.sending.refusal()) return this.sending.refusal();
    if (this.preview.error()) return this.says.sentence(problemOf(this.preview.error()));
    const refusal = this.estimating() ? null : this.estimate()?.refusal;
    return refusal ? this.says.sentence(refusal as Parameters<ProblemText['sentence']>[0]) : null;
  });
  protected readonly buys = computed(() => {
    const estimate = this.estimate();
    if (!estimate?.plan) return '';
    return this.texts.say('campaigns.holdout.buys', {
      impressions: this.format.number(estimate.impressions),
      days: estimate.windowHours / 24,
    });
  });

  constructor() {
    effect((onCleanup) => {
      const asked = this.asked();
      const timer = setTimeout(() => this.settled.set(asked), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async register(): Promise<void> {
    if (this.estimating() || this.estimate()?.refusal) return;
    const sent = await this.sending.send(async () => {
      await this.api.registerHoldout(this.of.campaignId, this.asked());
    });
    if (!sent) return;
    this.toast.say(this.texts.say('campaigns.holdout.registered'));
    this.dialog.close(true);
  }
}
