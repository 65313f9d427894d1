import { engagementKinds, type EngagementKind } from '../metrics/engagement';
import { sumOf } from '../probability/means';
import { type EvenWaits, waitsMin, waitsSpread, waitsSpreadMin } from './even-waits';

/** Why traffic is set aside. The first three are said of one reader, the others of a whole application. */
export const trafficRules = [
  'reader-too-fast',
  'reader-reacts-to-all',
  'reader-like-clockwork',
  'clicks-beyond-any-note',
  'reactions-beyond-any-note',
  'repeats-beyond-any-note',
] as const;
export type TrafficRule = (typeof trafficRules)[number];

/** Events by the index of their kind in `engagementKinds`, each counted once, dwell as well. */
export type KindCounts = readonly number[];

/**
 * What people can do at the most. Shares are of impressions. All are our own proposals (P), far above what is on record:
 * the best note known is opened by 15.6 % of those who see it, and 4 to 5 % of those who open one like it.
 */
export const trafficLimits = {
  /** Events a second of one reader. An eye rests about a quarter of a second on what it sees (Rayner 1998: 200 to 300 ms). */
  readerEventsPerSecond: 4,
  /** Seconds that a reader is always given, so that one page reported at once is nothing unusual. */
  readerSecondsMin: 60,
  readerClickShare: 0.9,
  readerReactionShare: 0.5,
  /** Impressions of an application below which its shares say nothing. */
  applicationImpressionsMin: 200,
  applicationClickShare: 0.5,
  applicationReactionShare: 0.25,
  /** Comments, shares, stays and purchases for one impression, each kind on its own. */
  applicationRepeats: 2,
} as const;

/** Events of one reader below which no rule can find anything. */
export const readerEventsMin = 30;

/** The chance of a false alarm that one look at the shares allows at the most. */
export const falseAlarmMax = 1e-12;

export interface TrafficFinding {
  rule: TrafficRule;
  /** the kind of event that gave it away, where it is one */
  kind: EngagementKind | null;
  /** events, or waits between them */
  count: number;
  /** impressions, or seconds */
  outOf: number;
  /** what was measured and the most (of clockwork: the least) that people do, in the same unit */
  measured: number;
  limit: number;
  /** bound on the chance that honest readers at the limit itself do as much; 0 where it is not possible at all */
  chance: number;
}

const indexOf = (kind: EngagementKind): number => engagementKinds.indexOf(kind);
const impressions = indexOf('impression');
/** Kinds that happen at most once an impression; the order is that in which they are looked at. */
const reactions = (['like', 'collect', 'follow'] as const).map((kind) => [kind, indexOf(kind)] as const);
const repeats = (['comment', 'share', 'dwell', 'purchase'] as const).map(
  (kind) => [kind, indexOf(kind)] as const,
);

/**
 * Judges what one reader did on pages of at most half an hour.
 *
 * @param seconds from the first page's being served until now, capped by the life of a page; both are the server's own times
 */
export function judgeReader(counts: KindCounts, seconds: number, waits: EvenWaits): TrafficFinding | null {
  const all = sumOf(counts);
  const time = Math.max(trafficLimits.readerSecondsMin, seconds);
  if (all > trafficLimits.readerEventsPerSecond * time)
    return {
      rule: 'reader-too-fast',
      kind: null,
      count: all,
      outOf: time,
      measured: all / time,
      limit: trafficLimits.readerEventsPerSecond,
      chance: 0,
    };
  const spread = waitsSpread(waits);
  if (waits.count >= waitsMin && spread < waitsSpreadMin)
    return {
      rule: 'reader-like-clockwork',
      kind: 'impression',
      count: waits.count,
      outOf: waits.sum / waits.count / 1000,
      measured: spread,
      limit: waitsSpreadMin,
      chance: falseAlarmMax,
    };
  return (
    overShare('reader-reacts-to-all', 'click', counts, trafficLimits.readerClickShare) ??
    firstReaction('reader-reacts-to-all', counts, trafficLimits.readerReactionShare)
  );
}

/** Judges what the readers of one application did on the pages served to it within ten minutes. */
export function judgeApplication(counts: KindCounts): TrafficFinding | null {
  if ((counts[impressions] ?? 0) < trafficLimits.applicationImpressionsMin) return null;
  return (
    overShare('clicks-beyond-any-note', 'click', counts, trafficLimits.applicationClickShare) ??
    firstReaction('reactions-beyond-any-note', counts, trafficLimits.applicationReactionShare) ??
    firstRepeat(counts)
  );
}

function firstReaction(rule: TrafficRule, counts: KindCounts, limit: number): TrafficFinding | null {
  for (const [kind] of reactions) {
    const finding = overShare(rule, kind, counts, limit);
    if (finding) return finding;
  }
  return null;
}

function overShare(
  rule: TrafficRule,
  kind: EngagementKind,
  counts: KindCounts,
  limit: number,
): TrafficFinding | null {
  const outOf = counts[impressions] ?? 0;
  const count = counts[indexOf(kind)] ?? 0;
  const chance = chanceOfShare(count, outOf, limit);
  if (chance > falseAlarmMax) return null;
  return { rule, kind, count, outOf, measured: count / outOf, limit, chance };
}

function firstRepeat(counts: KindCounts): TrafficFinding | null {
  const outOf = counts[impressions] ?? 0;
  const limit = trafficLimits.applicationRepeats;
  for (const [kind, index] of repeats) {
    const count = counts[index] ?? 0;
    const chance = chanceOfCount(count, outOf * limit);
    if (chance <= falseAlarmMax)
      return {
        rule: 'repeats-beyond-any-note',
        kind,
        count,
        outOf,
        measured: count / outOf,
        limit,
        chance,
      };
  }
  return null;
}

/**
 * An upper bound on the chance of `count` or more successes in `tries`, when each succeeds with probability `share`.
 *
 * Source: Chernoff (1952), exp(-n KL(count/n || share)). A bound and not an approximation, so the rate of false alarms that
 * we state can only be lower. More successes than tries count as all.
 */
export function chanceOfShare(count: number, tries: number, share: number): number {
  if (tries === 0) return 1;
  const seen = Math.min(1, count / tries);
  if (seen <= share) return 1;
  const missed = seen < 1 ? (1 - seen) * Math.log((1 - seen) / (1 - share)) : 0;
  return Math.exp(-tries * (seen * Math.log(seen / share) + missed));
}

/** An upper bound on the chance of `count` or more events where `mean` are expected (Poisson). Source: Chernoff, as above. */
export function chanceOfCount(count: number, mean: number): number {
  if (count <= mean) return 1;
  if (mean === 0) return 0;
  return Math.exp(count - mean - count * Math.log(count / mean));
}
