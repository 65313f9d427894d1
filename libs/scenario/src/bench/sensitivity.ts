import {
  type CapacityRule,
  defaultLadder,
  type LadderConstants,
  ladderRule,
  type LessonRule,
  type ReadingRule,
  type ServingRule,
} from '@poolrise/domain';
import { type PoolWorld, poolWorlds } from './pool-worlds';

/** Worlds that differ in what a rule could be tuned to. */
export const sensitivityWorlds: readonly PoolWorld[] = [
  ...poolWorlds.loads,
  ...[...poolWorlds.sweep, ...poolWorlds.wrong].filter(({ name }) =>
    ['halo 3, slot error 30 %', 'keywords right in half', 'all wrong: fast decay, small audience'].includes(
      name,
    ),
  ),
];

const { thresholds, prior } = defaultLadder;
const capacity = defaultLadder.capacity as CapacityRule;
const reading = defaultLadder.reading as ReadingRule;
const lessons = reading.lessons as LessonRule;

const pools = (...sizes: number[]): Partial<LadderConstants> => ({ pools: sizes });
const threshold = (change: Partial<typeof thresholds>): Partial<LadderConstants> => ({
  thresholds: { ...thresholds, ...change },
});
const read = (change: Partial<typeof reading>): Partial<LadderConstants> => ({
  reading: { ...reading, ...change },
});
const learn = (change: Partial<typeof lessons>): Partial<LadderConstants> =>
  read({ lessons: { ...lessons, ...change } });

/** Every constant by itself, about halved and doubled, and every part left out. */
const changes: Readonly<Record<string, Partial<LadderConstants>>> = {
  'as it is': {},
  'pools grow by 3': pools(200, 600, 1_800, 5_400, 16_200, 48_600),
  'pools grow by 8': pools(200, 1_600, 12_800, 60_000),
  'last pool 30,000': pools(200, 1_000, 5_000, 30_000),
  'last pool 120,000': pools(200, 1_000, 5_000, 25_000, 120_000),
  'pass at .15': threshold({ passAt: 0.15 }),
  'pass at .6': threshold({ passAt: 0.6 }),
  'clear stop at .025': threshold({ clearStopAt: 0.025 }),
  'clear stop at .1': threshold({ clearStopAt: 0.1 }),
  'clear pass at .95': threshold({ clearPassAt: 0.95 }),
  'early verdicts from half the sample': threshold({ minSampleShare: 0.5 }),
  'demand 1.25 x capacity': { capacity: { ...capacity, demandTarget: 1.25 } },
  'demand 5 x capacity': { capacity: { ...capacity, demandTarget: 5 } },
  'gain .04': { capacity: { ...capacity, gain: 0.04 } },
  'gain .16': { capacity: { ...capacity, gain: 0.16 } },
  'pools within 2 h at the quickest': { poolHours: 2 },
  'benefit of doubt .4': { benefitOfDoubt: 0.4 },
  'benefit of doubt 1.6': { benefitOfDoubt: 1.6 },
  'no benefit of doubt': { benefitOfDoubt: 0 },
  'live average fades half as fast': { liveFading: 0.5 },
  'live average fades twice as fast': { liveFading: 2 },
  'prior from 750 first pools': { prior: { ...prior, firstPools: 750 } },
  'prior from 3,000 first pools': { prior: { ...prior, firstPools: 3_000 } },
  'prior learnt every 12 h': { prior: { ...prior, everyHours: 12 } },
  'first prior shape 2': { prior: { ...prior, firstShape: 2 } },
  'first prior shape 8': { prior: { ...prior, firstShape: 8 } },
  'keywords right in 80 % at first': read({ keywordAccuracy: 0.8 }),
  'keywords right in 95 % at first': read({ keywordAccuracy: 0.95 }),
  'own taste .02': read({ ownTaste: 0.02 }),
  'own taste .08': read({ ownTaste: 0.08 }),
  'first beliefs worth 25 opens': learn({ firstOpens: 25 }),
  'first beliefs worth 100 opens': learn({ firstOpens: 100 }),
  'lessons fade twice as fast': learn({ kept: 0.98 }),
  'lessons fade half as fast': learn({ kept: 0.995 }),
  'places not learnt': read({ lessons: null }),
  'neither topics nor places learnt': { reading: null },
  'no adaptive widening': { adaptive: false },
  'no capacity factor': { capacity: null },
};

export const sensitivityRules: readonly ServingRule[] = Object.entries(changes).map(([name, change]) =>
  ladderRule(change, name),
);
