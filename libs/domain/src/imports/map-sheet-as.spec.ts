import { headersIn, mapSheetAs } from './map-sheet-as';

const rows = [
  { sheet: 'a', number: 1, cells: ['十月数据', '', ''] },
  { sheet: 'a', number: 2, cells: ['计划名称', '消费', '关注'] },
  { sheet: 'a', number: 3, cells: ['秋茶', '12.50', '3'] },
];

describe('a sheet that a person says what it is', () => {
  it('is read as a kind of file, whatever its headers lack', () => {
    const mapping = mapSheetAs({ kind: 'J1' }, ['计划名称', '消费', '关注'], rows.slice(2));
    expect(mapping).toMatchObject({ kind: 'J1', record: 'ad-row' });
    expect(mapping.columns.map(({ field }) => field)).toEqual(['campaignName', 'fee', 'follows']);
    expect(mapping.columns[1]?.options.moneyUnit).toBe('yuan');
  });

  it('is read as rows of one sort, with the fields of that sort and of no other', () => {
    const headers = ['达人名称', '粉丝数', '阅读中位数'];
    const creators = mapSheetAs({ record: 'creator-snapshot' }, headers, []);
    expect(creators).toMatchObject({ kind: null, record: 'creator-snapshot' });
    expect(creators.columns[1]?.field).toBe('followers');
    expect(mapSheetAs({ record: 'ad-row' }, headers, []).columns[2]?.field).not.toBe('medianReads');
  });

  it('has its header in the rows that are said, if they can be one', () => {
    expect(headersIn(rows, [2])).toEqual(['计划名称', '消费', '关注']);
    expect(headersIn(rows, [1, 2])).toEqual(['十月数据/计划名称', '十月数据/消费', '十月数据/关注']);
    expect(headersIn(rows, [4])).toBeNull();
  });
});
