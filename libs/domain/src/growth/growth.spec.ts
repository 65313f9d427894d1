import fc from 'fast-check';
import {
  type GrowthFacts,
  growthGraceDays,
  growthLevel,
  growthLevelMost,
  growthLevels,
  growthRules,
} from './growth-levels';
import { growthLines, judgeGrowth } from './judge-growth';
import { growthFallsAt, type GrowthStanding, moveGrowth } from './move-growth';

const nothing: GrowthFacts = {
  notesPassed: 0,
  reachedPool1: 0,
  reachedPool2: 0,
  reachedPool3: 0,
  naturalReads: 0,
  activeDays: 0,
  violations: 0,
};
/** Exactly what a level asks, and nothing beyond. */
const just = (level: number, changes: Partial<GrowthFacts> = {}): GrowthFacts => ({
  ...nothing,
  ...growthLevel(level).rules,
  ...changes,
});
const anyFacts = fc.record({
  notesPassed: fc.nat(30),
  reachedPool1: fc.nat(20),
  reachedPool2: fc.nat(10),
  reachedPool3: fc.nat(5),
  naturalReads: fc.nat(120_000),
  activeDays: fc.nat(20),
  violations: fc.nat(3),
});
const levels = growthLevels.map(({ level }) => level);
const day = (n: number): number => n * 86_400_000;

describe('the levels', () => {
  it('are numbered from one, and ask as much as the level below in every rule', () => {
    expect(levels).toEqual(levels.map((_, index) => index + 1));
    for (const { level, rules } of growthLevels.slice(1))
      for (const rule of growthRules) {
        const below = growthLevel(level - 1).rules[rule];
        if (below === undefined) continue;
        const [least, most] = rule === 'violations' ? [rules[rule], below] : [below, rules[rule]];
        expect([level, rule, (least ?? NaN) <= (most ?? NaN)]).toEqual([level, rule, true]);
      }
  });

  it('give the first to a desk that has nothing, and its rules to nobody', () => {
    expect(judgeGrowth(nothing).level).toBe(1);
    expect(judgeGrowth({ ...nothing, violations: 9 }).level).toBe(1);
    expect(growthLines(1, nothing)).toEqual([]);
  });

  it('are reached exactly at their figures', () => {
    for (const level of levels) expect(judgeGrowth(just(level)).level).toBe(level);
  });

  it('are not reached one short in any rule', () => {
    for (const level of levels.slice(1))
      for (const rule of growthRules) {
        const need = growthLevel(level).rules[rule];
        if (need === undefined) continue;
        const short = just(level, { [rule]: rule === 'violations' ? need + 1 : need - 1 });
        expect([level, rule, judgeGrowth(short).level < level]).toEqual([level, rule, true]);
        expect(growthLines(level, short).find((line) => !line.met)).toMatchObject({ rule, need, missing: 1 });
      }
  });

  it('say what is missing to the next in figures, and nothing from the highest on', () => {
    const { level, next } = judgeGrowth(
      just(3, { notesPassed: 8, reachedPool1: 4, reachedPool2: 1, violations: 2 }),
    );
    expect([level, next?.level]).toEqual([3, 4]);
    expect(next?.lines.filter(({ met }) => !met)).toEqual([
      { rule: 'reachedPool2', have: 1, need: 2, missing: 1, met: false },
      { rule: 'naturalReads', have: 1_000, need: 5_000, missing: 4_000, met: false },
      { rule: 'activeDays', have: 3, need: 6, missing: 3, met: false },
    ]);
    expect(judgeGrowth(just(growthLevelMost)).next).toBeNull();
  });

  it('never fall by one more note, read or day, and never rise by one more violation', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...growthRules), (facts, rule) => {
        const [before, after] = [facts, { ...facts, [rule]: facts[rule] + 1 }].map(
          (one) => judgeGrowth(one).level,
        );
        return rule === 'violations' ? Number(after) <= Number(before) : Number(after) >= Number(before);
      }),
    );
  });
});

describe('the level that is held', () => {
  const held: GrowthStanding = { level: 4, reachedAt: day(1), belowSince: null };

  it('begins with what the figures reach, and rises at once by as many as they do', () => {
    expect(moveGrowth(null, 2, day(3))).toEqual({
      standing: { level: 2, reachedAt: day(3), belowSince: null },
      step: 'begun',
    });
    expect(moveGrowth({ ...held, belowSince: day(2) }, 6, day(3))).toEqual({
      standing: { level: 6, reachedAt: day(3), belowSince: null },
      step: 'rose',
    });
  });

  it('is kept through the days of grace to the last millisecond, and falls to what is reached then', () => {
    const warned = moveGrowth(held, 3, day(10));
    expect(warned).toEqual({ standing: { ...held, belowSince: day(10) }, step: 'warned' });
    const until = growthFallsAt(day(10));
    expect(until - day(10)).toBe(day(growthGraceDays));
    expect(moveGrowth(warned.standing, 3, until - 1)).toEqual({ standing: warned.standing, step: null });
    expect(moveGrowth(warned.standing, 2, until)).toEqual({
      standing: { level: 2, reachedAt: until, belowSince: null },
      step: 'fell',
    });
  });

  it('is whole again once the figures reach it, and the grace begins anew', () => {
    const back = moveGrowth({ ...held, belowSince: day(10) }, 4, day(12));
    expect(back).toEqual({ standing: held, step: 'recovered' });
    expect(moveGrowth(back.standing, 3, day(20)).standing.belowSince).toBe(day(20));
  });

  it('changes nothing when judged again at the same moment', () => {
    fc.assert(
      fc.property(
        fc.option(
          fc.record({
            level: fc.integer({ min: 1, max: 6 }),
            reachedAt: fc.nat(day(50)),
            belowSince: fc.option(fc.nat(day(50))),
          }),
        ),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: day(50), max: day(120) }),
        (before, reached, now) => {
          const { standing } = moveGrowth(before, reached, now);
          expect(moveGrowth(standing, reached, now)).toEqual({ standing, step: null });
        },
      ),
    );
  });
});
