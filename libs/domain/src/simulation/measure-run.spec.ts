import { aWorld, aWorldNote } from './a-world';
import { limitsFor, measureRun, type RankedWorld } from './measure-run';
import { rankNotes } from './rank-notes';
import { noTotals, type NoteLife, type SimulationRun } from './simulation-run';
import { noSignals } from './note-responses';

/** Ten notes of one topic, the first the best; the last one has too short a life to count. */
function ten(): RankedWorld {
  const notes = Array.from({ length: 10 }, (_, at) =>
    aWorldNote(`n${at}`, 1, {
      topic: 0,
      hook: 3 - at / 5,
      content: 1,
      bornHour: at === 9 ? 60 : 0,
      followers: at === 0 ? 50 : 1_000 * at,
    }),
  );
  const world = aWorld({ notes, hours: 72 });
  return { ...world, notes: rankNotes(notes, world) };
}

const aLife = (
  id: string,
  guaranteed: number,
  organic: number,
  hoursToMilestone: number | null,
): NoteLife => ({
  id,
  state: 'live',
  level: 1,
  guaranteed,
  organic,
  paid: 0,
  clicks: 0,
  signals: noSignals(),
  paidClicks: 0,
  paidSignals: noSignals(),
  expectedClicks: 0,
  content: 0,
  trueValue: 0,
  hoursToMilestone,
  rulings: [],
  hourly: null,
});

function aRun(first: NoteLife, others: number): SimulationRun {
  const lives = [first, ...Array.from({ length: 9 }, (_, at) => aLife(`n${at + 1}`, 100, others, null))];
  const totals = {
    ...noTotals(),
    scoredValue: 3_000,
    scoredImpressions: 2_000,
    scoredUnfilled: 500,
    rulingsMade: 7,
  };
  return { rule: 'by hand', seed: 1, lives, totals, ruleSummary: {}, hash: '' };
}
const limits = { wide: 1_000, stoppedBelow: 300, shortestLifeHours: 24 };

it('measures a run by the truth of its world', () => {
  const found = measureRun(ten(), aRun(aLife('n0', 100, 1_100, 30), 100), 100, limits);
  expect(found).toMatchObject({
    value: 1.5,
    measured: 9,
    // The best note is the only one seen widely, and it is the whole top decile and the top percent.
    precision: 1,
    recallTopDecile: 1,
    recallTopPercent: 1,
    falseStops: 0,
    hoursToWide: 30,
    promiseKept: 1,
    unfilled: 0.25,
    rulings: 7,
  });
  // 1,200 of 2,800 impressions in nine notes.
  expect(found.topDecileShare).toBeCloseTo(1_200 / 2_800, 12);
  expect(found.parity).toBe(1);
});

it('counts a good note that got no further than its first pool as stopped, and a broken promise as broken', () => {
  const found = measureRun(ten(), aRun(aLife('n0', 60, 0, null), 100), 100, limits);
  expect(found).toMatchObject({ falseStops: 1, recallTopDecile: 0, precision: NaN, hoursToWide: NaN });
  expect(found.promiseKept).toBeCloseTo(8 / 9, 12);
});

describe('the limits of a world', () => {
  const world = { ...aWorld(), scoredFromHour: 24 };

  it('are those of the benchmark where there are as many impressions', () => {
    const rich = { ...world, hours: 400, capacity: new Float64Array(400).fill(100), notes: world.notes };
    expect(limitsFor(rich, 200)).toEqual({ wide: 5_000, stoppedBelow: 1_050, shortestLifeHours: 96 });
  });

  it('shrink with the impressions, and never below what every note is promised', () => {
    // 72 hours of 200 among 40 notes: 360 impressions for each.
    const poor = { ...world, capacity: new Float64Array(72).fill(200) };
    expect(limitsFor(poor, 100)).toEqual({ wide: 1_800, stoppedBelow: 378, shortestLifeHours: 24 });
    expect(limitsFor(poor, 1_000)).toMatchObject({ wide: 2_000, stoppedBelow: 1_050 });
  });
});
