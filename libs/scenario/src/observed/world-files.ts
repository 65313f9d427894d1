import {
  dayInShanghai,
  joinSnapshots,
  type NoteSnapshot,
  type ObservedMetric,
  type SnapshotReading,
  type SnapshotNote,
} from '@poolrise/domain';
import type { RandomStream } from '../random';
import type { WorldNote } from '../world/world-note';
import type { NoteCounters } from './note-history';

/** The kinds of file that a note of the world is seen in: what they tell apart and how they round. */
export const fileKinds = ['order-report', 'creator-centre', 'vendor'] as const;
export type FileKind = (typeof fileKinds)[number];

/** From here on a vendor writes 1.2万. */
const roundedFrom = 10_000;

/** A figure as a vendor writes it: 1.2万 stands for everything from 1.15 to 1.25. */
export function vendorReading(count: number): SnapshotReading {
  return count < roundedFrom ? { value: count } : { value: Math.round(count / 1_000) * 1_000, half: 500 };
}

/**
 * What a file of this kind that was drawn at this time says of a note. The order report tells everything; the creator centre leaves the
 * natural part to be worked out; the vendor rounds, knows nothing of what was bought, and misses a column now and then.
 */
export function fileRow(
  random: RandomStream,
  kind: FileKind,
  takenAt: number,
  { natural, paid }: NoteCounters,
): NoteSnapshot {
  const drawn = { day: dayInShanghai(new Date(takenAt)), takenAt, source: kind };
  const all = (name: keyof typeof natural): number => natural[name] + paid[name];
  const exact = (counts: Partial<Record<ObservedMetric, number>>): NoteSnapshot['readings'] =>
    Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, { value }]));
  const reactions = {
    likes: all('likes'),
    collects: all('collects'),
    comments: all('comments'),
    shares: all('shares'),
    follows: all('follows'),
  };
  const bought = {
    impressionsPromoted: paid.impressions,
    impressionsHeated: 0,
    readsPromoted: paid.clicks,
    readsHeated: 0,
  };
  const totals = { impressions: all('impressions'), reads: all('clicks') };
  if (kind === 'order-report')
    return {
      ...drawn,
      trust: 3,
      readings: exact({
        ...reactions,
        ...bought,
        ...totals,
        impressionsNatural: natural.impressions,
        readsNatural: natural.clicks,
      }),
    };
  if (kind === 'creator-centre')
    return { ...drawn, trust: 2, readings: exact({ ...reactions, ...bought, ...totals }) };
  const seen = {
    ...reactions,
    impressionsNatural: natural.impressions,
    readsNatural: natural.clicks,
  };
  const readings: Partial<Record<string, SnapshotReading>> = {};
  for (const [name, count] of Object.entries(seen))
    if (!random.chance(0.08)) readings[name] = vendorReading(count);
  return { ...drawn, trust: 1, readings };
}

/** The note as files of one kind show it that were drawn at these times. */
export function observedNote(
  random: RandomStream,
  note: WorldNote,
  seen: readonly (NoteCounters & { at: number })[],
  kind: FileKind,
): SnapshotNote {
  return {
    id: note.id,
    authorId: note.creator.id,
    category: note.category,
    type: note.type,
    cooperation: note.disclosure === 'sponsored',
    followers: note.creator.followers,
    publishedAt: note.publishedAt,
    series: joinSnapshots(seen.map((counters) => fileRow(random, kind, counters.at, counters))),
  };
}
