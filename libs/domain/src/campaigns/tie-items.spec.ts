import { judgeBulk } from './tie-items';

const here = { id: 'here', state: 'live', holdout: { open: false, begun: false } } as const;
const boost = (campaignId: string | null, ended = false, underTrial = false) =>
  ({ kind: 'boost', campaignId, ended, underTrial }) as const;
const order = (campaignId: string | null) =>
  ({ kind: 'order', campaignId, ended: false, underTrial: false }) as const;

describe('changing many at once', () => {
  it('ties what is free, ended or not, and takes nothing from another campaign', () => {
    expect(judgeBulk('tie', boost(null), here)).toBe('change');
    expect(judgeBulk('tie', boost(null, true), here)).toBe('change');
    expect(judgeBulk('tie', order('here'), here)).toBe('unchanged');
    expect(judgeBulk('tie', order('other'), here)).toBe('tied-elsewhere');
    expect(judgeBulk('tie', order(null), { ...here, state: 'ended' })).toBe('campaign-ended');
  });

  it('unties what is tied here, after the end too', () => {
    expect(judgeBulk('untie', order('here'), { ...here, state: 'ended' })).toBe('change');
    expect(judgeBulk('untie', order(null), here)).toBe('unchanged');
    expect(judgeBulk('untie', order('other'), here)).toBe('tied-elsewhere');
  });

  it('lets no boost into a campaign under holdout whose note is part of another, and none out once it has begun', () => {
    const registered = { ...here, holdout: { open: true, begun: false } };
    const begun = { ...here, holdout: { open: true, begun: true } };
    const over = { ...here, holdout: { open: false, begun: true } };
    const tried = boost(null, false, true);
    expect([here, registered, begun, over].map((campaign) => judgeBulk('tie', tried, campaign))).toEqual([
      'change',
      'under-other-holdout',
      'under-other-holdout',
      'change',
    ]);
    expect(judgeBulk('tie', boost(null), begun)).toBe('change');
    expect([registered, begun, over].map((campaign) => judgeBulk('untie', boost('here'), campaign))).toEqual([
      'change',
      'kept-by-holdout',
      'change',
    ]);
    expect(judgeBulk('untie', order('here'), begun)).toBe('change');
  });

  it('stops boosts of this campaign that still run', () => {
    expect(judgeBulk('stop-boosts', boost('here'), here)).toBe('change');
    expect(judgeBulk('stop-boosts', boost('here', true), here)).toBe('boost-ended');
    expect(judgeBulk('stop-boosts', boost(null), here)).toBe('not-tied-here');
    expect(judgeBulk('stop-boosts', order('here'), here)).toBe('not-a-boost');
  });
});
