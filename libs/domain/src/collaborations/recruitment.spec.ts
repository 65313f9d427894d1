import { aRecruitment } from './a-recruitment';
import { dayMs, noon, someTerms } from './an-order';
import { mayAnswerClaim } from './desk-claim';
import { moveRecruitment, type RecruitmentMove, selectApplicant } from './move-recruitment';
import { orderRulesOn } from './order-rules';
import { advanceRecruitment, type Application, type Recruitment, recruitmentDueAt } from './recruitment';
import { type RecruitedCreator, type RecruitmentRequirements, unfitFor } from './recruitment-fit';
import { recruitmentRulesOn } from './recruitment-rules';

const waits: Application = { state: 'applied', quoteCents: 100_000 };
const does = (
  recruitment: Recruitment,
  application: Application | null,
  move: RecruitmentMove | Exclude<RecruitmentMove['kind'], 'apply'>,
) => moveRecruitment(recruitment, application, typeof move === 'string' ? { kind: move } : move);

describe('a recruitment', () => {
  it('takes applications within its quotes, once from each desk', () => {
    const open = aRecruitment();
    expect(does(open, null, { kind: 'apply', quoteCents: 80_000 })).toMatchObject({
      application: { state: 'applied', quoteCents: 80_000 },
    });
    expect(does(open, null, { kind: 'apply', quoteCents: 79_999 })).toBe('quote-outside');
    expect(does(open, null, { kind: 'apply', quoteCents: 150_001 })).toBe('quote-outside');
    expect(does(open, waits, { kind: 'apply', quoteCents: 90_000 })).toBe('already-applied');
    expect(does(open, { ...waits, state: 'declined' }, { kind: 'apply', quoteCents: 90_000 })).toBe(
      'already-applied',
    );
    expect(does(open, { ...waits, state: 'withdrawn' }, { kind: 'apply', quoteCents: 90_000 })).toMatchObject(
      { application: { state: 'applied', quoteCents: 90_000 } },
    );
  });

  it('lets the brand shortlist and think again, and the creator take back what was not answered', () => {
    const open = aRecruitment();
    const listed = does(open, waits, 'shortlist');
    expect(listed).toMatchObject({ application: { state: 'shortlisted' } });
    expect(does(open, { ...waits, state: 'shortlisted' }, 'unlist')).toMatchObject({
      application: { state: 'applied' },
    });
    expect(does(open, waits, 'withdraw')).toMatchObject({ application: { state: 'withdrawn' } });
    expect(does(open, null, 'select')).toBe('no-application');
    for (const state of ['selected', 'declined', 'withdrawn', 'unselected'] as const)
      for (const kind of ['select', 'decline', 'shortlist', 'withdraw'] as const)
        expect(does(open, { ...waits, state }, kind)).toBe('application-answered');
  });

  it('closes with the last creator that was wanted, and selects nobody after that', () => {
    const almost = aRecruitment({ selected: 2 });
    const last = does(almost, waits, 'select');
    expect(last).toMatchObject({ recruitment: { selected: 3, state: 'closed', closedBecause: 'filled' } });
    if (typeof last === 'string') throw new Error(last);
    expect(does(last.recruitment, waits, 'select')).toBe('recruitment-closed');
    expect(does(last.recruitment, null, { kind: 'apply', quoteCents: 90_000 })).toBe('recruitment-closed');
    expect(does(aRecruitment({ selected: 1 }), waits, 'select')).toMatchObject({
      recruitment: { selected: 2, state: 'open' },
    });
  });

  it('stops taking applications in time, and closes when nobody was left to select, or nobody selected', () => {
    const open = aRecruitment();
    expect(advanceRecruitment(open, 1, open.applyUntil - 1)).toBeNull();
    expect(advanceRecruitment(open, 0, open.applyUntil)).toMatchObject({
      state: 'closed',
      closedBecause: 'by-time',
    });
    const selecting = advanceRecruitment(open, 1, open.applyUntil);
    expect(selecting).toMatchObject({ state: 'selecting' });
    if (!selecting) throw new Error('it did not move');
    expect(does(selecting, null, { kind: 'apply', quoteCents: 90_000 })).toBe('recruitment-closed');
    expect(does(selecting, waits, 'select')).toMatchObject({ recruitment: { selected: 1 } });
    expect(recruitmentDueAt(selecting)).toBe(noon + 10 * dayMs);
    const over = advanceRecruitment(selecting, 1, noon + 10 * dayMs);
    expect(over).toMatchObject({ state: 'closed', closedBecause: 'by-time' });
    expect(over && recruitmentDueAt(over)).toBeNull();
  });

  it('makes of a selection an order that the creator has agreed to, with its price held', () => {
    const ask = {
      recruitment: aRecruitment(),
      application: waits,
      terms: someTerms({ withOutline: true }),
      rules: orderRulesOn('2026-11-02'),
      now: noon,
    };
    const selected = selectApplicant({ ...ask, cashCents: 110_000 });
    expect(selected).toMatchObject({
      application: { state: 'selected' },
      recruitment: { selected: 1 },
      order: { state: 'outline-due', mode: 'recruitment', heldCents: 110_000, offer: { by: 'creator' } },
      legs: {
        brand: [
          { account: 'cash', cents: -110_000 },
          { account: 'reserved', cents: 110_000 },
        ],
      },
    });
    expect(selectApplicant({ ...ask, cashCents: 109_999 })).toEqual({
      refusal: 'wallet-too-low',
      missingCents: 1,
    });
    expect(
      selectApplicant({ ...ask, recruitment: aRecruitment({ state: 'closed' }), cashCents: 110_000 }),
    ).toEqual({ refusal: 'recruitment-closed' });
  });

  it('has rules of its own with their days', () => {
    expect(recruitmentRulesOn('2026-11-02')).toEqual({
      selectionHours: 72,
      applyDaysMost: 90,
      wantedMost: 200,
    });
    expect(() => recruitmentRulesOn('2019-12-31')).toThrow('selectionHours');
  });
});

