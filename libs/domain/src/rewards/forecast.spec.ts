import { OwnStream } from '../simulation/own-stream';
import { abuserKinds, costOfCheating, worthToCheats } from './abuse-people';
import { forecastPlan, type PlanKnowledge, rewardCents } from './forecast-plan';
import { hardenings } from './harden-plan';
import type { CreatorCohort } from './plan-people';
import type { RewardTerms } from './reward-plan';
import { simulateAbuse } from './simulate-abuse';

const dayMs = 86_400_000;
const aCohort = (changes: Partial<CreatorCohort> = {}): CreatorCohort => ({
  category: 'food',
  creators: 10_000,
  followersFrom: 100,
  followersTo: 1_000,
  notesPer30Days: 8,
  readsMiddle: 300,
  readsHigh: 1_500,
  tiedShare: 1,
  violationShare: 0,
  ...changes,
});
const knowing = (changes: Partial<PlanKnowledge> = {}): PlanKnowledge => ({
  cohorts: [aCohort()],
  past: { plans: 0, eligible: 0, enrolled: 0, achieved: 0, claimed: 0, vouchersEnded: 0, vouchersUsed: 0 },
  centsPerThousand: 1_500,
  interactionsPerRead: 0.08,
  passShare: 0.3,
  ...changes,
});
const aPlan = (changes: Partial<RewardTerms> = {}): RewardTerms => ({
  name: { zh: '春茶计划', en: 'Spring tea' },
  summary: { zh: '', en: '' },
  opensAt: 0,
  closesAt: 14 * dayMs,
  lateHours: 48,
  claimDays: 7,
  quota: 1_000_000,
  eligibility: {
    followersMin: null,
    followersMax: null,
    categories: [],
    notesInDays: null,
    noViolationDays: null,
    growthLevelMin: null,
    accountTied: false,
  },
  tasks: [{ kind: 'publish', notes: 1 }],
  rewards: [{ kind: 'cash', cents: 1_000 }],
  ...changes,
});
const luck = (seed = 1) => new OwnStreamWithNormals(seed);

/** The domain's own stream with normal numbers by Box and Muller. */
class OwnStreamWithNormals {
  private readonly stream: OwnStream;
  constructor(seed: number) {
    this.stream = new OwnStream(seed, 'plan');
  }
  next(): number {
    return this.stream.next();
  }
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.stream.next())) * Math.cos(2 * Math.PI * this.stream.next());
  }
}

describe('the forecast of a plan', () => {
  it('knows how many may take part where the truth is planted', () => {
    // Followers are even on the logarithm from 100 to 1,000: half of them have more than 316.
    const rule = { ...aPlan().eligibility, followersMin: 316 };
    const { eligible, creators } = forecastPlan(aPlan({ eligibility: rule }), knowing(), luck());
    expect(creators).toBe(10_000);
    expect(eligible.middle).toBeGreaterThan(4_600);
    expect(eligible.middle).toBeLessThan(5_400);
    expect(eligible.low).toBeLessThan(eligible.high);
  });

  it('learns from plans before how many join, and is the surer for it', () => {
    const past = {
      plans: 40,
      eligible: 8_000,
      enrolled: 800,
      achieved: 600,
      claimed: 600,
      vouchersEnded: 0,
      vouchersUsed: 0,
    };
    const before = forecastPlan(aPlan(), knowing(), luck());
    const after = forecastPlan(aPlan(), knowing({ past }), luck());
    expect(before.enrolled.middle / 10_000).toBeGreaterThan(0.2);
    expect(after.enrolled.middle / 10_000).toBeGreaterThan(0.09);
    expect(after.enrolled.middle / 10_000).toBeLessThan(0.13);
    const width = ({ enrolled: { low, high } }: typeof after): number => high - low;
    expect(width(after)).toBeLessThan(width(before) / 2);
  });

  it('asks more of people, and fewer get it done', () => {
    const issued = (tasks: RewardTerms['tasks']) =>
      forecastPlan(aPlan({ tasks }), knowing(), luck()).issued.middle;
    const [one, five, reads] = [
      issued([{ kind: 'publish', notes: 1 }]),
      issued([{ kind: 'publish', notes: 5 }]),
      issued([
        { kind: 'publish', notes: 5 },
        { kind: 'reads', total: 50_000 },
      ]),
    ];
    expect(five).toBeLessThan(one);
    expect(reads).toBeLessThan(five / 4);
  });

  it('never issues more than the quota, and says when that is gone', () => {
    const tight = forecastPlan(aPlan({ quota: 100 }), knowing(), luck());
    expect(tight.issued).toEqual({ low: 100, middle: 100, high: 100 });
    expect(tight.totalCents.middle).toBe(100_000);
    expect(tight.runsOut.chance).toBeGreaterThan(0.98);
    expect(tight.runsOut.day?.middle).toBeLessThan(7);
    const wide = forecastPlan(aPlan(), knowing(), luck());
    expect(wide.runsOut).toEqual({ chance: 0, day: null });
    expect(wide.course.map(({ issued }) => issued.middle)).toEqual(
      wide.course.map(({ issued }) => issued.middle).sort((a, b) => a - b),
    );
  });

  it('prices each kind of reward in its own way', () => {
    expect(rewardCents({ kind: 'voucher-impressions', impressions: 2_000, validDays: 7 }, 1_500, 0.5)).toBe(
      1_500,
    );
    expect(
      rewardCents(
        { kind: 'voucher-cents', faceCents: 800, minimumBudgetCents: 800, validDays: 7 },
        1_500,
        0.5,
      ),
    ).toBe(400);
    expect(rewardCents({ kind: 'cash', cents: 500 }, 1_500, 0)).toBe(500);
    expect(rewardCents({ kind: 'badge', name: { zh: '章', en: 'Badge' } }, 1_500, 1)).toBe(0);
  });

  it('has nothing to say of an empty platform, and says that', () => {
    const { eligible, issued, totalCents } = forecastPlan(aPlan(), knowing({ cohorts: [] }), luck());
    for (const one of [eligible, issued, totalCents]) expect(one).toEqual({ low: 0, middle: 0, high: 0 });
  });
});

