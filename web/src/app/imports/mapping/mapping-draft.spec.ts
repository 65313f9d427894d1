import { aFound } from '../../../testing/an-import';
import {
  headerChoices,
  openIn,
  readAs,
  samplesOf,
  rowsOf,
  withField,
  withHeaderRows,
  withUnit,
  withUse,
} from './mapping-draft';

const sheet = '订单';
const at = 9;

describe('a mapping that somebody changes', () => {
  const { found, mapping } = aFound();
  const columnOf = (draft: typeof mapping, position: number) => draft.sheets[0]?.mapping.columns[position];

  it('starts as it was recognised, with nothing open', () => {
    expect(mapping.sheets[0]?.mapping.kind).toBe('P0');
    expect(openIn(mapping)).toEqual([]);
    expect(columnOf(mapping, 3)).toMatchObject({ use: 'dropped', field: 'nickname' });
    expect(samplesOf(rowsOf(found, sheet).slice(1), 7)).toEqual(['1.2万', '8000']);
  });

  it('asks for the unit of an amount that nobody knows, and is done when it is said', () => {
    const priced = withField(found, mapping, sheet, at, 'totalBudget');
    expect(columnOf(priced, at)).toMatchObject({ use: 'field', options: { moneyUnit: null } });
    expect(openIn(priced)).toMatchObject([
      { sheet, problem: { code: 'money-unit-unknown', headers: ['神秘指数'] } },
    ]);
    expect(openIn(withUnit(priced, sheet, at, { moneyUnit: 'yuan' }))).toEqual([]);
  });

  it('says so when two columns are one field, and when what names a row is gone', () => {
    expect(openIn(withField(found, mapping, sheet, at, 'reads'))).toMatchObject([
      { problem: { code: 'two-columns-one-field', field: 'reads' } },
    ]);
    const nameless = withUse(mapping, sheet, 1, 'ignored');
    expect(openIn(nameless)).toMatchObject([{ problem: { code: 'required-missing', oneOf: [['orderId']] } }]);
    expect(openIn(withUse(nameless, sheet, 1, 'field'))).toEqual([]);
  });

  it('needs the day of the data where no column says it', () => {
    const undated = withUse(mapping, sheet, 0, 'ignored');
    expect(openIn(undated)).toEqual([{ sheet, problem: { code: 'needs-day' } }]);
    expect(openIn({ ...undated, dataDay: '2026-11-20' })).toEqual([]);
  });

  it('never reads a column that says who somebody is', () => {
    const named = withField(found, mapping, sheet, at, 'phone');
    expect(columnOf(named, at)).toMatchObject({ use: 'dropped', field: 'phone' });
  });

  it('is told anew when the sheet is another kind, or its header stands elsewhere', () => {
    const ads = readAs(found, mapping, sheet, { record: 'ad-row' });
    expect(ads.sheets[0]?.mapping).toMatchObject({ kind: null, record: 'ad-row' });
    expect(headerChoices(found, mapping.sheets[0] ?? never())).toContainEqual([1, 2]);
    const moved = withHeaderRows(found, mapping, sheet, [2]);
    expect(moved.sheets[0]?.headerRows).toEqual([2]);
    expect(columnOf(moved, 4)).toMatchObject({ header: '5000', use: 'ignored' });
  });
});

function never(): never {
  throw new Error('an order report has a sheet');
}
