import type { DueBoost } from './pace-together';

/** How much the newest reader moves the running mean of how well readers suit a boost [P]. */
const newest = 0.02;

/**
 * Chooses among boosts that are due for one reader, best suited and hungriest first. A boost on plan waits for readers
 * who suit it better than most; one that is behind takes whoever comes, since its impressions are promised.
 *
 * The order is a weighted draw (Efraimidis and Spirakis 2006): who is wanted twice as much comes first twice as often.
 * What is a good reader depends on who comes by: each boost is held against the mean of the readers it was asked for.
 */
export class PaidChooser {
  private readonly usualFit = new Map<string, number>();

  /** `fitOf` says how well the reader suits a boost; only the readers of one boost are compared. */
  choose<B extends { boostId: string }>(
    due: readonly DueBoost<B>[],
    fitOf: (boost: B) => number,
    random: () => number,
  ): B[] {
    const hungry: { boost: B; turn: number }[] = [];
    for (const { boost, passRate, weight } of due) {
      const hunger = passRate * this.againstUsual(boost.boostId, fitOf(boost));
      if (passRate < 1 && random() >= hunger) continue;
      hungry.push({ boost, turn: Math.log(1 - random()) / (weight * hunger) });
    }
    return hungry.sort((a, b) => b.turn - a.turn).map(({ boost }) => boost);
  }

  /** Forgets boosts that ended, when there are more than run. */
  keepOnly(running: { size: number; find: (boostId: string) => unknown }): void {
    if (this.usualFit.size <= running.size) return;
    for (const boostId of this.usualFit.keys()) if (!running.find(boostId)) this.usualFit.delete(boostId);
  }

  private againstUsual(boostId: string, fit: number): number {
    const usual = this.usualFit.get(boostId) ?? fit;
    this.usualFit.set(boostId, usual + newest * (fit - usual));
    return fit / usual;
  }
}
