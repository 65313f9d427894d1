import { type Category, sumOf } from '@poolrise/domain';
import { castOf, demoSeed } from '../cast/cast';
import { RandomStream } from '../random';
import {
  appealOf,
  type AudienceAsk,
  type AudienceHashes,
  audienceShares,
  drawAudience,
  drawAudienceByAge,
} from './audience';
import { directoryFigures } from './figures';
import { type Region, segments } from './population';

const { xiaoman } = castOf(demoSeed);
const audienceOf = (
  seed: number,
  followers: number,
  category: Category = 'food',
  region: Region = 'east',
): AudienceAsk => ({
  seed,
  followers,
  appeal: appealOf(new RandomStream('spec', seed), { ...xiaoman, followers, categories: [category] }, region),
});
const countOf = ({ hashes, theta }: AudienceHashes): number => hashes.length / theta;
const shared = (a: AudienceHashes, b: AudienceHashes): number => {
  const theta = Math.min(a.theta, b.theta);
  const of = new Set(a.hashes.filter((hash) => hash < theta * 2 ** 32));
  return b.hashes.filter((hash) => of.has(hash)).length / theta;
};

describe('audiences', () => {
  it('come from a population of the size that was said', () => {
    const people = sumOf(segments().map((segment) => segment.people));
    expect(Math.abs(people / directoryFigures.accounts.value - 1)).toBeLessThan(0.001);
  });

  it.each([137, 1_000, 4_096])('of %d are listed whole', (followers) => {
    const { hashes, theta } = drawAudience(audienceOf(1, followers));
    expect(theta).toBe(1);
    expect(hashes).toHaveLength(followers);
    expect([...hashes].every((hash, at) => at === 0 || hash > (hashes[at - 1] ?? 0))).toBe(true);
  });

  it.each([5_000, 60_000, 3_000_000])('of %d are estimated within the error of their sketch', (followers) => {
    const sketch = drawAudience(audienceOf(2, followers));
    expect(sketch.hashes).toHaveLength(4_096);
    expect(Math.abs(countOf(sketch) / followers - 1)).toBeLessThan(4 / Math.sqrt(4_096));
  });

  it('share more people the more alike their creators are, and all of them with themselves', () => {
    const tea = drawAudience(audienceOf(3, 200_000));
    const baker = drawAudience(audienceOf(4, 200_000));
    const coder = drawAudience(audienceOf(5, 200_000, 'tech', 'west'));
    expect(shared(tea, tea)).toBeCloseTo(countOf(tea), 0);
    expect(shared(tea, baker)).toBeGreaterThan(1.5 * shared(tea, coder));
    expect(shared(tea, coder)).toBeGreaterThan(0);
  });

  it('fall into cells by gender and age that hold what each would hold alone', () => {
    const ask = audienceOf(3, 60_000);
    const cells = drawAudienceByAge(ask, 500);
    expect(cells).toHaveLength(10);
    for (const { gender, age, hashes, theta } of cells) {
      const alone = drawAudience(ask, (who) => who.gender === gender && who.age === age, 500);
      expect({ hashes, theta }).toEqual(alone);
    }
  });

  it('are told apart by kinds of people, as their shares say', () => {
    const ask = audienceOf(6, 150_000);
    const { age } = audienceShares(ask);
    const young = countOf(drawAudience(ask, (member) => member.age === '18-24'));
    expect(Math.abs(young / 150_000 / (age[1] ?? 0) - 1)).toBeLessThan(0.07);
    const small = audienceOf(7, 900);
    const all = new Set(drawAudience(small).hashes);
    const women = drawAudience(small, ({ gender }) => gender === 'female').hashes;
    expect([...women].every((hash) => all.has(hash))).toBe(true);
    expect(women.length).toBeLessThan(900);
  });
});
