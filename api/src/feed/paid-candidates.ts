import type { AskFeed } from '@poolrise/contracts';
import { paceBoost, type PaidCandidate, type PoolPolicy } from '@poolrise/domain';
import type { RunningBoost } from '../boosts/boosts.service';

/** The boosts that may have a paid slot on this page: for this reader, on pace, hungriest first. */
export function paidCandidates(
  boosts: readonly RunningBoost[],
  reader: AskFeed['reader'],
  seen: ReadonlySet<string>,
  policy: PoolPolicy,
  now: number,
  random: () => number,
): PaidCandidate[] {
  const hungry: { candidate: PaidCandidate; hunger: number }[] = [];
  for (const boost of boosts) {
    if (seen.has(boost.noteId) || !reaches(boost.audience, reader)) continue;
    const pace = paceBoost({
      plannedImpressions: boost.plannedImpressions,
      delivered: boost.deliveredImpressions,
      startsAt: boost.startsAt.getTime(),
      endsAt: boost.endsAt.getTime(),
      now,
      clock: policy.trafficClock,
    });
    if (random() >= pace.passRate) continue;
    hungry.push({
      candidate: {
        boostId: boost.boostId,
        noteId: boost.noteId,
        creatorId: boost.creatorId,
        category: boost.category,
        level: boost.level,
      },
      hunger: pace.passRate * random(),
    });
  }
  return hungry.sort((a, b) => b.hunger - a.hunger).map((entry) => entry.candidate);
}

/** Whether a boost's audience includes the reader; what the reader did not say cannot be claimed to match. */
function reaches(audience: RunningBoost['audience'], reader: AskFeed['reader']): boolean {
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
