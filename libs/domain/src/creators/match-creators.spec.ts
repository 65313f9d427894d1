import fc from 'fast-check';
import { aBrief, aCreator, sharesOf } from './a-match';
import { liftMatch, lostPoints } from './lift-match';
import type { MatchFigures } from './match-brief';
import { matchCreator, matchCreators } from './match-creators';
import { audienceFit, readParts, shareAbove } from './match-parts';
import { matchPartKeys, type MatchWeights, matchWeightPresets, normaliseWeights } from './match-weights';

const even: MatchWeights = Object.fromEntries(matchPartKeys.map((part) => [part, 1]));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const perhaps = <T>(what: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(what);

const anybody: fc.Arbitrary<MatchFigures> = fc
  .record({
    engagementPercentile: perhaps(share),
    commentsPercentile: perhaps(share),
    notesIn30Days: perhaps(fc.nat(40)),
    cooperationsIn180Days: perhaps(fc.nat(40)),
    interactionsMedian: perhaps(fc.nat(2_000)),
    categoryShares: perhaps(share.map((beauty) => ({ beauty }))),
    wordShares: perhaps(share.map((one) => new Map([['lipstick', one]]))),
    quote: fc.integer({ min: 1, max: 200_000 }),
  })
  .map(({ quote, ...over }) => aCreator('lin', { ...over, quoteCents: { image: quote, video: null } }));
const anyWeights: fc.Arbitrary<MatchWeights> = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: matchPartKeys.length, maxLength: matchPartKeys.length })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => Object.fromEntries(matchPartKeys.map((part, at) => [part, weights[at]])));
const brief = aBrief({
  keywords: [{ word: 'lipstick', weight: 1 }],
  audience: [
    { dimension: 'age', value: '18-24', share: 0.7 },
    { dimension: 'gender', value: 'female', share: 0.8 },
  ],
});

describe('the score of a match', () => {
  it('is the sum of its parts to the last digit, as it is counted and as it is shown', () => {
    fc.assert(
      fc.property(anybody, anyWeights, (figures, weights) => {
        const { score, tenths, parts, leftOut } = matchCreator(brief, figures, weights);
        if (score === null) return expect(parts).toEqual([]);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(parts.reduce((sum, part) => sum + part.tenths, 0)).toBe(tenths);
        expect(tenths).toBe(Math.round(score * 10));
        for (const part of parts) expect(Math.abs(part.tenths / 10 - part.points)).toBeLessThan(0.1 + 1e-9);
        expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        const asked = matchPartKeys.filter((part) => (weights[part] ?? 0) > 0);
        expect(parts.length + leftOut.length).toBe(asked.length);
      }),
    );
  });

  it('leaves out what is not known, and spreads its weight', () => {
    const weights = { vertical: 1, engagement: 1, stability: 2 };
    const known = matchCreator(aBrief(), aCreator('lin', { engagementPercentile: 0.9 }), weights);
    expect(known.score).toBeCloseTo(25 * 0.5 + 25 * 0.9 + 50 * 0.5, 9);
    const unknown = matchCreator(aBrief(), aCreator('lin', { engagementPercentile: null }), weights);
    expect(unknown.score).toBeCloseTo(50, 9);
    expect(unknown.leftOut).toEqual([{ part: 'engagement', why: 'not-known', weight: 0.25 }]);
    expect(unknown.parts.map(({ weight }) => weight)).toEqual([1 / 3, 2 / 3]);
    const nothing = matchCreator(aBrief(), aCreator('lin'), { keywords: 1 });
    expect(nothing).toMatchObject({ score: null, tenths: null, leftOut: [{ why: 'not-asked' }] });
  });

  it('reads each part by its formula', () => {
    const parts = readParts(brief, aCreator('lin'), true);
    const value = (reading: (typeof parts)['cost']): number =>
      typeof reading === 'string' ? NaN : reading.value;
    expect(Object.entries(parts).map(([part, reading]) => [part, value(reading)])).toEqual([
      ['vertical', 0.5],
      ['keywords', 0.5],
      ['audience', expect.closeTo(5 / 7, 9)],
      ['gender', expect.closeTo(0.75, 9)],
      ['engagement', 0.5],
      ['comments', 0.5],
      ['activity', 0.5],
      ['experience', 0.5],
      ['stability', 0.5],
      ['price', 0.5],
      ['cost', 0.5],
    ]);
    // Without a weight of its own, gender is half of this audience.
    const together = readParts(brief, aCreator('lin'), false);
    expect(together.gender).toBe('not-asked');
    expect(value(together.audience)).toBeCloseTo((5 / 7 + 0.75) / 2, 9);
  });

  it('is the surer of an audience the more followers answered', () => {
    const wishes = [{ dimension: 'age' as const, value: '18-24', share: 1 }];
    const shares = sharesOf({ '18-24': 0.5, '25-34': 0.5 });
    expect(audienceFit(wishes, { sample: 100, shares })).toEqual({ value: 0.5, standardError: 0.05 });
    expect(audienceFit(wishes, { sample: 10_000, shares })).toEqual({ value: 0.5, standardError: 0.005 });
    expect(audienceFit(wishes, null)).toBe('not-known');
    expect(audienceFit([], { sample: 100, shares })).toBe('not-asked');
  });

  it('counts equals half in a percentile', () => {
    expect([0, 1, 2, 3].map((one) => shareAbove([1, 2, 2, 3], one))).toEqual([1, 0.875, 0.5, 0.125]);
    expect(shareAbove([], 1)).toBeNull();
  });
});

