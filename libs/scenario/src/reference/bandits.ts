import {
  banditRule,
  betaDraw,
  chooseReach,
  NoteForecasts,
  type NoteIndex,
  type NoteInPlay,
  type Platform,
  RatingPriors,
  reachByImpressions,
  type ServingRule,
  uniformRule,
} from '@poolrise/domain';
import { growing } from './pool-sizes';

/** As all rules of the benchmark promise it. */
const firstPool = 200;

const bandit = (name: string, make: (platform: Platform) => NoteIndex): ServingRule =>
  banditRule(name, firstPool, make);

export const uniform = uniformRule(firstPool);

const clickRate = (note: NoteInPlay): number => note.clicks / Math.max(1, note.impressions);

/** Auer et al. 2002, with a horizon of a million impressions. */
export const ucb1: ServingRule = bandit('UCB1', () => ({
  of: (note) => clickRate(note) + Math.sqrt((2 * Math.log(1e6)) / Math.max(1, note.impressions)),
}));

/** Garivier and Cappé 2011, with a bound of 3 on impressions x divergence. */
export const klUcb: ServingRule = bandit('KL-UCB', () => ({
  of: (note) => klUpper(clickRate(note), Math.max(1, note.impressions), 3),
}));

function klUpper(rate: number, trials: number, bound: number): number {
  const divergence = (q: number): number =>
    (rate > 0 ? rate * Math.log(rate / q) : 0) + (1 - rate) * Math.log((1 - rate) / (1 - q));
  let low = rate;
  let high = Math.min(0.999, rate + Math.sqrt(bound / (2 * trials)) + 0.05);
  for (let i = 0; i < 18; i++) {
    const middle = (low + high) / 2;
    if (trials * divergence(middle) > bound) high = middle;
    else low = middle;
  }
  return low;
}

/** Thompson 1933 on clicks, beginning at one in ten. */
export const thompsonBeta: ServingRule = bandit('Thompson, beta', ({ chance }) => ({
  of: (note) => betaDraw(chance, 1 + note.clicks, 9 + Math.max(0, note.impressions - note.clicks)),
}));

function forecasting(platform: Platform): {
  forecasts: NoteForecasts;
  learning: Pick<NoteIndex, 'beginHour' | 'firstPoolDone' | 'served'>;
} {
  const priors = new RatingPriors(platform.world);
  const forecasts = new NoteForecasts(platform, priors);
  return {
    forecasts,
    learning: {
      beginHour: (hour) => priors.relearn(hour),
      firstPoolDone: (note) => priors.count(note),
      served: (note) => forecasts.forget(note),
    },
  };
}

const earnedBy5 = (note: NoteInPlay, { world }: Platform): number =>
  reachByImpressions(note, growing.by5, world.reaches.length - 1);

/** Thompson sampling on the shrunk forecast of the note's value. */
export const thompsonShrunk: ServingRule = bandit('Thompson, shrunk forecast', (platform) => {
  const { forecasts, learning } = forecasting(platform);
  return {
    ...learning,
    of: (note, hour) =>
      forecasts.draw(note, hour) * (forecasts.of(note, hour).places[earnedBy5(note, platform)] as number),
  };
});

/** The best forecast first, without levels, and each note where it is answered best: what the ladder is held against. */
export const greedyShrunk: ServingRule = bandit('greedy, shrunk forecast, adaptive', (platform) => {
  const { forecasts, learning } = forecasting(platform);
  return {
    ...learning,
    adaptive: true,
    of: (note, hour) => {
      const { rating, places } = forecasts.of(note, hour);
      return rating.lift * (places[chooseReach(places, earnedBy5(note, platform))] as number);
    },
  };
});
