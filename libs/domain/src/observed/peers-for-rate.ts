import type { PoolPolicy } from '../pools/pool-policy';
import { type KnownSpans, spansAt } from './latest-counts';
import { type SnapshotNote, trafficAge } from './snapshot-note';

/** How alike the peers of a comparison are, the most alike first. */
export const peerCircles = [
  'same-category-type-size',
  'same-category-size',
  'same-category',
  'all-notes',
] as const;
export type PeerCircle = (typeof peerCircles)[number];

/** A peer with what was known of it at each of its snapshots, by age in days of traffic. */
export interface RatedPeer {
  note: SnapshotNote;
  moments: readonly { age: number; spans: KnownSpans }[];
}

/** Lays out once what many comparisons need. */
export function ratedPeers(notes: readonly SnapshotNote[], policy: PoolPolicy): RatedPeer[] {
  return notes.map((note) => {
    const all = new Set<number>();
    for (const points of Object.values(note.series.points)) for (const { at } of points) all.add(at);
    const instants = [...all].filter((at) => at > note.publishedAt).sort((a, b) => a - b);
    const spans = spansAt(note, instants);
    const moments = instants.map((at, index) => ({
      age: trafficAge(note, at, policy),
      spans: spans[index] ?? {},
    }));
    return { note, moments };
  });
}

/** A peer as it stood when it was about as old as the note. */
export interface PeerThen {
  note: SnapshotNote;
  spans: KnownSpans;
}

/** A peer is of the same age, and of the same size, when it is within this factor of it [P]. */
const same = { age: 2, size: 3 } as const;

/**
 * The smallest circle of peers of the same age that has enough of them for a norm, or the widest.
 *
 * Size is what the rate is held against: a note that was shown to many was shown to a wider audience, which fits it less,
 * as in a pool of its own. `all` are those of the age and, where they are enough, of the category, whatever their size.
 * @param sizeOf that of a note in its counters' middle; null for a peer that cannot be compared, which is left out
 */
export function peersForRate(
  note: SnapshotNote,
  age: number,
  peers: readonly RatedPeer[],
  enough: number,
  { size, sizeOf }: { size: number; sizeOf: (spans: KnownSpans, peer: SnapshotNote) => number | null },
): { circle: PeerCircle; peers: readonly PeerThen[]; all: readonly PeerThen[] } {
  const asTheyWere = (some: readonly RatedPeer[]): SizedPeer[] =>
    some.flatMap((peer) => {
      if (peer.note.id === note.id) return [];
      const spans = spansNear(peer, age);
      const theirs = spans && sizeOf(spans, peer.note);
      return spans && theirs !== null ? [{ note: peer.note, spans, size: theirs }] : [];
    });
  const category = asTheyWere(peers.filter((peer) => peer.note.category === note.category));
  // All other notes are looked at only when the category does not suffice: they are many.
  const all = category.length >= enough ? category : asTheyWere(peers);
  const ofSize = category.filter((peer) => Math.abs(Math.log(peer.size / size)) <= Math.log(same.size));
  const circles: Record<PeerCircle, readonly PeerThen[]> = {
    'same-category-type-size': ofSize.filter((peer) => peer.note.type === note.type),
    'same-category-size': ofSize,
    'same-category': category,
    'all-notes': all,
  };
  const circle = peerCircles.find((each) => circles[each].length >= enough) ?? 'all-notes';
  return { circle, peers: circles[circle], all };
}

type SizedPeer = PeerThen & { size: number };

/** What was known of a peer at its snapshot nearest to an age; null when it has none of about that age. */
function spansNear({ moments }: RatedPeer, age: number): KnownSpans | null {
  let [nearest, distance]: [KnownSpans | null, number] = [null, Math.log(same.age)];
  for (const moment of moments) {
    const away = Math.abs(Math.log(moment.age / age));
    if (away <= distance) [nearest, distance] = [moment.spans, away];
  }
  return nearest;
}
