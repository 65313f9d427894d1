import { interactionsOf, type ObservedNote, trafficSources } from '@poolrise/domain';
import type { RandomStream } from '../random';
import { commentersShown } from './commenters';
import { spread } from './note-hours';
import type { FraudLabel } from './plan';

/** Packages that likes are sold in; 100 cost about 10 yuan (sphfs.com [D]). */
const likePackages = [50, 100, 200, 300, 500] as const;

/**
 * The note after its creator bought likes for it. Sellers press like without opening, so that reads hardly rise;
 * the careful buy reads too, and let part of the likes drip in by day. The rest comes at once, mostly at night.
 */
export function withBoughtLikes(
  random: RandomStream,
  note: ObservedNote,
  { strength, careful }: { strength: number; careful: boolean },
): ObservedNote {
  const times = 0.5 + 16 * strength * random.next();
  const bought = Math.round(
    Math.max(random.pick(likePackages) * strength, note.likes * times * (careful ? 0.6 : 1)),
  );
  const reads = careful ? Math.round(bought * (1 + 2 * random.next())) : Math.round(bought * 0.05);
  const interactionsByHour = delivered(random, note, bought, careful ? 0.3 + 0.7 * random.next() : 0);
  const impressions = careful ? Math.round(reads / (0.1 + 0.3 * random.next())) : Math.round(reads * 1.2);
  return {
    ...note,
    likes: note.likes + bought,
    readsNatural: note.readsNatural + reads,
    readsAll: note.readsAll + reads,
    readsBySource: note.readsBySource.map(
      (count, at) => count + (trafficSources[at] === 'profile' ? reads : 0),
    ),
    impressionsNatural: note.impressionsNatural + impressions,
    impressionsAll: note.impressionsAll + impressions,
    interactionsByHour,
  };
}

/** Interactions by hour with the bought ones: `drip` of them, 0 to 1, follow the readers, the rest come in two hours. */
function delivered(random: RandomStream, note: ObservedNote, bought: number, drip: number): number[] {
  const start = random.chance(0.85) ? random.between(1, 4) : random.between(0, 23);
  const dripped = Math.round(bought * drip);
  const inFirst = Math.round((bought - dripped) * (0.55 + 0.4 * random.next()));
  const drops = spread(random, dripped, hoursOf(note));
  return note.interactionsByHour.map((count, hour) => {
    const burst = hour === start ? inFirst : hour === (start + 1) % 24 ? bought - dripped - inFirst : 0;
    return count + (drops[hour] ?? 0) + burst;
  });
}

/** The note after the other members of the pod and their accounts have commented. */
export function withPodComments(random: RandomStream, note: ObservedNote, label: FraudLabel): ObservedNote {
  const comes = 0.03 + 0.3 * label.strength * (0.5 + random.next());
  const pod = label.accounts.filter(() => random.chance(comes));
  // They comment early, and the platform shows the early ones first.
  const commenters = [...new Set([...pod, ...note.commenters])].slice(0, commentersShown);
  const added = spread(random, pod.length, hoursOf(note));
  return {
    ...note,
    comments: note.comments + pod.length,
    readsNatural: note.readsNatural + pod.length,
    readsAll: note.readsAll + pod.length,
    readsBySource: note.readsBySource.map((count, at) =>
      trafficSources[at] === 'profile' ? count + pod.length : count,
    ),
    impressionsNatural: note.impressionsNatural + pod.length,
    impressionsAll: note.impressionsAll + pod.length,
    interactionsByHour: note.interactionsByHour.map((count, hour) => count + (added[hour] ?? 0)),
    commenters,
  };
}

function hoursOf(note: ObservedNote): number[] {
  const sum = interactionsOf(note);
  return note.interactionsByHour.map((count) => (sum > 0 ? count / sum : 1 / 24));
}

/** Followers bought on so many days: each time a share of those there are now. */
export function boughtFollowers(random: RandomStream, followers: number, strength: number): number[] {
  const purchases = random.weighted([
    [1, 0.4],
    [2, 0.35],
    [3, 0.25],
  ]);
  return Array.from({ length: purchases }, () => {
    const share = (0.02 + 0.28 * strength * (0.4 + 0.6 * random.next())) / Math.sqrt(purchases);
    return Math.max(10, Math.round(followers * share));
  });
}
