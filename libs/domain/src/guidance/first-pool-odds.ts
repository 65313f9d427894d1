import { decileDeviate } from '../probability/gamma-quantile';
import { columnsOf, type JudgedCase, logistic, type OddsCase, type OddsModel, widening } from './fit-odds';

/** The probability that a note passes its first pool, with the 80 % interval of what is known of it. All 0 to 1. */
export interface FirstPoolOdds {
  probability: number;
  low: number;
  high: number;
  /** of a note of the same category and type by a creator nobody knows, with nothing said of the text */
  cell: number;
  /** Verdicts of the same creator that were read. */
  own: { verdicts: number; passed: number };
  /** What moves the odds, as a factor on them; 1 moves nothing. */
  factors: { creator: number; written: number };
}

const steps = 12;

/**
 * What can be said of a note's first verdict before anybody has seen the note.
 *
 * The regression knows creators only on average. A creator's own verdicts move the odds by partial pooling: the effect of the
 * creator is normal around 0 with the variance learnt from all creators, its mean and variance after the own verdicts are found by
 * Newton's method (Laplace's approximation). Half of one lucky note moves little, ten notes a good deal. The interval holds what is
 * not known of the effects and of the creator; the luck of the impressions is in the probability itself. What a picture shows and
 * whether a text is good is not in it.
 *
 * @param own verdicts of the same creator, all given before
 */
export function firstPoolOdds(
  model: OddsModel,
  note: OddsCase,
  own: readonly JudgedCase[] = [],
): FirstPoolOdds {
  const scale = Math.sqrt(1 + widening ** 2 * model.creatorVariance);
  const at = locate(model);
  const line = at(note);
  // The effects are those of the average over creators; given the creator they are further from even odds.
  const marginal = scale * line.mean;
  const creator = creatorEffect(
    own.map((one) => ({ offset: scale * at(one).mean, passed: one.passed })),
    model.creatorVariance,
  );
  const mean = marginal + creator.mean;
  const variance = scale ** 2 * line.variance + creator.variance;
  const half = decileDeviate * Math.sqrt(variance);
  const cell = at({ ...note, features: nothingWritten(note) });
  return {
    probability: averaged(mean, variance),
    low: logistic(mean - half),
    high: logistic(mean + half),
    cell: logistic(cell.mean),
    own: { verdicts: own.length, passed: own.filter(({ passed }) => passed).length },
    factors: { creator: Math.exp(creator.mean), written: Math.exp(scale * (line.mean - cell.mean)) },
  };
}

/** The mean of the logistic curve over a normal distribution. */
const averaged = (mean: number, variance: number): number =>
  logistic(mean / Math.sqrt(1 + widening ** 2 * variance));

const nothingWritten = ({ features }: OddsCase): OddsCase['features'] =>
  Object.fromEntries(Object.keys(features).map((key) => [key, null])) as OddsCase['features'];

/** Mean and variance of the log odds of a case; a column that was never seen is known to be around 0 alone. */
function locate({
  columns: known,
  effects,
  covariance,
}: OddsModel): (one: OddsCase) => { mean: number; variance: number } {
  const order = new Map(known.map((column, at) => [column, at]));
  return (one) => {
    const columns = columnsOf(one).flatMap((column) => order.get(column) ?? []);
    let variance = 0;
    for (const a of columns) for (const b of columns) variance += covariance[a]?.[b] ?? 0;
    return {
      mean: columns.reduce((sum, at) => sum + (effects[at] ?? 0), 0),
      variance: Math.max(0, variance),
    };
  };
}

function creatorEffect(
  own: readonly { offset: number; passed: boolean }[],
  between: number,
): { mean: number; variance: number } {
  if (between <= 0) return { mean: 0, variance: 0 };
  let mean = 0;
  let information = 1 / between;
  for (let step = 0; step < steps; step++) {
    let slope = -mean / between;
    information = 1 / between;
    for (const { offset, passed } of own) {
      const chance = logistic(offset + mean);
      slope += Number(passed) - chance;
      information += chance * (1 - chance);
    }
    mean += slope / information;
  }
  return { mean, variance: 1 / information };
}
