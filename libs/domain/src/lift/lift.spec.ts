import fc from 'fast-check';
import { anytimeInterval, logBetAgainst } from './anytime-interval';
import { judgeLift, type LiftLook } from './judge-lift';
import { armsAsDrawn, incrementalShare, liftRatio } from './lift-interval';
import { armOf } from './split-readers';

const rules = { share: 0.2, alpha: 0.05 };

describe('the bet against a chance', () => {
  it('is worth what the sum by hand says', () => {
    // 1 / ((n + 1) C(n, s) q^s (1 - q)^(n - s))
    expect(Math.exp(logBetAgainst(0.5, 10, 10))).toBeCloseTo(1_024 / 11, 6);
    expect(Math.exp(logBetAgainst(0.5, 5, 10))).toBeCloseTo(1_024 / (11 * 252), 9);
    expect(Math.exp(logBetAgainst(0.8, 4, 5))).toBeCloseTo(1 / (6 * 5 * 0.8 ** 4 * 0.2), 9);
    expect(Math.exp(logBetAgainst(0.3, 0, 0))).toBeCloseTo(1, 12);
  });

  it('is a fair game: what it is worth after one more is, on average, what it was worth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (successes, failures, chance) => {
          const n = successes + failures;
          const after =
            chance * Math.exp(logBetAgainst(chance, successes + 1, n + 1)) +
            (1 - chance) * Math.exp(logBetAgainst(chance, successes, n + 1));
          const before = Math.exp(logBetAgainst(chance, successes, n));
          expect(after / before).toBeCloseTo(1, 8);
        },
      ),
    );
  });
});

describe('the interval that holds at every look', () => {
  it('ends where the bet is worth 1/alpha, to either side of what was seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const s = Math.round(n * part);
          const { low, high } = anytimeInterval(s, n, 0.05);
          expect(low).toBeLessThanOrEqual(s / n);
          expect(high).toBeGreaterThanOrEqual(s / n);
          if (s > 0) expect(logBetAgainst(low, s, n)).toBeCloseTo(Math.log(20), 3);
          if (s < n) expect(logBetAgainst(high, s, n)).toBeCloseTo(Math.log(20), 3);
        },
      ),
    );
  });

  it('knows nothing before anything was seen', () => {
    expect(anytimeInterval(0, 0, 0.05)).toEqual({ low: 0, high: 1 });
  });
});

describe('the ratio of two arms', () => {
  it('says what a sum by hand says', () => {
    const counts = { exposed: { readers: 800, successes: 80 }, heldOut: { readers: 200, successes: 10 } };
    const { low, mid, high } = liftRatio(counts, rules);
    expect(mid).toBe(2);
    // q of 80 in 90 and its interval, turned into odds over 4 : 1.
    const q = anytimeInterval(80, 90, 0.05);
    expect(low).toBeCloseTo(q.low / (1 - q.low) / 4, 9);
    expect(high).toBeCloseTo(q.high / (1 - q.high) / 4, 9);
    expect(low).toBeLessThan(1);
    expect(incrementalShare(2)).toBe(0.5);
    expect(incrementalShare(Infinity)).toBe(1);
    expect(incrementalShare(0)).toBe(-Infinity);
  });

  it('has no figure while nobody did it, and no upper end while none of the held-out did', () => {
    const nobody = { readers: 50, successes: 0 };
    expect(liftRatio({ exposed: nobody, heldOut: nobody }, rules).mid).toBeNull();
    const ratio = liftRatio({ exposed: { readers: 400, successes: 60 }, heldOut: nobody }, rules);
    expect(ratio).toMatchObject({ mid: Infinity, high: Infinity });
    expect(ratio.low).toBeGreaterThan(1);
  });
});

