import { people } from '../a-portfolio';
import { sketchAudience } from '../reach-sketch';
import type { StressAsk, StressPick, StressReserve } from './stress-ask';
import { stressDefaults, type StressSettings, stressShocks, without } from './stress-settings';

/** Nothing goes wrong, until something is switched on. */
export const calm: StressSettings = stressShocks.reduce(without, stressDefaults.settings);

export const aReserve = (
  creatorId: string,
  readers: Iterable<number>,
  over: Partial<StressReserve> = {},
): StressReserve => ({
  creatorId,
  priceCents: 10_000,
  tierKey: 'junior',
  category: 'food',
  group: creatorId,
  sketch: sketchAudience(readers),
  readShare: 1,
  readsSpread: 0.8,
  ...over,
});

export const aPick = (
  creatorId: string,
  readers: Iterable<number>,
  over: Partial<StressPick> = {},
): StressPick => ({
  ...aReserve(creatorId, readers),
  mustHave: false,
  adds: [...readers].length,
  swapId: null,
  boost: null,
  ...over,
});

/** Two creators of 60 people each who share 20, so 100 are promised; nobody is in reserve. */
export const aStressAsk = (over: Partial<StressAsk> = {}): StressAsk => ({
  picks: [aPick('one', people(0, 60)), aPick('two', people(40, 100))],
  reserves: [],
  leftCents: 0,
  promised: 100,
  counting: 'readers',
  sameTier: false,
  sameCategory: false,
  windowDays: 30,
  line: 80,
  settings: calm,
  seed: 1,
  draws: 20_000,
  ...over,
});
