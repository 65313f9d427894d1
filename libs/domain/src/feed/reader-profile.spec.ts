import type { EngagementKind } from '../metrics/engagement';
import { type ReaderAct, readerProfile } from './reader-profile';

const act = (kind: EngagementKind, category: string, ...words: string[]): ReaderAct => ({
  kind,
  category,
  keywords: new Map(words.map((word, at) => [word, 1 / (at + 1)])),
});
const times = (count: number, acts: ReaderAct[]): ReaderAct[] =>
  Array.from({ length: count }, () => acts).flat();

describe('what a reader’s acts say', () => {
  it('says nothing of a stranger, and nothing of somebody who only scrolled by', () => {
    const nothing = { interests: new Map(), keywords: new Map(), likes: 1, follows: 1 };
    expect(readerProfile([])).toEqual(nothing);
    expect(readerProfile([act('impression', 'food', 'tea'), act('dwell', 'food', 'tea')])).toEqual(nothing);
  });

  it('believes one open a little and a habit nearly fully', () => {
    expect(readerProfile([act('click', 'food', 'tea')]).interests.get('food')).toBeCloseTo(0.2, 9);
    const fan = readerProfile(times(30, [act('click', 'food', 'tea'), act('collect', 'food', 'tea')]));
    expect(fan.interests.get('food')).toBeGreaterThan(0.9);
    expect(fan.keywords.get('tea')).toBeGreaterThan(0.9);
  });

  it('weighs what was collected more than what was opened, and what was done lately more than what was done long ago', () => {
    const { interests } = readerProfile([
      ...times(3, [act('click', 'pets')]),
      ...times(3, [act('collect', 'travel')]),
    ]);
    expect(interests.get('travel')).toBeGreaterThan(interests.get('pets') ?? 0);
    const moved = readerProfile([...times(40, [act('click', 'home')]), ...times(40, [act('click', 'tech')])]);
    expect(moved.interests.get('home')).toBeGreaterThan(2 * (moved.interests.get('tech') ?? 1));
  });

  it('leaves out what the reader complained of', () => {
    const { interests, keywords } = readerProfile([
      act('hide', 'beauty', 'serum'),
      act('click', 'beauty', 'serum'),
      act('click', 'food', 'tea'),
    ]);
    expect([...interests.keys()]).toEqual(['food']);
    expect([...keywords.keys()]).toEqual(['tea']);
  });

  it('keeps the eight words met most', () => {
    const acts = Array.from({ length: 12 }, (_, at) =>
      times(at + 1, [act('click', 'food', `word-${at}`)]),
    ).flat();
    const { keywords } = readerProfile(acts);
    expect(keywords.size).toBe(8);
    expect(keywords.has('word-0')).toBe(false);
  });

  it('tells who likes and who follows from who only reads', () => {
    const reader = readerProfile(times(60, [act('click', 'food')]));
    const liker = readerProfile(times(60, [act('click', 'food'), act('like', 'food')]));
    expect(reader.likes).toBeLessThan(0.5);
    expect(liker.likes).toBeGreaterThan(5);
    expect(readerProfile([act('click', 'food'), act('follow', 'food')]).follows).toBeLessThan(8);
  });
});
