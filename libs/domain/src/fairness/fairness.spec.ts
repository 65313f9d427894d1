import fc from 'fast-check';
import { gini, lorenzCurve } from './concentration';
import { followerTierOf } from './follower-tiers';
import { exposureOverMerit, exposureWithinBands, meritOf, parityOfSmall } from './merit';
import { reachedBy } from './promise';

const amounts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 });

describe('gini', () => {
  it('is the test vector’s: 1, 2, 3, 4 give .25, in any order', () => {
    expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25, 12);
    expect(gini([4, 1, 3, 2])).toBeCloseTo(0.25, 12);
  });

  it('is 0 when all have the same and near 1 when one has everything', () => {
    expect(gini([7, 7, 7])).toBe(0);
    expect(gini([...new Array<number>(99).fill(0), 5])).toBeCloseTo(0.99, 12);
  });

  it('has no answer where nothing was handed out', () => {
    expect(gini([])).toBeNull();
    expect(gini([0, 0])).toBeNull();
  });

  it('is twice the area between the diagonal and the Lorenz curve', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        fc.pre(values.some((value) => value > 0));
        const curve = lorenzCurve(values, values.length);
        const area = curve
          .slice(1)
          .reduce((sum, { got }, index) => sum + (got + (curve[index]?.got ?? 0)) / 2 / values.length, 0);
        expect(gini(values)).toBeCloseTo(1 - 2 * area, 9);
      }),
    );
  });
});

describe('the Lorenz curve', () => {
  it('runs from nothing to everything, never above the diagonal', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        fc.pre(values.some((value) => value > 0));
        const curve = lorenzCurve(values);
        expect(curve).toHaveLength(51);
        expect(curve.at(0)).toEqual({ share: 0, got: 0 });
        expect(curve.at(-1)?.got).toBeCloseTo(1, 12);
        for (const { share, got } of curve) expect(got).toBeLessThanOrEqual(share + 1e-9);
      }),
    );
  });

  it('is not drawn where nothing was handed out', () => {
    expect(lorenzCurve([0, 0])).toEqual([]);
  });
});

describe('merit', () => {
  it('is the share of lower scores, ties half', () => {
    expect(meritOf([3, 1, 2, 2])).toEqual([0.875, 0.125, 0.5, 0.5]);
    expect(meritOf([])).toEqual([]);
  });

  it('sets what a group got against what it deserved', () => {
    const notes = [
      { impressions: 300, score: 1, city: 'tier1' },
      { impressions: 100, score: 1, city: 'tier2' },
    ];
    expect(exposureOverMerit(notes, ({ city }) => city)).toEqual([
      { group: 'tier1', notes: 1, impressions: 300, exposureShare: 0.75, meritShare: 0.5, ratio: 1.5 },
      { group: 'tier2', notes: 1, impressions: 100, exposureShare: 0.25, meritShare: 0.5, ratio: 0.5 },
    ]);
  });
});

describe('exposure among equally good notes', () => {
  it('is 1 where better notes get more, whoever wrote them', () => {
    const notes = Array.from({ length: 100 }, (_, at) => ({
      score: Math.floor(at / 20),
      impressions: 100 * (1 + Math.floor(at / 20)),
      tier: at % 2 ? 'small' : 'head',
    }));
    const lines = exposureWithinBands(notes, ({ tier }) => tier);
    expect(lines).toHaveLength(10);
    for (const { ratio, notes: count } of lines) expect([ratio, count]).toEqual([1, 10]);
  });

  it('sees who is shown less in the one band in which they are', () => {
    const notes = Array.from({ length: 100 }, (_, at) => {
      const small = at % 2 === 1;
      return { score: at, impressions: small && at >= 80 ? 50 : 150, tier: small ? 'small' : 'head' };
    });
    const small = exposureWithinBands(notes, ({ tier }) => tier).filter(({ group }) => group === 'small');
    expect(small.map(({ ratio }) => ratio)).toEqual([1, 1, 1, 1, 0.5]);
  });
});

describe('parity of small creators', () => {
  /** 2,000 notes, of which the best 200 alternate between small and larger creators. */
  const world = (ofSmall: number, ofLarge: number) =>
    Array.from({ length: 2_000 }, (_, index) => ({
      score: 2_000 - index,
      small: index % 2 === 0,
      impressions: index % 2 === 0 ? ofSmall : ofLarge,
    }));

  it('is 1 when the best notes are shown alike whoever wrote them', () => {
    const parity = parityOfSmall(world(500, 500));
    expect(parity).toMatchObject({ value: 1, notes: 200 });
    expect(parity?.low).toBeLessThanOrEqual(1);
  });

  it('falls by as much as small creators are shown less', () => {
    const parity = parityOfSmall(world(100, 300));
    // A quarter of the impressions for half of the notes.
    expect(parity?.value).toBeCloseTo(0.5, 12);
    expect(parity?.high).toBeLessThan(1);
  });

  it('looks at the best tenth alone', () => {
    const notes = world(500, 500).map((note, index) =>
      index < 200 ? note : { ...note, impressions: 9_999 * index },
    );
    expect(parityOfSmall(notes)?.value).toBe(1);
  });

  it('says nothing of a handful of notes', () => {
    expect(parityOfSmall(world(1, 2).slice(0, 100))).toBeNull();
    expect(parityOfSmall(world(1, 2).map((note) => ({ ...note, small: false })))).toBeNull();
  });

  it('has an interval that holds the truth about 95 times of 100', () => {
    let held = 0;
    let state = 7;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      // Exponential impressions for both kinds: the true parity is 1.
      const notes = Array.from({ length: 1_500 }, () => ({
        score: random(),
        small: random() < 0.4,
        impressions: -1_000 * Math.log(random()),
      }));
      const parity = parityOfSmall(notes);
      if (parity && parity.low <= 1 && parity.high >= 1) held++;
    }
    expect(held / rounds).toBeGreaterThan(0.92);
    expect(held / rounds).toBeLessThan(0.98);
  });
});

describe('the time by which a share has got there', () => {
  it('counts those who never did', () => {
    expect(reachedBy([3, 1, null, 2], 0.5)).toBe(2);
    expect(reachedBy([3, 1, null, 2], 0.75)).toBe(3);
    expect(reachedBy([3, 1, null, 2], 0.9)).toBeNull();
    expect(reachedBy([], 0.5)).toBeNull();
  });
});

it.each([
  [999, 'small'],
  [1_000, 'nano'],
  [5_000, 'junior'],
  [50_000, 'waist'],
  [500_000, 'head'],
])('a creator with %p followers is %p', (followers, tier) => {
  expect(followerTierOf(followers)).toBe(tier);
});
