import { figureOf } from './figure-of';
import type { ImportField } from './fields';
import { type FigureInterval, intervalOf } from './intervals';
import type { ImportedRecord } from './read-row';

/** What only ever grows: cumulative counts of a note from its publishing on. */
export const cumulativeFields = [
  'impressions',
  'reads',
  'naturalImpressions',
  'naturalReads',
  'promotedImpressions',
  'heatedImpressions',
] as const satisfies readonly ImportField[];

interface Seen {
  readonly day: string;
  readonly counts: readonly (FigureInterval | null)[];
}

/**
 * Watches later snapshots of the same note or order for counts that have fallen: the platform has corrected them, for
 * example by taking away what was not real. Memory: one line for each note of the file.
 *
 * Source: domain notes 5.4, rule 4.
 */
export class SnapshotWatch {
  private readonly latest = new Map<string, Seen>();

  observe(record: ImportedRecord): 'fine' | 'odd' | 'not-examined' {
    if ((record.type !== 'note-snapshot' && record.type !== 'order') || record.dataDate === null)
      return 'not-examined';
    const day = record.dataDate;
    const key = record.identity.filter((part) => part !== day).join('\u001f');
    const counts = cumulativeFields.map((field) => {
      const figure = figureOf(record, field);
      return figure && intervalOf(figure);
    });
    const other = this.latest.get(key);
    if (!other || day > other.day) this.latest.set(key, { day, counts });
    if (!other || other.day === day) return 'not-examined';
    const [before, after] = day > other.day ? [other.counts, counts] : [counts, other.counts];
    return fallsFrom(before, after) ? 'odd' : 'fine';
  }
}

/** Whether a count has fallen for certain, whatever was rounded. */
export function fallsFrom(
  before: readonly (FigureInterval | null)[],
  after: readonly (FigureInterval | null)[],
): boolean {
  return before.some((count, index) => {
    const later = after[index] ?? null;
    return count !== null && later !== null && later.high !== null && later.high < count.low;
  });
}