describe('the weights of a match', () => {
  it.each(matchWeightPresets)('$id sum to 1 once they are set against each other', ({ weights }) => {
    const normal = normaliseWeights(weights);
    expect(Object.values(normal).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('are those that were published', () => {
    const [, workbench, skill] = matchWeightPresets;
    expect(normaliseWeights(workbench?.weights ?? {}).vertical).toBeCloseTo(0.28, 12);
    expect(normaliseWeights(skill?.weights ?? {}).experience).toBeCloseTo(0.25, 12);
  });

  it('are refused when they are none', () => {
    for (const wrong of [{}, { vertical: 0 }, { vertical: -1, cost: 2 }, { cost: NaN }, { cost: Infinity }])
      expect(() => normaliseWeights(wrong)).toThrow(RangeError);
  });
});

describe('a ranking', () => {
  const creators = [
    aCreator('lin', { engagementPercentile: 0.9 }),
    aCreator('chen', { engagementPercentile: 0.6 }),
    aCreator('wang', { engagementPercentile: 0.99, health: 'abnormal' }),
    aCreator('zhao', { engagementPercentile: 0.6 }),
  ];
  const strict = aBrief({ requiredHealth: 'ordinary' });

  it('sets those who break a hard rule apart and says which', () => {
    const { ranked, ruledOut } = matchCreators(strict, creators, even);
    expect(ranked.map(({ creatorId }) => creatorId)).toEqual(['lin', 'chen', 'zhao']);
    expect(ruledOut.map(({ creatorId, broken }) => [creatorId, broken])).toEqual([
      ['wang', [{ rule: 'health', has: 'abnormal', needs: 'ordinary' }]],
    ]);
  });

  it('says where a creator loses most', () => {
    const match = matchCreator(aBrief(), aCreator('lin', { notesIn30Days: 0 }), { activity: 2, vertical: 1 });
    expect(lostPoints(match).map(({ part }) => part)).toEqual(['activity', 'vertical']);
    expect(lostPoints(match)[0]?.points).toBeCloseTo(200 / 3, 9);
  });

  it('says what would lift a creator past another, and it does', () => {
    const weights = { engagement: 1, price: 1 };
    const { ranked } = matchCreators(strict, creators, weights);
    const [, chen] = creators as [MatchFigures, MatchFigures];
    const lift = liftMatch(strict, chen, weights, ranked, 0);
    expect(lift).toMatchObject({ aboveId: 'lin' });
    expect(lift?.points).toBeCloseTo(15, 9);
    // Three of four peers ask more than 80,001, and 80,000 itself counts half.
    expect(lift?.quoteCents).toBe(80_000);
    expect(lift?.parts.map(({ part }) => part).sort()).toEqual(['engagement', 'price']);
    const quoteCents = { image: lift?.quoteCents ?? 0, video: null };
    const after = matchCreators(strict, [...creators.slice(0, 1), { ...chen, quoteCents }], weights);
    expect(after.ranked[0]?.creatorId).toBe('chen');
    expect(liftMatch(strict, chen, weights, ranked, 2)).toBeNull();
    expect(() => liftMatch(strict, chen, weights, ranked, 9)).toThrow(RangeError);
  });

  it('finds no price where the price has no say', () => {
    const { ranked } = matchCreators(strict, creators, { engagement: 1 });
    expect(
      liftMatch(strict, creators[1] as MatchFigures, { engagement: 1 }, ranked, 0)?.quoteCents,
    ).toBeNull();
  });
});