describe('a trial over its looks', () => {
  const at = (hour: number, exposed: [number, number], heldOut: [number, number]): LiftLook => ({
    at: hour * 3_600_000,
    exposed: { readers: exposed[0], successes: exposed[1] },
    heldOut: { readers: heldOut[0], successes: heldOut[1] },
  });
  const open = { finished: false };

  it('is too early before anybody is counted, and undecided while the interval holds no effect', () => {
    expect(judgeLift(rules, [], open)).toMatchObject({ verdict: 'too-early', ratio: null, band: [] });
    expect(judgeLift(rules, [at(1, [40, 0], [10, 0])], open).verdict).toBe('too-early');
    const some = [at(1, [400, 20], [100, 4])];
    expect(judgeLift(rules, some, open).verdict).toBe('not-yet');
    expect(judgeLift(rules, some, { finished: true })).toMatchObject({
      verdict: 'cannot-tell',
      decidedAt: null,
    });
  });

  it('is decided at the first look that excludes no effect, and stays so', () => {
    const looks = [
      at(1, [400, 30], [100, 4]),
      at(2, [2_000, 200], [500, 10]),
      at(3, [4_000, 300], [1_000, 60]),
    ];
    const judged = judgeLift(rules, looks, open);
    expect(judged).toMatchObject({ verdict: 'lift', decidedAt: 2 * 3_600_000 });
    expect(judged.ratio?.low).toBeGreaterThan(1);
    expect(judged.band.map(({ readers }) => readers)).toEqual([500, 2_500, 5_000]);
  });

  it('says that a boost hurt', () => {
    const judged = judgeLift(rules, [at(1, [4_000, 40], [1_000, 60])], open);
    expect(judged.verdict).toBe('hurt');
    expect(judged.extraReaders?.high).toBeLessThan(0);
  });

  it('counts how many did it because of the boost', () => {
    const judged = judgeLift(rules, [at(1, [8_000, 800], [2_000, 50])], open);
    expect(judged.share?.mid).toBeCloseTo(0.75, 9);
    expect(judged.extraReaders?.mid).toBeCloseTo(600, 6);
    expect(judged.extraReaders?.low).toBeLessThan(600);
    expect(judged.extraReaders?.high).toBeGreaterThan(600);
  });

  it('says nothing of arms that are not as large as they were drawn', () => {
    expect(judgeLift(rules, [at(1, [8_000, 800], [1_000, 50])], open).verdict).toBe('arms-off');
    expect(
      armsAsDrawn({ exposed: { readers: 800, successes: 0 }, heldOut: { readers: 200, successes: 0 } }, 0.2),
    ).toBe(true);
  });

  it('never widens its band, but where nothing is left in common', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 8 })), {
          minLength: 1,
          maxLength: 40,
        }),
        (steps) => {
          let [exposed, heldOut] = [0, 0];
          const looks = steps.map(([more, less], hour) =>
            at(hour, [(hour + 1) * 400, (exposed += more)], [(hour + 1) * 100, (heldOut += less)]),
          );
          const { band } = judgeLift(rules, looks, open);
          for (let n = 1; n < band.length; n++) {
            const [before, now] = [band[n - 1]?.share, band[n]?.share];
            if (!before || !now) throw new Error('no point');
            const apart = now.low > before.high || now.high < before.low;
            expect(apart || (now.low >= before.low && now.high <= before.high)).toBe(true);
            expect(now.mid).toBeGreaterThanOrEqual(now.low);
            expect(now.mid).toBeLessThanOrEqual(now.high);
          }
        },
      ),
    );
  });
});

describe('the arm of a reader', () => {
  const readers = Array.from({ length: 40_000 }, (_, n) =>
    String(BigInt.asIntN(64, BigInt(n + 1) * 0x9e3779b97f4a7c15n)),
  );

  it('is held out as often as the share says, in any sixteenth of the readers', () => {
    for (const share of [0.05, 0.2, 0.5]) {
      // Chi-square of 16 groups of 2,500; 99.9 % of honest draws stay below 39.3.
      let chiSquare = 0;
      for (let group = 0; group < 16; group++) {
        const own = readers.slice(group * 2_500, (group + 1) * 2_500);
        const held = own.filter((reader) => armOf(reader, { salt: 'b0057', share }) === 'held-out').length;
        chiSquare += (held - 2_500 * share) ** 2 / (2_500 * share * (1 - share));
      }
      expect(chiSquare).toBeLessThan(39.3);
      expect(chiSquare).toBeGreaterThan(3);
    }
  });

  it('is the same at every visit', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (salt, key) => {
        expect(armOf(String(key), { salt, share: 0.3 })).toBe(armOf(String(key), { salt, share: 0.3 }));
        expect(armOf(String(key), { salt, share: 1 })).toBe('held-out');
        expect(armOf(String(key), { salt, share: 0 })).toBe('exposed');
      }),
    );
  });

  it('says nothing of the arm in another trial, also of one whose salt is much alike', () => {
    for (const other of ['b0058', 'x', '7d3f']) {
      const both = readers.filter(
        (reader) =>
          armOf(reader, { salt: 'b0057', share: 0.5 }) === 'held-out' &&
          armOf(reader, { salt: other, share: 0.5 }) === 'held-out',
      ).length;
      // A quarter, give or take four standard deviations.
      expect(Math.abs(both - 10_000)).toBeLessThan(4 * Math.sqrt(40_000 * 0.25 * 0.75));
    }
  });
});
