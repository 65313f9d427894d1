import { decidePool, judgeLift, platformStated, rails, type Account } from '@poolrise/domain';
import { platform } from '../parameters';
import { workspaceOf } from '../cast/cast';
import { campaignTrialOf } from './campaign-trial';
import { countNames } from './hour-table';
import { hourMs, trafficOfHour } from './publish';
import { simulateWorld, type World } from './world';

const now = Date.UTC(2026, 10, 23, 9, 20);

describe('the world', () => {
  let world: World;
  beforeAll(() => {
    world = simulateWorld({ now, policy: platformStated });
  });

  it('is the same for the same seed, moment and policy', () => {
    expect(fingerprint(simulateWorld({ now, policy: platformStated }))).toBe(fingerprint(world));
  });

  it('lies in the thirty days before the present hour', () => {
    expect(Math.min(...timesOf(world))).toBeGreaterThanOrEqual(world.startsAt);
    expect(Math.max(...timesOf(world))).toBeLessThan(world.endsAt);
    expect(world.hours.hour.every((hour) => hour % hourMs === 0)).toBe(true);
    expect(Math.max(...world.decisions.map(({ at }) => at))).toBeLessThan(now);
    expect(Math.max(...world.journal.map(({ at }) => at))).toBeLessThanOrEqual(now);
  });

  it('counts every impression once: runs are the sums of their hours', () => {
    const sums = new Map<string, number>();
    const { hours } = world;
    for (let row = 0; row < hours.length; row++) {
      const side = rails[hours.rail[row] ?? 0] === 'paid' ? 'paid' : 'organic';
      for (const name of countNames) {
        const key = `${hours.note[row]} ${hours.level[row]} ${side} ${name}`;
        sums.set(key, (sums.get(key) ?? 0) + (hours.counts[name][row] ?? 0));
      }
    }
    for (const run of world.runs)
      for (const side of ['organic', 'paid'] as const)
        for (const name of countNames) {
          const key = `${run.note} ${run.level} ${side} ${name}`;
          if ((sums.get(key) ?? 0) !== run[side][name])
            throw new Error(`${key}: ${sums.get(key)} is not ${run[side][name]}`);
          sums.delete(key);
        }
    expect([...sums.values()].filter((sum) => sum > 0)).toEqual([]);
  });

  it('never shows more in an hour than the platform has, nor one note more than its share', () => {
    const { hours } = world;
    const usual = (hour: number) => (platform.impressionsPerDay.value / 24) * trafficOfHour(hour);
    const shown = new Map<number, number>();
    let largestShare = 0;
    for (let row = 0; row < hours.length; row++) {
      if (rails[hours.rail[row] ?? 0] !== 'organic') continue;
      const hour = hours.hour[row] ?? 0;
      const impressions = hours.counts.impressions[row] ?? 0;
      shown.set(hour, (shown.get(hour) ?? 0) + impressions);
      largestShare = Math.max(largestShare, impressions / usual(hour));
    }
    expect(largestShare).toBeLessThan(1.25 * platform.capPerNote.value);
    expect(Math.max(...[...shown].map(([hour, impressions]) => impressions / usual(hour)))).toBeLessThan(
      1.25,
    );
  });

  it('lets nobody do more with a note than its impressions allow', () => {
    const { counts } = world.hours;
    for (let row = 0; row < world.hours.length; row++) {
      const clicks = counts.clicks[row] ?? 0;
      const impressions = counts.impressions[row] ?? 0;
      const most = Math.max(counts.likes[row] ?? 0, counts.collects[row] ?? 0, counts.follows[row] ?? 0);
      if (clicks > impressions || most > clicks || impressions === 0)
        throw new Error(`row ${row} is impossible`);
    }
  });

  it('has readers respond within the sourced ranges, to paid slots by figures of their own', () => {
    const rate = (rail: string) => {
      let impressions = 0;
      let clicks = 0;
      for (let row = 0; row < world.hours.length; row++) {
        if (rails[world.hours.rail[row] ?? 0] !== rail) continue;
        impressions += world.hours.counts.impressions[row] ?? 0;
        clicks += world.hours.counts.clicks[row] ?? 0;
      }
      return clicks / impressions;
    };
    // Natural 7 to 17 %, paid 2 to 5 % (domain notes 3.3).
    for (const rail of ['guaranteed', 'organic', 'search']) {
      expect(rate(rail)).toBeGreaterThan(0.07);
      expect(rate(rail)).toBeLessThan(0.17);
    }
    expect(rate('paid')).toBeGreaterThan(0.02);
    expect(rate('paid')).toBeLessThan(0.05);
  });

  it('climbs one level at a time, and a limited note not at all', () => {
    const levels = new Map<number, number[]>();
    for (const { note, level } of world.runs) levels.set(note, [...(levels.get(note) ?? []), level]);
    for (const [note, climbed] of levels) {
      expect(climbed).toEqual(climbed.map((_, index) => index));
      if (world.notes[note]?.auditState === 'limited') expect(climbed).toEqual([0]);
    }
    const open = world.runs.filter(({ closedAt }) => closedAt === null);
    expect(new Set(open.map(({ level }) => level)).size).toBeGreaterThanOrEqual(5);
  });

  it('decided nothing that the domain would not decide again from the stored evidence', () => {
    for (const { evidence, verdict } of world.decisions) {
      const replayed = decidePool(JSON.parse(JSON.stringify(evidence)) as typeof evidence, platformStated);
      if (JSON.stringify(replayed) !== JSON.stringify(verdict))
        throw new Error(`${evidence.noteId} at ${evidence.level} was decided otherwise`);
    }
    expect(world.decisions.length).toBeGreaterThan(5_000);
  });

  it('keeps books that balance, with nothing below zero at any moment', () => {
    const balances = new Map<string, number>();
    for (const { workspaceId, legs, cashAfterCents } of world.journal) {
      expect(legs.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
      for (const { account, cents } of legs) {
        const key = `${workspaceId} ${account}`;
        const balance = (balances.get(key) ?? 0) + cents;
        balances.set(key, balance);
        const outside: Account[] = ['topup', 'issued', 'limit'];
        if (!outside.includes(account)) expect(balance).toBeGreaterThanOrEqual(0);
      }
      expect(balances.get(`${workspaceId} cash`) ?? 0).toBe(cashAfterCents);
    }
    for (const boost of world.boosts) {
      const { spentCents, refundedCents, lapsedCents, endedAt, plan, deliveredImpressions, hours } = boost;
      if (endedAt !== null) expect(spentCents + refundedCents + lapsedCents).toBe(plan.budgetCents);
      expect([...hours.values()].reduce((sum, counts) => sum + counts.impressions, 0)).toBe(
        deliveredImpressions,
      );
    }
  });

  it('has trials that were planned to tell something, and says of each what it found', () => {
    const found = world.trials.map(({ boostId, registration, hours }) => {
      const counts = {
        exposed: { readers: 0, successes: 0 },
        heldOut: { readers: 0, successes: 0 },
      };
      const looks = hours.map(({ hour, arm, readers, acting, engaged }) => {
        const sum = arm === 'held-out' ? counts.heldOut : counts.exposed;
        sum.readers += readers;
        sum.successes += registration.metric === 'readers' ? acting : engaged;
        return { at: hour, exposed: { ...counts.exposed }, heldOut: { ...counts.heldOut } };
      });
      const state = world.boosts.find(({ id }) => id === boostId)?.state;
      const { verdict } = judgeLift(registration, looks, { finished: state === 'completed' });
      return { state, verdict, counts };
    });
    expect(found.map(({ state }) => state)).toEqual(['completed', 'completed', 'running']);
    // The first boosted note had long stopped: nobody would have come by themselves.
    expect(found[0]?.verdict).toBe('lift');
    for (const { verdict } of found) expect(['lift', 'not-yet', 'cannot-tell']).toContain(verdict);
    for (const { counts } of found) expect(counts.heldOut.readers).toBeGreaterThan(500);
  });

  it('has a campaign of three weeks ago that was kept from some readers, and that did bring the brand more', () => {
    const { id } = workspaceOf(world.cast, 'lin');
    const trial = campaignTrialOf(world, id, { keywords: [], negatives: [] });
    expect(trial.boostIds.length).toBeGreaterThanOrEqual(3);
    const { readersNeeded, readersExpected, registeredAt } = trial.registration;
    expect(readersNeeded).toBeLessThanOrEqual(readersExpected);
    expect(Date.parse(registeredAt)).toBeLessThan(trial.from);
    const counts = { exposed: { readers: 0, successes: 0 }, heldOut: { readers: 0, successes: 0 } };
    const looks = trial.hours.map(({ hour, arm, readers, acting }) => {
      const sum = arm === 'held-out' ? counts.heldOut : counts.exposed;
      sum.readers += readers;
      sum.successes += acting;
      return { at: hour, exposed: { ...counts.exposed }, heldOut: { ...counts.heldOut } };
    });
    expect(judgeLift(trial.registration, looks, { finished: true }).verdict).toBe('lift');
    expect(counts.exposed.readers + counts.heldOut.readers).toBeLessThanOrEqual(60_000);
    expect(campaignTrialOf(world, id, { keywords: [], negatives: [] })).toEqual(trial);
  });

  it('has boosts in every state and vouchers of every kind, used and unused', () => {
    expect(new Set(world.boosts.map(({ state }) => state))).toEqual(
      new Set(['completed', 'stopped', 'running', 'scheduled']),
    );
    const lin = world.cast.workspaces[0]?.id;
    const vouchers = world.vouchers.filter(({ workspaceId }) => workspaceId === lin);
    for (const kind of ['fixed', 'ratio', 'traffic'] as const) {
      const ofKind = vouchers.filter((voucher) => voucher.kind === kind);
      expect(ofKind.some(({ usedAt }) => usedAt !== null)).toBe(true);
      expect(
        ofKind.some(
          ({ usedAt, lapsedAt, validFrom }) => usedAt === null && lapsedAt === null && validFrom < now,
        ),
      ).toBe(true);
    }
    expect(vouchers.some(({ lapsedAt, usedAt }) => lapsedAt !== null && usedAt === null)).toBe(true);
  });

  it('comes about at any moment, the last of a leap day too', () => {
    const moment = Date.UTC(2028, 1, 29, 15, 59, 59, 999);
    const elsewhen = simulateWorld({ now: moment, policy: platformStated });
    expect(elsewhen.notes).toHaveLength(5_000);
    expect(elsewhen.boosts.some(({ state }) => state === 'running')).toBe(true);
  });
});

const timesOf = ({ hours }: World): number[] => [hours.hour[0] ?? 0, hours.hour.at(-1) ?? 0];

/** Enough of the world to notice any difference. */
function fingerprint({ notes, runs, hours, journal, boosts, decisions }: World): string {
  return JSON.stringify([
    notes.map(({ id, title, publishedAt, state, level }) => [id, title, publishedAt, state, level]),
    runs.length,
    countNames.map((name) => hours.sum(name)),
    journal,
    boosts.map(({ id, deliveredImpressions }) => [id, deliveredImpressions]),
    decisions.map(({ id, at, verdict }) => [id, at, verdict.estimate.probabilityAbove]),
  ]);
}
