import { type CreatorWork, fitTopic } from './fit-topic';

const work: CreatorWork = {
  categories: ['food'],
  rate: 0.1,
  subjects: [
    { word: '冷泡茶', notes: 9, impressions: 9_000, reads: 1_800 },
    { word: '茶具', notes: 4, impressions: 4_000, reads: 200 },
    { word: '做法', notes: 16, impressions: 16_000, reads: 1_600 },
    { word: '茶', notes: 40, impressions: 40_000, reads: 4_000 },
  ],
};
const topic = (tag: string, parts: string[], category: 'food' | 'home' = 'food') => ({
  tag,
  parts,
  category,
});

it('names the words of mine that a topic meets, those first that did well', () => {
  const fit = fitTopic(topic('冷泡茶做法', ['冷泡', '冷泡茶', '做法']), work);
  expect(fit.words).toEqual([
    { word: '冷泡茶', notes: 9 },
    { word: '做法', notes: 16 },
  ]);
  expect(fit.category).toBe(true);
});

it('knows mine by a longer word, and never by a single sign', () => {
  expect(fitTopic(topic('茶具', ['茶具']), work).words).toEqual([{ word: '茶具', notes: 4 }]);
  expect(fitTopic(topic('茶', ['茶']), work).words.map(({ word }) => word)).not.toContain('茶');
  expect(fitTopic(topic('飘窗改造', ['飘窗', '改造'], 'home'), work)).toEqual({
    words: [],
    category: false,
    strength: 0,
  });
});

it('puts what I write well before what is only of my category', () => {
  const strength = (tag: string) => fitTopic(topic(tag, [tag]), work).strength;
  expect(strength('冷泡茶')).toBeGreaterThan(strength('茶具'));
  expect(strength('茶具')).toBeGreaterThan(strength('肉桂卷'));
});
