import { checkNote } from '../compliance/check-note';
import { type Declaration, draftGap, scheduleFault, toCheck, type WrittenNote } from './written-note';

const note = (changes: Partial<WrittenNote> = {}): WrittenNote => ({
  type: 'image',
  title: '一杯好茶的早晨',
  body: '六点半，水刚好凉到八十度。',
  topics: ['冷泡茶'],
  category: 'food',
  disclosure: 'none',
  aiLabel: 'none',
  products: 0,
  media: [{ id: 'a', kind: 'image' }],
  ...changes,
});
const rulesOf = (changes: Partial<WrittenNote>): string[] =>
  checkNote(toCheck(note(changes)), '2026-11-26')
    .findings.filter(({ severity }) => severity === 'block')
    .map(({ rule }) => rule.key);

describe('a note of one’s own before the rules', () => {
  it('may sell nothing, say nothing and pass', () => expect(rulesOf({})).toEqual([]));

  it.each<[Declaration, number, string[]]>([
    ['none', 1, ['ad-label']],
    ['sponsored', 1, []],
    ['gifted', 1, []],
    ['own_brand', 1, []],
    ['sponsored', 0, []],
    ['gifted', 0, []],
  ])('declared %s with %d links to buy is blocked by %j', (disclosure, products, rules) => {
    expect(rulesOf({ disclosure, products })).toEqual(rules);
  });

  it('is blocked where it speaks of a gift and declares nothing', () => {
    expect(rulesOf({ body: '品牌方寄来的春茶。' })).toEqual(['disclosure']);
    expect(rulesOf({ body: '品牌方寄来的春茶。', disclosure: 'gifted' })).toEqual([]);
  });

  it('is blocked where a picture says itself that a machine made it, until the label says so', () => {
    const media = [{ id: 'a', kind: 'image' as const, aiMarked: true }];
    expect(rulesOf({ media })).toEqual(['ai-label']);
    expect(rulesOf({ media, aiLabel: 'generated' })).toEqual([]);
    expect(rulesOf({ media, body: '图 1 由 AI 生成，仅作示意。' })).toEqual([]);
  });
});

describe('what a draft lacks', () => {
  const picture = { id: 'a', kind: 'image' as const };
  const video = { id: 'b', kind: 'video' as const };
  it('is its title, its pictures, its video or its words', () => {
    expect(draftGap(note({ title: ' ' }), [picture], null)).toBe('title-missing');
    expect(draftGap(note({ title: '茶'.repeat(41) }), [picture], null)).toBe('title-too-long');
    expect(draftGap(note(), [], null)).toBe('media-missing');
    expect(draftGap(note({ type: 'video' }), [picture], null)).toBe('media-not-of-type');
    expect(draftGap(note({ type: 'video' }), [video, { ...video, id: 'c' }], null)).toBe(
      'more-than-one-video',
    );
    expect(draftGap(note({ type: 'text', body: '' }), [], null)).toBe('body-missing');
    expect(draftGap(note({ type: 'text' }), [picture], null)).toBe('media-not-of-type');
    expect(draftGap(note(), [picture], video)).toBe('cover-not-among');
  });
  it('is nothing where all is there', () => {
    expect(draftGap(note(), [picture], picture)).toBeNull();
    expect(draftGap(note({ type: 'video' }), [video], picture)).toBeNull();
    expect(draftGap(note({ type: 'text' }), [], null)).toBeNull();
  });
});

it.each([
  [-60_000, 'too-soon'],
  [4 * 60_000, 'too-soon'],
  [5 * 60_000, null],
  [30 * 86_400_000, null],
  [30 * 86_400_000 + 1, 'too-late'],
] as const)('a time %d ms from now is %s', (later, fault) =>
  expect(scheduleFault(1_000 + later, 1_000)).toBe(fault),
);
