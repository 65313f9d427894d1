import { OwnStream } from '../simulation/own-stream';
import { judgeLift, type LiftLook } from './judge-lift';
import { planHoldout } from './plan-holdout';

interface Setting {
  share: number;
  /** rate of the held-out and of the exposed */
  base: number;
  exposed: number;
  /** readers between two looks, and looks */
  step: number;
  looks: number;
}

/** One trial, reader by reader, as it stood at each look. */
function aTrial({ share, base, exposed, step, looks }: Setting, chance: OwnStream): LiftLook[] {
  const now = { exposed: { readers: 0, successes: 0 }, heldOut: { readers: 0, successes: 0 } };
  return Array.from({ length: looks }, (_, look) => {
    for (let reader = 0; reader < step; reader++) {
      const arm = chance.next() < share ? now.heldOut : now.exposed;
      arm.readers++;
      if (chance.next() < (arm === now.heldOut ? base : exposed)) arm.successes++;
    }
    return { at: look, exposed: { ...now.exposed }, heldOut: { ...now.heldOut } };
  });
}

/** What one does who looks at a two-proportion z test every hour and stops when it says 5 %. */
const naive = (looks: readonly LiftLook[]): boolean =>
  looks.some(({ exposed: e, heldOut: h }) => {
    const pooled = (e.successes + h.successes) / (e.readers + h.readers);
    const variance = pooled * (1 - pooled) * (1 / e.readers + 1 / h.readers);
    return (
      variance > 0 && Math.abs(e.successes / e.readers - h.successes / h.readers) > 1.96 * Math.sqrt(variance)
    );
  });

const alpha = 0.05;
/** As many alarms as an honest five in a hundred passes with a probability of 999 in 1,000. */
const most = (runs: number): number => alpha * runs + 3.1 * Math.sqrt(runs * alpha * (1 - alpha));

/** Percent with one decimal. */
const percent = (count: number, runs: number): number => Math.round((1_000 * count) / runs) / 10;

describe('a boost that does nothing, looked at every hour (A/A)', () => {
  // The last two columns: trials in a hundred that raise a false alarm, by our rule and by a z test at every look.
  it.each<[string, number, Setting, number, number]>([
    [
      'one in five held out, 5 in 100 read',
      400,
      { share: 0.2, base: 0.05, exposed: 0.05, step: 120, looks: 72 },
      1.8,
      35.3,
    ],
    [
      'half held out, 30 in 100 read',
      500,
      { share: 0.5, base: 0.3, exposed: 0.3, step: 60, looks: 72 },
      2,
      32.2,
    ],
    [
      'one in twenty held out, 1 in 100 read',
      200,
      { share: 0.05, base: 0.01, exposed: 0.01, step: 400, looks: 48 },
      0.5,
      31,
    ],
  ])('alarms in at most five trials of a hundred: %s', (name, runs, setting, ours, theirs) => {
    let alarms = 0;
    let naiveAlarms = 0;
    for (let run = 0; run < runs; run++) {
      const looks = aTrial(setting, new OwnStream(11, name, run));
      const { verdict } = judgeLift({ share: setting.share, alpha }, looks, { finished: true });
      expect(verdict).not.toBe('arms-off');
      if (verdict !== 'cannot-tell') alarms++;
      if (naive(looks)) naiveAlarms++;
    }
    expect(alarms).toBeLessThanOrEqual(most(runs));
    expect(naiveAlarms).toBeGreaterThan(2 * most(runs));
    expect([percent(alarms, runs), percent(naiveAlarms, runs)]).toEqual([ours, theirs]);
  });
});

describe('a boost that does what it was planned for', () => {
  const ask = {
    metric: 'readers' as const,
    share: 0.2,
    minimumEffect: 0.03,
    alpha,
    power: 0.8,
    baseRate: 0.02,
    readersExpected: 20_000,
    durationHours: 48,
    windowHours: 24,
  };
  const foundOf = (readers: number, runs: number): number => {
    const exposed = ask.baseRate + ask.minimumEffect;
    const setting = {
      share: ask.share,
      base: ask.baseRate,
      exposed,
      step: Math.ceil(readers / 24),
      looks: 24,
    };
    let lifts = 0;
    for (let run = 0; run < runs; run++) {
      const looks = aTrial(setting, new OwnStream(23, 'planted', run));
      if (judgeLift(ask, looks, { finished: true }).verdict === 'lift') lifts++;
    }
    return lifts;
  };

  it('is found with the power that the plan said, and not with a third of the readers', () => {
    const { readersNeeded } = planHoldout(ask);
    const found = foundOf(readersNeeded, 200);
    expect(found / 200).toBeGreaterThan(0.8 - 3 * Math.sqrt((0.8 * 0.2) / 200));
    expect(foundOf(readersNeeded / 3, 100) / 100).toBeLessThan(0.6);
    expect([readersNeeded, percent(found, 200)]).toEqual([4_410, 81]);
  });

  it('is measured by an interval that holds what was planted at every look at once', () => {
    let holds = 0;
    for (let run = 0; run < 150; run++) {
      const setting = { share: 0.2, base: 0.02, exposed: 0.05, step: 300, looks: 24 };
      const { band } = judgeLift(ask, aTrial(setting, new OwnStream(29, 'cover', run)), { finished: true });
      if (band.every(({ share }) => share.low <= 0.6 && share.high >= 0.6)) holds++;
    }
    expect(holds).toBeGreaterThanOrEqual(150 - most(150));
  });
});
