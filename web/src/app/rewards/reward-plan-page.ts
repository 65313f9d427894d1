import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { RewardPlanView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { ShareBar } from '../ui/share-bar';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { RewardWords } from './reward-words';
import { RewardsApi } from './rewards-api';

/** One reward plan: its rules beside what the account has, its tasks, how it counts, and the claim. */
@Component({
  selector: 'app-reward-plan-page',
  imports: [Chip, FailedState, Icon, MatButton, PageHeader, Refusal, RouterLink, ShareBar, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './reward-plan-page.html',
  styleUrl: './reward-plan-page.scss',
})
export default class RewardPlanPage {
  private readonly api = inject(RewardsApi);
  private readonly dialog = inject(MatDialog);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RewardWords);
  /** One claim of this page, however often it is sent. */
  private readonly requestKey = crypto.randomUUID();

  readonly planId = input.required<string>();
  protected readonly ground = httpResource<RewardPlanView>(() => `/api/v1/reward-plans/${this.planId()}`);
  protected readonly plan = kept(this.planId, this.ground);
  protected readonly sending = sending();
  protected readonly may = computed(() => this.session.may('claim:rewards'));
  protected readonly full = computed(() => {
    const plan = this.plan();
    return plan !== undefined && plan.issued >= plan.quota;
  });
  protected readonly open = computed(() => {
    const plan = this.plan();
    const now = Date.parse(plan?.asOf ?? '');
    return plan?.planState === 'open' && Date.parse(plan.opensAt) <= now && now < Date.parse(plan.closesAt);
  });
  protected readonly lateRule = computed(() => {
    const plan = this.plan();
    if (!plan) return '';
    return this.texts.say('rewards.late', {
      close: this.format.dateTime(plan.closesAt),
      hours: plan.lateHours,
      counted: this.format.dateTime(plan.countedUntil),
      claim: this.format.dateTime(plan.claimableUntil),
    });
  });

  constructor() {
    reloadOn(this.ground, 'rewards', 'desks');
  }

  protected async enrol(): Promise<void> {
    const sent = await this.sending.send(async () => this.ground.set(await this.api.enrol(this.planId())));
    if (sent) this.toast.say(this.texts.say('rewards.enrolled'));
    else this.ground.reload();
  }

  protected async claim(plan: RewardPlanView): Promise<void> {
    const { ClaimDialog } = await import('./claim-dialog');
    this.dialog
      .open(ClaimDialog, {
        width: '440px',
        data: {
          plan,
          send: async () => {
            const after = await this.api.claim(plan.id, { requestKey: this.requestKey });
            this.ground.set(after);
            this.toast.say(
              this.texts.say(after.claim?.state === 'held' ? 'rewards.heldToast' : 'rewards.issuedToast'),
            );
          },
        },
      })
      .afterClosed()
      .subscribe(() => this.ground.reload());
  }
}
