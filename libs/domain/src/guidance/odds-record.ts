import { brierScore, type ChanceBin } from '../calibration/brier';

/** Odds as they were told when a note was published, and what its first pool said later. */
export interface ToldOdds {
  probability: number;
  low: number;
  high: number;
  passed: boolean;
}

export interface OddsRecord {
  told: number;
  passed: number;
  brier: number | null;
  /** the score of always telling the share that passed */
  baseBrier: number;
  bins: ChanceBin[];
  /** bins of at least `binLeast` notes, and those of them in which the share that passed lies within the intervals told on average */
  held: { bins: number; inside: number };
}

/** A share of fewer notes lies anywhere: ten leave it open by ±30 points. */
const binLeast = 20;

/**
 * How odds that were told before publishing turned out.
 *
 * One verdict cannot say whether an interval of a probability held; the notes of a bin together can, as far as their own luck
 * allows: the counted 95 % interval and the mean interval told have to meet.
 */
export function oddsRecord(told: readonly ToldOdds[]): OddsRecord {
  const { score, uncertainty, bins } = brierScore(
    told.map(({ probability, passed }) => ({ chance: probability, happened: passed })),
  );
  const judged = bins.filter(({ trials }) => trials >= binLeast);
  const inside = judged.filter((bin) => {
    const own = told.filter(({ probability }) => isIn(bin, probability));
    const mean = (of: 'low' | 'high') => own.reduce((sum, one) => sum + one[of], 0) / own.length;
    return bin.high >= mean('low') && bin.low <= mean('high');
  });
  return {
    told: told.length,
    passed: told.filter(({ passed }) => passed).length,
    brier: score,
    baseBrier: uncertainty,
    bins,
    held: { bins: judged.length, inside: inside.length },
  };
}

/** Whether odds told more than the average pass rate alone would have: a Brier score lower by a hundredth at least [P]. */
export const beatsAverage = ({ brier, baseBrier }: Pick<OddsRecord, 'brier' | 'baseBrier'>): boolean =>
  brier !== null && brier < 0.99 * baseBrier;

/** Whether a probability belongs to a bin; 1 to the last. */
export const isIn = ({ from, to }: Pick<ChanceBin, 'from' | 'to'>, probability: number): boolean =>
  probability >= from && (probability < to || to === 1);
