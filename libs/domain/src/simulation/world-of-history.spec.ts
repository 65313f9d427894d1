import { countsOf } from '../pools/a-run';
import { platformStated } from '../pools/presets';
import { type WorldComparison, compareTreatments } from './compare-treatments';
import { differenceOf } from './life-figures';
import { OwnStream } from './own-stream';
import { type History, type HistoryNote, worldOfHistory } from './world-of-history';

/** Two days of food and travel notes; the first is loved by 2,000 readers, the last was seen by nobody yet. */
function aHistory(noteCount = 60): History {
  const notes = Array.from({ length: noteCount }, (_, index): HistoryNote => {
    const chance = new OwnStream(3, `history ${index}`);
    const impressions = index === noteCount - 1 ? 0 : index === 0 ? 2_000 : 300;
    return {
      id: `note-${index}`,
      bornHour: index === 0 ? 10 : Math.floor(48 * chance.next()),
      category: index % 2 ? 'travel' : 'food',
      followers: 300,
      level: index === 0 ? 2 : 1,
      counts: countsOf(impressions, index === 0 ? 2 : 0.6 + 0.8 * chance.next()),
      exposure: impressions,
    };
  });
  return {
    capacity: Array.from({ length: 96 }, () => 900),
    notes,
    readers: 20_000,
    policy: platformStated,
  };
}

const seeds = [1, 2, 3, 4, 5, 6];
function compare(
  after: Parameters<typeof compareTreatments>[0]['after'],
  history = aHistory(),
): WorldComparison & { steps: number[] } {
  const game = compareTreatments({
    worldOf: (seed) => worldOfHistory(history, seed),
    seeds,
    before: { policy: platformStated },
    after,
    noteId: 'note-0',
    others: ['note-2', 'note-4', 'note-5'],
  });
  const steps: number[] = [];
  for (;;) {
    const step = game.next();
    if (step.done) return { ...step.value, steps };
    steps.push(step.value);
  }
}

describe('a world made from a history', () => {
  it('takes over what is known', () => {
    const world = worldOfHistory(aHistory(), 1);
    expect(world.hours).toBe(96);
    expect(world.segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(world.notes[0]).toMatchObject({ id: 'note-0', bornHour: 10 });
    expect(world.rates.click).toBeGreaterThan(0.08);
    expect(world.rates.click).toBeLessThan(0.14);
  });

  it('draws what is not known from what is believed of each note: tightly where many saw it', () => {
    const drawn = (id: string) =>
      Array.from(
        { length: 200 },
        (_, seed) => worldOfHistory(aHistory(), seed).notes.find((note) => note.id === id)?.hook ?? 0,
      );
    const spreadOf = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return {
        mean,
        deviation: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length),
      };
    };
    const loved = spreadOf(drawn('note-0'));
    const unseen = spreadOf(drawn('note-59'));
    expect(loved.mean).toBeGreaterThan(1.5);
    expect(loved.deviation / loved.mean).toBeLessThan(0.1);
    expect(unseen.mean).toBeGreaterThan(0.8);
    expect(unseen.mean).toBeLessThan(1.25);
    expect(unseen.deviation).toBeGreaterThan(2 * loved.deviation);
  });

  it('has at least the readers that its notes must have met', () => {
    // 2,000 impressions at a level that reaches 12 % of all readers.
    expect(worldOfHistory({ ...aHistory(), readers: 0 }, 1).truth.readers).toBeCloseTo(2_000 / 0.12, 6);
    expect(worldOfHistory({ ...aHistory(), readers: 90_000 }, 1).truth.readers).toBe(90_000);
  });

  it('is the same for the same seed, and has nothing to say of no notes', () => {
    expect(worldOfHistory(aHistory(), 4)).toEqual(worldOfHistory(aHistory(), 4));
    expect(() => worldOfHistory({ ...aHistory(), notes: [] }, 1)).toThrow(RangeError);
  });
});

describe('two worlds side by side', () => {
  it('are equal to the last impression when nothing was changed', () => {
    const same = compare({ policy: platformStated });
    expect(same.equal).toBe(seeds.length);
    expect(same.note.difference.impressions).toEqual({ median: 0, low: 0, high: 0, visible: false });
    expect(same.hours.before).toEqual(same.hours.after);
  });

  it('tell the same story again when they are asked again', () => {
    const stop = { rulings: [{ noteId: 'note-0', level: 1, ruling: 'stop' as const }] };
    const once = compare({ policy: platformStated, treatment: stop });
    expect(compare({ policy: platformStated, treatment: stop })).toEqual(once);
    expect(once.equal).toBe(0);
  });

  it('show what a stop costs the note, and that others get what it leaves', () => {
    const stopped = compare({
      policy: platformStated,
      treatment: { rulings: [{ noteId: 'note-0', level: 1, ruling: 'stop' }] },
    });
    expect(stopped.note.after.level).toBe(1);
    expect(stopped.note.before.level).toBeGreaterThan(1);
    expect(stopped.note.difference.impressions).toMatchObject({ visible: true });
    expect(stopped.note.difference.impressions.high).toBeLessThan(0);
    expect(stopped.hours.after.at(-1)?.impressions).toBeCloseTo(stopped.note.after.impressions, 6);
  });

  it('deliver a boost to the note beside what it earns', () => {
    const boosted = compare({
      policy: platformStated,
      treatment: { boosts: [{ noteId: 'note-0', hour: 20, impressions: 500 }] },
    });
    const { impressions, organic } = boosted.note.difference;
    expect(boosted.reached).toBe(seeds.length);
    expect(impressions.median - organic.median).toBeCloseTo(500, 4);
  });

  it('say how far they are, from 0 to 1 and never back', () => {
    const { steps } = compare({ policy: platformStated });
    expect(steps).toHaveLength(2 * seeds.length * 96);
    expect(steps.at(-1)).toBe(1);
    expect(steps.every((step, at) => at === 0 || step > (steps[at - 1] as number))).toBe(true);
  });
});

describe('the difference of several worlds', () => {
  it('is their median and the middle 80 %, visible only when that leaves 0 out', () => {
    const values = Array.from({ length: 11 }, (_, at) => at);
    expect(differenceOf(values)).toEqual({ median: 5, low: 1, high: 9, visible: true });
    expect(differenceOf(values.map((value) => value - 2)).visible).toBe(false);
  });
});
