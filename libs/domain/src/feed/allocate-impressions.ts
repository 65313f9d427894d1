/** What one note asks of the coming hour. */
export interface ImpressionAsk {
  /** Expected response per impression, in any unit shared by all. */
  forecast: number;
  /** Impressions it could use. */
  wanted: number;
}

/** A note gets at most this share of an hour's impressions: thirty-three notes or more are on show at any time. */
export const mostOfAnHour = 0.03;

/**
 * Shares the impressions of an hour among the notes in widened pools: the best forecast first, each up to what it wants
 * and to its cap, until nothing is left. Equal forecasts keep the order they came in.
 *
 * Returns the impressions of each ask, in the order of the asks; they sum to at most `capacity`.
 * Source: best-first serving, the largest single gain in pools.md section 2.
 */
export function allocateBestFirst(
  asks: readonly ImpressionAsk[],
  capacity: number,
  mostPerNote = Infinity,
): Float64Array {
  const given = new Float64Array(asks.length);
  const order = Array.from(asks.keys()).sort(
    (a, b) => (asks[b] as ImpressionAsk).forecast - (asks[a] as ImpressionAsk).forecast,
  );
  let left = capacity;
  for (const index of order) {
    if (left <= 0) break;
    const share = Math.max(0, Math.min((asks[index] as ImpressionAsk).wanted, mostPerNote, left));
    given[index] = share;
    left -= share;
  }
  return given;
}