describe('the simulation of abuse', () => {
  const simulate = (plan: RewardTerms, know = knowing()) =>
    simulateAbuse(plan, know, (world) => luck(100 + world));
  const generous = aPlan({
    quota: 4_000,
    rewards: [{ kind: 'cash', cents: 20_000 }],
    tasks: [{ kind: 'publish', notes: 3 }],
  });

  it('sees nobody cheat where it does not pay', () => {
    const badge = aPlan({ rewards: [{ kind: 'badge', name: { zh: '章', en: 'Badge' } }] });
    const { withoutHolds } = simulate(badge);
    expect(withoutHolds.abusers.every(({ issued }) => issued.value === 0)).toBe(true);
    expect(withoutHolds.honest.value).toBeGreaterThan(0);
  });

  it('finds a part of a generous budget with cheats, and less of it with holds', () => {
    const { withoutHolds, withHolds, abuseHeld, honestHeld } = simulate(generous);
    expect(withoutHolds.abuseShare.value).toBeGreaterThan(0.05);
    expect(withHolds.abuseShare.value).toBeLessThan(withoutHolds.abuseShare.value);
    expect(abuseHeld.value).toBeGreaterThan(honestHeld.value);
    expect(honestHeld.value).toBeLessThan(0.15);
  });

  it('keeps the hold from spam, which no figure gives away, and stops it by asking for readers', () => {
    const { withoutHolds, withHolds, steps } = simulate(generous);
    const spam = abuserKinds.indexOf('note-spam');
    const of = ({ abusers }: typeof withHolds) => abusers[spam]?.issued.value ?? 0;
    expect(of(withHolds)).toBeGreaterThan(0.7 * of(withoutHolds));
    const reads = steps.find(({ key }) => key === 'ask-reads');
    expect(reads?.savedCents.value).toBeGreaterThan(0);
  });

  it('gives the same figures for the same luck', () => {
    expect(simulate(generous)).toEqual(simulate(generous));
  });

  it('offers only steps that the plan has not taken, the best first', () => {
    const tied = aPlan({ eligibility: { ...aPlan().eligibility, accountTied: true, noViolationDays: 10 } });
    const keys = hardenings(tied, knowing()).map(({ key }) => key);
    expect(keys).not.toContain('tie-account');
    expect(keys).not.toContain('no-violation');
    const { steps } = simulate(generous);
    const worth = steps.map(
      ({ savedCents, honestLost }) => savedCents.value / Math.max(0.5, honestLost.value),
    );
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
  });
});

describe('what cheating costs and brings', () => {
  it('is dearer the more followers and readers a plan asks for', () => {
    const eligibility = { ...aPlan().eligibility, followersMin: 1_000 };
    expect(costOfCheating('follower-farm', aPlan({ eligibility }))).toBeGreaterThan(
      costOfCheating('follower-farm', aPlan()) + 2_000,
    );
    expect(
      costOfCheating('read-buyer', aPlan({ tasks: [{ kind: 'reads', total: 10_000 }] })),
    ).toBeGreaterThan(15_000);
    expect(worthToCheats([{ kind: 'cash', cents: 900 }, { kind: 'guidance-session' }], 1_500)).toBe(900);
  });
});
