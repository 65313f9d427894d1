import type { RemedyView } from '@poolrise/contracts';
import { emptyWishes, remedied } from './plan-draft';

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
