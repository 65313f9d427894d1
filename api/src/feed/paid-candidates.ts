import type { AskFeed } from '@poolrise/contracts';
import {
  fitBoost,
  paceBoost,
  type PaidCandidate,
  type PoolPolicy,
  type ReaderContext,
  readerMatcher,
  type ReaderProfile,
} from '@poolrise/domain';
import type { IndexedBoost } from './feed-index';

/** The reader who asks: what the application says of them, what they have seen, and what they seem to like. */
export interface PaidReader {
  said: AskFeed['reader'];
  context: ReaderContext;
  habits: ReaderProfile;
}

/** How much the newest reader moves the running mean of how well readers suit a boost. */
const newest = 0.02;

/** Chooses the boosts that may have a paid slot on a page. */
export class PaidChooser {
  /** How well the readers who asked so far suited each boost on average: what is a good reader depends on who comes by. */
  private readonly usualFit = new Map<string, number>();

  /**
   * For this reader, on pace, best suited and hungriest first. A boost on plan waits for readers who suit it better than
   * most; one that is behind takes whoever comes, since its impressions are promised.
   */
  choose(
    boosts: readonly IndexedBoost[],
    { said, context, habits }: PaidReader,
    policy: PoolPolicy,
    now: number,
    random: () => number,
  ): PaidCandidate[] {
    if (this.usualFit.size > boosts.length) this.forgetEnded(boosts);
    const match = readerMatcher(context);
    const hungry: { candidate: PaidCandidate; hunger: number }[] = [];
    for (const boost of boosts) {
      if (context.seen.has(boost.noteId) || !reaches(boost.audience, said)) continue;
      const { passRate } = paceBoost({
        plannedImpressions: boost.plannedImpressions,
        delivered: boost.deliveredImpressions,
        startsAt: boost.startsAt.getTime(),
        endsAt: boost.endsAt.getTime(),
        now,
        clock: policy.trafficClock,
      });
      const hunger = passRate * this.againstUsual(boost.boostId, fitBoost(boost.goal, match(boost), habits));
      if (passRate < 1 && random() >= hunger) continue;
      const { boostId, noteId, creatorId, category, level } = boost;
      hungry.push({ candidate: { boostId, noteId, creatorId, category, level }, hunger: hunger * random() });
    }
    return hungry.sort((a, b) => b.hunger - a.hunger).map((entry) => entry.candidate);
  }

  private forgetEnded(boosts: readonly IndexedBoost[]): void {
    const running = new Set(boosts.map((boost) => boost.boostId));
    for (const boostId of this.usualFit.keys()) if (!running.has(boostId)) this.usualFit.delete(boostId);
  }

  private againstUsual(boostId: string, fit: number): number {
    const usual = this.usualFit.get(boostId) ?? fit;
    this.usualFit.set(boostId, usual + newest * (fit - usual));
    return fit / usual;
  }
}

/** Whether a boost's audience includes the reader; what the reader did not say cannot be claimed to match. */
function reaches(audience: IndexedBoost['audience'], reader: AskFeed['reader']): boolean {
  const named = <T>(wanted: readonly T[] | undefined, is: T | undefined) =>
    !wanted?.length || (is !== undefined && wanted.includes(is));
  return (
    named(audience.genders, reader.gender) &&
    named(audience.ageBands, reader.ageBand) &&
    named(audience.cityTiers, reader.cityTier) &&
    (!audience.interests?.length ||
      Boolean(reader.interests?.some((interest) => audience.interests?.includes(interest))))
  );
}
