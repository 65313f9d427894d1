import { confidenceDeviate, type CountedShare, countShare } from '../../calibration/wilson';
import { estimateMean } from '../../probability/means';

export interface Percentiles {
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
  mean: number;
}

/** A mean difference between two runs on the same luck, with its 95 % interval; not visible when that covers zero. */
export interface PairedEffect {
  mean: number;
  low: number;
  high: number;
  visible: boolean;
}

/** @throws RangeError when there is nothing */
export function percentilesOf(values: Float64Array): Percentiles {
  if (values.length === 0) throw new RangeError('Percentiles of nothing');
  const sorted = values.toSorted();
  // Linear between neighbours (Hyndman and Fan 1996, type 7).
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)] as number;
    return low + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] as number) - low);
  };
  return {
    p5: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length,
  };
}

/** How much more `after` is than `before`, draw by draw, so that luck that both met takes no part in the interval. */
export function pairedEffect(before: Float64Array, after: Float64Array): PairedEffect {
  const { value, standardError } = estimateMean(Array.from(after, (one, at) => one - (before[at] as number)));
  const half = confidenceDeviate * standardError;
  const [low, high] = [value - half, value + half];
  return { mean: value, low, high, visible: low > 0 || high < 0 };
}

/** Rounding in a sum of shares makes no plan short. */
const nearly = 1e-9;

/** Draws below a line, as 1 and 0. */
export const shortDraws = (readers: Float64Array, line: number): Float64Array =>
  readers.map((one) => (one < line * (1 - nearly) ? 1 : 0));

/** How often, with the interval that the number of draws leaves (Wilson). */
export function shortShare(readers: Float64Array, line: number): CountedShare {
  const short = shortDraws(readers, line).reduce((sum, one) => sum + one, 0);
  return countShare(short, readers.length);
}

/** Draws by what they reached, in bins of one width from the least to the most. */
export interface Histogram {
  from: number;
  width: number;
  counts: number[];
}

/** One bin holds all where all are alike. @throws RangeError for fewer bins than one */
export function histogramOf(values: Float64Array, bins: number): Histogram {
  if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError(`A histogram of ${bins} bins`);
  const least = values.reduce((low, one) => Math.min(low, one), Infinity);
  const most = values.reduce((high, one) => Math.max(high, one), -Infinity);
  const width = (most - least) / bins;
  if (!(width > 0)) return { from: least, width: 0, counts: [values.length] };
  const counts = new Array<number>(bins).fill(0);
  for (const one of values) {
    const bin = Math.min(bins - 1, Math.floor((one - least) / width));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { from: least, width, counts };
}
