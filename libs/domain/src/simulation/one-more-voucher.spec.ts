import { platformStated } from '../pools/presets';
import { averageOf } from '../probability/means';
import { aWorld, aWorldNote } from './a-world';
import { simulationOf } from './compare-treatments';
import { figuresOf, lifeIn, livesOf } from './life-figures';
import { meanEffect } from './one-more-effect';
import { type OneMoreAsk, oneMoreVoucher, type OneMoreResult } from './one-more-voucher';
import { OwnStream } from './own-stream';
import { type PaidRail, paidRailOf } from './paid-rail';
import { runSimulation } from './simulate';
import type { World } from './world';

/** A day of twelve notes, crowded: the first four are the brand's, by two creators. */
const own = [0, 1, 2, 3].map((at) => ({ id: `note-${at}`, creatorId: at < 2 ? 'lin' : 'mei', level: 0 }));
const policy = {
  ...platformStated,
  levels: platformStated.levels.map((level, at) => ({ ...level, target: 20 * 4 ** at })),
};
const plain: PaidRail = { click: 0.5, content: 0.5, ages: false, mostOfHour: null, assumed: [] };

function crowded(seed: number, changes: Partial<World> = {}): World {
  const hooks = [1, 1.6, 0.3, 1];
  const notes = Array.from({ length: 12 }, (_, at) =>
    aWorldNote(`note-${at}`, seed, { bornHour: at % 6, ...(at < 4 ? { hook: hooks[at] as number } : {}) }),
  );
  return aWorld({
    hours: 18,
    capacity: new Float64Array(18).fill(80),
    mostOfAnHour: 0.5,
    notes,
    paid: plain,
    ...changes,
  });
}

function answer(changes: Partial<OneMoreAsk> = {}): OneMoreResult & { steps: number[] } {
  const game = oneMoreVoucher({
    worldOf: crowded,
    policy,
    rulings: [],
    seed: 1,
    worlds: 200,
    noteId: 'note-0',
    own,
    candidates: [],
    fromHour: 8,
    impressions: [30, 30, 30, 30],
    ...changes,
  });
  const steps: number[] = [];
  for (;;) {
    const step = game.next();
    if (step.done) return { ...step.value, steps };
    steps.push(step.value);
  }
}

