import {
  draftFaults,
  draftOf,
  emptyCampaign,
  fieldsOf,
  figureOf,
  nextFlight,
  settleRails,
} from './campaign-draft';
import { keywordOf } from '../keyword-lines';
import { aCampaignView } from '../../../testing/a-campaign';

const now = new Date('2026-11-26T10:00:00Z');
const draft = () => {
  const begun = emptyCampaign(now);
  return {
    ...begun,
    name: '春茶上新',
    flights: begun.flights.map((flight) => ({ ...flight, name: '预热', budget: '10000' })),
    rails: { creators: '9,000', boosts: '1000', search: '' },
  };
};

describe('a campaign as it is typed', () => {
  it('begins with a week that lies ahead, and each further flight follows the one before', () => {
    const [first] = emptyCampaign(now).flights;
    expect(first).toMatchObject({ first: '2026-12-03', last: '2026-12-09' });
    expect(nextFlight(first ? [first] : [], now)).toMatchObject({ first: '2026-12-10', last: '2026-12-16' });
  });

  it('is whole days in Shanghai when it is sent, the last one included', () => {
    expect(fieldsOf(draft()).flights).toEqual([
      {
        name: '预热',
        from: '2026-12-02T16:00:00.000Z',
        to: '2026-12-09T16:00:00.000Z',
        budgetCents: 1_000_000,
      },
    ]);
    expect(draftFaults(draft())).toEqual([]);
  });

  it('keeps the hours of a flight whose days nobody touched', () => {
    const flights = [
      {
        name: '预热',
        from: '2026-12-01T04:00:00.000Z',
        to: '2026-12-03T09:30:00.000Z',
        budgetCents: 1_000_000,
      },
    ];
    const read = draftOf(aCampaignView({ flights }));
    expect(fieldsOf(read).flights).toEqual(flights);
    const moved = { ...read, flights: read.flights.map((flight) => ({ ...flight, last: '2026-12-04' })) };
    expect(fieldsOf(moved).flights[0]).toMatchObject({
      from: '2026-12-01T04:00:00.000Z',
      to: '2026-12-04T16:00:00.000Z',
    });
  });

  it('comes back from the api as it went', () => {
    const view = aCampaignView();
    const { name, goal, rails, audience, keywords, negatives, flights } = view;
    expect(fieldsOf(draftOf(view))).toEqual({
      name,
      goal,
      rails,
      audience,
      keywords,
      negatives,
      flights,
      kpis: view.kpis.map(({ metric, comparison, target }) => ({ metric, comparison, target })),
      guards: view.guards.map(({ metric, comparison, bound, afterImpressions }) => ({
        metric,
        comparison,
        bound,
        afterImpressions,
      })),
    });
  });

  it('says which sums differ, and settles the difference with one rail', () => {
    const unequal = { ...draft(), rails: { creators: '9000', boosts: '', search: '' } };
    expect(draftFaults(unequal)).toEqual([
      {
        code: 'rails-do-not-sum',
        field: '/rails',
        figures: { flightsCents: 1_000_000, railsCents: 900_000 },
      },
    ]);
    expect(draftFaults(settleRails(unequal, 'boosts'))).toEqual([]);
    expect(
      settleRails({ ...draft(), rails: { creators: '12000', boosts: '', search: '' } }, 'creators').rails
        .creators,
    ).toBe('10000');
  });

  it('names what is not typed yet before it looks for contradictions', () => {
    const begun = emptyCampaign(now);
    expect(draftFaults(begun).map(({ field }) => field)).toEqual([
      '/name',
      '/flights/0/name',
      '/flights/0/budgetCents',
    ]);
  });

  it('reads keywords with the brackets and quotes of either language', () => {
    expect(['冷泡茶', '“冷泡茶”', '"iced tea"', '[冷泡茶]', '【冷泡茶】', '［tea］'].map(keywordOf)).toEqual([
      { text: '冷泡茶', match: 'broad' },
      { text: '冷泡茶', match: 'phrase' },
      { text: 'iced tea', match: 'phrase' },
      { text: '冷泡茶', match: 'exact' },
      { text: '冷泡茶', match: 'exact' },
      { text: 'tea', match: 'exact' },
    ]);
  });

  it('takes percent, yuan and numbers as people type them', () => {
    const typed = (metric: 'ctr' | 'noteCpe' | 'clicks', figure: string) =>
      figureOf({ metric, comparison: 'at-least', figure, after: '' });
    expect([typed('ctr', '5.5%'), typed('noteCpe', '¥4.99'), typed('clicks', '50,000')]).toEqual([
      0.055, 499, 50_000,
    ]);
    expect([typed('ctr', ''), typed('clicks', 'many'), typed('noteCpe', '-1')]).toEqual([null, null, null]);
  });
});
