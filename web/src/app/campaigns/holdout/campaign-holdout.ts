import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { CampaignView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { LiftCard } from '../../lift/lift-card';
import { Session } from '../../session/session';
import { Toast } from '../../ui/toast';
import { AskDialog, type Asked } from '../ask-dialog';
import { CampaignsApi } from '../campaigns-api';
import { type HoldoutAsked, HoldoutDialog } from './holdout-dialog';

/** On the page of a campaign: what its holdout says by now; before it begins, the way to register one or to withdraw it. */
@Component({
  selector: 'app-campaign-holdout',
  imports: [LiftCard, MatButton, T],
  template: `
    @if (campaign().holdout) {
      <app-lift-card [subject]="{ kind: 'campaign', id: campaign().id }">
        @if (open()) {
          <button matButton="outlined" type="button" (click)="withdraw()">
            {{ 'campaigns.holdout.withdraw' | t }}
          </button>
        }
      </app-lift-card>
    } @else if (open()) {
      <section class="pr-card">
        <h2>{{ 'campaigns.holdout.title' | t }}</h2>
        <p>{{ 'campaigns.holdout.offer' | t }}</p>
        <button matButton="outlined" type="button" (click)="register()">
          {{ 'campaigns.holdout.go' | t }}
        </button>
      </section>
    }
  `,
  styles: `
    p {
      max-width: 78ch;
      margin: 8px 0 12px;
      text-wrap: pretty;
    }
  `,
})
export class CampaignHoldout {
  private readonly api = inject(CampaignsApi);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);

  readonly campaign = input.required<CampaignView>();
  readonly changed = output();
  /** Whether this person may still register one or withdraw it. */
  protected readonly open = computed(() => this.session.may('write:campaigns') && !this.campaign().begun);

  protected register(): void {
    const { id: campaignId, name } = this.campaign();
    this.dialog
      .open<HoldoutDialog, HoldoutAsked, boolean>(HoldoutDialog, {
        data: { campaignId, name },
        width: '560px',
      })
      .afterClosed()
      .subscribe((done) => done && this.changed.emit());
  }

  protected withdraw(): void {
    this.dialog
      .open<AskDialog, Asked, boolean>(AskDialog, {
        data: { title: 'campaigns.holdout.withdraw', text: 'campaigns.holdout.withdrawText' },
        width: '440px',
      })
      .afterClosed()
      .subscribe((yes) => yes && void this.withdrawn());
  }

  private async withdrawn(): Promise<void> {
    try {
      await this.api.withdrawHoldout(this.campaign().id);
      this.toast.say(this.texts.say('campaigns.holdout.withdrawn'));
    } catch (error) {
      this.toast.problem(error);
    }
    this.changed.emit();
  }
}
