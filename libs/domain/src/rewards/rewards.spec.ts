import fc from 'fast-check';
import { checkRewardPlan } from './check-plan';
import { holdClaim } from './hold-claim';
import { isEligible, judgeEligibility } from './judge-eligibility';
import { type CountedNote, countsForPlan, measureProgress } from './measure-progress';
import {
  claimMoves,
  moveClaim,
  type RewardFacts,
  rewardStateOf,
  rewardStates,
  takesPlace,
} from './move-claim';
import { claimableUntil, countedUntil, faceCentsOf, type RewardTask, type RewardTerms } from './reward-plan';

const hourMs = 3_600_000;
const open = {
  followersMin: null,
  followersMax: null,
  categories: [],
  notesInDays: null,
  noViolationDays: null,
  growthLevelMin: null,
  accountTied: false,
};
const terms: RewardTerms = {
  name: { zh: '春茶', en: 'Spring tea' },
  summary: { zh: '春茶', en: 'Spring tea' },
  opensAt: 100 * hourMs,
  closesAt: 200 * hourMs,
  lateHours: 48,
  claimDays: 7,
  quota: 10,
  eligibility: open,
  tasks: [
    { kind: 'publish', notes: 2 },
    { kind: 'reads', total: 100 },
  ],
  rewards: [{ kind: 'cash', cents: 5_000 }],
};
const aNote = (about: Partial<CountedNote> = {}): CountedNote => ({
  type: 'image',
  topics: [],
  publishedAt: 150 * hourMs,
  passed: true,
  level: 0,
  reads: 0,
  interactions: 0,
  ...about,
});

describe('who may take part', () => {
  const account = {
    followers: 760,
    categories: ['food' as const],
    notes: 3,
    daysSinceViolation: null,
    growth: null,
  };

  it('says that 240 followers are missing', () => {
    expect(judgeEligibility({ ...open, followersMin: 1_000 }, account)).toEqual([
      { rule: 'account-tied', met: true, needs: 1, has: 1, missing: 0 },
      { rule: 'followers-min', met: false, needs: 1_000, has: 760, missing: 240 },
    ]);
  });

  it('asks nobody anything without rules, and for the tie where figures of the directory are asked', () => {
    const stranger = { ...account, followers: null };
    expect(judgeEligibility(open, stranger)).toEqual([]);
    expect(isEligible(judgeEligibility({ ...open, followersMax: 5_000 }, stranger))).toBe(false);
  });

  it('counts the days since the audit last refused a note', () => {
    const rules = { ...open, noViolationDays: 30 };
    const judged = (daysSinceViolation: number | null) =>
      judgeEligibility(rules, { ...account, daysSinceViolation })[0];
    expect(judged(29)).toMatchObject({ met: false, missing: 1 });
    expect(judged(30)).toMatchObject({ met: true, missing: 0 });
    expect(judged(null)).toMatchObject({ met: true });
  });

  it('says in figures what is missing to the growth level asked for, and takes the level that is held', () => {
    const rules = { ...open, growthLevelMin: 3 };
    const facts = {
      ...{ notesPassed: 6, reachedPool1: 1, reachedPool2: 0, reachedPool3: 0 },
      ...{ naturalReads: 2_400, activeDays: 5, violations: 0 },
    };
    const judged = (level: number) => judgeEligibility(rules, { ...account, growth: { level, facts } })[0];
    expect(judged(2)).toEqual({
      ...{ rule: 'growth-level', met: false, needs: 3, has: 2, missing: 1 },
      lacks: [{ rule: 'reachedPool1', have: 1, need: 2, missing: 1, met: false }],
    });
    expect(judged(3)).toEqual({ rule: 'growth-level', met: true, needs: 3, has: 3, missing: 0 });
    expect(judgeEligibility(rules, account)[0]).toMatchObject({ met: false, has: null, missing: 3 });
  });

  it('misses nothing exactly where a rule is met', () => {
    fc.assert(
      fc.property(
        fc.record({
          min: fc.nat(5_000),
          max: fc.nat(5_000),
          has: fc.nat(5_000),
          notes: fc.nat(9),
          asked: fc.integer({ min: 1, max: 9 }),
        }),
        ({ min, max, has, notes, asked }) => {
          const rules = {
            ...open,
            followersMin: min,
            followersMax: max,
            notesInDays: { notes: asked, days: 30 },
          };
          for (const line of judgeEligibility(rules, { ...account, followers: has, notes }))
            expect(line.missing === 0).toBe(line.met);
        },
      ),
    );
  });
});

