import type { Category } from '../notes/categories';
import type { NoteType } from '../notes/note';
import { type NoteFeatures, writtenFeatures } from './note-features';
import { inverseOf, times } from './small-matrix';

/** What odds are made from: what stands fast before a note is published. */
export interface OddsCase {
  category: Category;
  type: NoteType;
  features: NoteFeatures;
}

/** A case whose first pool has given its verdict. */
export interface JudgedCase extends OddsCase {
  creatorId: string;
  passed: boolean;
}

/** What was learnt from first-pool verdicts; plain JSON. Effects are on the scale of log odds. */
export interface OddsModel {
  version: string;
  verdicts: number;
  creators: number;
  /** share that passed */
  passed: number;
  /** A list and no record, since a database keeps the keys of a record in an order of its own. */
  columns: string[];
  /** beside `columns`, as the covariance is */
  effects: number[];
  covariance: number[][];
  /** variance between creators of one cell */
  creatorVariance: number;
}

export const oddsVersion = 'odds-1';
/** With fewer verdicts a probability would be a guess dressed as a figure [P]. */
export const verdictsLeast = 30;

/** A logistic curve is nearly a normal one that is this much wider: 16 √3 / (15 π) (Johnson and Kotz 1970). */
export const widening = (16 * Math.sqrt(3)) / (15 * Math.PI);
const rounds = 12;
const firstVariance = 0.25;
/** Creators are expected to differ by half a unit of log odds, give or take as much in its square [P]. */
const expectedVariance = 0.25;
const varianceBounds = [1e-3, 4] as const;

/** The columns of a case that are 1; the others are 0. */
export const columnsOf = ({ category, type, features }: OddsCase): string[] => [
  'all',
  `category ${category}`,
  `type ${type}`,
  `cell ${category} ${type}`,
  ...writtenFeatures.filter((key) => features[key]).map((key) => `feature ${key}`),
];

const groupOf = (column: string): string => column.slice(0, column.indexOf(' ')) || 'all';
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Learns how often notes pass their first pool, by category, type, both together and what is written; null with fewer than
 * `verdictsLeast` verdicts.
 *
 * Model: logistic regression in which each group of effects is drawn from a normal distribution around 0, whose variance is learnt
 * from the effects themselves (empirical Bayes, by EM): a cell of three notes is pulled to its category and type, those to the
 * whole. Verdicts of one creator resemble each other, so the covariance is cluster-robust by creator (a sandwich with the prior in
 * its middle), and how much creators differ is read off the products of their residuals.
 * Source: Gelman and Hill 2007, ch. 14 for the pooling; Liang and Zeger 1986 for the covariance.
 */
export function fitOdds(cases: readonly JudgedCase[]): OddsModel | null {
  if (cases.length < verdictsLeast) return null;
  const columns = [...new Set(cases.flatMap(columnsOf))].sort();
  const index = new Map(columns.map((column, at) => [column, at]));
  const rows = cases.map((one) => columnsOf(one).map((column) => index.get(column) ?? 0));
  const groups = columns.map(groupOf);
  const variances = new Map(groups.map((group) => [group, group === 'all' ? 100 : firstVariance]));
  let effects = columns.map(() => 0);
  let inverse: number[][] = [];

  for (let round = 0; round < rounds; round++) {
    const { gradient, information } = scoresOf(rows, cases, effects);
    const priors = groups.map((group) => 1 / (variances.get(group) ?? firstVariance));
    priors.forEach((prior, at) => {
      const row = information[at] as number[];
      row[at] = (row[at] ?? 0) + prior;
      gradient[at] = (gradient[at] ?? 0) - prior * (effects[at] ?? 0);
    });
    inverse = inverseOf(information);
    const step = times(inverse, gradient);
    effects = effects.map((effect, at) => effect + Math.max(-1, Math.min(1, step[at] ?? 0)));
    for (const group of variances.keys())
      if (group !== 'all') variances.set(group, learntVariance(group, groups, effects, inverse));
  }
  const creators = new Set(cases.map(({ creatorId }) => creatorId)).size;
  const { covariance, creatorVariance } = amongCreators(
    rows,
    cases,
    effects,
    inverse,
    groups.map((group) => 1 / (variances.get(group) ?? firstVariance)),
  );
  return {
    version: oddsVersion,
    verdicts: cases.length,
    creators,
    passed: cases.filter(({ passed }) => passed).length / cases.length,
    columns,
    effects,
    covariance,
    creatorVariance,
  };
}

