import {
  credibilityNorms,
  type Evidence,
  type FraudKind,
  indexCommenters,
  judgeCredibility,
  peersLeast,
  tierOf,
  tierSchemes,
  type TierScheme,
} from '@poolrise/domain';
import { castOf } from '../cast/cast';
import { castCreators, type CastCreator } from '../cast/creators';
import { type DirectoryEntry, directoryOf } from '../directory/directory';
import { creatorFigures } from '../parameters';

/** A creator with what is true of her and what the tests said. */
export interface JudgedCreator {
  label: FraudKind | null;
  /** of the injected fraud; 0 for the honest */
  strength: number;
  evidence: Evidence[];
}

const scheme = tierSchemes[0] as TierScheme;
type Entry = Pick<DirectoryEntry, 'creator' | 'notes' | 'followersByDay' | 'engagedFollowerShare' | 'label'>;

export interface LabelledWorld {
  seed: string;
  creators: number;
  /** followers of everybody times so many */
  times: number;
  now: Date;
}

/** Every creator of a demo world judged beside her peers, as the product would: same tier and category where they suffice. */
export function judgedCreators({ seed, creators, times, now }: LabelledWorld): JudgedCreator[] {
  const cast = { ...castOf(seed), creators: castCreators(seed, creators).map((one) => larger(one, times)) };
  const entries: Entry[] = [];
  for (const { creator, notes, followersByDay, engagedFollowerShare, label } of directoryOf(cast, now))
    entries.push({ creator, notes, followersByDay, engagedFollowerShare, label });
  const commenters = indexCommenters(entries.map(({ creator, notes }) => ({ creatorId: creator.id, notes })));
  const normsFor = normsByPeers(entries);
  return entries.map((entry) => ({
    label: entry.label?.kind ?? null,
    strength: entry.label?.strength ?? 0,
    evidence: judgeCredibility({
      creatorId: entry.creator.id,
      followersByDay: entry.followersByDay,
      engagedFollowerShare: entry.engagedFollowerShare,
      notes: entry.notes,
      norms: normsFor(entry),
      commenters,
    }),
  }));
}

/** Nobody has more followers than the largest of the demo may have. */
const larger = (creator: CastCreator, times: number): CastCreator => ({
  ...creator,
  followers: Math.min(creatorFigures.followers.value.maximum, creator.followers * times),
});

function normsByPeers(entries: readonly Entry[]) {
  const tier = ({ creator }: Entry): string => tierOf(scheme, creator.followers).key;
  const category = ({ creator }: Entry): string => creator.categories[0] ?? '';
  const byTier = grouped(entries, tier);
  const byBoth = grouped(entries, (entry) => `${tier(entry)} ${category(entry)}`);
  const shares = (group: readonly Entry[]): number[] => group.map((entry) => entry.engagedFollowerShare);
  const made = new Map<string, ReturnType<typeof credibilityNorms>>();
  const byCategory = grouped(entries, category);
  return (entry: Entry) => {
    const key = `${tier(entry)} ${category(entry)}`;
    const alike = byBoth.get(key) ?? [];
    const peers = alike.length >= peersLeast ? alike : (byTier.get(tier(entry)) ?? []);
    const notes = byCategory.get(category(entry)) ?? [];
    const norms =
      made.get(key) ??
      credibilityNorms(
        shares(peers),
        notes.flatMap((peer) => peer.notes),
      );
    made.set(key, norms);
    return norms;
  };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
