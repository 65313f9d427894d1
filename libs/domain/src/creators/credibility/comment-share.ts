import { interactionsOf, type ObservedNote } from '../observed-note';
import { type Evidence, tooLittle } from './evidence';
import { type Norm, peersLeast } from './norm';
import { judgeNotes } from './notes-beyond';
import { credibilityEdges } from './thresholds';

type Note = Pick<ObservedNote, 'id' | 'likes' | 'collects' | 'comments' | 'shares'>;

/** With fewer interactions no comment at all is nothing to wonder about. */
export const commentShareInteractionsLeast = 25;

/** Natural logarithm of the share of comments in a note's interactions, or null where there are too few of them. */
export function commentShareLog(note: Omit<Note, 'id'>): number | null {
  const interactions = interactionsOf(note);
  return interactions < commentShareInteractionsLeast
    ? null
    : Math.log((note.comments + 0.5) / (interactions + 1));
}

/**
 * Bought likes come without words. Unit: comments per interaction, 0 to 1; low is unusual.
 *
 * `norm` is that of `commentShareLog` over the notes of creators of the same category: some categories are talkative, some are
 * not. A creator who closed the comments of one note is not unusual, since several notes have to agree.
 * Source: comments below 0.1 % are the folk rule (domain notes 3.5 [D]).
 */
export function commentShare(notes: readonly Note[], norm: Norm | null): Evidence {
  if (!norm || norm.count < peersLeast) return tooLittle('comment-share');
  const { deviations: edge } = credibilityEdges.commentShare;
  const readings = notes.flatMap((note) => {
    const log = commentShareLog(note);
    if (log === null) return [];
    const expectedComments = Math.exp(norm.median) * interactionsOf(note);
    const deviation = Math.hypot(norm.spread, 1 / Math.sqrt(expectedComments + 0.5));
    return {
      note,
      observed: Math.exp(log),
      edge: Math.exp(norm.median - edge * deviation),
      deviations: (norm.median - log) / deviation,
    };
  });
  return judgeNotes('comment-share', readings, edge, {
    low: Math.exp(norm.median - edge * norm.spread),
    high: Math.min(1, Math.exp(norm.median + edge * norm.spread)),
  });
}
