import { ratio } from '../metrics/compute';
import { type CountedShare, countShare } from './wilson';

/** A probability that was stated, and whether what it spoke of happened. */
export interface StatedChance {
  chance: number;
  happened: boolean;
}

/** Chances of a tenth of the scale together: what was said on average and how often it happened. */
export interface ChanceBin extends CountedShare {
  from: number;
  to: number;
  /** Mean of the chances stated; null in an empty bin. */
  stated: number | null;
}

/** Mean squared error of chances: 0 is perfect, .25 is what a coin says of everything. */
export interface BrierScore {
  forecasts: number;
  score: number | null;
  /** What is lost by chances that do not come true as often as they say; 0 is best. */
  reliability: number;
  /** What is won by telling cases apart; as large as possible, at most `uncertainty`. */
  resolution: number;
  /** The score of always stating the base rate. */
  uncertainty: number;
  bins: ChanceBin[];
}

const binCount = 10;

/**
 * The Brier score of stated chances with its three parts: score = reliability - resolution + uncertainty.
 *
 * Source: Brier 1950; decomposition by Murphy 1973. The parts are exact for the bins' mean chances; what chances differ
 * within one bin is left out of them, so that they add up to the score within about .001 for ten bins. Throws for a
 * chance that is none.
 */
export function brierScore(chances: readonly StatedChance[]): BrierScore {
  const forecasts = chances.length;
  const bins = reliabilityBins(chances);
  const happened = chances.filter((one) => one.happened).length;
  const base = ratio(happened, forecasts) ?? 0;
  const over = (term: (bin: ChanceBin & { share: number; stated: number }) => number): number =>
    bins.reduce(
      (sum, bin) =>
        bin.share === null || bin.stated === null
          ? sum
          : sum + bin.trials * term({ ...bin, share: bin.share, stated: bin.stated }),
      0,
    ) / Math.max(1, forecasts);
  return {
    forecasts,
    score: ratio(
      chances.reduce((sum, one) => sum + (one.chance - Number(one.happened)) ** 2, 0),
      forecasts,
    ),
    reliability: over((bin) => (bin.stated - bin.share) ** 2),
    resolution: over((bin) => (bin.share - base) ** 2),
    uncertainty: base * (1 - base),
    bins,
  };
}

/** Ten bins of equal width; a chance of 1 belongs to the last. */
function reliabilityBins(chances: readonly StatedChance[]): ChanceBin[] {
  const bins = Array.from({ length: binCount }, () => ({ stated: 0, trials: 0, happened: 0 }));
  for (const { chance, happened } of chances) {
    const bin = bins[Math.min(binCount - 1, Math.floor(chance * binCount))];
    if (!bin || !(chance <= 1)) throw new RangeError(`${chance} is no probability`);
    bin.stated += chance;
    bin.trials++;
    if (happened) bin.happened++;
  }
  return bins.map(({ stated, trials, happened }, index) => ({
    from: index / binCount,
    to: (index + 1) / binCount,
    stated: ratio(stated, trials),
    ...countShare(happened, trials),
  }));
}