describe('one more voucher', () => {
  let base: ReturnType<typeof answer>;
  beforeAll(() => {
    base = answer();
  });

  it('changes nothing to the last impression when it buys nothing', () => {
    for (const impressions of [[], [0, 0]]) {
      const { equal, worlds, net, note, nextLevel, from } = answer({ impressions });
      expect({ equal, worlds }).toEqual({ equal: 200, worlds: 200 });
      expect(net).toEqual({ mean: 0, half: 0, median: 0, low: 0, high: 0, visible: false });
      expect(note.before).toEqual(note.after);
      expect(nextLevel.difference.visible).toBe(false);
      expect(from).toEqual({ paid: 0, ownNatural: 0, brand: 0, strangers: 0, fillers: 0 });
    }
  });

  it('gives the same answer to the same question, and another one on another chance', () => {
    expect(answer()).toEqual(base);
    expect(answer({ seed: 5_000 }).hashes[0]).not.toEqual(base.hashes[0]);
  });

  it('takes from all other notes what it gives to one, when the feed is full', () => {
    const { from, note, others } = base;
    expect(from.paid).toBeCloseTo(120, 6);
    expect(from.ownNatural + from.brand + from.strangers + from.fillers).toBeCloseTo(from.paid, 6);
    expect(from.strangers).toBeGreaterThan(from.brand);
    expect(note.difference.impressions.mean).toBeCloseTo(from.paid - from.ownNatural, 6);
    expect(others.difference.impressions.mean).toBeCloseTo(-from.brand, 6);
  });

  it('gives paid notes no more of an hour than the feed has paid slots, and makes up for what is late while the boost lasts', () => {
    const worldOf = (seed: number) => crowded(seed, { paid: { ...plain, mostOfHour: 0.2 } });
    // Four hours of 80 impressions, sixteen of them paid.
    expect(answer({ worldOf, impressions: [30, 30, 0, 0] }).from.paid).toBeCloseTo(60, 6);
    expect(answer({ worldOf, impressions: [30, 30, 30, 30] }).from.paid).toBeCloseTo(64, 6);
  });

  it('finds a planted effect: the reads that so many paid readers give', () => {
    // With room for everybody nothing is taken from anybody, and a paid reader opens as often as planted.
    const roomy = (seed: number) =>
      crowded(seed, { capacity: new Float64Array(18).fill(5_000), mostOfAnHour: 1 });
    const { note, others } = answer({ worldOf: roomy });
    expect(note.difference.impressions).toMatchObject({ median: 120, visible: true });
    // 0.1 opens in an average place, half of that for paid ones, in the topics and slots of this world.
    const planted = averageOverSeeds(roomy, (world) => {
      const [n] = world.notes as [World['notes'][number]];
      const affinity = world.truth.affinity[n.topic] as number[];
      const place = ((affinity[0] as number) + (affinity[1] as number)) / 2;
      return 120 * 0.1 * 0.5 * 0.8 * (world.truth.topics[n.topic] as number) * place * (1 + 0.1 * 0.4 * 0.5);
    });
    expect(Math.abs(note.difference.reads.mean - planted)).toBeLessThan(3 * note.difference.reads.half + 0.3);
    expect(others.difference.reads.visible).toBe(false);
  });

  it('says how certain it is: two feeds alike are told apart falsely one time in five, and eight of ten fresh worlds lie within', () => {
    // A/A: reads of one note in worlds of independent chance, forty against forty.
    const reads = Array.from({ length: 800 }, (_, seed) => readsIn(seed, 0));
    const stream = new OwnStream(9, 'batches');
    const drawn = () => reads[Math.floor(reads.length * stream.next())] as number;
    const toldApart = Array.from({ length: 600 }, () =>
      Number(meanEffect(Array.from({ length: 40 }, () => drawn() - drawn())).visible),
    );
    // 20 % within four standard errors of a share of 600.
    expect(Math.abs(averageOf(toldApart) - 0.2)).toBeLessThan(0.066);
    const { low, high } = base.note.difference.reads;
    const within = Array.from({ length: 400 }, (_, at) => {
      const change = readsIn(400_000 + at, 30) - readsIn(400_000 + at, 0);
      return Number(change >= low && change <= high);
    });
    // Whole reads make the interval a little wider than 80 %: its ends belong to it.
    expect(averageOf(within)).toBeGreaterThan(0.74);
    expect(averageOf(within)).toBeLessThan(0.95);
  });

  it('tries the same voucher elsewhere, and judges the best in worlds that did not choose it', () => {
    const { alternatives, fresh } = answer({ noteId: 'note-2', candidates: ['note-0', 'note-1', 'note-3'] });
    expect(alternatives.map(({ noteId }) => noteId)[0]).toBe('note-1');
    expect(fresh).toMatchObject({ noteId: 'note-1', worlds: 200 });
    expect(fresh?.gain.low).toBeGreaterThan(0);
    expect(fresh?.gain.mean).toBeGreaterThan(2);
  });

  it('lets paid readers bring others only where that is assumed', () => {
    const none = base.note.difference;
    const assumed = (...mechanisms: PaidRail['assumed']) =>
      answer({ worldOf: (seed) => crowded(seed, { paid: { ...plain, assumed: mechanisms } }) });
    expect(assumed('search-back').note.difference.reads.mean).toBeGreaterThan(none.reads.mean);
    expect(assumed('look-alike').equal).toBe(0);
    // Readers who open half as often, held against natural ones, make a note look worse than it is.
    expect(assumed('paid-score').note.difference.organic.mean).toBeLessThan(none.organic.mean);
    const followed = assumed('follow-feed').others.difference.impressions.mean;
    expect(followed).toBeGreaterThanOrEqual(base.others.difference.impressions.mean);
  });

  it('stops when it is sharp enough and not before 200 worlds, and says how far it is', () => {
    const { worlds, sharp, steps } = answer({ worlds: 260 });
    expect(worlds).toBeGreaterThanOrEqual(200);
    expect(sharp).toBe(true);
    expect(steps.every((step, at) => at === 0 || step >= (steps[at - 1] as number))).toBe(true);
    expect(steps.at(-1)).toBeLessThanOrEqual(1);
  });

  it('refuses more worlds than anybody waits for, too few, and a note of somebody else', () => {
    for (const worlds of [1e9, 199, NaN]) expect(() => answer({ worlds })).toThrow(RangeError);
    expect(() => answer({ noteId: 'note-9' })).toThrow(RangeError);
  });
});

it('believes the published rate of paid clicks until the workspace has counted its own', () => {
  const rail = { mostOfHour: 0.08, assumed: [] };
  expect(paidRailOf('food', { impressions: 0, clicks: 0 }, rail).click).toBeCloseTo(0.016 / 0.095, 9);
  expect(paidRailOf('food', { impressions: 99_000, clicks: 3_960 }, rail).click).toBeCloseTo(
    (0.01 * 0.016 + 0.99 * 0.04) / 0.095,
    9,
  );
});

/** Reads of the first note in one world, with so many paid impressions in each of four hours. */
function readsIn(seed: number, impressions: number): number {
  const boosts = [8, 9, 10, 11].map((hour) => ({ noteId: 'note-0', hour, impressions }));
  const arm = { policy, treatment: { boosts } };
  const run = runSimulation(simulationOf({ noteId: 'note-0' }, arm, crowded(seed), seed));
  return figuresOf(lifeIn(livesOf(run), 'note-0')).reads;
}

function averageOverSeeds(worldOf: (seed: number) => World, of: (world: World) => number): number {
  return averageOf(Array.from({ length: 200 }, (_, at) => of(worldOf(at + 1))));
}
