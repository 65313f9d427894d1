import { railChange } from './rail-change';

const dayMs = 86_400_000;
const flight = (name: string, day: number, budgetCents: number) => ({
  name,
  from: day * dayMs,
  to: (day + 5) * dayMs,
  budgetCents,
});
const campaign = {
  rails: { creators: 60_000, boosts: 40_000, search: 0 },
  flights: [flight('over', 0, 20_000), flight('now', 5, 30_000), flight('next', 10, 50_000)],
};
const about = {
  plan: { rails: { creators: 50_000, boosts: 20_000, search: 5_000 }, giftCents: 1_001, next: null },
  budgetCents: 100_000,
  goneOut: { creators: 10_000, boosts: 5_000, search: 0 },
  now: 6 * dayMs,
};

describe('what a plan makes of a campaign', () => {
  it('keeps what has gone out, adds what is planned, and leaves the rest where most is', () => {
    const change = railChange(campaign, about);
    expect(change?.rails).toEqual({
      creators: { before: 60_000, after: 70_000 },
      boosts: { before: 40_000, after: 26_001 },
      search: { before: 0, after: 5_000 },
    });
    expect(change?.left).toEqual({ cents: 10_000, rail: 'creators' });
  });

  it('gives what vouchers pay to flights that are not over, to the cent', () => {
    expect(railChange(campaign, about)?.flights).toEqual([
      { before: 20_000, after: 20_000 },
      { before: 30_000, after: 30_375 },
      { before: 50_000, after: 50_626 },
    ]);
    expect(railChange(campaign, { ...about, now: 20 * dayMs })).toBeNull();
  });

  it('changes nothing more once it was applied', () => {
    const first = railChange(campaign, about);
    const applied = {
      rails: {
        creators: first?.rails.creators.after ?? 0,
        boosts: first?.rails.boosts.after ?? 0,
        search: first?.rails.search.after ?? 0,
      },
      flights: campaign.flights.map((one, at) => ({ ...one, budgetCents: first?.flights[at]?.after ?? 0 })),
    };
    const again = railChange(applied, about);
    expect(again?.giftCents).toBe(0);
    for (const { before, after } of Object.values(again?.rails ?? {})) expect(after).toBe(before);
    for (const { before, after } of again?.flights ?? []) expect(after).toBe(before);
  });
});
