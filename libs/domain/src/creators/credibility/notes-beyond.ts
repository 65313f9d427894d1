import type { ObservedNote } from '../observed-note';
import { type CredibilityTest, type Evidence, tooLittle } from './evidence';

/** How one note stands against its expectation. */
export interface NoteDeviation {
  note: Pick<ObservedNote, 'id'>;
  /** in the unit of the test */
  observed: number;
  /** the edge of what is usual for this note, in the same unit */
  edge: number;
  /** distance from the expected, in standard deviations, positive towards fraud */
  deviations: number;
}

/** Fraud touches a part of the notes only, and any one note of the honest may be odd: as many have to agree. */
export const notesToAgree = (notes: number): number => Math.max(2, Math.ceil(notes / 4));

/**
 * A creator is unusual when a quarter of her notes, and never fewer than two, lie beyond their edge. What is reported as observed is
 * the least of these; `usual` is the interval in which a note of hers would be expected.
 */
export function judgeNotes(
  test: CredibilityTest,
  readings: readonly NoteDeviation[],
  edgeDeviations: number,
  usual: { low: number; high: number },
): Evidence {
  const needed = notesToAgree(readings.length);
  const series = readings.map(({ note, observed, edge, deviations }) => ({
    at: note.id,
    observed,
    edge,
    unusual: deviations > edgeDeviations,
  }));
  const deciding = [...readings].sort((a, b) => b.deviations - a.deviations)[needed - 1];
  if (!deciding) return tooLittle(test, series);
  return {
    test,
    verdict: deciding.deviations > edgeDeviations ? 'unusual' : 'usual',
    observed: deciding.observed,
    expected: usual,
    at: series.filter(({ unusual }) => unusual).map(({ at }) => at),
    series,
  };
}
