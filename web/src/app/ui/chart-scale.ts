/** The time zone in which the product counts days, whatever the browser's. */
const shanghaiOffsetMs = 8 * 3600_000;
const hourMs = 3600_000;
const dayMs = 24 * hourMs;

/**
 * Round steps from zero to just above the highest value: 1, 2 or 5 times a power of ten.
 * Counts come whole, so a step below 1 is used only when `whole` is false.
 */
export function niceTicks(max: number, about = 4, whole = true): number[] {
  const step = niceStep(Math.max(max, whole ? 1 : 1e-9) / about, whole);
  const top = Math.max(1, Math.ceil((max / step) * 0.999));
  return Array.from({ length: top + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/**
 * Round steps around a level whose change is looked at, such as followers: they begin below the lowest value instead of
 * at zero, but never closer than a tenth below the highest, or a little noise would look like a leap.
 */
export function levelTicks(min: number, max: number, about = 4): number[] {
  const from = Math.min(min, max * 0.9);
  const step = niceStep(Math.max(max - from, 1) / about, true);
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil((max / step) * 0.9999));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** 1, 2 or 5 times a power of ten, at least `rough`. */
function niceStep(rough: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return whole ? Math.max(1, factor * power) : factor * power;
}

/**
 * Instants worth a label between two instants: midnights of Shanghai, or every 12, 6, 3 or 1 hours of its day when that
 * fits and `finest` lets it, at most `most` of them.
 */
export function timeTicks(fromMs: number, toMs: number, most: number, finest = 1): number[] {
  const steps = [1, 3, 6, 12, 24, 48, 72, 168, 336, 720]
    .filter((hours) => hours >= finest)
    .map((hours) => hours * hourMs);
  const step =
    steps.find((candidate) => (toMs - fromMs) / candidate <= most) ??
    dayMs * Math.ceil((toMs - fromMs) / dayMs / most);
  const first = Math.ceil((fromMs + shanghaiOffsetMs) / step) * step - shanghaiOffsetMs;
  const ticks: number[] = [];
  for (let tick = first; tick <= toMs; tick += step) ticks.push(tick);
  return ticks;
}

/** True when an instant is the start of a day in Shanghai. */
export const isMidnight = (ms: number): boolean => (ms + shanghaiOffsetMs) % dayMs === 0;

/**
 * Centres of `count` bars over `width` pixels, rounded as ngx-charts rounds them (d3's rangeRound band scale with
 * `barPadding` pixels between bars), so that cursor and labels stand in the middle of the bars it draws.
 */
export function barCentres(
  count: number,
  width: number,
  barPadding: number,
): { centres: number[]; bandwidth: number } {
  const inner = count / (width / barPadding + 1);
  const step = Math.floor(width / Math.max(1, count - inner));
  const start = Math.round((width - step * (count - inner)) / 2);
  const bandwidth = Math.round(step * (1 - inner));
  return {
    centres: Array.from({ length: count }, (_, index) => start + step * index + bandwidth / 2),
    bandwidth,
  };
}

/** Which of `places` is nearest to `place`, the first of two that are as near; null while there is none. In pixels. */
export function nearestTo(places: readonly number[], place: number): number | null {
  let best: number | null = null;
  places.forEach((candidate, index) => {
    if (best === null || Math.abs(candidate - place) < Math.abs((places[best] ?? 0) - place)) best = index;
  });
  return best;
}
