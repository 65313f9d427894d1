import { rereadTopic, type TopicBelief } from './reread-topic';

/** Two topics with opposite readers, and one that nobody minds. */
const belief: TopicBelief = {
  profiles: [
    [1.6, 0.4],
    [0.4, 1.6],
    [1, 1],
  ],
  keywordTopic: 0,
  keywordAccuracy: 0.9,
  hookMean: 1,
  hookShape: 3,
  ownTaste: 0.04,
};

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

it('believes the keywords while nobody has answered', () => {
  const { chance, hooks } = rereadTopic({ opens: [0, 0], exposure: [0, 0] }, belief);
  expect(chance[0]).toBeCloseTo(0.9 + 0.1 / 3, 10);
  expect(sumOf(chance)).toBeCloseTo(1, 10);
  expect([...hooks]).toEqual([1, 1, 1]);
});

it('believes the readers when they answer like those of another topic', () => {
  const { chance } = rereadTopic({ opens: [8, 32], exposure: [20, 20] }, belief);
  expect(chance[1]).toBeGreaterThan(0.8);
});

it('is surer of the keywords the better the answers fit them', () => {
  const few = rereadTopic({ opens: [8, 2], exposure: [5, 5] }, belief);
  const many = rereadTopic({ opens: [32, 8], exposure: [20, 20] }, belief);
  expect(few.chance[0]).toBeGreaterThan(0.93);
  expect(many.chance[0]).toBeGreaterThan(few.chance[0] as number);
});

it('is never surer than a note with a taste of its own allows', () => {
  const plain = rereadTopic({ opens: [400, 1_600], exposure: [1_000, 1_000] }, { ...belief, ownTaste: 0 });
  const own = rereadTopic({ opens: [400, 1_600], exposure: [1_000, 1_000] }, { ...belief, ownTaste: 0.2 });
  expect(plain.chance[1]).toBeGreaterThan(0.999_999);
  expect(own.chance[1]).toBeLessThan(plain.chance[1] as number);
});

it('tells nothing of topics where one segment is all there is, but for how well it answers', () => {
  const oneSegment = { ...belief, profiles: [[1], [1], [1]] };
  const { chance, hooks } = rereadTopic({ opens: [30], exposure: [10] }, oneSegment);
  expect(chance[0]).toBeCloseTo(0.9 + 0.1 / 3, 10);
  expect(hooks[0]).toBeCloseTo((3 + 30) / (3 + 10), 10);
});
