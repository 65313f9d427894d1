import fc from 'fast-check';
import { boostTerms } from '../boosts/boost-terms';
import { checkRace, raceBudgetBounds, roundBudget } from './check-race';
import { raceFloorChance } from './race-terms';
import { shareRound } from './share-round';

const least = boostTerms.minBudgetCents;
const note = (noteId: string, auditState: 'passed' | 'pending' = 'passed') => ({
  noteId,
  category: 'food',
  auditState,
  visible: true,
});

describe('checkRace', () => {
  const ask = { notes: [note('a'), note('b'), note('c')], budgetCents: 120_000, rounds: 4 };

  it('shares the budget over the rounds when each note can have its least boost', () => {
    expect(checkRace(ask)).toEqual({ roundCents: 30_000, leastCents: 90_000, mostCents: 3_000_000 });
    expect(checkRace({ ...ask, budgetCents: 90_000 })).toMatchObject({ roundCents: 22_500 });
  });

  it('says the least and the most that it would take', () => {
    expect(checkRace({ ...ask, budgetCents: 89_999 })).toEqual({
      code: 'race-budget-too-low',
      leastCents: 90_000,
    });
    expect(checkRace({ ...ask, budgetCents: 3_000_001 })).toEqual({
      code: 'race-budget-too-high',
      mostCents: 3_000_000,
    });
  });

  it('names the note that is there twice, and the one that may not be boosted', () => {
    expect(checkRace({ ...ask, notes: [note('a'), note('b'), note('a')] })).toEqual({
      code: 'race-notes-repeat',
      noteIndex: 2,
    });
    expect(checkRace({ ...ask, notes: [note('a'), note('b', 'pending')] })).toEqual({
      code: 'note-not-boostable',
      noteIndex: 1,
    });
  });

  it('lets the last round spend what is left, and no round more than one boost may cost', () => {
    expect(roundBudget({ leftCents: 100_001, roundsLeft: 3 })).toBe(33_333);
    expect(roundBudget({ leftCents: 33_335, roundsLeft: 1 })).toBe(33_335);
    expect(roundBudget({ leftCents: 2_000_000, roundsLeft: 1 })).toBe(boostTerms.maxBudgetCents);
  });

  it('accepts exactly the budgets between its bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 }), (notes, rounds) => {
        const { leastCents, mostCents } = raceBudgetBounds(notes, rounds);
        const racing = { notes: [...'abcde'].slice(0, notes).map((id) => note(id)), rounds };
        for (const [budgetCents, good] of [
          [leastCents - 1, false],
          [leastCents, true],
          [mostCents, true],
          [mostCents + 1, false],
        ] as const)
          expect('roundCents' in checkRace({ ...racing, budgetCents })).toBe(good);
      }),
    );
  });
});

describe('shareRound', () => {
  it('shares by chance, with the least boost for whoever would get less', () => {
    const shares = shareRound(100_000, [
      { noteId: 'a', chanceBest: 0.06 },
      { noteId: 'b', chanceBest: 0.7 },
      { noteId: 'c', chanceBest: 0.24 },
    ]);
    // a has 6,000 by its chance and gets 7,500; 92,500 go by 70 to 24.
    expect(shares).toEqual([
      { noteId: 'a', cents: 7_500, out: null },
      { noteId: 'b', cents: 68_883, out: null },
      { noteId: 'c', cents: 23_617, out: null },
    ]);
  });

  it('lets a note sit out that is too unlikely the best, and one for which there is no room', () => {
    expect(
      shareRound(20_000, [
        { noteId: 'a', chanceBest: 0.1 },
        { noteId: 'b', chanceBest: 0.04 },
        { noteId: 'c', chanceBest: 0.5 },
        { noteId: 'd', chanceBest: 0.36 },
      ]),
    ).toEqual([
      { noteId: 'a', cents: 0, out: 'no-room' },
      { noteId: 'b', cents: 0, out: 'behind' },
      { noteId: 'c', cents: 11_628, out: null },
      { noteId: 'd', cents: 8_372, out: null },
    ]);
  });

  it('cannot run below one boost', () => {
    expect(() => shareRound(least - 1, [{ noteId: 'a', chanceBest: 1 }])).toThrow(RangeError);
  });

  const fields = fc
    .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 5 })
    .map((weights) => {
      const sum = weights.reduce((all, one) => all + one, 0);
      return weights.map((weight, at) => ({
        noteId: `note-${at}`,
        chanceBest: sum > 0 ? weight / sum : 1 / weights.length,
      }));
    });
  const budgets = fc.integer({ min: least, max: boostTerms.maxBudgetCents });

  it('spends the whole budget in whole cents, no boost below the least, and follows the chances', () => {
    fc.assert(
      fc.property(fields, budgets, (arms, budget) => {
        const shares = shareRound(budget, arms);
        expect(shares.reduce((sum, { cents }) => sum + cents, 0)).toBe(budget);
        const top = Math.max(...arms.map(({ chanceBest }) => chanceBest));
        shares.forEach(({ cents, out }, at) => {
          const { chanceBest } = arms[at] as (typeof arms)[number];
          expect(Number.isInteger(cents)).toBe(true);
          expect(out === null ? cents >= least : cents === 0).toBe(true);
          if (out === 'behind') expect(chanceBest).toBeLessThan(raceFloorChance);
          if (out === 'no-room') expect(budget).toBeLessThan(least * arms.length);
          if (chanceBest > raceFloorChance && budget >= least * arms.length) expect(out).toBeNull();
          if (chanceBest === top && arms.filter((arm) => arm.chanceBest === top).length === 1)
            for (const other of shares) expect(cents).toBeGreaterThanOrEqual(other.cents);
        });
      }),
    );
  });

  it('does not care in which order the notes stand', () => {
    fc.assert(
      fc.property(fields, budgets, (arms, budget) => {
        const byNote = (shares: ReturnType<typeof shareRound>) =>
          new Map(shares.map((one) => [one.noteId, one]));
        expect(byNote(shareRound(budget, [...arms].reverse()))).toEqual(byNote(shareRound(budget, arms)));
      }),
    );
  });
});
