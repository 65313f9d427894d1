import { contentPerClick, type NoteInPlay, type ServingRule, type World } from '@poolrise/domain';
import { poolRule, type PoolHistory } from './pool-rule';
import { growing } from './pool-sizes';

/** Value per impression in the present pool. */
export const rateInPool = (note: NoteInPlay): number => note.poolValue / Math.max(1, note.poolImpressions);

/** Value per impression so far. */
const rateOfLife =
  ({ weights }: World) =>
  (note: NoteInPlay): number =>
    (weights.click * note.clicks + note.content) / Math.max(1, note.impressions);

const aboveTheMean = (note: NoteInPlay, history: PoolHistory): boolean =>
  history.mean === null || rateInPool(note) > history.mean;

interface PlainVariant {
  pools: readonly number[];
  hours?: number;
  bestFirst?: boolean;
  adaptive?: boolean;
}

/** The article's rule: above the mean of the notes that left the pool, go on to the next. */
export function plainRule(name: string, variant: PlainVariant): ServingRule {
  const { pools, hours = 6, bestFirst = false, adaptive = false } = variant;
  return poolRule(name, pools[0] ?? 0, ({ world }) => ({
    pools,
    hours,
    adaptive,
    figure: rateInPool,
    passes: aboveTheMean,
    ...(bestFirst ? { priority: rateOfLife(world) } : {}),
  }));
}

/** A threshold from folklore, the same for every pool, topic and hour: 55 % of an average note's value. */
export const fixedThreshold: ServingRule = poolRule('fixed threshold x5', growing.by5[0], ({ world }) => {
  const ofAverage = world.rates.click * (world.weights.click + contentPerClick(world));
  return {
    pools: growing.by5,
    hours: 6,
    figure: rateInPool,
    passes: (note) => rateInPool(note) > 0.55 * ofAverage,
  };
});

const clickRate = (note: NoteInPlay): number => note.clicks / note.impressions;

/** Goes on when the lower bound of the click rate (Wilson 1927, one-sided 90 %) is above the pool's mean rate. */
export const wilson: ServingRule = poolRule('Wilson lower bound x5', growing.by5[0], () => ({
  pools: growing.by5,
  hours: 6,
  figure: clickRate,
  passes: (note, history) =>
    history.mean === null || wilsonLow(clickRate(note), note.impressions) > history.mean,
}));

function wilsonLow(rate: number, trials: number): number {
  const z = 1.28;
  const half = z * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials));
  return (rate + (z * z) / (2 * trials) - half) / (1 + (z * z) / trials);
}