describe('whoever applies', () => {
  const asks: RecruitmentRequirements = {
    followersLeast: 1_000,
    followersMost: 10_000,
    categories: ['food', 'home'],
    health: 'ordinary',
    withoutUnusual: true,
  };
  const fits: RecruitedCreator = {
    followers: 10_000,
    categories: ['travel', 'home'],
    health: 'ordinary',
    acceptsImage: true,
    acceptsVideo: false,
    unusualTests: 0,
  };

  it('fits, or hears of everything that is in the way', () => {
    expect(unfitFor(asks, 'image', fits)).toEqual([]);
    expect(unfitFor(asks, 'video', { ...fits, followers: 10_001, unusualTests: 2 })).toEqual([
      'followers',
      'kind',
      'credibility',
    ]);
    expect(unfitFor(asks, 'image', { ...fits, categories: ['travel'], health: 'abnormal' })).toEqual([
      'category',
      'health',
    ]);
  });

  it('is asked nothing where nothing is asked, but never with an abnormal account', () => {
    const open = {
      ...asks,
      followersLeast: null,
      followersMost: null,
      categories: [],
      withoutUnusual: false,
    };
    expect(unfitFor(open, 'image', { ...fits, followers: 3, unusualTests: 4 })).toEqual([]);
    expect(unfitFor(open, 'image', { ...fits, health: 'abnormal' })).toEqual(['health']);
    expect(unfitFor({ ...open, health: 'excellent' }, 'image', fits)).toEqual(['health']);
  });
});

describe('the claim of a desk', () => {
  const ground = { state: 'waiting' as const, creatorTaken: false, deskTied: false, openOrders: 0 };

  it('is answered once, and makes one desk speak for one creator', () => {
    expect(mayAnswerClaim(ground, 'approved')).toBeNull();
    expect(mayAnswerClaim({ ...ground, creatorTaken: true }, 'approved')).toBe('creator-taken');
    expect(mayAnswerClaim({ ...ground, deskTied: true }, 'approved')).toBe('desk-tied');
    expect(mayAnswerClaim({ ...ground, creatorTaken: true, deskTied: true }, 'refused')).toBeNull();
    expect(mayAnswerClaim({ ...ground, state: 'refused' }, 'approved')).toBe('claim-answered');
  });

  it('is undone only where a tie holds and no order hangs on it', () => {
    expect(mayAnswerClaim({ ...ground, state: 'approved', deskTied: true }, 'undone')).toBeNull();
    expect(mayAnswerClaim({ ...ground, state: 'approved', openOrders: 1 }, 'undone')).toBe('desk-has-orders');
    expect(mayAnswerClaim(ground, 'undone')).toBe('claim-answered');
  });
});
