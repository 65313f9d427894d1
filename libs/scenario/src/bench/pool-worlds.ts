import type { WorldParameters } from '../reference/parameters';

/** A world of the benchmark: a name, and what is different from the medium world. */
export interface PoolWorld {
  name: string;
  changes: Partial<WorldParameters>;
}

const loads: readonly PoolWorld[] = [
  { name: 'medium', changes: {} },
  { name: 'light', changes: { impPerNote: 3_000 } },
  { name: 'heavy', changes: { impPerNote: 500 } },
];

const sweep: readonly PoolWorld[] = [
  { name: 'half the traffic', changes: { impPerNote: 500 } },
  { name: 'three times the traffic', changes: { impPerNote: 3_000 } },
  { name: 'decay in 24 h', changes: { tauH: 24 } },
  { name: 'no decay, 5 x audience', changes: { tauH: 1e6, users: 300_000 } },
  { name: 'halo 3, slot error 30 %', changes: { halo: 3, slotErr: 0.3 } },
  { name: 'spread .25', changes: { sigClick: 0.25, sigSat: 0.25 } },
  { name: 'spread .8 and .7', changes: { sigClick: 0.8, sigSat: 0.7 } },
  { name: 'keywords right in half', changes: { kwAcc: 0.5 } },
  { name: 'strong clickbait', changes: { rho: -0.6 } },
];

const allWrong = { affErr: 0.45, topicErr: 0.3, slotErr: 0.3 };

const wrong: readonly PoolWorld[] = [
  { name: 'decay believed 3 x too fast', changes: { tauEst: 1 / 3 } },
  { name: 'decay believed 4 x too slow', changes: { tauEst: 4 } },
  { name: 'audience believed 3.3 x too small', changes: { satEst: 0.3 } },
  { name: 'audience believed 3 x too large', changes: { satEst: 3 } },
  { name: 'affinity wrong by 45 %, topics by 30 %', changes: { affErr: 0.45, topicErr: 0.3 } },
  { name: 'all wrong: fast decay, small audience', changes: { ...allWrong, tauEst: 1 / 3, satEst: 0.3 } },
  { name: 'all wrong: fast decay, large audience', changes: { ...allWrong, tauEst: 1 / 3, satEst: 3 } },
  { name: 'all wrong: slow decay, small audience', changes: { ...allWrong, tauEst: 4, satEst: 0.3 } },
  { name: 'all wrong: slow decay, large audience', changes: { ...allWrong, tauEst: 4, satEst: 3 } },
];

export const poolWorlds = { loads, sweep, wrong };
