import { searchRetentionOn, type SearchRetentionRule } from './search-retention';

describe('what is kept of searches', () => {
  it('is told by the rule in force on a day', () => {
    const first = searchRetentionOn('2026-11-26');
    expect(first).toMatchObject({ queryDays: 90, organicDays: 90, mark: 'P' });
    const shorter: SearchRetentionRule = { ...first, queryDays: 30, from: '2027-01-01' };
    expect(searchRetentionOn('2026-12-31', [first, shorter]).queryDays).toBe(90);
    expect(searchRetentionOn('2027-01-01', [first, shorter]).queryDays).toBe(30);
    expect(() => searchRetentionOn('2019-12-31')).toThrow(RangeError);
  });
});
