import { openWorth, worthOf } from './open-worth';
import type { World, WorldNote } from './world';

/** A note with what only who made the world knows of it: where it stands among the others. */
export interface RankedNote extends WorldNote {
  /** True lift over the whole audience at a neutral slot. */
  quality: number;
  topDecile: boolean;
  topPercent: boolean;
  /** Not among the fifth of creators with the most followers. */
  smallCreator: boolean;
}

/** Ranks the notes of a world by their truth. At least one note is of the top percent, however few there are. */
export function rankNotes(
  notes: readonly WorldNote[],
  { segments, truth, rates, weights }: Pick<World, 'segments' | 'truth' | 'rates' | 'weights'>,
): RankedNote[] {
  const worth = openWorth({ rates, weights });
  const ranked = notes.map((note) => {
    const place = segments.reduce(
      (sum, { share }, segment) =>
        sum + share * (truth.affinity[note.topic]?.[segment] ?? 0) * (note.segmentDeviations[segment] ?? 0),
      0,
    );
    return {
      ...note,
      quality: note.hook * worthOf(note, worth) * place * (truth.topics[note.topic] ?? 0),
      topDecile: false,
      topPercent: false,
      smallCreator: false,
    };
  });
  const best = [...ranked].sort((a, b) => b.quality - a.quality);
  for (const [rank, note] of best.entries()) {
    note.topDecile = rank < ranked.length * 0.1;
    note.topPercent = rank < ranked.length * 0.01;
  }
  const byFollowers = [...ranked].sort((a, b) => a.followers - b.followers);
  for (const [rank, note] of byFollowers.entries()) note.smallCreator = rank < ranked.length * 0.8;
  return ranked;
}
