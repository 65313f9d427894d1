import fc from 'fast-check';
import { defaultTrafficClock } from '../pools/traffic-clock';
import { campaignRails, sumOfRails, type Flight } from './campaign';
import { campaignDays, flightOffPlan, paceCampaign, plannedByRail } from './campaign-pace';

const hour = 3_600_000;
const day = 24 * hour;
const clock = defaultTrafficClock;
/** Midnight in Shanghai. */
const start = Date.parse('2026-11-02T00:00:00+08:00');
const twoFlights: Flight[] = [
  { name: 'Warm-up', from: start, to: start + 4 * day, budgetCents: 40_000 },
  { name: 'Peak', from: start + 5 * day, to: start + 6 * day, budgetCents: 60_000 },
];
const rails = { creators: 70_000, boosts: 30_000, search: 0 };

describe('the plan of a campaign along its days', () => {
  it('spends each flight over its own days, and nothing between flights', () => {
    const at = (days: number) => sumOfRails(plannedByRail(twoFlights, rails, start + days * day, clock));
    expect([0, 1, 4, 5, 6, 9].map(at)).toEqual([0, 10_000, 40_000, 40_000, 100_000, 100_000]);
  });

  it('spends little at night and much in the evening', () => {
    const by = (hours: number) => plannedByRail(twoFlights, rails, start + hours * hour, clock).boosts;
    expect(by(6) - by(2)).toBeLessThan(100);
    expect(by(23) - by(19)).toBeGreaterThan(900);
  });

  it('never falls, and gives each rail its budget to the cent at the end', () => {
    const money = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.record({ creators: money, boosts: money, search: money }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: -10, max: 900 }), { minLength: 2, maxLength: 6 }),
        (budget, lengths, hours) => {
          const whole = sumOfRails(budget);
          let from = start;
          const flights = lengths.map((length, at) => {
            const flight = { name: '', from, to: from + length * hour, budgetCents: at ? 0 : whole };
            from = flight.to;
            return flight;
          });
          const plans = [...hours].sort((a, b) => a - b);
          const seen = plans.map((at) => plannedByRail(flights, budget, start + at * hour, clock));
          for (const rail of campaignRails)
            for (const [at, planned] of seen.entries())
              expect(planned[rail]).toBeGreaterThanOrEqual(seen[at - 1]?.[rail] ?? 0);
          expect(plannedByRail(flights, budget, from, clock)).toEqual(budget);
        },
      ),
    );
  });

  it('has one row for each day that it touches in Shanghai', () => {
    const flights = [{ name: '', from: start + 20 * hour, to: start + day + 1, budgetCents: 1 }];
    expect(campaignDays(flights).map(({ day: name }) => name)).toEqual(['2026-11-02', '2026-11-03']);
    expect(campaignDays(twoFlights)).toHaveLength(6);
    expect(campaignDays([])).toEqual([]);
  });
});

describe('the pace of a campaign', () => {
  const pace = (days: number, actualCents: number) =>
    paceCampaign({ flights: twoFlights, rails, actualCents, now: start + days * day, clock });

  it('is behind or ahead beyond a tenth of the whole budget, by so many cents', () => {
    expect(pace(2, 9_999)).toMatchObject({ state: 'behind', plannedCents: 20_000, offCents: -10_001 });
    expect(pace(2, 10_000).state).toBe('on-plan');
    expect(pace(2, 30_000).state).toBe('on-plan');
    expect(pace(2, 30_001).state).toBe('ahead');
  });

  it('is not judged before the first flight and after the last', () => {
    expect(pace(-1, 0).state).toBe('not-started');
    expect(pace(6, 0)).toMatchObject({ state: 'over', offCents: -100_000 });
  });

  it('says nothing of a flight in its first tenth', () => {
    const [warmUp] = twoFlights;
    if (!warmUp) throw new Error('no flight');
    const at = (days: number) => ({ now: start + days * day, clock });
    expect(flightOffPlan(warmUp, 20_000, 40_000, at(0.2))).toBeNull();
    expect(flightOffPlan(warmUp, 5_000, 40_000, at(2))).toEqual({
      state: 'behind',
      plannedCents: 20_000,
      offCents: -15_000,
    });
    expect(flightOffPlan(warmUp, 16_500, 40_000, at(2))).toBeNull();
    // The same money is within the tolerance of a campaign four times as large.
    expect(flightOffPlan(warmUp, 5_000, 160_000, at(2))).toBeNull();
  });
});
