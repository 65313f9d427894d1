import { NoteForecasts, type NoteInPlay, RatingPriors, type ServingRule } from '@poolrise/domain';
import { rateInPool } from './plain-rules';
import { poolRule } from './pool-rule';
import { growing } from './pool-sizes';

/** Asynchronous successive halving: the best part of those that left the pool goes on (Li et al. 2018, ASHA). */
export function successiveHalving(
  name: string,
  { pools, hours, part }: { pools: readonly number[]; hours: number; part: number },
): ServingRule {
  return poolRule(name, pools[0] ?? 0, () => ({
    pools,
    hours,
    figure: rateInPool,
    passes: (note, history) => history.isAmongBest(rateInPool(note), part),
  }));
}

/** The same by the shrunk forecast of the next pool instead of the raw rate. */
export const successiveHalvingShrunk: ServingRule = poolRule(
  'successive halving 1/5, shrunk',
  growing.by5[0],
  (platform) => {
    const priors = new RatingPriors(platform.world);
    const forecasts = new NoteForecasts(platform, priors);
    const widest = platform.world.reaches.length - 1;
    let now = 0;
    const forecastOfNext = (note: NoteInPlay): number => {
      forecasts.forget(note);
      const { rating, places } = forecasts.of(note, now);
      return rating.lift * (places[Math.min(widest, note.level + 1)] as number);
    };
    return {
      pools: growing.by5,
      hours: 3,
      figure: forecastOfNext,
      passes: (note, history) => history.isAmongBest(forecastOfNext(note), 0.2),
      beginHour: (hour) => {
        now = hour;
        priors.relearn(hour);
      },
      firstPoolDone: (note) => priors.count(note),
    };
  },
);
