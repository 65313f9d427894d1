import { inject, Service } from '@angular/core';
import type { RewardGift, RewardPlanView, RewardTaskTerms } from '@poolrise/contracts';
import type { RewardState } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { GrowthWords } from '../growth/growth-words';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';
import type { IconName } from '../ui/icons';

type Line = RewardPlanView['eligibility'][number];

const tones: Readonly<Record<RewardState, Tone>> = {
  eligible: 'neutral',
  enrolled: 'action',
  'in-progress': 'action',
  achieved: 'passed',
  claimed: 'passed',
  held: 'paid',
  issued: 'passed',
  redeemed: 'neutral',
  expired: 'neutral',
  revoked: 'stopped',
  refused: 'stopped',
  missed: 'neutral',
};

const icons: Readonly<Record<RewardGift['kind'], IconName>> = {
  'voucher-impressions': 'vouchers',
  'voucher-cents': 'vouchers',
  cash: 'wallet',
  'guidance-session': 'text',
  badge: 'passed',
};

/** What a plan gives, asks and where somebody stands in it, in words. */
@Service()
export class RewardWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly growth = inject(GrowthWords);

  readonly icon = (gift: RewardGift): IconName => icons[gift.kind];
  readonly tone = (state: RewardState): Tone => tones[state];
  readonly state = (state: RewardState): string => this.texts.say(`rewards.state.${state}`);

  gift(gift: RewardGift): string {
    switch (gift.kind) {
      case 'voucher-impressions':
        return this.texts.say('rewards.gift.impressions', {
          n: this.format.number(gift.impressions),
          days: gift.validDays,
        });
      case 'voucher-cents':
        return this.texts.say('rewards.gift.cents', {
          money: this.format.roundMoney(gift.faceCents),
          from: this.format.roundMoney(gift.minimumBudgetCents),
          days: gift.validDays,
        });
      case 'cash':
        return this.texts.say('rewards.gift.cash', { money: this.format.roundMoney(gift.cents) });
      case 'guidance-session':
        return this.texts.say('rewards.gift.session');
      case 'badge':
        return this.texts.say('rewards.gift.badge', { name: this.texts.of(gift.name) });
    }
  }

  gifts(gifts: readonly RewardGift[]): string {
    return gifts.map((gift) => this.gift(gift)).join(this.texts.chinese() ? '＋' : ' + ');
  }

  task(task: RewardTaskTerms): string {
    switch (task.kind) {
      case 'publish': {
        const what = task.noteType ? this.texts.say(`rewards.task.type.${task.noteType}`) : '';
        const notes = this.texts.count('rewards.task.notes', task.notes, { what });
        return task.topicTag
          ? this.texts.say('rewards.task.withTopic', { notes, topic: task.topicTag })
          : this.texts.say('rewards.task.publish', { notes });
      }
      case 'reads':
        return this.texts.say('rewards.task.reads', { n: this.format.number(task.total) });
      case 'interactions':
        return this.texts.say('rewards.task.interactions', { n: this.format.number(task.total) });
      case 'pool-level':
        return this.texts.say('rewards.task.level', {
          notes: this.texts.count('rewards.task.notes', task.notes, { what: '' }),
          level: task.level,
        });
    }
  }

  rule(line: Line): string {
    const n = this.format.number(line.needs);
    if (line.rule === 'notes-in-days')
      return this.texts.say('rewards.rule.notes-in-days', { n, days: line.days ?? 0 });
    if (line.rule === 'categories')
      return this.texts.say('rewards.rule.categories', {
        categories: (line.categories ?? [])
          .map((category) => this.texts.say(`common.category.${category}`))
          .join(this.texts.chinese() ? '、' : ', '),
      });
    return this.texts.say(`rewards.rule.${line.rule}`, { n });
  }

  /** What the account has, and how far it is to go. */
  has(line: Line): string {
    if (line.rule === 'growth-level' && line.has !== null) {
      const lacks = this.growth.lacks(line.lacks ?? []);
      return this.texts.say(lacks ? 'rewards.lacksLevel' : 'rewards.hasLevel', { n: line.has, lacks });
    }
    if (line.met) {
      if (line.rule === 'account-tied' || line.rule === 'categories') return this.texts.say('rewards.met');
      if (line.has === null) return this.texts.say('rewards.noViolation');
      return this.texts.say('rewards.has', { n: this.format.number(line.has) });
    }
    return this.texts.say(`rewards.missing.${line.rule}`, { n: this.format.number(line.missing) });
  }

  seats({ quota, issued }: Pick<RewardPlanView, 'quota' | 'issued'>): string {
    const left = quota - issued;
    return left > 0
      ? this.texts.say('rewards.seats', { left: this.format.number(left), all: this.format.number(quota) })
      : this.texts.say('rewards.noSeats');
  }

  /** Until when there is something to do: to claim, or to take part. */
  until(plan: RewardPlanView): string {
    if (plan.state === 'achieved')
      return this.texts.say('rewards.claimUntil', { at: this.format.dateTime(plan.claimableUntil) });
    const now = Date.parse(plan.asOf);
    if (plan.planState === 'ended' || Date.parse(plan.closesAt) <= now)
      return this.texts.say('rewards.closed', { at: this.format.day(plan.closesAt) });
    if (Date.parse(plan.opensAt) > now)
      return this.texts.say('rewards.opens', { at: this.format.dateTime(plan.opensAt) });
    return this.texts.say('rewards.closes', { at: this.format.dateTime(plan.closesAt) });
  }

  /** The first thing that is missing, for a card. */
  lacks(plan: RewardPlanView): string | null {
    if (plan.state !== 'eligible') return null;
    const first = plan.eligibility.find(({ met }) => !met);
    return first ? this.has(first) : null;
  }
}
