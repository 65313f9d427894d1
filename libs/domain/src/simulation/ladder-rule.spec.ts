import { platformStated } from '../pools/presets';
import { aWorld } from './a-world';
import { defaultLadder, ladderOf, ladderRule } from './ladder-rule';
import { runSimulation } from './simulate';
import type { NoteLife } from './simulation-run';

const pools = [60, 240, 960];
/** Room for some three pools a note, so that pools have an average to be held against. */
const crowded = () => aWorld({ noteCount: 160, capacity: new Float64Array(72).fill(400) });
const livesUnder = (constants: Parameters<typeof ladderRule>[0]): readonly NoteLife[] =>
  runSimulation({ world: crowded(), rule: ladderRule({ pools, ...constants }), seed: 4 }).lives;
const passed = (lives: readonly NoteLife[], level: number): number =>
  lives.filter(({ rulings }) => rulings.some((one) => one.level === level && one.ruling === 'pass')).length;

it('rules on a complete pool, says how sure it is, and states a lift with its interval', () => {
  const rulings = livesUnder({}).flatMap((life) => life.rulings);
  const judged = rulings.filter(({ chance }) => chance !== null);
  expect(judged.length).toBeGreaterThan(20);
  for (const { stated, trueLift, chance, ruling, reason } of judged) {
    expect(stated?.low).toBeLessThan(stated?.lift as number);
    expect(stated?.high).toBeGreaterThan(stated?.lift as number);
    expect(trueLift).toBeGreaterThan(0);
    if (ruling === 'pass') expect(chance).toBeGreaterThanOrEqual(0.3);
    if (ruling === 'stop') expect([reason, (chance as number) < 0.3]).toEqual(['BELOW_PEERS', true]);
  }
});

it('lets fewer notes pass when it has to be surer, at all levels or at one', () => {
  const { thresholds } = defaultLadder;
  const strict = livesUnder({ thresholds: { ...thresholds, passAt: 0.9 } });
  const strictAtFirst = livesUnder({ passAtByLevel: [0.9] });
  expect(passed(strict, 0)).toBeLessThan(passed(livesUnder({}), 0));
  expect(passed(strictAtFirst, 0)).toBeLessThan(passed(livesUnder({}), 0));
});

it('never asks the first pool, and looks at no note before it is whole', () => {
  for (const { guaranteed, rulings } of livesUnder({
    thresholds: { ...defaultLadder.thresholds, clearStopAt: 0.3 },
  })) {
    expect(guaranteed).toBeCloseTo(60, 5);
    expect(rulings[0]?.impressions ?? 60).toBeGreaterThanOrEqual(60 - 1e-5);
  }
});

it('ends at the last level without calling a note poor', () => {
  const finished = livesUnder({ pools: [60, 120] }).filter(({ state }) => state === 'finished');
  expect(finished.length).toBeGreaterThan(0);
  for (const { rulings } of finished) expect(['TOP_LEVEL', 'TOO_FEW_DATA']).toContain(rulings.at(-1)?.reason);
});

it('explores by draws that belong to the seed', () => {
  const play = (seed: number) =>
    runSimulation({ world: crowded(), rule: ladderRule({ pools, order: 'thompson' }), seed }).hash;
  expect(play(4)).toBe(play(4));
  expect(play(5)).not.toBe(play(4));
});

it('takes its constants from a policy', () => {
  const constants = ladderOf(platformStated);
  expect(constants.pools).toEqual(platformStated.levels.map(({ target }) => target));
  expect(constants.thresholds.clearStopAt).toBe(platformStated.verdict.clearStopAt);
  expect(constants.passAtByLevel[0]).toBe(platformStated.levels[0]?.passAt ?? null);
});
