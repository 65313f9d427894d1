import { cellsIn, rowsIn } from '../../../../test/reading';
import { aWorkbook, type SheetXml, type WorkbookXml, xmlRow } from '../../../../test/workbook-bytes';
import { fileOfBytes } from '../file-in-hand';
import { openFile } from '../read-file';
import { isDateFormat } from './number-styles';

const oneSheet = (
  rows: string,
  more: Omit<WorkbookXml, 'sheets'> & Pick<SheetXml, 'after'> = {},
): Uint8Array => {
  const { after = '', ...workbook } = more;
  return aWorkbook({ sheets: [{ name: '表', rows, after }], ...workbook });
};

describe('a workbook', () => {
  it('has texts of all kinds, as a person sees them', async () => {
    const strings =
      '<si><t>标题</t></si>' +
      '<si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细 </t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>' +
      '<si><t>a_x000D_b_x005F_x000D_ &amp; <![CDATA[<c>]]></t></si><si><t> \u200b</t></si>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c>' +
      '<c r="C2" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c></row>';
    expect(await cellsIn(oneSheet(rows, { strings }))).toEqual([
      ['标题', '粗 细', '東京'],
      ['a\rb_x000D_ & <c>', null, '行内'],
    ]);
  });

  it('has what formulas last gave, truths, and nothing for an error', async () => {
    const rows =
      xmlRow(1, 'a', 'b', 'c', 'd', 'e') +
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"x"</f><v>x</v></c>' +
      '<c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2" t="b"><v>0</v></c></row>' +
      '<row r="3"><c r="A3"><f>HYPERLINK("http://x","y")</f></c><c r="B3"><v>7</v></c><c><v> </v></c></row>';
    expect(await cellsIn(oneSheet(rows))).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      [2, 'x', true, null, false],
      [null, 7],
    ]);
  });

  it('has exact numbers, and ids that a double cannot hold as their digits', async () => {
    const values = ['0.1', '-3', '1E-3', '9007199254740991', '192837465564738291', '1.9283746556473829E+17'];
    const row = `<row r="2">${values.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`;
    const [, cells] = await cellsIn(oneSheet(xmlRow(1, 'a') + row));
    expect(cells).toEqual([0.1, -3, 0.001, 9007199254740991, '192837465564738291', Number(values.at(-1))]);
  });

  it('has days where the format shows days, from 1900 and from 1904', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
      '<numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="57"/></cellXfs>';
    const row =
      '<row r="2">' +
      [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>46204.5</v></c>`).join('') +
      '<c t="d"><v>2026-07-01T12:00:00</v></c></row>';
    const date = { excelSerial: 46204.5 };
    const read = async (since1904: boolean) =>
      (await cellsIn(oneSheet(xmlRow(1, 'a') + row, { styles, since1904 })))[1];
    expect(await read(false)).toEqual([46204.5, date, date, 46204.5, date, date]);
    expect((await read(true))?.[1]).toEqual({ excelSerial: 46204.5 + 1_462 });
  });

  it.each([
    ['yyyy/m/d', true],
    ['[$-804]yyyy"年"', true],
    ['[h]:mm', true],
    ['上午/下午h"时"', true],
    ['General', false],
    ['#,##0.00_);[Red](#,##0.00)', false],
    ['0.00E+00', false],
    ['"day" 0', false],
    ['0\\d', false],
    ['[DBNum1]0', false],
  ])('takes the format %s as one of days: %s', (code, is) => {
    expect(isDateFormat(code)).toBe(is);
  });

  it('reads a number that is shown in hundredths as what is shown, whatever its value', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const cells = (style: number, ...values: number[]) =>
      values.map((value) => `<c s="${style}"><v>${value}</v></c>`).join('');
    const rows = `${xmlRow(1, 'a')}<row r="2">${cells(1, 1.25, 0, 0.07)}${cells(2, 0.0825)}${cells(3, 0.09312, -0.5)}${cells(4, 8)}</row>`;
    expect((await cellsIn(oneSheet(rows, { styles })))[1]).toEqual([
      '125.00%',
      '0%',
      '7.00%',
      '8.25%',
      '9.312%',
      '-50.00%',
      8,
    ]);
  });

  it('places cells by their address, or after the one before, and leaves out empty rows', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="3"/>' +
      '<row r="4"><c r="B4" s="3"/></row><row r="7"><c r="C7"><v>3</v></c><c r="A7"><v>1</v></c><c r="AA7" s="1"/></row>' +
      '<row><c><v>8</v></c></row>';
    expect(await rowsIn(oneSheet(rows))).toEqual([
      { sheet: '表', number: 1, cells: [1, null, null, 4, 5] },
      { sheet: '表', number: 7, cells: [1, null, 3] },
      { sheet: '表', number: 8, cells: [8] },
    ]);
  });

  it('fills merged cells from their corner, and nothing outside them', async () => {
    const rows =
      xmlRow(1, '标题') +
      '<row r="2"><c r="A2" t="inlineStr"><is><t>名</t></is></c><c r="B2" t="inlineStr"><is><t>日常</t></is></c><c r="C2"/></row>' +
      '<row r="3"><c r="B3"><v>1</v></c><c r="C3"><v>2</v></c></row>' +
      '<row r="4"><c r="A4"><v>9</v></c></row>';
    const after =
      '<autoFilter ref="A1:C4"/><mergeCells count="4"><mergeCell ref="A1:C1"/><mergeCell ref=\'B2:C2\'/><mergeCell ref="A2:A3"/><mergeCell ref="E1:F2"/></mergeCells>';
    expect(await cellsIn(oneSheet(rows, { after }))).toEqual([
      ['标题', '标题', '标题'],
      ['名', '日常', '日常'],
      ['名', 1, 2],
      [9],
    ]);
  });

  it('has its sheets in the order of the tabs, and tells those that it hides', async () => {
    const sheets: SheetXml[] = [
      { name: '观看', rows: xmlRow(1, 'a') + xmlRow(2, 1) },
      { name: '暗', rows: xmlRow(1, 'b') + xmlRow(2, 2), state: 'hidden' },
      { name: '更暗', rows: xmlRow(1, 'b') + xmlRow(2, 2), state: 'veryHidden' },
      { name: '曝光', rows: xmlRow(1, 'c') + xmlRow(2, 3) },
      { name: '空', rows: '' },
    ];
    const bytes = aWorkbook({ sheets });
    expect((await rowsIn(bytes)).map(({ sheet, cells }) => [sheet, ...cells])).toEqual([
      ['观看', 'a'],
      ['观看', 1],
      ['曝光', 'c'],
      ['曝光', 3],
    ]);
    const { facts } = await openFile(fileOfBytes(bytes));
    expect(facts).toEqual({
      kind: 'xlsx',
      encoding: null,
      separator: null,
      sheets: ['观看', '曝光', '空'],
      hiddenSheets: ['暗', '更暗'],
    });
  });

  it('reads strict files, prefixed names, other cases of part names and UTF-16 inside', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const x = `xmlns:x="${strict}/spreadsheetml/main"`;
    const sheet =
      `<x:worksheet ${x}><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>` +
      '<x:row r="2"><x:c><x:v>5</x:v></x:c></x:row></x:sheetData>' +
      '<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>';
    const parts = {
      'xl/worksheets/sheet1.xml': sheet,
      'xl/sharedStrings.xml': null,
      'xl/SharedStrings.xml': Buffer.from(`\ufeff<x:sst ${x}><x:si><x:t>头</x:t></x:si></x:sst>`, 'utf16le'),
      'xl/workbook.xml':
        `<x:workbook ${x} xmlns:q="${strict}/officeDocument/relationships"><x:sheets>` +
        '<x:sheet name="S" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    };
    expect(await cellsIn(oneSheet('', { parts }))).toEqual([['头', '头'], [5]]);
  });

  it('reads the same however its bytes are cut', async () => {
    const bytes = oneSheet(xmlRow(1, 'a', '标题') + xmlRow(2, 1, '😀'));
    const whole = await rowsIn(bytes);
    expect(whole).toHaveLength(2);
    for (const chunk of [1, 7, 100, bytes.length - 1]) expect(await rowsIn(bytes, {}, chunk)).toEqual(whole);
  });

  it('finds the merged cells wherever the pieces that it is unpacked in are cut', async () => {
    const after = '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>';
    for (let padding = 65_300; padding < 65_536; padding += 5) {
      const rows = `${xmlRow(1, 'a', 'b')}${xmlRow(2, 1)}<!--${'x'.repeat(padding - 200)}-->`;
      expect((await cellsIn(oneSheet(rows, { after })))[1]).toEqual([1, 1]);
    }
  });

  it('reads many rows across the pieces that it is unpacked in', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => xmlRow(at + 1, `第${at}行`, at * 1.5));
    const read = await rowsIn(oneSheet(rows.join('')));
    expect(read).toHaveLength(5_000);
    expect(
      read.every(
        ({ number, cells }, at) => number === at + 1 && cells[0] === `第${at}行` && cells[1] === at * 1.5,
      ),
    ).toBe(true);
  });
});
