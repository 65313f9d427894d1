/** Boosts that have ended, counted together: those of a category, or of all where it is null. */
export interface BoostBenchmark {
  category: string | null;
  /** boosted notes */
  notes: number;
  /** paid impressions that were delivered, and the reads they brought */
  impressions: number;
  reads: number;
  /** standard deviation, between notes, of the logarithm of reads over impressions */
  spread: number;
  /** the last day that is in it, YYYY-MM-DD */
  through: string;
}

/**
 * Fewer notes are no benchmark: their rate could be anything, and with one or two of them it would tell what a single
 * boost of somebody else's brought [P].
 */
export const boostNotesMin = 12;

/** The benchmark for a category: its own where enough was counted, else that of all, else null. */
export function benchmarkFor(benchmarks: readonly BoostBenchmark[], category: string): BoostBenchmark | null {
  const enough = (wanted: string | null): BoostBenchmark | undefined =>
    benchmarks.find(
      (one) => one.category === wanted && one.notes >= boostNotesMin && one.reads > 0 && one.impressions > 0,
    );
  return enough(category) ?? enough(null) ?? null;
}
