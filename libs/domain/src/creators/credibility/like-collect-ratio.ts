import type { ObservedNote } from '../observed-note';
import type { Evidence } from './evidence';
import { tooLittle } from './evidence';
import { type Norm, peersLeast } from './norm';
import { judgeNotes } from './notes-beyond';
import { credibilityEdges } from './thresholds';

type Note = Pick<ObservedNote, 'id' | 'likes' | 'collects'>;

/** Fewer likes and collects together say nothing about their ratio. */
export const likeCollectCountsLeast = 15;

/** Natural logarithm of likes per collect of a note, or null where too few were given. Half a count is added to both. */
export function likeCollectLog({ likes, collects }: Pick<Note, 'likes' | 'collects'>): number | null {
  return likes + collects < likeCollectCountsLeast ? null : Math.log((likes + 0.5) / (collects + 0.5));
}

/**
 * Likes are cheap to buy and collects are not, so that bought notes have many likes per collect. Unit: likes per collect.
 *
 * `norm` is that of `likeCollectLog` over the notes of creators of the same category. The distance of a note allows for the
 * chance in its own counts, by the variance of the logarithm of a ratio of two of them.
 * Source: a ratio over 12 is the folk rule (domain notes 3.5 [D]); a real honest creator has 8.4 (GoodGame [B]), so
 * that we compare with the category and ask for several notes.
 */
export function likeCollectRatio(notes: readonly Note[], norm: Norm | null): Evidence {
  if (!norm || norm.count < peersLeast) return tooLittle('like-collect-ratio');
  const { deviations: edge } = credibilityEdges.likeCollectRatio;
  const readings = notes.flatMap((note) => {
    const log = likeCollectLog(note);
    if (log === null) return [];
    const deviation = Math.hypot(norm.spread, countingDeviation(norm, note));
    return {
      note,
      observed: Math.exp(log),
      edge: Math.exp(norm.median + edge * deviation),
      deviations: (log - norm.median) / deviation,
    };
  });
  return judgeNotes('like-collect-ratio', readings, edge, {
    low: Math.exp(norm.median - edge * norm.spread),
    high: Math.exp(norm.median + edge * norm.spread),
  });
}

/** How far chance alone moves the logarithm, were the note's likes and collects shared out as is usual. */
function countingDeviation(norm: Norm, { likes, collects }: Note): number {
  const likeShare = 1 / (1 + Math.exp(-norm.median));
  const all = likes + collects;
  return Math.sqrt(1 / (all * likeShare) + 1 / (all * (1 - likeShare)));
}
