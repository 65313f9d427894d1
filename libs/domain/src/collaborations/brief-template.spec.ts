import { categories } from '../notes/categories';
import { briefPresetRows } from './brief-preset-rows';
import { briefPresetsOn } from './brief-presets';
import { briefBounds, type BriefTemplate, briefText } from './brief-template';
import { usualRights } from './usage-rights';

const tea: BriefTemplate = {
  goal: '写一个早晨。',
  sellingPoints: ['冷泡不涩'],
  must: ['写明水温', '一张实拍'],
  mustNot: ['功效'],
  components: ['comment-search', 'vote'],
  disclosure: '标注合作',
  category: 'food',
  language: 'zh',
  noteType: 'image',
  withSample: true,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  revisionsMost: 2,
  rights: usualRights,
};

describe('a template of a brief', () => {
  it('reads as a brief in the language of the note', () => {
    expect(briefText(tea)).toBe(
      '写一个早晨。\n\n卖点：\n· 冷泡不涩\n\n必须写到：\n· 写明水温\n· 一张实拍\n\n不要写：\n· 功效\n\n合作组件：评论区搜索组件、投票\n\n标注：标注合作',
    );
    expect(briefText({ ...tea, language: 'en', mustNot: [], sellingPoints: [] })).toBe(
      '写一个早晨。\n\nMust be in it:\n· 写明水温\n· 一张实拍\n\nComponents: search link in the comments, vote\n\nDisclosure: 标注合作',
    );
  });

  it('that says all in its goal reads as that goal', () => {
    const plain = { ...tea, sellingPoints: [], must: [], mustNot: [], components: [], disclosure: '' };
    expect(briefText({ ...plain, goal: 'a brief\n\nas it was' })).toBe('a brief\n\nas it was');
  });

  it('comes with the product for every category, in both languages, within its bounds', () => {
    for (const language of ['zh', 'en'] as const) {
      const presets = briefPresetsOn('2026-11-26', language, 30);
      expect(presets.map(({ template }) => template.category)).toEqual([...categories]);
      for (const { name, template } of presets) {
        expect(name).not.toBe('');
        for (const line of [...template.must, ...template.mustNot, ...template.sellingPoints])
          expect(line.length).toBeLessThanOrEqual(briefBounds.lineMost);
      }
    }
    expect(briefPresetsOn('2025-12-31', 'zh', 30)).toEqual([]);
  });

  it('is another one from the day of a later row on', () => {
    const [beauty] = briefPresetRows;
    if (!beauty) throw new Error('no rows');
    const later = { ...beauty, from: '2027-01-01', noteType: 'video' as const };
    const kinds = (day: string) =>
      briefPresetsOn(day, 'zh', 30, [later, ...briefPresetRows])
        .filter(({ template }) => template.category === 'beauty')
        .map(({ template }) => template.noteType);
    expect(kinds('2026-12-31')).toEqual(['image']);
    expect(kinds('2027-01-01')).toEqual(['video']);
  });
});
