import {
  chanceAbove,
  defaultLadder,
  EventProcess,
  gammaDraw,
  judgeRun,
  OwnStream,
  rateNote,
  type RatingPrior,
  type RunThresholds,
} from '@poolrise/domain';

/** What early verdicts did to notes of which the truth is known. */
export interface EarlyErrors {
  thresholds: string;
  bar: number;
  target: number;
  notes: number;
  /** Notes exactly at the bar: neither verdict is right or wrong, and the sample decides nothing in the long run. */
  stoppedEarly: number;
  passedEarly: number;
  /** Notes as different as notes are: early verdicts, and those of them that were mistaken. */
  earlyStops: number;
  mistakenStops: number;
  earlyPasses: number;
  mistakenPasses: number;
}

/** A typical prior of the reference world, and its opens per impression in an average place. */
const prior: RatingPrior = {
  hookMean: 1,
  hookShape: 3,
  contentMean: 1,
  contentShape: 4.5,
  contentDispersion: 3.15,
  clickWeight: 0.5,
  contentPerClick: 0.234,
};
const opensPerImpression = 0.062;
const firstPool = 200;
const looks = 20;

const rules: readonly { name: string; thresholds: RunThresholds }[] = [
  { name: 'ours: stop < 5 %, never pass early', thresholds: defaultLadder.thresholds },
  {
    name: 'stop < 3 %, pass > 99 %, from half the sample',
    thresholds: { passAt: 0.5, clearPassAt: 0.99, clearStopAt: 0.03, minSampleShare: 0.5 },
  },
  {
    name: 'stop < 5 %, pass > 95 %, at every look',
    thresholds: { passAt: 0.3, clearPassAt: 0.95, clearStopAt: 0.05, minSampleShare: 0 },
  },
];

/**
 * A/A runs of early verdicts: twenty looks at each run, at three sizes of pool and two bars. Beside notes that are
 * exactly at the bar stand notes drawn from the prior, for which the thresholds state how often they may be mistaken.
 */
export function errorsAtTheBar(seed: number, notes = 4_000): EarlyErrors[] {
  return rules.flatMap(({ name, thresholds }) =>
    [1_000, 5_000, 25_000].flatMap((target) =>
      [1, 2].map((bar) => errorsOf({ name, thresholds, target, bar, seed, notes })),
    ),
  );
}

interface Row {
  name: string;
  thresholds: RunThresholds;
  target: number;
  bar: number;
  seed: number;
  notes: number;
}

function errorsOf(row: Row): EarlyErrors {
  const errors: EarlyErrors = {
    thresholds: row.name,
    bar: row.bar,
    target: row.target,
    notes: row.notes,
    stoppedEarly: 0,
    passedEarly: 0,
    earlyStops: 0,
    mistakenStops: 0,
    earlyPasses: 0,
    mistakenPasses: 0,
  };
  for (let i = 0; i < row.notes; i++) {
    const chance = new OwnStream(row.seed, `${row.name} ${row.target} ${row.bar} ${i}`);
    const average = earlyVerdict(row, row.bar, chance);
    if (average === 'stop') errors.stoppedEarly++;
    if (average === 'pass') errors.passedEarly++;
    const lift = gammaDraw(chance, prior.hookShape) / prior.hookShape;
    const verdict = earlyVerdict(row, lift, chance);
    if (verdict === 'stop') {
      errors.earlyStops++;
      if (lift > row.bar) errors.mistakenStops++;
    }
    if (verdict === 'pass') {
      errors.earlyPasses++;
      if (lift < row.bar) errors.mistakenPasses++;
    }
  }
  return errors;
}

/** Plays one run of a note with this hook and average content; null when the sample was completed. */
function earlyVerdict(
  { thresholds, target, bar }: Row,
  hook: number,
  chance: OwnStream,
): 'pass' | 'stop' | null {
  const opens = new EventProcess(chance);
  let expectedClicks = firstPool * opensPerImpression;
  let clicks = opens.expose(expectedClicks * hook);
  for (let look = 1; look < looks; look++) {
    const impressions = (target * look) / looks;
    const expected = (target / looks) * opensPerImpression;
    expectedClicks += expected;
    clicks += opens.expose(expected * hook);
    // Content at its average: the early verdicts of this table come from the hook alone.
    const rating = rateNote({ clicks, expectedClicks, content: clicks * prior.contentPerClick }, prior);
    const ruling = judgeRun(
      { chance: chanceAbove(rating, bar), impressions, target, promised: false, last: false },
      thresholds,
    );
    if (ruling !== 'wait') return ruling;
  }
  return null;
}

/** Whole verdicts (rating, chance, ruling) in a second on one core. */
export function verdictsPerSecond(): number {
  const began = performance.now();
  let verdicts = 0;
  let passed = 0;
  for (; performance.now() - began < 400;)
    for (let i = 0; i < 1_000; i++, verdicts++) {
      const rating = rateNote(
        { clicks: i % 400, expectedClicks: 10 + (i % 300), content: (i % 400) * 0.23 },
        prior,
      );
      const run = { impressions: 1_000, target: 1_000, promised: false, last: false };
      if (judgeRun({ chance: chanceAbove(rating, 1.1), ...run }, defaultLadder.thresholds) === 'pass')
        passed++;
    }
  return passed > 0 ? verdicts / ((performance.now() - began) / 1000) : NaN;
}
