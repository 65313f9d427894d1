import fc from 'fast-check';
import { sumOf } from '../probability/means';
import { audienceBandAt, audienceBands } from './audience-bands';
import { type LikenableCreator, likenessWeights, lookAlikes } from './look-alike-creators';

/** Half women, half of the given age. */
const audienceOf = (age: string): number[] => {
  const shares = audienceBands.map(() => 0);
  shares[audienceBandAt('gender', 'female')] = 10_000;
  shares[audienceBandAt('age', age)] = 10_000;
  return shares;
};
const aTeaLover = (id: string, changes: Partial<LikenableCreator> = {}): LikenableCreator => ({
  id,
  categories: ['food'],
  subCategories: ['drinks'],
  tags: ['shop-owner', 'tutorial'],
  followers: 10_000,
  readsMedian: 800,
  interactionsMedian: 60,
  audienceShares: audienceOf('25-34'),
  contentWords: ['龙井', '冷泡茶', '茶'],
  ...changes,
});
const original = aTeaLover('original');
const only = (candidate: LikenableCreator, of = original) => {
  const [found] = lookAlikes(of, [candidate], 1);
  if (!found) throw new Error('nobody was found');
  return found;
};
const partOf = (candidate: LikenableCreator, part: string, of = original) =>
  only(candidate, of).parts.find((each) => each.part === part)?.likeness;

describe('creators who are alike', () => {
  it('are wholly alike when they are the same in everything that is compared', () => {
    expect(only(aTeaLover('twin')).score).toBeCloseTo(1);
    expect(sumOf(Object.values(likenessWeights))).toBeCloseTo(1);
  });

  it('come the most alike first, never the original, and no more than asked for', () => {
    const found = lookAlikes(
      original,
      [
        aTeaLover('cake', { subCategories: ['baking'], contentWords: ['蛋糕'] }),
        original,
        aTeaLover('twin'),
        aTeaLover('larger', { followers: 20_000 }),
      ],
      2,
    );
    expect(found.map(({ id }) => id)).toEqual(['twin', 'larger']);
  });

  it('lose likeness by the logarithm of sizes, and all of it at four times', () => {
    const followers = (n: number) => partOf(aTeaLover('x', { followers: n }), 'followers');
    expect(followers(20_001)).toBeCloseTo(0.5, 3);
    expect(followers(5_000)).toBeCloseTo(0.5, 3);
    expect(followers(40_003)).toBeCloseTo(0);
    expect(followers(1_000_000)).toBe(0);
  });

  it('have audiences alike by the cosine of each dimension', () => {
    expect(partOf(aTeaLover('x', { audienceShares: audienceOf('18-24') }), 'audience')).toBeCloseTo(0.5);
  });

  it('are nearer by a rare word than by one that everybody uses', () => {
    const crowd = Array.from({ length: 30 }, (_, n) => aTeaLover(`c${n}`, { contentWords: ['茶'] }));
    const rare = aTeaLover('rare', { contentWords: ['龙井', '咖啡'] });
    const usual = aTeaLover('usual', { contentWords: ['茶', '咖啡'] });
    const found = lookAlikes(original, [...crowd, rare, usual], 40);
    const content = (id: string) =>
      found.find((each) => each.id === id)?.parts.find(({ part }) => part === 'content')?.likeness ?? 0;
    expect(content('rare')).toBeGreaterThan(content('usual') * 2);
    // What everybody writes is nothing that two of them share.
    expect(found.find(({ id }) => id === 'c0')?.shared.words).toEqual([]);
    expect(only(aTeaLover('x', { contentWords: ['茶', '龙井', '绿茶'] })).shared.words).toEqual([
      '茶',
      '龙井',
    ]);
  });

  it('get nothing for what is not known of them, and nobody is judged by what is not known of the original', () => {
    const silent = aTeaLover('silent', { readsMedian: null, interactionsMedian: null });
    expect(partOf(silent, 'medians')).toBeNull();
    expect(only(silent).score).toBeCloseTo(1 - likenessWeights.medians);
    const found = only(aTeaLover('twin'), { ...silent, id: 'original' });
    expect(found.parts.map(({ part }) => part)).not.toContain('medians');
    expect(found.score).toBeCloseTo(1);
  });

  it('have a score between nothing and one that is the sum of what is shown', () => {
    const word = fc.constantFrom('茶', '龙井', '蛋糕', '徒步', '露营');
    const creator = fc.record({
      categories: fc.subarray(['food', 'travel', 'home'] as const),
      subCategories: fc.subarray(['drinks', 'baking', 'hotels']),
      tags: fc.subarray(['tutorial', 'vlog']),
      followers: fc.nat(2_000_000),
      readsMedian: fc.option(fc.nat(100_000)),
      interactionsMedian: fc.option(fc.nat(10_000)),
      audienceShares: fc.oneof(
        fc.constant([]),
        fc.array(fc.nat(10_000), { minLength: audienceBands.length, maxLength: audienceBands.length }),
      ),
      contentWords: fc.uniqueArray(word),
    });
    fc.assert(
      fc.property(creator, creator, (a, b) => {
        const { score, parts } = only({ ...b, id: 'b' }, { ...a, id: 'a' });
        expect(score).toBeCloseTo(parts.reduce((sum, { contribution }) => sum + contribution, 0));
        expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