function scoresOf(rows: readonly number[][], cases: readonly JudgedCase[], effects: readonly number[]) {
  const gradient = effects.map(() => 0);
  const information = effects.map(() => effects.map(() => 0));
  rows.forEach((row, at) => {
    const chance = logistic(row.reduce((sum, column) => sum + (effects[column] ?? 0), 0));
    const residual = Number(cases[at]?.passed) - chance;
    const weight = chance * (1 - chance);
    for (const one of row) {
      gradient[one] = (gradient[one] ?? 0) + residual;
      const line = information[one] as number[];
      for (const other of row) line[other] = (line[other] ?? 0) + weight;
    }
  });
  return { gradient, information };
}

function learntVariance(
  group: string,
  groups: readonly string[],
  effects: readonly number[],
  inverse: readonly number[][],
): number {
  let [sum, count] = [0, 0];
  groups.forEach((name, at) => {
    if (name !== group) return;
    sum += (effects[at] ?? 0) ** 2 + (inverse[at]?.[at] ?? 0);
    count++;
  });
  return Math.min(varianceBounds[1], Math.max(varianceBounds[0], sum / count));
}

/**
 * The robust covariance, and the variance between creators: for two verdicts of one creator the product of the residuals is on
 * average the variance between creators times both binomial variances.
 */
function amongCreators(
  rows: readonly number[][],
  cases: readonly JudgedCase[],
  effects: readonly number[],
  inverse: readonly number[][],
  priors: readonly number[],
): { covariance: number[][]; creatorVariance: number } {
  const scores = new Map<
    string,
    { score: Map<number, number>; residual: number; squares: number; weight: number; weights: number }
  >();
  rows.forEach((row, at) => {
    const one = cases[at];
    if (!one) return;
    const chance = logistic(row.reduce((sum, column) => sum + (effects[column] ?? 0), 0));
    const residual = Number(one.passed) - chance;
    const weight = chance * (1 - chance);
    const own = scores.get(one.creatorId) ?? {
      score: new Map<number, number>(),
      residual: 0,
      squares: 0,
      weight: 0,
      weights: 0,
    };
    for (const column of row) own.score.set(column, (own.score.get(column) ?? 0) + residual);
    own.residual += residual;
    own.squares += residual ** 2;
    own.weight += weight;
    own.weights += weight ** 2;
    scores.set(one.creatorId, own);
  });
  const middle = priors.map((prior, at) => priors.map((_, other) => (at === other ? prior : 0)));
  // Effects lean towards the creators they were learnt from, which makes residuals too small by as much.
  const learnt = priors.length - priors.reduce((sum, prior, at) => sum + prior * (inverse[at]?.[at] ?? 0), 0);
  const small = scores.size / Math.max(1, scores.size - learnt);
  let [products, pairs] = [0, 0];
  for (const { score, residual, squares, weight, weights } of scores.values()) {
    for (const [one, a] of score)
      for (const [other, b] of score) {
        const line = middle[one] as number[];
        line[other] = (line[other] ?? 0) + small * a * b;
      }
    products += residual ** 2 - squares;
    pairs += weight ** 2 - weights;
  }
  const left = inverse.map((row) => times(transposed(middle), row));
  const covariance = left.map((row) => times(transposed(inverse), row));
  return { covariance, creatorVariance: creatorVarianceOf(products, pairs) };
}

/**
 * The residuals are those of the average over creators, on which an effect works less steeply than on one creator: what their
 * products say is the variance over 1 + widening² × variance, solved for it. Few notes by the same hands say little of it: it begins
 * at what is expected, and is pulled away by as much as the products are worth.
 */
function creatorVarianceOf(products: number, pairs: number): number {
  // The mean product of luck alone has the variance 2 / pairs.
  const weight = 1 / expectedVariance ** 2;
  const product = (products / 2 + weight * expectedVariance) / (pairs / 2 + weight);
  const room = 1 - widening ** 2 * product;
  const variance = room > 0 ? product / room : Infinity;
  return Math.min(varianceBounds[1], Math.max(0, variance));
}

const transposed = (matrix: readonly number[][]): number[][] =>
  matrix.map((_, at) => matrix.map((row) => row[at] ?? 0));
