import type { EngagementCounts } from '../metrics/engagement';
import { contentValue } from './engagement-score';
import { ratingPriorOf } from './estimate-rate';
import type { PeerStats } from './pool-evidence';
import type { EngagementWeights } from './pool-policy';
import { type Rating, rateNote } from './rate-note';

/** What a closed level showed of a note: opens, and the opens that an average note would have had there. */
export interface ClosedLevel {
  level: number;
  clicks: number;
  /** Impressions x the click rate of peers, so that an easy level does not flatter; above 0 counts. */
  expectedClicks: number;
}

/** A belief about a note's click lift as a gamma distribution: its mean, and what it weighs in expected clicks. */
export interface RememberedLift {
  /** 1 for an average note. */
  mean: number;
  weight: number;
}

/** What is left of a level's evidence for each level that came after it: readers of wider pools are other readers [P]. */
const keptPerLevel = 0.5;
/** All that is remembered weighs at most this many expected clicks, so that a new level can still change the mind [P]. */
const mostRemembered = 40;

/**
 * The belief with which a note enters `level`: the prior of new notes, with the opens of all levels it has closed.
 *
 * Evidence of the level just below counts by half, that of the one before by a quarter, and so on; together it weighs no more than
 * 40 expected clicks, scaled down in one piece, so that its mean stays. Impressions spent on readers whom the note does not
 * suit bring expected clicks without clicks, and so lower the forecast of every later level: over-serving a poor audience
 * hurts. Conjugate gamma-Poisson updating; monotone in clicks. Levels at or above `level`, and empty ones, are ignored.
 * Source: lifetime click-rate posterior in the next prediction (domain notes 2.4 item 7; Wang, cold start 05 [A]).
 */
export function feedbackMemory(
  closed: readonly ClosedLevel[],
  level: number,
  prior: RememberedLift = { mean: 1, weight: 4 },
): RememberedLift {
  let clicks = 0;
  let expected = 0;
  for (const past of closed) {
    if (past.level >= level || !(past.expectedClicks > 0)) continue;
    const kept = keptPerLevel ** (level - past.level);
    clicks += kept * past.clicks;
    expected += kept * past.expectedClicks;
  }
  const scale = expected > mostRemembered ? mostRemembered / expected : 1;
  const weight = prior.weight + scale * expected;
  return { mean: (prior.mean * prior.weight + scale * clicks) / weight, weight };
}

/**
 * The rating of a run that remembers what the note's closed levels showed: what the feed forecasts by. A verdict does not
 * read it, since a level is judged on its own readers.
 */
export function rateRemembering(
  counts: EngagementCounts,
  peers: PeerStats,
  weights: EngagementWeights,
  past: { exposure: number; level: number; closed: readonly ClosedLevel[] },
): Rating {
  const prior = ratingPriorOf(peers, weights);
  const { mean, weight } = feedbackMemory(past.closed, past.level, { mean: 1, weight: prior.hookShape });
  return rateNote(
    {
      clicks: counts.clicks,
      expectedClicks: past.exposure * peers.clickRate,
      content: contentValue(counts, weights),
    },
    { ...prior, hookMean: mean, hookShape: mean * weight },
  );
}
