import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { unzipped } from '../../test/unzipped';
import { columnLetters, type Sheet, spreadsheet } from './spreadsheet';

const written = async (...sheets: Sheet[]) =>
  buffer(Readable.from(spreadsheet(sheets), { objectMode: false }));
const aSheet = (rows: Sheet['rows']): Sheet => ({ name: 'A & B', widths: [10], frozen: false, rows });

describe('a workbook', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %d %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('holds texts as they are, and none that XML could not', async () => {
    const texts = ['=1+1', '<b>&"x"', ' 前后 ', 'a\r\nb', 'x\u0000\u0001y\ud800', '👩‍🍳', '_x0041_'];
    const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/workbook.xml': workbook } = unzipped(
      await written(aSheet([texts.map((value) => [{ value }])])),
    );
    expect([...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text)).toEqual([
      '=1+1',
      '&lt;b&gt;&amp;&quot;x&quot;',
      ' 前后 ',
      'a&#13;\nb',
      'xy',
      '👩‍🍳',
      '_x005F_x0041_',
    ]);
    expect(sheet).not.toContain('<f');
    expect(workbook).toContain('name="A &amp; B"');
  });

  it('leaves out what is not known, and keeps figures as figures', async () => {
    const files = unzipped(
      await written(aSheet([[[null, { value: -0.25, style: 'ratio' }, { value: 3, style: 'integer' }]]])),
    );
    expect(files['xl/worksheets/sheet1.xml']).toContain(
      '<row r="1"><c r="B1" s="3"><v>-0.25</v></c><c r="C1" s="2"><v>3</v></c></row>',
    );
  });

  it('is the same archive for the same content', async () => {
    const rows = [[[{ value: '茶' }]]];
    expect(await written(aSheet(rows))).toEqual(await written(aSheet(rows)));
  });

  it('tells whoever reads it that its rows could not be read', async () => {
    const failing = async function* () {
      yield [[{ value: 'first' }]];
      throw new Error('the database went away');
    };
    await expect(written(aSheet(failing()))).rejects.toThrow('the database went away');
  });
});
