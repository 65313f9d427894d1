import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  type MatDialogConfig,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { BoostView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { CampaignPicker } from '../campaigns/campaign-picker';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { LaunchAudience } from './launch-audience';
import { LaunchBudget } from './launch-budget';
import { LaunchDraft } from './launch-draft';
import { LaunchEstimate } from './launch-estimate';
import { LaunchGoal } from './launch-goal';
import { LaunchKeywords } from './launch-keywords';
import { LaunchHoldout } from './launch-holdout';
import { LaunchPlacement } from './launch-placement';
import { LaunchRefusal } from './launch-refusal';
import { LaunchVouchers } from './launch-vouchers';
import { LaunchWhen } from './launch-when';

/** How the dialog is opened: a wide sheet, and the whole screen of a phone. */
export function launchDialogLook(): MatDialogConfig {
  const phone = matchMedia('(max-width: 719px)').matches;
  return phone
    ? { width: '100vw', height: '100dvh', maxWidth: '100vw', maxHeight: '100dvh', autoFocus: 'first-heading' }
    : { width: '960px', maxWidth: '96vw', maxHeight: '94dvh', autoFocus: 'first-heading' };
}

/** Plans and launches a boost. Closes with the boost that was launched, or with nothing. */
@Component({
  selector: 'app-launch-dialog',
  imports: [
    CampaignPicker,
    EmptyState,
    FailedState,
    Icon,
    LaunchAudience,
    LaunchBudget,
    LaunchEstimate,
    LaunchGoal,
    LaunchHoldout,
    LaunchKeywords,
    LaunchPlacement,
    LaunchRefusal,
    LaunchVouchers,
    LaunchWhen,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Skeleton,
    T,
  ],
  providers: [LaunchDraft],
  template: `
    <h2 mat-dialog-title tabindex="-1">
      {{ 'boosts.launch.title' | t }}
      @if (draft.offer.hasValue()) {
        <small>{{ draft.offer.value().noteTitle }}</small>
      }
    </h2>
    <mat-dialog-content>
      @if (draft.offer.hasValue()) {
        @if (draft.offer.value().boostable) {
          <div class="columns">
            <form id="launch" (submit)="launch($event)">
              <app-launch-placement />
              @if (draft.placement() === 'search') {
                <app-launch-keywords />
              }
              <app-launch-goal />
              <app-launch-budget />
              <app-launch-when />
              <app-launch-vouchers />
              @if (draft.placement() === 'feed') {
                <app-launch-audience />
              }
              <app-launch-holdout />
              <app-campaign-picker
                [campaignId]="draft.campaignId()"
                (chosen)="draft.campaignId.set($event)"
              />
              <app-launch-refusal field="form" />
            </form>
            <app-launch-estimate />
          </div>
        } @else {
          <app-empty-state
            icon="limited"
            [title]="'boosts.launch.notBoostable' | t"
            [text]="'problems.remedy.note-not-boostable' | t"
          />
        }
      } @else if (draft.offer.error(); as error) {
        <app-failed-state [error]="error" (retry)="draft.offer.reload()" />
      } @else {
        <div class="columns" aria-busy="true">
          <p class="pr-only-screen-reader" role="status">{{ 'boosts.launch.loading' | t }}</p>
          <app-skeleton height="560px" radius="14px" />
          <app-skeleton height="560px" radius="14px" />
        </div>
      }
    </mat-dialog-content>
    <app-launch-refusal class="on-phone" field="wallet" />
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ 'common.cancel' | t }}</button>
      <button matButton="filled" type="submit" form="launch" disabledInteractive [disabled]="!draft.ready()">
        <app-icon matButtonIcon name="bolt" />{{ submitWord() }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: './launch-dialog.scss',
})
export class LaunchDialog {
  protected readonly draft = inject(LaunchDraft);
  private readonly dialog = inject<MatDialogRef<LaunchDialog, BoostView>>(MatDialogRef);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly toast = inject(Toast);

  protected readonly submitWord = computed(() => {
    if (this.draft.sending()) return this.texts.say('boosts.launch.submitting');
    const { walletCents, voucherCents } = this.draft.estimate() ?? {
      walletCents: this.draft.budgetCents() ?? 0,
      voucherCents: 0,
    };
    const part = voucherCents === 0 ? 'wallet' : walletCents === 0 ? 'vouchers' : 'both';
    return this.texts.say(`boosts.launch.submit.${part}`, {
      money: this.format.roundMoney(walletCents),
      vouchers: this.format.roundMoney(voucherCents),
    });
  });

  protected async launch(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.draft.ready()) return;
    // Money is on its way: Escape must not hide what comes of it.
    this.dialog.disableClose = true;
    const boost = await this.draft.launch();
    this.dialog.disableClose = false;
    if (!boost) return;
    this.toast.say(this.texts.say('boosts.launch.launched'));
    this.dialog.close(boost);
  }
}
