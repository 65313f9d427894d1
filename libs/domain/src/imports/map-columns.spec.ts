import { aNoteId, fileOf, rowsOf } from './a-sheet';
import { type ImportField, importFieldKeys, importFields } from './fields';
import { headerFingerprint, headerKey, nameHeader } from './header-name';
import { applyTemplate, checkMapping, saveTemplate } from './map-columns';
import type { SheetMapping } from './mapping';
import { recogniseFile } from './recognise-file';

const headers = ['笔记ID', '笔记标题', '下单账号', '蒲公英金额', '曝光量', '阅读量', '博主昵称'];
const line = [aNoteId, '示例', '品牌', '550', '9094', '929', '示例博主'];

function mappingOf(): SheetMapping {
  const mapping = recogniseFile(fileOf(rowsOf(headers, line))).sheets[0]?.mapping;
  if (!mapping) throw new Error('no mapping');
  return mapping;
}

function changed(header: string, change: Partial<SheetMapping['columns'][number]>): SheetMapping {
  const mapping = mappingOf();
  return {
    ...mapping,
    columns: mapping.columns.map((one) => (one.header === header ? { ...one, ...change } : one)),
  };
}

describe('a mapping', () => {
  it('is fine as it is proposed', () => {
    expect(checkMapping(mappingOf())).toEqual([]);
  });

  it('gives one field to one column, and names both otherwise', () => {
    expect(checkMapping(changed('阅读量', { field: 'impressions' }))).toEqual([
      { code: 'two-columns-one-field', field: 'impressions', headers: ['曝光量', '阅读量'] },
    ]);
  });

  it('names what is missing', () => {
    const [problem] = checkMapping(changed('笔记ID', { use: 'ignored', field: null }));
    expect(problem).toMatchObject({ code: 'required-missing' });
    expect(JSON.stringify(problem)).toContain('noteLink');
  });

  it('asks for a unit that nobody knows', () => {
    expect(checkMapping(changed('蒲公英金额', { options: { moneyUnit: null } }))).toMatchObject([
      { code: 'money-unit-unknown', headers: ['蒲公英金额'] },
    ]);
    expect(checkMapping(changed('阅读量', { field: 'readRate', options: { rateUnit: null } }))).toMatchObject(
      [{ code: 'rate-unit-unknown', field: 'readRate' }],
    );
  });

  it('keeps nobody by name without a lawful purpose', () => {
    const kept = changed('博主昵称', { use: 'field' });
    expect(checkMapping(kept)).toMatchObject([{ code: 'personal-field-kept', headers: ['博主昵称'] }]);
    expect(checkMapping(kept, true)).toEqual([]);
  });

  it('refuses to be empty', () => {
    expect(checkMapping({ ...mappingOf(), columns: [] })).toEqual([{ code: 'nothing-mapped' }]);
  });
});

describe('a template', () => {
  const template = saveTemplate(headers, changed('阅读量', { field: 'readers' }));

  it('fits files of the same columns in any order', () => {
    const other = [...headers].reverse();
    const mapping = applyTemplate(template, other);
    expect(mapping?.columns.map(({ header }) => header)).toEqual(other);
    expect(mapping?.columns.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(mapping?.columns[1]).toMatchObject({ header: '阅读量', field: 'readers' });
  });

  it('fits no other file', () => {
    expect(applyTemplate(template, headers.slice(1))).toBeNull();
    expect(applyTemplate(template, [...headers, '备注'])).toBeNull();
  });

  it('tells columns of one name apart by their order', () => {
    const twice = ['a', 'a'];
    const columns = (['impressions', 'reads'] as const).map((field, position) => ({
      position,
      header: 'a',
      use: 'field' as const,
      field,
      options: {},
    }));
    const saved = saveTemplate(twice, { ...mappingOf(), columns });
    expect(applyTemplate(saved, twice)?.columns.map(({ field }) => field)).toEqual(['impressions', 'reads']);
  });
});

describe('headers', () => {
  it('have a unit in their brackets and a meaning in others', () => {
    expect(nameHeader('粉丝量（万）')).toMatchObject({ keys: ['粉丝量'], unit: { power: 4 } });
    expect(nameHeader('金额(单位：万元)').unit).toEqual({ power: 4, money: 'yuan', rate: null });
    expect(nameHeader('点击率(%)').unit.rate).toBe('percent');
    expect(nameHeader('站外活跃成本（15天设备归因）').keys).toEqual([
      '站外活跃成本15天设备归因',
      '站外活跃成本',
    ]);
  });

  it('are compared without width, case and marks, but keep ranges', () => {
    expect(headerKey('笔记ＩＤ*')).toBe(headerKey('笔记id'));
    expect(headerKey('18～24')).toBe(headerKey('18-24'));
    expect(headerKey('<18')).not.toBe(headerKey('>18'));
    expect(headerFingerprint(['a', 'b'])).toBe(headerFingerprint(['b', 'a']));
  });
});

describe('the vocabulary', () => {
  it.each(importFieldKeys)('%s has a name in both languages', (key: ImportField) => {
    expect(importFields[key].zh).toMatch(/\p{Script=Han}|CP[EM]|ROI/u);
    expect(importFields[key].en).toMatch(/^[\x20-\x7e–]+$/);
  });

  it('gives no two fields the same name', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = importFieldKeys.map((key) => importFields[key][language]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
});
