import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { RewardDeskClaim, RewardDeskPlan, RewardPlanMove } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { type SureAsk, SureDialog } from '../ui/sure-dialog';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { dayOf, endOfDay } from '../ui/shanghai-day';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { Toast } from '../ui/toast';
import { wholeOf } from '../ui/whole-of';
import { ForecastCard } from './forecast-card';
import { PlanFigures } from './plan-figures';
import { PlanTerms } from './plan-terms';
import { planTones, PlanWords, shownState, type ShownPlanState } from './plan-words';
import { RewardDeskApi, rewardClaimsRoot, rewardDeskRoot } from './reward-desk-api';

const moves: Record<ShownPlanState, readonly RewardPlanMove[]> = {
  draft: ['launch'],
  open: ['pause', 'end'],
  paused: ['resume', 'end'],
  closed: ['end'],
  ended: [],
};

/** One plan of the platform: its terms, how it goes against its forecast, and what can be done about it. */
@Component({
  selector: 'app-reward-plan-page',
  imports: [
    Chip,
    FailedState,
    ForecastCard,
    MatButton,
    PageHeader,
    PlanFigures,
    PlanTerms,
    Refusal,
    RouterLink,
    Skeleton,
    T,
    TextField,
  ],
  host: { class: 'pr-page' },
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
})
export default class PlanPage {
  private readonly api = inject(RewardDeskApi);
  private readonly dialogs = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(PlanWords);
  protected readonly tones = planTones;
  protected readonly sending = sending();

  /** from the address */
  readonly planId = input.required<string>();
  protected readonly answer = httpResource<RewardDeskPlan>(() => `${rewardDeskRoot}/${this.planId()}`);
  protected readonly plan = kept(this.planId, this.answer);
  protected readonly claims = paged<RewardDeskClaim>(
    () => `${rewardClaimsRoot}?show=issued&planId=${this.planId()}&limit=20`,
    'rewards',
  );
  protected readonly state = computed((): ShownPlanState => {
    const plan = this.plan();
    return plan ? shownState(plan) : 'ended';
  });
  protected readonly moves = computed(() => moves[this.state()]);
  protected readonly standing = computed(() => {
    const plan = this.plan();
    if (!plan) return '';
    return this.texts.say(`rewardDesk.plan.${this.state()}`, {
      at: this.format.dateTime(plan.closesAt),
    });
  });

  protected readonly quota = linkedSignal(() => String(this.plan()?.quota ?? ''));
  protected readonly lastDay = linkedSignal(() => this.lastDayOf(this.plan()));
  protected readonly tried = signal(false);
  protected readonly quotaFault = computed(() => {
    const plan = this.plan();
    const quota = wholeOf(this.quota());
    if (!plan || !this.tried() || (quota !== null && quota >= plan.quota)) return null;
    return this.texts.say('rewardDesk.plan.quotaFault', { quota: this.format.number(plan.quota) });
  });
  protected readonly dayFault = computed(() => {
    const plan = this.plan();
    const [day, last] = [this.lastDay(), this.lastDayOf(plan)];
    // Days compare as text; the plan may close at any hour of its last one.
    if (!plan || !this.tried() || (endOfDay(day) > Date.now() && day <= last)) return null;
    return this.texts.say('rewardDesk.plan.dayFault', { day: last });
  });

  constructor() {
    reloadOn(this.answer, 'rewards');
  }

  /** What cannot be undone is asked about first. */
  protected press(move: RewardPlanMove): void {
    const plan = this.plan();
    if (move !== 'end' || !plan) {
      void this.move(move);
      return;
    }
    const data: SureAsk = {
      title: this.texts.say('rewardDesk.plan.endTitle', { name: this.texts.of(plan.terms.name) }),
      effect: this.texts.say('rewardDesk.plan.endEffect'),
      confirm: this.texts.say('rewardDesk.plan.end'),
      send: async () => {
        await this.api.move(plan.id, { move, version: plan.version });
        this.toast.say(this.texts.say('rewardDesk.plan.done.end'));
        this.answer.reload();
      },
    };
    this.dialogs.open(SureDialog, { data, width: '480px' });
  }

  private move(move: RewardPlanMove): Promise<boolean> {
    return this.send(async ({ id, version }) => {
      await this.api.move(id, { move, version });
      this.toast.say(this.texts.say(`rewardDesk.plan.done.${move}`));
    });
  }

  protected async widen(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if ((this.quotaFault() ?? this.dayFault()) !== null) return;
    await this.send(async ({ id, version, closesAt }) => {
      const unchanged = this.lastDay() === this.lastDayOf(this.plan());
      await this.api.widen(id, {
        quota: Number(this.quota()),
        // A close at any hour of its day stays where it is unless another day was chosen.
        closesAt: unchanged ? closesAt : new Date(endOfDay(this.lastDay()) + 1_000).toISOString(),
        version,
      });
      this.tried.set(false);
      this.toast.say(this.texts.say('rewardDesk.plan.done.bounds'));
    });
  }

  protected async revoke({ id, deskName, worthCents }: RewardDeskClaim): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const data: ReasonAsk = {
      title: this.texts.say('rewardDesk.plan.revokeTitle'),
      subject: `${deskName} · ${this.format.roundMoney(worthCents)}`,
      effect: this.texts.say('rewardDesk.plan.revokeEffect'),
      label: this.texts.say('rewardDesk.hold.dialog.reason'),
      hint: this.texts.say('rewardDesk.hold.dialog.reasonHint'),
      fault: this.texts.say('rewardDesk.hold.dialog.reasonFault'),
      confirm: this.texts.say('rewardDesk.plan.revoke'),
      grave: true,
      send: async (reason) => {
        await this.api.revoke(id, reason);
        this.toast.say(this.texts.say('rewardDesk.plan.revokedToast', { name: deskName }));
      },
    };
    this.dialogs
      .open(ReasonDialog, { data, width: '520px' })
      .afterClosed()
      .subscribe(() => {
        this.claims.reload();
        this.answer.reload();
      });
  }

  private lastDayOf(plan: RewardDeskPlan | undefined): string {
    return plan ? dayOf(Date.parse(plan.closesAt) - 1) : '';
  }

  private send(command: (plan: RewardDeskPlan) => Promise<void>): Promise<boolean> {
    return this.sending.send(async () => {
      const plan = this.plan();
      if (!plan) return;
      await command(plan);
      this.answer.reload();
    });
  }
}
