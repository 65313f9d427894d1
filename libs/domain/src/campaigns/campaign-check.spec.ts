import fc from 'fast-check';
import { type CampaignPlan, checkCampaign } from './campaign';
import {
  campaignStates,
  clockMoveOf,
  legalCampaignMoves,
  moveCampaign,
  campaignMoves,
} from './move-campaign';

const day = 86_400_000;
const flight = (from: number, to: number, budgetCents: number) => ({
  name: '预热 Warm-up',
  from: from * day,
  to: to * day,
  budgetCents,
});
const plan = (change: Partial<CampaignPlan> = {}): CampaignPlan => ({
  flights: [flight(0, 7, 60_000), flight(7, 10, 40_000)],
  rails: { creators: 70_000, boosts: 30_000, search: 0 },
  keywords: [{ text: '冷泡茶', match: 'phrase' }],
  negatives: ['奶茶'],
  ...change,
});

describe('the plan of a campaign', () => {
  it('is whole when its rails sum to its flights', () => {
    expect(checkCampaign(plan())).toEqual([]);
    expect(checkCampaign(plan({ flights: [], rails: { creators: 0, boosts: 0, search: 0 } }))).toEqual([]);
  });

  it('says both sums when they differ, by one cent too', () => {
    expect(checkCampaign(plan({ rails: { creators: 70_000, boosts: 29_999, search: 0 } }))).toEqual([
      { code: 'rails-do-not-sum', field: '/rails', figures: { flightsCents: 100_000, railsCents: 99_999 } },
    ]);
  });

  it('names the flight that overlaps the one before it, in whatever order they are written', () => {
    const flights = [flight(6, 10, 40_000), flight(0, 7, 60_000)];
    expect(checkCampaign(plan({ flights }))).toEqual([{ code: 'flights-overlap', field: '/flights/0/from' }]);
  });

  it('refuses flights without time or money, and a campaign of more than a year', () => {
    expect(checkCampaign(plan({ flights: [flight(3, 3, 100_000)] }))[0]?.field).toBe('/flights/0/to');
    expect(checkCampaign(plan({ flights: [flight(0, 7, 0), flight(7, 9, 100_000)] }))[0]).toEqual({
      code: 'flight-without-budget',
      field: '/flights/0/budgetCents',
    });
    expect(checkCampaign(plan({ flights: [flight(0, 367, 100_000)] }))[0]).toMatchObject({
      code: 'span-too-long',
      figures: { days: 366 },
    });
    expect(checkCampaign(plan({ flights: [flight(0, 366, 100_000)] }))).toEqual([]);
  });

  it('refuses a keyword twice, and one that is also kept away', () => {
    const keywords = [
      { text: 'Iced Tea', match: 'exact' },
      { text: 'ｉced  tea', match: 'exact' },
      { text: 'iced tea', match: 'broad' },
      { text: '奶茶', match: 'broad' },
    ] as const;
    expect(checkCampaign(plan({ keywords }))).toEqual([
      { code: 'keyword-twice', field: '/keywords/1/text' },
      { code: 'keyword-is-negative', field: '/keywords/3/text' },
    ]);
  });
});

describe('the states of a campaign', () => {
  const { flights } = plan();

  it('goes from draft to its end, and back to draft before it begins', () => {
    expect(moveCampaign('draft', 'plan', flights)).toEqual({ state: 'planned' });
    expect(moveCampaign('planned', 'revise', flights)).toEqual({ state: 'draft' });
    expect(moveCampaign('planned', 'start', flights)).toEqual({ state: 'live' });
    expect(moveCampaign('live', 'pause', flights)).toEqual({ state: 'paused' });
    expect(moveCampaign('paused', 'resume', flights)).toEqual({ state: 'live' });
    expect(moveCampaign('paused', 'end', flights)).toEqual({ state: 'ended' });
  });

  it('says what may be done instead', () => {
    expect(moveCampaign('ended', 'resume', flights)).toEqual({ refusal: 'move-refused', legal: [] });
    expect(moveCampaign('draft', 'start', flights)).toEqual({ refusal: 'move-refused', legal: ['plan'] });
    expect(moveCampaign('draft', 'plan', [])).toEqual({ refusal: 'nothing-planned', legal: ['plan'] });
  });

  it('allows exactly what it names as legal', () => {
    for (const state of campaignStates)
      for (const move of campaignMoves)
        expect('state' in moveCampaign(state, move, flights)).toBe(legalCampaignMoves(state).includes(move));
  });

  it('is started and ended by the clock, and by nothing else once it is there', () => {
    expect(clockMoveOf('planned', flights, -1)).toBeNull();
    expect(clockMoveOf('planned', flights, 0)).toBe('start');
    expect(clockMoveOf('draft', flights, 20 * day)).toBeNull();
    expect(clockMoveOf('paused', flights, 10 * day)).toBe('end');
    fc.assert(
      fc.property(fc.constantFrom(...campaignStates), fc.integer({ min: -5, max: 20 }), (from, at) => {
        let state = from;
        for (let steps = 0; steps < 3; steps++) {
          const move = clockMoveOf(state, flights, at * day);
          if (!move) return;
          const moved = moveCampaign(state, move, flights);
          if (!('state' in moved)) throw new Error('the clock made an illegal move');
          state = moved.state;
        }
        throw new Error('the clock does not come to rest');
      }),
    );
  });
});
