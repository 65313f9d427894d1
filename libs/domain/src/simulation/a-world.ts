import { OwnStream } from './own-stream';
import type { World, WorldNote } from './world';

/** A small world for specs: one day of notes, two segments, room for 400 impressions a note. */
export function aWorld(changes: Partial<World> & { seed?: number; noteCount?: number } = {}): World {
  const { seed = 1, noteCount = 40, ...rest } = changes;
  const hours = rest.hours ?? 72;
  const factors = {
    topics: [1.2, 0.9],
    affinity: [
      [1.3, 0.7],
      [0.8, 1.2],
    ],
    slots: [1, 0.6],
    freshnessHours: 48,
    readers: 5_000,
    followerLift: 1.5,
  };
  return {
    hours,
    capacity: new Float64Array(hours).fill(600),
    segments: [
      { name: 'city', share: 0.5 },
      { name: 'country', share: 0.5 },
    ],
    truth: factors,
    believed: { ...factors, readers: 4_500, freshnessHours: 55 },
    segmentOrder: [
      [0, 1],
      [1, 0],
    ],
    reaches: [1, 2],
    followerParts: [1, 0.4],
    rates: { click: 0.1, like: 0.08, collect: 0.05, comment: 0.01, share: 0.006, follow: 0.006 },
    weights: { click: 0.5, like: 1, collect: 1, comment: 4, share: 4, follow: 8 },
    notes: Array.from({ length: noteCount }, (_, index) => aWorldNote(`note-${index}`, seed)),
    scoredFromHour: 0,
    fillerValue: 0.6,
    agedOutHours: 120,
    mostOfAnHour: 0.1,
    ...rest,
  };
}

export function aWorldNote(id: string, seed = 1, changes: Partial<WorldNote> = {}): WorldNote {
  const chance = new OwnStream(seed, id);
  return {
    id,
    bornHour: Math.floor(24 * chance.next()),
    topic: chance.next() < 0.5 ? 0 : 1,
    keywordTopic: chance.next() < 0.5 ? 0 : 1,
    hook: Math.exp(0.5 * chance.normal()),
    content: Math.exp(0.4 * chance.normal()),
    segmentDeviations: [1, 1],
    followers: 300,
    followerShare: 0.1,
    slotMix: [0.5, 0.5],
    ...changes,
  };
}
