import { defaultTrafficClock } from '../pools/traffic-clock';
import { seeded } from './a-candidate';
import { paceBoost } from './pace-boost';
import { BoostPacer, type PacedBoost } from './pace-together';

const hourMs = 3_600_000;
/** Six in the evening in Shanghai. */
const startsAt = Date.UTC(2026, 10, 20, 10);
const noon = startsAt + 18 * hourMs;

const aBoost = (boostId: string, given: Partial<PacedBoost> = {}): PacedBoost => ({
  boostId,
  plannedImpressions: 1_000,
  deliveredImpressions: 0,
  startsAt: new Date(startsAt),
  endsAt: new Date(startsAt + 24 * hourMs),
  audience: {},
  ...given,
});
const paced = (boosts: PacedBoost[], now = noon): BoostPacer<PacedBoost> => {
  const pacer = new BoostPacer<PacedBoost>();
  pacer.update(boosts, defaultTrafficClock, now);
  return pacer;
};
const idsFor = (pacer: BoostPacer<PacedBoost>, reader = {}, most = 48) =>
  pacer.due(reader, most, seeded(7)).map(({ boost }) => boost.boostId);
const rateOf = (pacer: BoostPacer<PacedBoost>) => pacer.due({}, 1, seeded(7))[0]?.passRate ?? 0;

describe('boosts paced together', () => {
  it('go as fast as each would alone', () => {
    for (const delivered of [0, 600, 640, 660, 700, 999, 1_000])
      for (const hours of [-1, 0, 3, 12, 18, 23.9, 24]) {
        const boost = aBoost('one', { deliveredImpressions: delivered });
        const now = startsAt + hours * hourMs;
        const { passRate } = paceBoost({
          plannedImpressions: boost.plannedImpressions,
          delivered,
          startsAt,
          endsAt: startsAt + 24 * hourMs,
          now,
          clock: defaultTrafficClock,
        });
        expect(rateOf(paced([boost], now))).toBeCloseTo(passRate, 9);
      }
  });

  it('are shown to readers who said that they belong to the audience, and to nobody else', () => {
    const pacer = paced([
      aBoost('all'),
      aBoost('women', { audience: { genders: ['female'] } }),
      aBoost('young', { audience: { ageBands: ['18-24'], cityTiers: [] } }),
      aBoost('cats', { audience: { interests: ['pets', 'home'] } }),
    ]);
    expect(idsFor(pacer)).toEqual(['all']);
    expect(idsFor(pacer, { gender: 'female', ageBand: '25-34' })).toEqual(['all', 'women']);
    expect(idsFor(pacer, { ageBand: '18-24', interests: ['pets'] })).toEqual(['all', 'young', 'cats']);
    expect(idsFor(pacer, { gender: 'male', interests: ['tech'] })).toEqual(['all']);
  });

  it('count what went out and was not yet reported, at once and for about a minute', () => {
    const boost = aBoost('one', { plannedImpressions: 20, deliveredImpressions: 16 });
    const pacer = paced([boost]);
    const before = rateOf(pacer);
    pacer.serve('one');
    expect(rateOf(pacer)).toBeLessThan(before);
    for (let served = 1; served < 4; served++) pacer.serve('one');
    expect(idsFor(pacer)).toEqual([]);

    // Two of the four are reported: they are delivered, and the others still on their way.
    pacer.update([{ ...boost, deliveredImpressions: 18 }], defaultTrafficClock, noon + 1);
    expect(idsFor(pacer)).toEqual([]);
    // The others were never looked at: the boost goes on.
    pacer.update([{ ...boost, deliveredImpressions: 18 }], defaultTrafficClock, noon + 3 * hourMs);
    expect(rateOf(pacer)).toBeGreaterThan(0);
  });

  it('are drawn as often as they have to deliver, when there are many', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      aBoost(`boost-${at}`, { plannedImpressions: at < 100 ? 1_000 : 3_000 }),
    );
    const pacer = paced(many);
    const random = seeded(11);
    let large = 0;
    let all = 0;
    for (let page = 0; page < 3_000; page++)
      for (const { boost } of pacer.due({}, 4, random)) {
        all += 1;
        if (boost.plannedImpressions === 3_000) large += 1;
      }
    expect(all).toBe(12_000);
    // Three to one, less what four different ones of one page take from the large; five standard deviations.
    expect(Math.abs(large / all - 0.746)).toBeLessThan(0.02);
  });

  it('are each drawn once for a page, and few for one whom few of many concern', () => {
    const many = Array.from({ length: 100 }, (_, at) =>
      aBoost(`boost-${at}`, { audience: at % 10 ? { interests: ['pets'] } : {} }),
    );
    const drawn = idsFor(paced(many), { interests: ['tech'] }, 20);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.every((id) => id.endsWith('0'))).toBe(true);
  });

  it('are forgotten when they end', () => {
    const pacer = paced([aBoost('one'), aBoost('two')]);
    pacer.update([aBoost('two')], defaultTrafficClock, noon);
    expect(pacer.size).toBe(1);
    expect(pacer.find('one')).toBeUndefined();
    pacer.serve('one');
    expect(idsFor(pacer)).toEqual(['two']);
  });
});
