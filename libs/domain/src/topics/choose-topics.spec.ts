import { changeOf } from './search-demand';
import {
  chooseTopics,
  crowdingIndex,
  crowdingLevel,
  crowdingMedian,
  mondayOf,
  type TopicCandidate,
  topicWeek,
} from './choose-topics';
import { comparisonOf, type NoteSums, topicOutcome, topicPerformance } from './topic-performance';

/** Notes with a thousand impressions each that were read at these rates. */
function notes(...rates: number[]): NoteSums {
  const of = (value: (reads: number) => number) => rates.reduce((sum, rate) => sum + value(rate * 1_000), 0);
  return {
    notes: rates.length,
    impressions: rates.length * 1_000,
    reads: of((reads) => reads),
    readsSquared: of((reads) => reads ** 2),
    readsByImpressions: of((reads) => reads * 1_000),
    impressionsSquared: rates.length * 1e6,
  };
}
const rates = (count: number, rate: number) =>
  Array.from({ length: count }, (_, at) => rate * (at % 2 ? 1.1 : 0.9));

function candidate(word: string, weeks: number[], supply: NoteSums, parts = [word]): TopicCandidate {
  const searches = weeks.slice(4).reduce((sum, one) => sum + one, 0);
  const searchesBefore = weeks.slice(0, 4).reduce((sum, one) => sum + one, 0);
  return { word, parts, weeks, searches, searchesBefore, change: changeOf(weeks), texts: [], supply };
}
const steady = (aWeek: number) => Array.from({ length: 8 }, () => aWeek);
const setting = { categoryRate: 0.1, earlier: [] };
const tags = (candidates: TopicCandidate[], earlier: { tag: string; weeksAgo: number }[] = []) =>
  chooseTopics(candidates, { ...setting, earlier }).map(({ tag }) => tag);

describe('the topics of a week', () => {
  it('of equal demand are those with fewer notes, better notes, and a rise that is sure', () => {
    const usual = candidate('手冲咖啡', steady(50), notes(...rates(10, 0.1)));
    const open = candidate('冷泡茶', steady(50), notes(...rates(3, 0.1)));
    const liked = candidate('桂花酒酿', steady(50), notes(...rates(10, 0.2)));
    const rising = candidate('围炉煮茶', [10, 10, 10, 10, 50, 50, 50, 50], notes(...rates(10, 0.1)));
    expect(tags([usual, open, liked, rising])[3]).toBe('手冲咖啡');
    expect(tags([usual, rising])[0]).toBe('围炉煮茶');
  });

  it('are not moved by a leap of few searches', () => {
    const leap = candidate('陈皮', [2, 8, 1, 3, 12, 1, 9, 2], notes(...rates(5, 0.1)));
    const calm = candidate('白茶', steady(6), notes(...rates(5, 0.1)));
    expect(tags([leap, calm])[0]).toBe('白茶');
  });

  it('say nothing twice: neither in other words, nor last week’s', () => {
    const one = candidate('冷泡茶', steady(90), notes(...rates(5, 0.1)));
    const same = candidate('冷泡茶做法', steady(60), notes(...rates(5, 0.1)), ['冷泡茶', '做法']);
    const other = candidate('肉桂卷', steady(40), notes(...rates(5, 0.1)));
    expect(tags([one, same, other])).toEqual(['冷泡茶', '肉桂卷']);
    expect(tags([one, same, other], [{ tag: '冷泡 茶', weeksAgo: 1 }])).toEqual(['肉桂卷']);
    expect(tags([one, other], [{ tag: '冷泡茶', weeksAgo: 2 }])).toEqual(['肉桂卷', '冷泡茶']);
  });

  it('are nothing that few ask for, that is too long for a tag, or that is a number', () => {
    const few = candidate('冷门', [0, 0, 0, 0, 4, 5, 5, 5], notes());
    const long = candidate('一'.repeat(31), steady(50), notes());
    const phone = candidate('加微信13800138000', steady(50), notes());
    expect(tags([few, long, phone])).toEqual([]);
  });

  it('begin on Monday in Shanghai', () => {
    expect(mondayOf('2026-11-26')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(topicWeek(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(topicWeek(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-16');
  });
});

it('crowding is notes per search against the median of the category', () => {
  const usual = { notes: 9.5, searches: 99.5 };
  const median = crowdingMedian([usual, { notes: 4.5, searches: 99.5 }, { notes: 49.5, searches: 99.5 }]);
  expect(crowdingIndex(usual, median)).toBe(1);
  expect(crowdingIndex({ notes: 19.5, searches: 99.5 }, median)).toBe(2);
  expect([0.5, 1, 2].map(crowdingLevel)).toEqual(['open', 'usual', 'crowded']);
  expect(crowdingMedian([])).toBe(0);
  expect(crowdingIndex(usual, 0)).toBe(1);
});

describe('how notes on a topic do', () => {
  it('is drawn towards the category by what a few of them leave open', () => {
    const few = topicPerformance(notes(0.1, 0.2, 0.3), 0.1);
    const many = topicPerformance(notes(...rates(40, 0.2)), 0.1);
    expect(few?.mid).toBeGreaterThan(1);
    expect(few?.mid).toBeLessThan(1.8);
    expect(many?.mid).toBeGreaterThan(1.95);
    expect(many?.low).toBeGreaterThan(1);
    expect(topicPerformance(notes(0.1, 0.2), 0.1)).toBeNull();
  });

  it('is held against the notes that did not take part, and says where it cannot tell', () => {
    const others = notes(...rates(40, 0.1));
    expect(comparisonOf(topicOutcome(notes(...rates(20, 0.15)), others))).toBe('better');
    expect(comparisonOf(topicOutcome(notes(...rates(20, 0.07)), others))).toBe('worse');
    expect(comparisonOf(topicOutcome(notes(0.05, 0.2, 0.12), others))).toBe('cannot-tell');
    expect(comparisonOf(topicOutcome(notes(0.5), others))).toBe('cannot-tell');
  });
});
