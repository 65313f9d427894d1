import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { type RewardDeskClaim, type RewardVerdict, rewardVerdicts } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Toast } from '../ui/toast';
import { VerdictButtons } from '../ui/verdict-buttons';
import { HoldWords } from './hold-words';
import { PlanWords } from './plan-words';
import { RewardDeskApi, rewardClaimsRoot } from './reward-desk-api';

const tones: Record<RewardDeskClaim['state'], Tone> = {
  held: 'stopped',
  issued: 'passed',
  refused: 'neutral',
  revoked: 'stopped',
};

/** Claims that something speaks against: what it is, and the decision; for the platform's own people. */
@Component({
  selector: 'app-reward-holds-page',
  imports: [Chip, EmptyState, FailedState, ListFrame, MatButton, PageHeader, RouterLink, T, VerdictButtons],
  host: { class: 'pr-page' },
  templateUrl: './holds-page.html',
  styleUrl: './holds-page.scss',
})
export default class HoldsPage {
  private readonly api = inject(RewardDeskApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(PlanWords);
  protected readonly hold = inject(HoldWords);
  protected readonly tones = tones;
  protected readonly verdicts = rewardVerdicts;
  protected readonly verdictWord = (verdict: RewardVerdict): string =>
    this.texts.say(`rewardDesk.hold.verdict.${verdict}`);

  protected readonly held = paged<RewardDeskClaim>(() => `${rewardClaimsRoot}?show=held`, 'rewards');
  protected readonly decided = paged<RewardDeskClaim>(
    () => `${rewardClaimsRoot}?show=decided&limit=20`,
    'rewards',
  );

  protected async decide(claim: RewardDeskClaim, verdict: RewardVerdict): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const name = claim.deskName;
    const data: ReasonAsk = {
      title: this.texts.say(`rewardDesk.hold.dialog.${verdict}`),
      subject: `${name} · ${this.texts.say('rewardDesk.hold.worth', { money: this.format.roundMoney(claim.worthCents) })}`,
      effect: this.texts.say(`rewardDesk.hold.effect.${verdict}`),
      label: this.texts.say('rewardDesk.hold.dialog.reason'),
      hint: this.texts.say('rewardDesk.hold.dialog.reasonHint'),
      fault: this.texts.say('rewardDesk.hold.dialog.reasonFault'),
      confirm: this.texts.say(`rewardDesk.hold.verdict.${verdict}`),
      grave: verdict === 'refuse',
      send: async (reason) => {
        await this.api.answer(claim.id, { verdict, reason });
        this.toast.say(this.texts.say(`rewardDesk.hold.doneToast.${verdict}`, { name }));
      },
    };
    this.dialogs
      .open(ReasonDialog, { data, width: '520px' })
      .afterClosed()
      // Also when it was refused: then somebody else was quicker, and the lists have moved on.
      .subscribe(() => {
        this.held.reload();
        this.decided.reload();
      });
  }
}
