import { type FollowerTier, followerTiers, type RankedNote, rankNotes } from '@poolrise/domain';
import type { WorldParameters } from '../reference/parameters';
import { type ReferenceWorld, referenceWorld } from '../reference/world';
import { WorldChance } from '../reference/world-chance';

/** Followers of each tier, from and to; a creator's own are drawn evenly on the logarithm between them. */
const followersOf: Record<FollowerTier, readonly [from: number, to: number]> = {
  small: [50, 1_000],
  nano: [1_000, 5_000],
  junior: [5_000, 50_000],
  waist: [50_000, 500_000],
  head: [500_000, 3_000_000],
};

/** A note of the fairness run: one of five that differ in their creator alone. */
export interface TwinNote extends RankedNote {
  tier: FollowerTier;
}

export interface TwinWorld extends ReferenceWorld {
  notes: readonly TwinNote[];
}

/**
 * A reference world in which every note exists once for each tier of followers: the same hook, content, topic, hour and
 * place in the feed, and a creator of another size. So notes are equally good by construction, and a fair rule gives each
 * tier the same number of impressions; nobody has to estimate who deserved what. The feed has as much room for each note as
 * in the world that the notes come from.
 */
export function twinWorld(seed: number, changes: Partial<WorldParameters> = {}): TwinWorld {
  const world = referenceWorld(seed, changes);
  const chance = new WorldChance(seed + 0x5eed);
  const twins = world.notes.flatMap((note) =>
    followerTiers.map((tier) => {
      const [from, to] = followersOf[tier];
      const followers = from * (to / from) ** chance.next();
      // The reference world's own formula: with more followers, more of the readers of a page follow.
      const followerShare = Math.min(0.6, 0.04 * Math.log10(followers + 10) ** 1.6);
      return { ...note, id: `${note.id}-${tier}`, followers, followerShare, tier };
    }),
  );
  // Ranks are given again: they are among all notes, and there are five times as many.
  const ranked = rankNotes(twins, world);
  return {
    ...world,
    capacity: Array.from(world.capacity, (room) => room * followerTiers.length),
    notes: ranked.map((note, at) => ({ ...note, tier: followerTiers[at % followerTiers.length] ?? 'small' })),
  };
}
