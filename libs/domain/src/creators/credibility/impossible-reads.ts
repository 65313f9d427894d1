import { interactionsOf, type ObservedNote } from '../observed-note';
import { type Evidence, tooLittle } from './evidence';
import { credibilityEdges } from './thresholds';

type Note = Pick<ObservedNote, 'id' | 'readsAll' | 'likes' | 'collects' | 'comments' | 'shares'>;

/**
 * Nobody can like what she has not opened. Unit: interactions per read of the note where they are most; over 1 is impossible for
 * people who open a note before they respond, once each.
 *
 * A reader who likes, collects, comments and shares counts four times, so that a note of a handful of reads may pass 1 honestly:
 * such notes are not judged.
 * Source: read < like impossibility (domain notes 3.5 [D]).
 */
export function impossibleReads(notes: readonly Note[]): Evidence {
  const { interactions: least } = credibilityEdges.impossibleReads;
  const series = notes
    .filter((note) => interactionsOf(note) >= least)
    .map((note) => {
      const observed = interactionsOf(note) / Math.max(1, note.readsAll);
      return { at: note.id, observed, edge: 1, unusual: observed > 1 };
    });
  if (series.length === 0) return tooLittle('impossible-reads');
  const at = series.filter(({ unusual }) => unusual).map((point) => point.at);
  return {
    test: 'impossible-reads',
    verdict: at.length > 0 ? 'unusual' : 'usual',
    observed: Math.max(...series.map(({ observed }) => observed)),
    expected: { low: 0, high: 1 },
    at,
    series,
  };
}
