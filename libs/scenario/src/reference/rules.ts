import { ladderRule, oracleRule, type ServingRule } from '@poolrise/domain';
import { greedyShrunk, klUcb, thompsonBeta, thompsonShrunk, ucb1, uniform } from './bandits';
import { fixedThreshold, plainRule, wilson } from './plain-rules';
import { growing } from './pool-sizes';
import { successiveHalving, successiveHalvingShrunk } from './successive-halving';

/** The rules that figures are relative to. */
export const plainBy5 = plainRule('plain rule x5', { pools: growing.by5 });
export const plainBestFirst = plainRule('plain x5 + best-first', {
  pools: growing.by5,
  hours: 1,
  bestFirst: true,
});
export const plainTuned = plainRule('plain rule x2, 3 h pools (tuned)', { pools: growing.by2, hours: 3 });
export const ours = ladderRule({}, 'Poolrise');
export const oracle = oracleRule(uniform.firstPool);

/** Every rule of the benchmark, from the poorest kind to the best; the last two are ours and what cannot be reached. */
export const referenceRules: readonly ServingRule[] = [
  uniform,
  fixedThreshold,
  plainBy5,
  plainRule('plain rule x3', { pools: growing.by3 }),
  plainRule('plain rule x2', { pools: growing.by2 }),
  plainRule('plain rule x3, 3 h pools', { pools: growing.by3, hours: 3 }),
  plainTuned,
  wilson,
  successiveHalving('successive halving 1/5', { pools: growing.by5, hours: 6, part: 0.2 }),
  successiveHalving('successive halving 1/3, 3 h', { pools: growing.by3, hours: 3, part: 0.33 }),
  successiveHalvingShrunk,
  ucb1,
  klUcb,
  thompsonBeta,
  thompsonShrunk,
  plainBestFirst,
  plainRule('plain x5 + best-first + adaptive', {
    pools: growing.by5,
    hours: 1,
    bestFirst: true,
    adaptive: true,
  }),
  greedyShrunk,
  ladderRule({ capacity: null }, 'Poolrise without capacity factor'),
  ladderRule({ order: 'thompson' }, 'Poolrise, Thompson order'),
  ladderRule({ reading: null }, 'Poolrise, nothing learnt of topics and places'),
  ours,
  oracle,
];
