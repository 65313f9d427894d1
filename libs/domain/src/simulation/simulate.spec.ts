import fc from 'fast-check';
import { aWorld, aWorldNote } from './a-world';
import { ladderRule } from './ladder-rule';
import { EventProcess, OwnStream } from './own-stream';
import { runSimulation, simulate } from './simulate';
import type { SimulationRun } from './simulation-run';
import type { Treatment } from './treatment';
import type { World } from './world';

const rule = ladderRule({ pools: [60, 240, 960] });
const run = (world: World, seed = 7, treatment?: Treatment): SimulationRun =>
  runSimulation({
    world,
    rule,
    seed,
    record: new Set(world.notes.map(({ id }) => id)),
    ...(treatment ? { treatment } : {}),
  });
const lifeIn = (result: SimulationRun, id: string) => {
  const life = result.lives.find((one) => one.id === id);
  if (!life) throw new Error(`No note ${id}`);
  return life;
};

describe('a simulated feed', () => {
  it('tells the same story twice, and another one under another seed', () => {
    expect(run(aWorld()).hash).toBe(run(aWorld()).hash);
    expect(run(aWorld(), 8).hash).not.toBe(run(aWorld()).hash);
  });

  it('gives every note its first pool whole', () => {
    for (const life of run(aWorld()).lives) expect(life.guaranteed).toBeCloseTo(60, 6);
  });

  it('never shows more than there is, and every impression has one rail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 50, max: 900 }), (seed, capacity) => {
        const world = aWorld({ seed, capacity: new Float64Array(72).fill(capacity) });
        const result = run(world, seed, { boosts: [{ noteId: 'note-3', hour: 30, impressions: 400 }] });
        const { guaranteed, organic, paid, unfilled, capacity: all } = result.totals;
        expect(guaranteed + organic + paid + unfilled).toBeCloseTo(all, 4);
        const byHour = new Map<number, number>();
        for (const { hourly, ...life } of result.lives) {
          let ofLife = 0;
          for (const one of hourly ?? []) {
            const shown = one.guaranteed + one.organic + one.paid;
            ofLife += shown;
            byHour.set(one.hour, (byHour.get(one.hour) ?? 0) + shown);
          }
          expect(ofLife).toBeCloseTo(life.guaranteed + life.organic + life.paid, 6);
        }
        for (const shown of byHour.values()) expect(shown).toBeLessThanOrEqual(capacity + 1e-6);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves the answers of a note alone when another note is treated differently', () => {
    // With room for everybody nobody is crowded out, so that all other lives stay the same to the last like.
    const world = aWorld({ capacity: new Float64Array(72).fill(1e6), mostOfAnHour: 1 });
    const plain = runSimulation({ world, rule: everybody, seed: 7 });
    const boosted = runSimulation({
      world,
      rule: everybody,
      seed: 7,
      treatment: { boosts: [{ noteId: 'note-5', hour: 20, impressions: 3_000 }] },
    });
    expect(lifeIn(boosted, 'note-5').paid).toBeCloseTo(3_000, 6);
    for (const [index, life] of plain.lives.entries())
      if (life.id !== 'note-5') expect(boosted.lives[index]).toEqual(life);
  });

  it('takes from the others what a boost gives to one, when the feed is full', () => {
    const world = aWorld({ capacity: new Float64Array(72).fill(120) });
    const plain = run(world).totals;
    const boosted = run(world, 7, { boosts: [{ noteId: 'note-5', hour: 20, impressions: 300 }] }).totals;
    const lost = plain.organic + plain.guaranteed + plain.unfilled;
    expect(lost - boosted.organic - boosted.guaranteed - boosted.unfilled).toBeCloseTo(300, 4);
  });

  it('follows an imposed ruling and says so', () => {
    const world = aWorld();
    const stopped = run(world).lives.find(({ rulings }) => rulings[0]?.ruling === 'stop');
    if (!stopped) throw new Error('Nobody was stopped at the first pool');
    const other = run(world, 7, { rulings: [{ noteId: stopped.id, level: 0, ruling: 'pass' }] });
    const life = lifeIn(other, stopped.id);
    expect(life.rulings[0]).toMatchObject({ ruling: 'pass', imposed: true, reason: 'MANUAL_STOP' });
    expect(life.organic).toBeGreaterThan(stopped.organic);
  });

  it('changes nothing when nothing is changed', () => {
    expect(run(aWorld(), 7, { boosts: [], rulings: [] }).hash).toBe(run(aWorld()).hash);
  });

  it('can be walked away from after any hour', () => {
    const hours = simulate({ world: aWorld(), rule, seed: 7 });
    expect(hours.next().value).toBe(1 / 72);
    hours.return(undefined as never);
    expect(hours.next().done).toBe(true);
  });

  it('shows the better of two notes more', () => {
    const [good, poor] = [aWorldNote('good', 1, { hook: 2.5 }), aWorldNote('poor', 1, { hook: 0.4 })];
    const others = aWorld().notes;
    // With room for everybody the poorer one would be shown just as much.
    const capacity = new Float64Array(72).fill(150);
    const result = run(aWorld({ notes: [good, poor, ...others], capacity }));
    expect(lifeIn(result, 'good').organic).toBeGreaterThan(3 * lifeIn(result, 'poor').organic);
  });
});

describe('answers that belong to a note', () => {
  it('come in the same order however the exposure is cut', () => {
    const whole = new EventProcess(new OwnStream(3, 'n'));
    const cut = new EventProcess(new OwnStream(3, 'n'));
    const seen = whole.expose(50);
    let parts = 0;
    for (let i = 0; i < 500; i++) parts += cut.expose(0.1);
    expect(Math.abs(parts - seen)).toBeLessThanOrEqual(1);
    expect(whole.expose(0)).toBe(0);
  });

  it('come once per unit on average, with the spread of chance', () => {
    const counts = Array.from({ length: 4_000 }, (_, i) =>
      new EventProcess(new OwnStream(11, `n${i}`)).expose(20),
    );
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    // Four standard errors: 4 x sqrt(20 / 4000), and for the variance of a Poisson count 4 x 20 x sqrt(2.05 / 4000).
    expect(Math.abs(mean - 20)).toBeLessThan(0.29);
    expect(Math.abs(variance - 20)).toBeLessThan(1.9);
  });

  it('are independent from note to note and from seed to seed', () => {
    const draw = (seed: number, name: string) => new OwnStream(seed, name).next();
    const pairs = Array.from({ length: 4_000 }, (_, i) => [draw(i, 'a'), draw(i + 1, 'a'), draw(i, 'b')]);
    const correlation = (x: number, y: number) =>
      (12 / pairs.length) *
      pairs.reduce((sum, row) => sum + ((row[x] ?? 0) - 0.5) * ((row[y] ?? 0) - 0.5), 0);
    expect(Math.abs(correlation(0, 1))).toBeLessThan(0.07);
    expect(Math.abs(correlation(0, 2))).toBeLessThan(0.07);
  });
});

/** Shows every note all the same, so that nothing depends on anybody else. */
const everybody = {
  name: 'everybody',
  firstPool: 60,
  start: () => ({
    judge: () => ({ ruling: 'wait', reason: 'QUOTA_RUNNING', chance: null }) as const,
    wanted: () => 20,
    reach: () => 1,
  }),
};
