import { aRun, countsOf } from './a-run';
import { decidePool } from './decide-pool';
import type { LivedRun } from './lived-evidence';
import { peersUnder } from './peers-under';
import { priorPeers } from './peers';
import type { PoolEvidence } from './pool-evidence';
import { type PoolPolicy, levelOf } from './pool-policy';
import { folkCes, platformStated, textbook } from './presets';
import { retellLife } from './retell-life';

const hourMs = 3_600_000;
const start = Date.UTC(2026, 10, 20, 4);

/** A run at a level whose readers respond `lift` times as an average food note's do, judged where it stands. */
function lived(
  level: number,
  impressions: number,
  lift: number,
  changes: Partial<PoolEvidence> = {},
): LivedRun {
  const evidence = aRun({
    level,
    counts: countsOf(impressions, lift),
    target: levelOf(platformStated, level).target,
    enteredAt: start + level * 4 * hourMs,
    now: start + (level + 1) * 4 * hourMs,
    hoursSincePublished: 4 * (level + 1),
    ...changes,
  });
  return { evidence, verdict: decidePool(evidence, platformStated) };
}

const running = (run: LivedRun): LivedRun => ({ ...run, verdict: null });
const told = (runs: LivedRun[], policy: PoolPolicy, promise?: number) =>
  retellLife(runs, { policy, livedUnder: platformStated, ...(promise === undefined ? {} : { promise }) });
const outcomes = (life: ReturnType<typeof told>) =>
  life.verdicts.map(({ level, verdict }) => `${level} ${verdict.outcome}`);

/** Passes everywhere it was judged and ends below its peers in the ten-thousand pool. */
const rise = [lived(0, 100, 1.3), lived(1, 500, 1.3), lived(2, 2_000, 1.3), lived(3, 10_000, 0.7)];

describe('a life told by the rules it was lived under', () => {
  it('is what happened, verdict by verdict', () => {
    const life = told(rise, platformStated);
    expect(life.verdicts.map(({ verdict }) => verdict)).toEqual(rise.map(({ verdict }) => verdict));
    expect(outcomes(life)).toEqual(['0 pass', '1 pass', '2 pass', '3 stop']);
    expect(life.verdicts.map(({ from, at }) => [from, at])).toEqual([
      [0, 100],
      [100, 600],
      [600, 2_600],
      [2_600, 12_600],
    ]);
    expect(life.ending).toBe('same');
  });

  it('keeps a verdict as it was given, even when today’s engine would give another', () => {
    const odd = rise.map((run) =>
      run.evidence.level === 3 && run.verdict
        ? { ...run, verdict: { ...run.verdict, reason: 'MANUAL_STOP' as const } }
        : run,
    );
    expect(told(odd, platformStated).verdicts.at(-1)?.verdict.reason).toBe('MANUAL_STOP');
  });
});

