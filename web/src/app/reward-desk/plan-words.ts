import { inject, Service } from '@angular/core';
import type { LikelyView, RewardGift, RewardPlanTerms } from '@poolrise/contracts';
import type { RewardPlanState } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';

/** How a plan stands now: an open one whose last day is over stays open for those who are late, and for nobody else. */
export type ShownPlanState = RewardPlanState | 'closed';
export const shownState = (
  { state, closesAt }: { state: RewardPlanState; closesAt: string },
  now = Date.now(),
): ShownPlanState => (state === 'open' && Date.parse(closesAt) <= now ? 'closed' : state);
export const planTones: Readonly<Record<ShownPlanState, Tone>> = {
  draft: 'neutral',
  open: 'passed',
  paused: 'paid',
  closed: 'neutral',
  ended: 'neutral',
};

/** A plan in sentences, as a creator reads it. */
@Service()
export class PlanWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  name(name: { zh: string; en: string }): string {
    return this.texts.chinese() ? name.zh : name.en;
  }

  rules({
    followersMin,
    followersMax,
    categories,
    notesInDays,
    noViolationDays,
    growthLevelMin,
    accountTied,
  }: Eligibility): string[] {
    const say = this.texts.say.bind(this.texts);
    const number = (value: number): string => this.format.number(value);
    const lines: string[] = [];
    if (accountTied) lines.push(say('rewardDesk.rule.tied'));
    if (followersMin !== null) lines.push(say('rewardDesk.rule.min', { n: number(followersMin) }));
    if (followersMax !== null) lines.push(say('rewardDesk.rule.max', { n: number(followersMax) }));
    if (categories.length > 0) {
      const names = categories
        .map((one) => say(`common.category.${one}`))
        .join(this.texts.chinese() ? '、' : ', ');
      lines.push(say('rewardDesk.rule.categories', { names }));
    }
    if (notesInDays)
      lines.push(
        say('rewardDesk.rule.notes', { n: number(notesInDays.notes), days: number(notesInDays.days) }),
      );
    if (noViolationDays !== null)
      lines.push(say('rewardDesk.rule.violation', { days: number(noViolationDays) }));
    if (growthLevelMin !== null) lines.push(say('rewardDesk.rule.growth', { level: number(growthLevelMin) }));
    return lines.length > 0 ? lines : [say('rewardDesk.preview.everybody')];
  }

  task(task: RewardPlanTerms['tasks'][number]): string {
    const number = (value: number): string => this.format.number(value);
    switch (task.kind) {
      case 'publish':
        return task.topicTag === undefined
          ? this.texts.count('rewardDesk.task.publish', task.notes)
          : this.texts.count('rewardDesk.task.publishTopic', task.notes, { topic: task.topicTag });
      case 'reads':
      case 'interactions':
        return this.texts.say(`rewardDesk.task.${task.kind}`, { n: number(task.total) });
      case 'pool-level':
        return this.texts.count('rewardDesk.task.pool', task.notes, { level: number(task.level) });
    }
  }

  gift(reward: RewardGift): string {
    switch (reward.kind) {
      case 'voucher-impressions':
        return this.texts.say('rewardDesk.gift.voucher-impressions', {
          n: this.format.number(reward.impressions),
        });
      case 'voucher-cents':
        return this.texts.say('rewardDesk.gift.voucher-cents', {
          money: this.format.roundMoney(reward.faceCents),
        });
      case 'cash':
        return this.texts.say('rewardDesk.gift.cash', { money: this.format.roundMoney(reward.cents) });
      case 'guidance-session':
        return this.texts.say('rewardDesk.gift.guidance-session');
      case 'badge':
        return this.texts.say('rewardDesk.gift.badge', { name: this.name(reward.name) });
    }
  }

  late({ lateHours, claimDays }: Pick<RewardPlanTerms, 'lateHours' | 'claimDays'>): string {
    return this.texts.say('rewardDesk.preview.late', { hours: lateHours, days: claimDays });
  }

  numbers({ low, high }: LikelyView): { low: string; high: string } {
    return { low: this.format.number(Math.round(low)), high: this.format.number(Math.round(high)) };
  }

  money({ low, high }: LikelyView): { low: string; high: string } {
    return { low: this.format.roundMoney(roundCents(low)), high: this.format.roundMoney(roundCents(high)) };
  }
}

type Eligibility = RewardPlanTerms['eligibility'];

/** An expectation is not known to the cent: whole yuan. */
export const roundCents = (cents: number): number => Math.round(cents / 100) * 100;
