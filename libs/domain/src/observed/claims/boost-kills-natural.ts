import type { PoolPolicy } from '../../pools/pool-policy';
import { averageOf, estimateMean, sumOf } from '../../probability/means';
import { studentDeviate } from '../../simulation/intervals';
import { growthOf, type GrowthMoment, nearestPeers, type PeerGrowth, sizeAt } from '../nearest-peers';
import { type SnapshotNote, trafficAge } from '../snapshot-note';
import { type ClaimEffect, type ClaimFinding, judgeLoss, power80 } from './folk-claim';

/** How long after the last snapshot without anything bought the natural exposure is compared, in days [P]. */
export const boostWindowDays = 3;

/** Notes like it must still have grown by so much, in logarithms: where nothing grows nothing can be killed [P]. */
const leastGrowth = 0.05;

/** Fewer boosted notes show no spread. */
export const leastBoostedNotes = 12;

/** So many of the nearest are looked at; more would be less alike. */
const mostPeers = 19;

/**
 * "A boost kills natural traffic", tried on a workspace's own notes.
 *
 * Every boosted note is taken at its last snapshot before anything was bought. Its natural growth over the three days after
 * is held against that of the notes without a boost that were most like it at that age, by size and pace, the nearest
 * counting most. So a note that was boosted because it slowed down is compared with notes that slowed down too. The effect
 * is the growth of the boosted notes over that of their peers, both in logarithms: 1 is no effect, 0 a dead stop. Notes
 * whose peers had stopped growing say nothing, and only files that tell what was bought take part.
 * Source: matching on what was known before (Rubin 1973); the error is that of a ratio estimator (Cochran 1977, 6.3).
 */
export function boostKillsNatural(notes: readonly SnapshotNote[], policy: PoolPolicy): ClaimFinding {
  const growth = new Map(growthOf(notes, 'impressionsNatural', policy).map((one) => [one.id, one]));
  const begins = new Map(notes.map((note) => [note.id, boostBegins(note, policy)]));
  const controls = [...growth.values()].filter(({ id }) => begins.get(id) === 'never');
  const boosted = notes.flatMap(({ id }) => {
    const begin = begins.get(id);
    const own = growth.get(id);
    return typeof begin === 'number' && own ? [{ own, begin }] : [];
  });
  const pairs = boosted.flatMap(({ own, begin }) => pairOf(own, begin, controls) ?? []);
  const growing = pairs.filter(({ expected }) => expected >= leastGrowth);
  const finding = {
    claim: 'boost-kills-natural',
    effectOnAll: null,
    notes: growing.length,
    design: ['MATCHED_AGE_SIZE_PACE_BEFORE', 'UNBOOSTED_AS_CONTROL'],
    confounders: ['BOOST_CHOSEN_BY_HAND', 'CONTENT_DIFFERS', 'PLATFORM_CHANGED_MEANWHILE'],
  } as const;
  if (growing.length < leastBoostedNotes) {
    const why =
      boosted.length >= leastBoostedNotes && pairs.length < leastBoostedNotes
        ? 'too-few-peers'
        : 'too-few-notes';
    return { ...finding, verdict: 'cannot-tell', why, effect: null, smallestSeen: null };
  }
  const { effect, smallestSeen } = ratioOfGrowth(growing);
  return { ...finding, ...judgeLoss(effect), effect, smallestSeen };
}

interface GrowthPair {
  own: number;
  expected: number;
}

function ratioOfGrowth(pairs: readonly GrowthPair[]): { effect: ClaimEffect; smallestSeen: number } {
  const n = pairs.length;
  const expected = averageOf(pairs.map((pair) => pair.expected));
  const ratio = averageOf(pairs.map((pair) => pair.own)) / expected;
  const rest = estimateMean(pairs.map((pair) => pair.own - ratio * pair.expected));
  const error = rest.standardError / expected;
  const half = studentDeviate(n - 1) * error;
  return {
    effect: { estimate: ratio, low: Math.max(0, ratio - half), high: ratio + half },
    smallestSeen: Math.max(0, 1 - half - power80 * error),
  };
}

/**
 * The age at the last snapshot before anything was bought; `never` where nothing was, and null where that is not known
 * or something was bought from the first snapshot on.
 */
function boostBegins(note: SnapshotNote, policy: PoolPolicy): number | 'never' | null {
  const { impressionsPromoted, impressionsHeated } = note.series.points;
  const heated = new Map(impressionsHeated.map(({ day, span }) => [day, span]));
  const bought = impressionsPromoted.flatMap(({ day, at, span }) => {
    const other = heated.get(day);
    return other ? [{ at, any: span.high + other.high > 0 }] : [];
  });
  if (bought.length === 0) return null;
  const first = bought.findIndex(({ any }) => any);
  if (first < 0) return 'never';
  const before = bought[first - 1];
  return before && before.at > note.publishedAt ? trafficAge(note, before.at, policy) : null;
}

/** How a note grew after its boost, and how notes like it did, in logarithms; null where either is not known. */
function pairOf(own: PeerGrowth, begin: number, controls: readonly PeerGrowth[]): GrowthPair | null {
  const moment = own.moments.find(({ age }) => age === begin);
  const then = moment && sizeAt(own.points, begin + boostWindowDays);
  if (!moment || then === null || then === undefined) return null;
  const later = ({ age }: GrowthMoment): number => age + boostWindowDays;
  const nearest = nearestPeers(moment, controls, later).slice(0, mostPeers);
  if (nearest.length === 0) return null;
  const weights = nearest.map(({ distance }) => 1 / (0.3 + distance));
  const weighted = nearest.map(({ growth }, at) => growth * (weights[at] ?? 0));
  return {
    own: Math.max(0, Math.log((then + 1) / (moment.size + 1))),
    expected: sumOf(weighted) / sumOf(weights),
  };
}
