import { boostTerms } from '../boosts/boost-terms';
import {
  hasBegun,
  type MeasuredCampaign,
  plannedImpressions,
  refuseCampaignHoldout,
} from './campaign-holdout';

const now = Date.UTC(2026, 10, 26);
const dayMs = 86_400_000;
const tomorrow: MeasuredCampaign = {
  state: 'planned',
  flights: [{ name: 'Peak', from: now + dayMs, to: now + 8 * dayMs, budgetCents: 100_000 }],
  rails: { creators: 40_000, boosts: 45_000, search: 15_000 },
  keywords: [{ text: '冷泡茶', match: 'phrase' }],
  registered: false,
  boostBegun: false,
  otherTrial: false,
};
const refused = (change: Partial<MeasuredCampaign>, metric: 'readers' | 'searchers' = 'readers') =>
  refuseCampaignHoldout({ ...tomorrow, ...change }, metric, now);

describe('the holdout of a campaign', () => {
  it('is registered before anything of it begins, and once', () => {
    expect(refused({})).toBeNull();
    expect(refused({ state: 'draft' })).toBeNull();
    expect(refused({ registered: true, state: 'live' })).toBe('campaign-holdout-registered');
    for (const begun of [
      { state: 'live' },
      { state: 'ended' },
      { boostBegun: true },
      { flights: tomorrow.flights.map((flight) => ({ ...flight, from: now })) },
    ] as const) {
      expect(refused(begun)).toBe('campaign-begun');
      expect(hasBegun({ ...tomorrow, ...begun }, now)).toBe(true);
    }
    expect(hasBegun(tomorrow, now)).toBe(false);
  });

  it('needs a time, money that readers see something of, and words when searches are counted', () => {
    expect(refused({ flights: [] })).toBe('campaign-holdout-unplanned');
    expect(refused({ rails: { creators: 100_000, boosts: 0, search: 0 } })).toBe(
      'campaign-holdout-unplanned',
    );
    expect(refused({ keywords: [] })).toBeNull();
    expect(refused({ keywords: [] }, 'searchers')).toBe('campaign-holdout-unplanned');
  });

  it('stays away from notes that another trial is of', () => {
    expect(refused({ otherTrial: true })).toBe('holdout-running');
  });

  it('counts on the impressions that feed and search buy together, at the price of the day', () => {
    expect(plannedImpressions(tomorrow, boostTerms)).toBe((60_000 * 1_000) / 1_500);
  });
});
