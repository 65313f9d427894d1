import type { SnapshotReading, Span } from '../reading';
import { spansMeet } from '../reading';
import { type CreatorFigure, meaningOf } from './creator-figures';

/** So far may a count drift between two days of one month before two sources are said to disagree; the share is ours. */
export const driftShare = 0.1;

/** A reading with the day that it is of. */
export interface DatedReading {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string;
  readonly reading: SnapshotReading;
}

/** The bounds of a figure that may also stand below 0, as followers gained do. */
export const boundsOf = ({ value, half = 0, atLeast = false }: SnapshotReading): Span => ({
  low: value - half,
  high: atLeast ? Infinity : value + half,
});

/**
 * Whether two sources may both be right. On one day their bounds must meet; on different days everything that is measured may have
 * drifted by a tenth either way, while a price is as it is.
 */
export function readingsAgree(figure: CreatorFigure, a: DatedReading, b: DatedReading): boolean {
  const room = a.day === b.day || meaningOf(figure).price ? 0 : driftShare;
  return spansMeet(widened(boundsOf(a.reading), room), boundsOf(b.reading));
}

const widened = ({ low, high }: Span, share: number): Span => ({
  low: low - Math.abs(low) * share,
  high: high + Math.abs(high) * share,
});
