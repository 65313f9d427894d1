import { checkNote, gravestOf } from './check-note';
import type { NoteToCheck } from './compliance';
import { findingsMost } from './compliance';
import { complianceRules, complianceRulesOn, ruleClasses } from './rules';
import { termGroups } from './lexicon';

const day = '2026-11-26';
const aNote = (body: string, more: Partial<NoteToCheck> = {}): NoteToCheck => ({
  title: '',
  body,
  topics: [],
  category: 'beauty',
  ...more,
});
const check = (body: string, more?: Partial<NoteToCheck>, on = day) => checkNote(aNote(body, more), on);

describe('checking a note', () => {
  it('says where, by which rule and what to write instead', () => {
    const { findings } = check('夏天就靠这支，最好用的防晒。');
    expect(findings).toMatchObject([
      {
        ruleClass: 'R1',
        severity: 'block',
        text: '最好用',
        at: { field: 'body', index: 0, from: 7, to: 10 },
        rule: { key: 'absolute-terms', law: { zh: '《广告法》第九条第（三）项' } },
        rewrite: { replacement: '用着顺手' },
      },
    ]);
  });

  it('places a disguised word in what was written, and says what it disguises', () => {
    const body = '🍓🍓这支真的 zui 好用，𝐕❤我';
    const { findings } = check(body);
    expect(findings.map(({ ruleClass, evades, text }) => [ruleClass, evades, text])).toEqual([
      ['R22', 'R1', 'zui 好用'],
      ['R22', 'R8', '𝐕❤'],
    ]);
    for (const { at, text } of findings) expect(body.slice(at.from, at.to)).toBe(text);
  });

  it('takes traditional characters for a disguise only where the rest is simplified', () => {
    expect(check('頂級面霜，真的很好').findings[0]).toMatchObject({ ruleClass: 'R22', evades: 'R1' });
    expect(check('頂級面霜，無論體質，電話訂購，優選點心').findings[0]).toMatchObject({
      ruleClass: 'R1',
      evades: null,
    });
  });

  it('lets an absolute term pass by an exemption, and asks for the proof that is missing', () => {
    const proven = check('2025 年 11 月天猫类目销量第一，数据来源：天猫官方榜单', { category: 'home' });
    expect(proven.findings).toEqual([]);
    expect(proven.letPass).toMatchObject([
      { text: '销量第一', exemption: { exemption: 'limited-fact', holds: true } },
    ]);
    const bare = check('双十一天猫类目销量第一', { category: 'home' });
    expect(bare.findings).toMatchObject([
      { severity: 'review', exemption: { exemption: 'limited-fact', holds: false } },
    ]);
  });

  it('takes neither 全网 for a limit nor the nicest for a fact', () => {
    expect(check('这支最好用，全网第一。').findings.map(({ severity }) => severity)).toEqual([
      'block',
      'block',
    ]);
    expect(check('2026 年 3 月，本店最好用的一支，数据来源：后台').findings).toMatchObject([
      { severity: 'block' },
    ]);
  });

  it('has no exemption for cures and yields', () => {
    expect(
      check('2025 年治愈率全国第一，数据来源：官方榜单', { category: 'home' }).findings[0],
    ).toMatchObject({
      severity: 'block',
      exemption: null,
    });
  });

  it('judges by the rules of the day', () => {
    const picture = { assets: [{ kind: 'image' as const, aiGenerated: true }] };
    expect(check('春天', picture, '2025-08-31').findings).toEqual([]);
    expect(check('春天', picture, '2025-09-01').findings).toMatchObject([
      { ruleClass: 'R17', at: { field: 'assets' } },
    ]);
    const tip = '面膜最佳使用时间是晚上';
    expect(check(tip, {}, '2023-03-19').findings).toMatchObject([{ ruleClass: 'R1', severity: 'block' }]);
    expect(check(tip, {}, '2023-03-20').findings).toEqual([]);
    const gift = { interests: ['gift' as const], disclosure: 'missing' as const };
    const rule = (on: string) => check('开箱', gift, on).findings[0]?.rule.effectiveFrom;
    expect([rule('2026-01-18'), rule('2026-01-19')]).toEqual(['2015-09-01', '2026-01-19']);
  });

  it('knows goods apart', () => {
    expect(check('消炎又温和').findings).toMatchObject([{ ruleClass: 'R2' }]);
    expect(check('消炎又温和', { category: 'tech' }).findings).toEqual([]);
    expect(check('助眠软糖\n本品不能代替药物', { product: { kind: 'health-food' } }).findings).toHaveLength(
      1,
    );
    const approved = { kind: 'health-food', approvedFunctions: ['改善睡眠'] } as const;
    expect(check('改善睡眠的软糖\n本品不能代替药物', { product: approved }).findings).toEqual([]);
    expect(check('软糖', { product: { kind: 'health-food' } }).findings).toMatchObject([
      { ruleClass: 'R4', rewrite: { addition: '本品不能代替药物。' } },
    ]);
  });

  it('says what runs into one another once', () => {
    expect(check('全城最好喝的冷泡茶', { category: 'food' }).findings.map(({ text }) => text)).toEqual([
      '最好喝',
    ]);
    expect(check('保证有效果').findings).toHaveLength(1);
  });

  it('reads a denial, a warning and what sounds like a denial', () => {
    expect(check('它不能治疗痘痘').findings).toEqual([]);
    expect(check('别信什么全网第一').findings).toEqual([]);
    expect(check('不得不说全网第一').findings).toHaveLength(1);
  });

  it('gives the sentence that makes an interest known', () => {
    const { findings } = check('用了两周', { interests: ['gift'], disclosure: 'missing' });
    expect(findings).toMatchObject([
      { ruleClass: 'R16', severity: 'block', rewrite: { addition: expect.stringContaining('利益相关') } },
    ]);
    expect(check('用了两周', { purchaseLink: true, disclosure: 'self-declared' }).findings[0]?.rule.key).toBe(
      'ad-label',
    );
    expect(check('用了两周', { purchaseLink: true, disclosure: 'ad-label' }).findings).toEqual([]);
  });

  it('counts the width of a title as the platform does', () => {
    const title = (text: string) =>
      checkNote({ ...aNote(''), title: text }, day).findings.map(({ ruleClass }) => ruleClass);
    expect(title('一二三四五六七八九十一二三四五六七八九十')).toEqual([]);
    expect(title('一二三四五六七八九十一二三四五六七八九十a')).toEqual(['R20']);
    expect(title('a'.repeat(40))).toEqual([]);
  });

  it('keeps a bounded number of findings and counts the others', () => {
    const report = check('国家级，'.repeat(500));
    expect(report.findings).toHaveLength(findingsMost);
    expect(report.counts.block).toBe(500 + 1);
    expect(gravestOf(report)).toBe('block');
    expect(gravestOf(check('早上好'))).toBeNull();
  });
});

