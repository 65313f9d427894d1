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
  const waiting = Int32Array.from(asks.keys());
  const before = (a: number, b: number): boolean => {
    const difference = (asks[a] as ImpressionAsk).forecast - (asks[b] as ImpressionAsk).forecast;
    return difference > 0 || (difference === 0 && a < b);
  };
  for (let place = (waiting.length >> 1) - 1; place >= 0; place--)
    sink(waiting, place, waiting.length, before);
  // Few of many asks empty an hour: a heap orders no more of them than are served.
  let left = capacity;
  for (let size = waiting.length; size > 0 && left > 0;) {
    const best = waiting[0] as number;
    const share = Math.max(0, Math.min((asks[best] as ImpressionAsk).wanted, mostPerNote, left));
    given[best] = share;
    left -= share;
    waiting[0] = waiting[--size] as number;
    sink(waiting, 0, size, before);
  }
  return given;
}

/** Lets the index at `place` fall to where nothing below it goes before it. */
function sink(
  heap: Int32Array,
  place: number,
  size: number,
  before: (a: number, b: number) => boolean,
): void {
  const item = heap[place] as number;
  let hole = place;
  for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
    if (child + 1 < size && before(heap[child + 1] as number, heap[child] as number)) child += 1;
    if (!before(heap[child] as number, item)) break;
    heap[hole] = heap[child] as number;
    hole = child;
  }
  heap[hole] = item;
}
