import { type FollowerTier, followerTierOf } from '../fairness/follower-tiers';
import type { PoolPolicy } from '../pools/pool-policy';
import { type KnownSpans, spansBy } from './latest-counts';
import { type SnapshotNote, trafficAge } from './snapshot-note';

/** How alike the peers of a comparison are, the most alike first. */
export const peerCircles = [
  'same-category-type-size',
  'same-category-type',
  'same-category',
  'all-notes',
] as const;
export type PeerCircle = (typeof peerCircles)[number];

/** A peer as it stood when it was about as old as the note. */
export interface PeerThen {
  note: SnapshotNote;
  spans: KnownSpans;
}

/** A peer is of the same age when it was seen within this factor of it [P]. */
const sameAge = 2;

/**
 * The smallest circle of peers of the same age that has enough of them for a norm, or the widest; none but those that
 * `usable` accepts. Size is the author's tier by followers.
 */
export function peersForRate(
  note: SnapshotNote,
  age: number,
  peers: readonly SnapshotNote[],
  policy: PoolPolicy,
  usable: (spans: KnownSpans, peer: SnapshotNote) => boolean,
): { circle: PeerCircle; peers: PeerThen[] } {
  const then = peers.flatMap((peer): PeerThen[] => {
    if (peer.id === note.id) return [];
    const spans = spansNear(peer, age, policy);
    return spans && usable(spans, peer) ? [{ note: peer, spans }] : [];
  });
  const tier = tierOfAuthor(note);
  const inCircle: Record<PeerCircle, (peer: SnapshotNote) => boolean> = {
    'same-category-type-size': (peer) =>
      peer.category === note.category &&
      peer.type === note.type &&
      tier !== null &&
      tierOfAuthor(peer) === tier,
    'same-category-type': (peer) => peer.category === note.category && peer.type === note.type,
    'same-category': (peer) => peer.category === note.category,
    'all-notes': () => true,
  };
  for (const circle of peerCircles) {
    const members = then.filter((peer) => inCircle[circle](peer.note));
    if (members.length >= policy.prior.minPeers) return { circle, peers: members };
  }
  return { circle: 'all-notes', peers: then };
}

const tierOfAuthor = ({ followers }: SnapshotNote): FollowerTier | null =>
  followers === null ? null : followerTierOf(followers);

/** What was known of a peer at its snapshot nearest to an age; null when it has none of about that age. */
function spansNear(peer: SnapshotNote, age: number, policy: PoolPolicy): KnownSpans | null {
  let [nearest, distance]: [number | null, number] = [null, Math.log(sameAge)];
  const instants = new Set(Object.values(peer.series.points).flatMap((points) => points.map(({ at }) => at)));
  for (const at of instants) {
    if (at <= peer.publishedAt) continue;
    const away = Math.abs(Math.log(trafficAge(peer, at, policy) / age));
    if (away <= distance) [nearest, distance] = [at, away];
  }
  return nearest === null ? null : spansBy(peer, nearest);
}