describe('the rules', () => {
  it('cover every class, each row with its law, source and days', () => {
    expect([...new Set(complianceRules.map(({ ruleClass }) => ruleClass))].sort()).toEqual(
      [...ruleClasses].sort(),
    );
    for (const { key, law, source, effectiveFrom, effectiveTo, lastVerified } of complianceRules) {
      expect([key, law.zh !== '' && law.en !== '' && source.work !== '']).toEqual([key, true]);
      expect([key, effectiveTo === null || effectiveFrom < effectiveTo]).toEqual([key, true]);
      expect([key, lastVerified === null || lastVerified >= effectiveFrom]).toEqual([key, true]);
    }
  });

  it('have one row a key on any day', () => {
    for (const on of ['2015-09-01', '2023-03-20', '2025-09-01', '2026-01-18', '2026-01-19', day]) {
      const keys = complianceRules
        .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo ?? '9999') > on)
        .map(({ key }) => key);
      expect([on, new Set(keys).size]).toEqual([on, keys.length]);
      expect(complianceRulesOn(on).size).toBe(keys.length);
    }
  });

  it('are known by every list of the lexicon, and no term stands in two lists of one rule', () => {
    const keys = new Set(complianceRules.map(({ key }) => key));
    for (const { rule } of termGroups) expect([rule, keys.has(rule)]).toEqual([rule, true]);
  });
});

describe('the rewrites', () => {
  const instead = termGroups.flatMap(({ terms, goods }) =>
    terms
      .split(/\s+/)
      .flatMap((entry) =>
        entry.includes('=')
          ? [{ term: entry.split('=')[0] ?? '', text: entry.split('=')[1] ?? '', goods }]
          : [],
      ),
  );

  it('break no rule themselves, whatever the goods', () => {
    expect(instead.length).toBeGreaterThan(300);
    for (const { term, text, goods } of instead)
      for (const kind of goods ?? (['cosmetics', 'food', 'medical', 'general'] as const))
        expect([term, check(`这一款${text}。本品不能代替药物。`, { product: { kind } }).findings]).toEqual([
          term,
          [],
        ]);
  });

  it('never dodge by sound or sign: Chinese words and figures alone', () => {
    for (const { term, text } of instead)
      expect([term, text]).toEqual([term, expect.stringMatching(/^[\p{Script=Han}]*$/u)]);
  });
});
