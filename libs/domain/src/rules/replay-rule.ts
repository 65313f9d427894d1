import { spentFor } from '../boosts/settle-boost';
import { judgeRule, type RuleCounts, type RuleJudgement } from './judge-rule';
import type { RuleAction, RuleCondition } from './rule';

const hourMs = 3_600_000;

/** What a boost counted on paid places in one full hour. `hour` is when it begins, in epoch milliseconds. */
export interface BoostHourCounts {
  hour: number;
  impressions: number;
  reads: number;
  follows: number;
}

/** A boost with its kept hours, in order. */
export interface RuledBoost {
  boostId: string;
  /** epoch milliseconds; `until` is when it ended, or will */
  startsAt: number;
  until: number;
  budgetCents: number;
  plannedImpressions: number;
  hours: readonly BoostHourCounts[];
  /** impressions before the first of these hours */
  before: number;
}

/** What a rule found at the end of an hour. */
export interface RuleHit {
  boostId: string;
  /** the end of the window, a full hour in epoch milliseconds */
  hour: number;
  judgement: RuleJudgement;
  counts: RuleCounts;
  /** what the boost went on to spend afterwards, in cents */
  laterCents: number;
}

export interface RuleReplay {
  hits: RuleHit[];
  /** hours of boosts looked at with enough impressions */
  looks: number;
  /** of those, how many were on the wrong side without being sure */
  unsure: number;
}

/** What a boost counted in the window that ends at `hour`. */
export function countsAt(boost: RuledBoost, condition: RuleCondition, hour: number): RuleCounts {
  const from = hour - condition.windowHours * hourMs;
  const sum = { impressions: 0, reads: 0, follows: 0 };
  let before = boost.before;
  for (const counted of boost.hours) {
    if (counted.hour >= hour) break;
    if (counted.hour < from) before += counted.impressions;
    else {
      sum.impressions += counted.impressions;
      sum.reads += counted.reads;
      sum.follows += counted.follows;
    }
  }
  const spentSoFarCents = spentFor(boost, before + sum.impressions);
  const { budgetCents } = boost;
  return { ...sum, spentSoFarCents, spentCents: spentSoFarCents - spentFor(boost, before), budgetCents };
}

/** Rules changed a thing as often as they may within the day before `hour`. */
export const isLimited = (changes: readonly number[], hour: number, changesPerDay: number): boolean =>
  changes.filter((at) => at > hour - 24 * hourMs).length >= changesPerDay;

/**
 * What a rule would have done in a time that is over, hour by hour, with the figures as they stood at each hour.
 *
 * A boost that it would have stopped is not looked at again. Other rules are not replayed, so the limit counts this one alone.
 * @param span full hours in epoch milliseconds; the end of every window looked at lies after `from` and not after `to`
 */
export function replayRule(
  condition: RuleCondition,
  action: RuleAction,
  boosts: readonly RuledBoost[],
  span: { from: number; to: number },
  changesPerDay: number,
): RuleReplay {
  const replay: RuleReplay = { hits: [], looks: 0, unsure: 0 };
  for (const boost of boosts) replayBoost(condition, action, boost, span, changesPerDay, replay);
  replay.hits.sort((a, b) => b.hour - a.hour || (a.boostId < b.boostId ? -1 : 1));
  return replay;
}

function replayBoost(
  condition: RuleCondition,
  action: RuleAction,
  boost: RuledBoost,
  span: { from: number; to: number },
  changesPerDay: number,
  replay: RuleReplay,
): void {
  const changes: number[] = [];
  const first = Math.max(span.from, Math.floor(boost.startsAt / hourMs) * hourMs);
  for (let hour = first + hourMs; hour <= Math.min(span.to, boost.until); hour += hourMs) {
    const counts = countsAt(boost, condition, hour);
    const judgement = judgeRule(condition, counts);
    if (judgement.verdict === 'too-few') continue;
    replay.looks++;
    if (judgement.verdict === 'cannot-tell') replay.unsure++;
    if (judgement.verdict !== 'hit') continue;
    if (isLimited(changes, hour, changesPerDay)) continue;
    changes.push(hour);
    replay.hits.push({
      boostId: boost.boostId,
      hour,
      judgement,
      counts,
      laterCents: spentAfter(boost, counts),
    });
    if (action === 'stop-boost') return;
  }
}

function spentAfter(boost: RuledBoost, { spentSoFarCents }: RuleCounts): number {
  const all = boost.hours.reduce((sum, { impressions }) => sum + impressions, boost.before);
  return spentFor(boost, all) - spentSoFarCents;
}