describe('a life told by other rules', () => {
  it('ends the same under the same figures by another name', () => {
    const twin = { ...platformStated, name: 'twin' };
    expect(outcomes(told(rise, twin))).toEqual(outcomes(told(rise, platformStated)));
    expect(told(rise, twin).ending).toBe('same');
  });

  it('stops earlier where a rule set asks for more, and says nothing of what follows', () => {
    const strict = {
      ...platformStated,
      name: 'strict',
      levels: platformStated.levels.map((level) => (level.level === 1 ? { ...level, passAt: 0.999 } : level)),
    };
    const life = told(rise, strict);
    expect(outcomes(life)).toEqual(['0 pass', '1 stop']);
    expect(life.ending).toBe('stops-earlier');
    expect(life.verdicts.at(-1)?.at).toBe(600);
  });

  it('goes on where a rule set asks for less, up to the last impression that is known', () => {
    const kind = {
      ...platformStated,
      name: 'kind',
      verdict: { ...platformStated.verdict, passAt: 0, clearStopAt: 0 },
    };
    const life = told(rise, kind);
    expect(outcomes(life)).toEqual(['0 pass', '1 pass', '2 pass', '3 pass']);
    expect(life.ending).toBe('goes-on');
    expect(life.verdicts.at(-1)?.at).toBe(12_600);
  });

  it('leaves a larger level open when the life gave it too few impressions', () => {
    const beloved = [lived(0, 100, 3), lived(1, 500, 3), lived(2, 2_000, 3), lived(3, 10_000, 3)];
    const life = told(beloved, { ...folkCes, gates: [] });
    const last = life.verdicts.at(-1);
    expect(last).toMatchObject({ level: 3, from: 2_600, at: 12_600, kept: true });
    expect(last?.verdict).toMatchObject({ outcome: 'wait', target: 20_000, sample: 10_000 });
  });

  it('fills smaller levels one after the other from one run, readers taken as even', () => {
    const steps = {
      ...platformStated,
      name: 'steps',
      levels: [100, 250, 250, 1_000, 100_000].map((target, level) => ({
        ...levelOf(platformStated, Math.min(level, 6)),
        level,
        target,
        windowHours: 720,
      })),
      verdict: { ...platformStated.verdict, passAt: 0, clearPassAt: 1, clearStopAt: 0 },
    };
    const life = told(rise, steps);
    expect(life.verdicts.map(({ at, kept }) => [at, kept]).slice(0, 4)).toEqual([
      [100, true],
      [350, false],
      [600, true],
      [1_600, false],
    ]);
    expect(life.verdicts[1]?.verdict.hook.observed).toBe(Math.round(countsOf(500, 1.3).clicks / 2));
  });

  it('gives level 0 what the rule set promises this note', () => {
    expect(told(rise, textbook, 400).verdicts[0]).toMatchObject({ from: 0, verdict: { target: 400 } });
  });

  it('misses the gates of folklore with the values that readers gave', () => {
    const life = told([lived(0, 100, 3), lived(1, 500, 3), lived(2, 2_000, 3)].map(onlyFollowed), folkCes);
    const last = life.verdicts.at(-1)?.verdict;
    expect(last).toMatchObject({ outcome: 'stop', reason: 'GATE_MISSED' });
    expect(last?.gatesMissed.map(({ metric }) => metric)).toEqual(['interactionRatePerRead']);
  });

  it('calls a life that still runs the same while no rule set would have stopped it', () => {
    const open = [lived(0, 100, 1.3), running(lived(1, 200, 1.1))];
    expect(told(open, { ...platformStated, name: 'twin' }).ending).toBe('same');
    const harsh = {
      ...platformStated,
      name: 'harsh',
      verdict: { ...platformStated.verdict, clearStopAt: 0.9, passAt: 0.95, minSampleShare: 0.1 },
    };
    expect(
      told(open, { ...harsh, levels: harsh.levels.map((level) => ({ ...level, passAt: 0 })) }).ending,
    ).toBe('stops-earlier');
  });

  it('has nothing to tell of a note that entered no pool', () => {
    expect(() => told([], textbook)).toThrow(RangeError);
  });
});

/** Readers follow and do nothing else: many points, and none of what the folk gate counts. */
function onlyFollowed(run: LivedRun): LivedRun {
  const { evidence } = run;
  const counts = {
    ...evidence.counts,
    likes: 0,
    collects: 0,
    comments: 0,
    follows: Math.round(evidence.counts.clicks / 5),
  };
  return { ...run, evidence: { ...evidence, counts } };
}

describe('peers under other weights', () => {
  const food = priorPeers(platformStated, 'food');

  it('are the other rule set’s own idea of the category where nothing else is known', () => {
    const folk = priorPeers(folkCes, 'food');
    const carried = peersUnder(food, platformStated, folkCes, 'food');
    expect(carried.meanRate).toBeCloseTo(folk.meanRate, 9);
    expect(carried.dispersion).toBeCloseTo(folk.dispersion, 9);
    expect(carried.strength).toBe(1);
  });

  it('carry over how far they were above the category, in opens and in what follows', () => {
    const better = { ...food, clickRate: 2 * food.clickRate, meanRate: 2 * food.meanRate };
    const carried = peersUnder(better, platformStated, folkCes, 'food');
    expect(carried.meanRate).toBeCloseTo(2 * priorPeers(folkCes, 'food').meanRate, 9);
  });

  it('stay as learnt under the same weights, but for how much the prior may weigh', () => {
    const learnt = { ...food, source: 'peers' as const, strength: 500, dispersion: 2.2 };
    const carried = peersUnder(learnt, platformStated, textbook, 'food');
    expect(carried).toEqual(learnt);
  });
});
