import fc from 'fast-check';
import { cellsIn, refusalOf, rowsIn } from '../../../../test/reading';
import { fileOfBytes } from '../file-in-hand';
import { openFile } from '../read-file';

/** 时间,消费 / 信息流,2.5 / 搜索推广,10, as a Chinese Windows saves it. */
const gbBytes = Uint8Array.from([
  0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xcf, 0xfb, 0xb7, 0xd1, 0x0a, 0xd0, 0xc5, 0xcf, 0xa2, 0xc1, 0xf7, 0x2c, 0x32,
  0x2e, 0x35, 0x0a, 0xcb, 0xd1, 0xcb, 0xf7, 0xcd, 0xc6, 0xb9, 0xe3, 0x2c, 0x31, 0x30, 0x0a,
]);
const gbCells = [
  ['时间', '消费'],
  ['信息流', '2.5'],
  ['搜索推广', '10'],
];
const utf16 = (text: string, mark: boolean, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const factsOf = async (content: string | Uint8Array) =>
  (await openFile(fileOfBytes(typeof content === 'string' ? Buffer.from(content) : content))).facts;

describe('a text file', () => {
  it('is read in every encoding people save, with and without a mark', async () => {
    const text = '标题,数\n一夏😀,1\n';
    const cells = [
      ['标题', '数'],
      ['一夏😀', '1'],
    ];
    expect(await cellsIn(text)).toEqual(cells);
    expect(await cellsIn(`\ufeff${text}`)).toEqual(cells);
    for (const mark of [true, false])
      for (const bigEndian of [true, false])
        expect(await cellsIn(utf16(text, mark, bigEndian))).toEqual(cells);
    expect(await cellsIn(gbBytes)).toEqual(gbCells);
  });

  it('tells its encoding and its separator', async () => {
    expect(await factsOf(gbBytes)).toMatchObject({ kind: 'csv', encoding: 'gb18030', separator: ',' });
    expect(await factsOf('a;b\n1,5;2\n')).toMatchObject({ encoding: 'utf-8', separator: ';' });
    expect(await factsOf(utf16('a\tb\n1\t2\n', true))).toMatchObject({
      encoding: 'utf-16le',
      separator: '\t',
    });
    expect(await factsOf('报告 2026\n日期;标题;赞\n1;a, b, c;3\n2;d, e;4\n')).toMatchObject({
      separator: ';',
    });
    expect(await factsOf('只有一列\n1\n2\n')).toMatchObject({ separator: ',' });
  });

  it('is refused rather than read wrong', async () => {
    const latin1 = Buffer.from('nom,prix\ncafé crème,élevé\n', 'latin1');
    const big5 = Uint8Array.from([
      0xae, 0xc9, 0xb6, 0xa1, 0x2c, 0xae, 0x4f, 0xa5, 0x5c, 0xa4, 0x40, 0x0a, 0x31, 0x0a,
    ]);
    const brokenUtf8 = Buffer.concat([
      Buffer.from('标题,数\n夏天,1\n'),
      Buffer.from([0xe4, 0xb8]),
      Buffer.from('\n'),
    ]);
    const lost = `标题,数\n${'\ufffd\ufffd\ufffd,1\n'.repeat(9)}`;
    for (const bytes of [latin1, big5, brokenUtf8, lost, gbBytes.subarray(0, 15)])
      expect(await refusalOf(bytes)).toEqual({ code: 'unknown-encoding' });
  });

  it('keeps a single character that some tool had lost before', async () => {
    expect(await cellsIn('标题,数\n夏天很长很长\ufffd,1\n')).toEqual([
      ['标题', '数'],
      ['夏天很长很长\ufffd', '1'],
    ]);
  });

  it('takes mixed line ends, quotes in titles, and counts empty lines', async () => {
    const rows = await rowsIn('a,b\r\n"1\n2","say ""hi"""\r\r\n5" 屏,x\n');
    expect(rows).toEqual([
      { sheet: 'csv', number: 1, cells: ['a', 'b'] },
      { sheet: 'csv', number: 2, cells: ['1\n2', 'say "hi"'] },
      { sheet: 'csv', number: 4, cells: ['5" 屏', 'x'] },
    ]);
  });

  it('has cells without invisible edges, and nothing where nothing is', async () => {
    const [, row] = await cellsIn('a,b,c,d,e\n\u00a0 1 ,\u200b\u200b,\u200e65f0\ufeff,家\u200d庭,　\n');
    expect(row).toEqual(['1', null, '65f0', '家\u200d庭']);
  });

  it('does not show the line that tells Excel the separator', async () => {
    expect(await rowsIn('sep=;\na;b\n1;2\n')).toMatchObject([
      { number: 2 },
      { number: 3, cells: ['1', '2'] },
    ]);
  });

  it('names the row whose quote never closes, in a small file and in a large one', async () => {
    expect(await refusalOf('a,b\n1,2\n3,"4\n5,6\n')).toEqual({
      code: 'quote-unclosed',
      sheet: 'csv',
      row: 3,
    });
    const long = `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(2_000_000)}`;
    expect(await refusalOf(long)).toEqual({ code: 'quote-unclosed', sheet: 'csv', row: 3 });
  });

  it('reads the same rows however its bytes are cut', async () => {
    const texts = ['标题,数,"引\r\n用"\r\n😀夏,"1,5",x\n\n"a""b",\u00a0,y\r\n', 'a;b\r\n1;2\r\n3;4'];
    for (const content of [
      ...texts.map((text) => Buffer.from(text)),
      Buffer.from('\ufeffa,b\n1,2\n'),
      gbBytes,
      utf16(texts[0] ?? '', false),
    ]) {
      const whole = await rowsIn(content);
      for (let chunk = 1; chunk < content.length; chunk++)
        expect(await rowsIn(content, {}, chunk)).toEqual(whole);
    }
  });

  it('gives back any table that was written into it', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 8 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 50 }), async (rows, chunk) => {
        const text = `"序号","x","y","z"\n${rows.map((row, at) => [String(at), ...row].map(quoted).join(',')).join('\n')}\n`;
        const read = await cellsIn(text, {}, chunk);
        for (const [at, row] of rows.entries())
          for (const [column, value] of row.entries())
            expect(read[at + 1]?.[column + 1] ?? '').toBe(
              value.replace(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g, ''),
            );
      }),
      { numRuns: 200 },
    );
  });
});