describe('how far somebody is', () => {
  it('counts passed notes of the window, by topic and type where a task names them', () => {
    const tasks: RewardTask[] = [
      { kind: 'publish', notes: 2, topicTag: '春茶', noteType: 'video' },
      { kind: 'pool-level', level: 2, notes: 1 },
      { kind: 'interactions', total: 50 },
    ];
    const notes = [
      aNote({ type: 'video', topics: ['春茶'], level: 3, interactions: 30 }),
      aNote({ type: 'image', topics: ['春茶'], interactions: 30 }),
      aNote({ type: 'video', topics: ['春茶'], passed: false, interactions: 99 }),
      aNote({ type: 'video', topics: ['春茶'], publishedAt: terms.closesAt, interactions: 99 }),
    ];
    expect(measureProgress({ ...terms, tasks }, notes)).toEqual({
      tasks: [
        { done: 1, needed: 2 },
        { done: 1, needed: 1 },
        { done: 50, needed: 50 },
      ],
      achieved: false,
    });
  });

  it('never goes back when a note or a reader is added', () => {
    const note = fc.record({ reads: fc.nat(200), interactions: fc.nat(50), level: fc.nat(5) }).map(aNote);
    fc.assert(
      fc.property(fc.array(note, { maxLength: 5 }), note, (notes, more) => {
        const [before, after] = [measureProgress(terms, notes), measureProgress(terms, [...notes, more])];
        after.tasks.forEach(({ done }, at) =>
          expect(done).toBeGreaterThanOrEqual(before.tasks[at]?.done ?? 0),
        );
        expect(before.achieved && !after.achieved).toBe(false);
      }),
    );
  });

  it('counts what happened in time and arrives within the late hours', () => {
    const [last, over] = [terms.closesAt - 1, countedUntil(terms)];
    expect(countsForPlan(terms, { happenedAt: last, arrivedAt: over - 1 })).toBe(true);
    expect(countsForPlan(terms, { happenedAt: last, arrivedAt: over })).toBe(false);
    expect(countsForPlan(terms, { happenedAt: terms.closesAt, arrivedAt: terms.closesAt })).toBe(false);
    expect(claimableUntil(terms) - over).toBe(7 * 24 * hourMs);
  });
});

describe('the life of a claim', () => {
  it('is issued at most once on every way through it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...claimMoves), { maxLength: 40 }), (moves) => {
        let state: (typeof rewardStates)[number] = 'eligible';
        let issued = 0;
        let claimed = 0;
        for (const move of moves) {
          const moved = moveClaim(state, move);
          if (typeof moved === 'string') continue;
          if (moved.state === 'issued') issued++;
          if (moved.state === 'claimed') claimed++;
          state = moved.state;
        }
        expect(issued).toBeLessThanOrEqual(1);
        expect(claimed).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says why a move is refused', () => {
    expect(moveClaim('eligible', 'claim')).toBe('not-enrolled');
    expect(moveClaim('in-progress', 'claim')).toBe('reward-not-achieved');
    expect(moveClaim('issued', 'claim')).toBe('already-claimed');
    expect(moveClaim('refused', 'release')).toBe('not-held');
    expect(moveClaim('missed', 'claim')).toBe('reward-over');
    expect(takesPlace('held') && takesPlace('revoked') && !takesPlace('refused')).toBe(true);
  });

  it('follows the vouchers that it brought', () => {
    const facts: RewardFacts = {
      enrolled: true,
      begun: true,
      achieved: true,
      claim: {
        state: 'issued',
        vouchers: [
          { used: true, over: false },
          { used: false, over: false },
        ],
      },
      countedUntil: 10,
      claimableUntil: 20,
    };
    const withVouchers = (...vouchers: { used: boolean; over: boolean }[]) =>
      rewardStateOf({ ...facts, claim: { state: 'issued', vouchers } }, 0);
    expect(rewardStateOf(facts, 0)).toBe('issued');
    expect(withVouchers({ used: true, over: true })).toBe('redeemed');
    expect(withVouchers({ used: true, over: false }, { used: false, over: true })).toBe('expired');
    expect(withVouchers()).toBe('issued');
    expect(rewardStateOf({ ...facts, claim: null }, 20)).toBe('expired');
    expect(rewardStateOf({ ...facts, claim: null, achieved: false }, 10)).toBe('missed');
  });
});

describe('a claim that somebody should look at', () => {
  const facts = { reads: 1_000, quarantined: 0, opened: 900, readers: 800, unusual: [], sharedDesks: 0 };
  it('is one whose traffic, figures or people speak against it', () => {
    expect(holdClaim(facts)).toEqual([]);
    expect(holdClaim({ ...facts, quarantined: 52 })).toEqual([]);
    expect(holdClaim({ ...facts, quarantined: 53 })).toEqual(['quarantined-traffic']);
    expect(holdClaim({ ...facts, readers: 450 })).toEqual([]);
    expect(holdClaim({ ...facts, readers: 449 })).toEqual(['few-readers']);
    expect(holdClaim({ ...facts, opened: 19, readers: 1 })).toEqual([]);
    expect(holdClaim({ ...facts, opened: 20, readers: 1 })).toEqual(['few-readers']);
    expect(holdClaim({ ...facts, reads: 0, sharedDesks: 1 })).toEqual(['shared-person']);
    expect(holdClaim({ ...facts, unusual: ['night-burst', 'comment-pods'] })).toEqual(['unusual-figures']);
  });
});

describe('the terms of a plan', () => {
  it('are checked for what contradicts itself', () => {
    expect(checkRewardPlan(terms)).toEqual([]);
    expect(
      checkRewardPlan({ ...terms, closesAt: terms.opensAt, tasks: [] }).map(({ fault }) => fault),
    ).toEqual(['window-backwards', 'no-task']);
    expect(checkRewardPlan({ ...terms, opensAt: terms.opensAt + 1 })).toEqual([
      { field: '/opensAt', fault: 'window-not-on-hour' },
    ]);
    expect(faceCentsOf([{ kind: 'cash', cents: 1 }, { kind: 'guidance-session' }])).toBe(1);
  });
});
