import type { RemedyView } from '@poolrise/contracts';
import { askedWishes, emptyMix, emptyWishes, mixLeft, planFaults, remedied } from './plan-draft';

const wishes = {
  ...emptyWishes(100_000, ['a', 'b']),
  mixPreset: 'make-up-2022',
  mustHaveIds: ['a', 'b'],
  excludedIds: ['b'],
};

describe('a remedy', () => {
  it.each<[RemedyView, object]>([
    [{ act: 'raise-budget', toCents: 330_000 }, { budgetCents: 330_000 }],
    [{ act: 'drop-must-have', creatorIds: ['b'] }, { mustHaveIds: ['a'] }],
    [{ act: 'drop-exclusion', creatorIds: ['b'] }, { excludedIds: [] }],
    [
      { act: 'raise-limit', to: 2 },
      { maxCreators: 2, maxPerCategory: null },
    ],
    [
      { act: 'add-candidates', tierKeys: ['head'] },
      { creatorIds: null, top: 500 },
    ],
    [
      { act: 'widen-tolerance', to: 0.2 },
      { mixTolerance: 0.2, mixPreset: 'make-up-2022' },
    ],
    [{ act: 'drop-mix' }, { mixPreset: null }],
  ])('%j changes what collided and nothing else', (remedy, changed) => {
    expect(remedied(wishes, remedy, 'must-haves-above-limit')).toEqual({ ...wishes, ...changed });
  });

  it('raises the limit of the category when that is the one', () => {
    const raised = remedied(wishes, { act: 'raise-limit', to: 3 }, 'must-haves-above-category');
    expect(raised).toMatchObject({ maxPerCategory: 3, maxCreators: null });
  });
});

describe('an own make-up', () => {
  const mixOf = (waist: number | null, junior: number | null) => ({
    tolerance: 0.1,
    shares: [
      { tierKeys: ['waist'], shareOfCreators: null, shareOfSpend: waist },
      { tierKeys: ['junior'], shareOfCreators: null, shareOfSpend: junior },
      { tierKeys: ['head'], shareOfCreators: null, shareOfSpend: null },
    ],
  });
  const own = (ownMix: ReturnType<typeof mixOf>) => ({ ...emptyWishes(1_000_000, null), ownMix });

  it('says what is left to give, and what is too much', () => {
    expect(mixLeft(mixOf(0.5, 0.3), 'shareOfSpend')).toBe(20);
    expect(mixLeft(mixOf(0.5, 0.7), 'shareOfSpend')).toBe(-20);
    expect(mixLeft(mixOf(0.5, 0.3), 'shareOfCreators')).toBeNull();
  });

  it('can be asked for when every measure in use comes to a hundred', () => {
    expect(planFaults(own(mixOf(0.5, 0.3)))).toEqual(['mix']);
    expect(planFaults(own(mixOf(null, null)))).toEqual(['mix']);
    expect(planFaults(own(mixOf(0.333, 0.667)))).toEqual([]);
    expect(emptyMix(['waist']).shares).toHaveLength(1);
  });

  it('leaves out who has no share when it is sent', () => {
    expect(askedWishes(own(mixOf(1, null))).ownMix?.shares).toEqual([
      { tierKeys: ['waist'], shareOfCreators: null, shareOfSpend: 1 },
    ]);
  });

  it('is loosened itself by the remedy', () => {
    const loosened = remedied(own(mixOf(0.5, 0.5)), { act: 'widen-tolerance', to: 0.3 }, 'mix-out-of-reach');
    expect(loosened).toMatchObject({ mixTolerance: null, ownMix: { tolerance: 0.3 } });
  });
});
