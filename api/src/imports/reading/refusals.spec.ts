import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { refusalOf, rowsIn } from '../../../test/reading';
import { aWorkbook, xmlRow } from '../../../test/workbook-bytes';
import { chunksOf } from './file-in-hand';
import { usualLimits } from './limits';
import { openFile } from './read-file';

const twoRows = xmlRow(1, 'a', 'b') + xmlRow(2, 1, 2);
const sheets = [{ name: 'S', rows: twoRows }];
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(5_000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(100),
  ]);

const sameTarget = (target: string) =>
  `<Relationships>${['rId1', 'rId2'].map((id) => `<Relationship Id="${id}" Type="x/worksheet" Target="${target}"/>`).join('')}</Relationships>`;

/** The workbook with another number written over one in its directory, as a liar would. */
function withDirectory(bytes: Uint8Array, entry: string, offset: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  const directory = copy.lastIndexOf(entry) - 46;
  expect(copy.readUInt32LE(directory)).toBe(0x02014b50);
  copy.writeUInt32LE(value, directory + offset);
  return copy;
}

describe('a file is refused', () => {
  it.each([
    ['xls', ole('Workbook')],
    ['office-document', ole('WordDocument')],
    ['pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3')],
    ['image', latin1('\x89PNG\r\n\x1a\n\0\0')],
    ['program', latin1('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff')],
    ['program', latin1('\x7fELF\x02\x01')],
    ['compressed', gzipSync('a,b\n1,2\n')],
    ['database', latin1('SQLite format 3\0\x10')],
    ['html', latin1('\xef\xbb\xbf \n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    ['html', latin1('<!DOCTYPE html><title>x</title>')],
    ['xml', latin1('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
    ['zip', zipSync({ 'a.csv': latin1('a,b\n1,2\n') })],
    ['office-document', zipSync({ 'word/document.xml': latin1('<w/>') })],
    ['xlsb', zipSync({ 'xl/workbook.bin': latin1('x') })],
    ['ods', zipSync({ mimetype: latin1('x'), 'content.xml': latin1('<o/>') })],
    ['binary', Buffer.from([1, 2, 0, 0, 3, 0, 0, 9, 0, 0])],
  ])('by what it is: %s', async (found, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'other-kind', found });
  });

  it('with nothing in it, or with a header alone', async () => {
    expect(await refusalOf('')).toEqual({ code: 'empty-file' });
    for (const blank of ['\ufeff', '\n\n', ' , ,\n', '[]'])
      expect(await refusalOf(blank)).toEqual({ code: 'empty-file' });
    expect(await refusalOf('a,b\n')).toEqual({ code: 'only-header', rows: 1 });
    expect(await refusalOf(aWorkbook({ sheets: [{ name: 'S', rows: '' }] }))).toEqual({ code: 'empty-file' });
    expect(await refusalOf(aWorkbook({ sheets: [{ name: 'S', rows: xmlRow(1, 'a') }] }))).toEqual({
      code: 'only-header',
      rows: 1,
    });
  });

  it('that is larger than it may be, and as soon as it is larger than it said', async () => {
    expect(await refusalOf('a,b\n1,2\n', { fileBytesMax: 7 })).toEqual({
      code: 'file-too-large',
      bytes: 8,
      bytesMax: 7,
    });
    const liar = {
      size: 1,
      open: async function* () {
        for (;;) yield await Promise.resolve(new Uint8Array(1_000).fill(0x61));
      },
    };
    await expect(openFile(liar, { ...usualLimits, fileBytesMax: 2_500 })).rejects.toMatchObject({
      refusal: { code: 'file-too-large', bytes: 3_000, bytesMax: 2_500 },
    });
    await expect(chunksOf(liar, { fileBytesMax: 0 }).next()).rejects.toMatchObject({ refusal: { bytes: 1 } });
  });

  it('with more rows than the limit beneath its header, and not with as many', async () => {
    const csv = `a\n${'1\n'.repeat(10)}`;
    expect(await rowsIn(csv, { rowsMax: 10 })).toHaveLength(11);
    expect(await refusalOf(csv, { rowsMax: 9 })).toEqual({ code: 'too-many-rows', sheet: 'csv', rowsMax: 9 });
  });

  it('with 300 columns, and not with 299', async () => {
    const csv = (columns: number) =>
      `${Array.from({ length: columns }, (_, at) => `c${at}`).join(',')}\n1,2\n`;
    expect(await refusalOf(csv(299))).toBeNull();
    const refusal = { code: 'too-many-columns', row: 1, columns: 300, columnsMax: 299 };
    expect(await refusalOf(csv(300))).toEqual({ ...refusal, sheet: 'csv' });
    const wide = aWorkbook({
      sheets: [{ name: 'S', rows: xmlRow(1, ...Array.from({ length: 300 }, () => 1)) }],
    });
    expect(await refusalOf(wide)).toEqual({ ...refusal, sheet: 'S' });
  });

  it('with a cell that no spreadsheet holds', async () => {
    const refusal = { code: 'cell-too-long', row: 2, characters: 32_768, charactersMax: 32_767 };
    const [fits, tooLong] = ['x'.repeat(32_767), 'x'.repeat(32_768)];
    expect(await refusalOf(`a\n${fits}\n`)).toBeNull();
    expect(await refusalOf(`a\n${tooLong}\n`)).toEqual({ ...refusal, sheet: 'csv' });
    expect(
      await refusalOf(aWorkbook({ sheets: [{ name: 'S', rows: xmlRow(1, 'a') + xmlRow(2, tooLong) }] })),
    ).toEqual({ ...refusal, sheet: 'S' });
  });

  it('that acts, or looks into other files', async () => {
    const withPart = (name: string) => aWorkbook({ sheets, parts: { [name]: 'x' } });
    expect(await refusalOf(withPart('xl/vbaProject.bin'))).toEqual({
      code: 'macros',
      entry: 'xl/vbaProject.bin',
    });
    expect(await refusalOf(withPart('xl/macrosheets/sheet1.xml'))).toMatchObject({ code: 'macros' });
    const link = 'xl/externalLinks/externalLink1.xml';
    expect(await refusalOf(withPart(link))).toEqual({ code: 'external-links', entry: link });
  });

  it('that is locked', async () => {
    expect(await refusalOf(ole('EncryptedPackage'))).toEqual({ code: 'encrypted' });
    // The lowest bit of the flags in the directory says that a part is encrypted.
    const flags = withDirectory(aWorkbook({ sheets }), 'xl/worksheets/sheet1.xml', 8, 1 | (8 << 16));
    expect(await refusalOf(flags)).toEqual({ code: 'encrypted' });
  });

  it('that would climb out of its folder', async () => {
    for (const entry of ['../../etc/passwd', '/etc/passwd', 'C:/x', 'xl\\..\\..\\x'])
      expect(await refusalOf(aWorkbook({ sheets, parts: { [entry]: 'x' } }))).toEqual({
        code: 'unsafe-path',
        entry: entry.replaceAll('\\', '/'),
      });
  });

  it('that declares entities', async () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData/></worksheet>';
    const entry = 'xl/worksheets/sheet1.xml';
    expect(await refusalOf(aWorkbook({ sheets, parts: { [entry]: doctype } }))).toEqual({
      code: 'xml-doctype',
      entry,
    });
    const undeclared = `<worksheet><sheetData>${xmlRow(1, '&a;')}</sheetData></worksheet>`;
    expect(await refusalOf(aWorkbook({ sheets, parts: { [entry]: undeclared } }))).toEqual({
      code: 'damaged',
      part: entry,
    });
  });

  it('for being a bomb: too many parts, too dense, too large, or larger than it says', async () => {
    const entry = 'xl/media/a.bin';
    const parts = { [entry]: new Uint8Array(11 * 2 ** 20) };
    const dense = aWorkbook({ sheets, parts });
    expect(dense.length).toBeLessThan(20_000);
    expect(await refusalOf(dense)).toMatchObject({ code: 'zip-bomb', measure: 'ratio', max: 100, entry });
    expect(await refusalOf(dense, { zipBytesMax: 2 ** 20 })).toMatchObject({
      code: 'zip-bomb',
      measure: 'bytes',
      entry,
    });
    expect(await refusalOf(aWorkbook({ sheets }), { zipEntriesMax: 5 })).toEqual({
      code: 'zip-bomb',
      measure: 'entries',
      seen: 6,
      max: 5,
      entry: null,
    });

    const sheet = 'xl/worksheets/sheet1.xml';
    const bytes = aWorkbook({ sheets: [{ name: 'S', rows: `${twoRows}${' '.repeat(9_000_000)}` }] });
    const lying = withDirectory(bytes, sheet, 24, 1_000);
    const refusal = await refusalOf(lying);
    expect(refusal).toMatchObject({ code: 'zip-bomb', measure: 'bytes', max: 1_000, entry: sheet });
    // It stopped at the first piece and did not unpack the rest.
    expect((refusal as { seen: number }).seen).toBeLessThan(100_000);
  });

  it('whose shared texts or merged cells would fill the memory', async () => {
    const strings = `<si><t>${'x'.repeat(1_000)}</t></si>`;
    expect(await refusalOf(aWorkbook({ sheets, strings }), { sharedCharactersMax: 999 })).toMatchObject({
      code: 'too-much-text',
      charactersMax: 999,
    });
    const after = `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(11)}</mergeCells>`;
    expect(
      await refusalOf(aWorkbook({ sheets: [{ name: 'S', rows: twoRows, after }] }), { mergesMax: 10 }),
    ).toEqual({
      code: 'too-many-merges',
      sheet: 'S',
      mergesMax: 10,
    });
  });

  // By a pattern that looks back at every blank this would take minutes, beyond what a spec is given.
  it('where blanks or brackets are many', async () => {
    const blanks = `é${' '.repeat(30_000)}é`;
    expect(await refusalOf(`a\n${`${blanks}\n`.repeat(50)}`)).toBeNull();
    const after = `<mergeCells>${'<mergeCell '.repeat(200_000)}`;
    await refusalOf(aWorkbook({ sheets: [{ name: 'S', rows: twoRows, after }] }));
  });

  it('that was cut off or changed on its way', async () => {
    const bytes = aWorkbook({ sheets });
    expect(await refusalOf(bytes.subarray(0, bytes.length - 30))).toMatchObject({ code: 'damaged' });
    const sheet = 'xl/worksheets/sheet1.xml';
    // Stored and not packed, a changed digit shows in nothing but the check sum.
    const stored = Buffer.from(aWorkbook({ sheets, level: 0 }));
    stored[stored.indexOf('<v>2</v>') + 3] = 0x33;
    expect(await refusalOf(stored)).toEqual({ code: 'damaged', part: sheet });
    expect(await refusalOf(aWorkbook({ sheets, parts: { [sheet]: '<worksheet><sheetData><row>' } }))).toEqual(
      { code: 'damaged', part: sheet },
    );
    const nowhere = `<worksheet><sheetData><row r="1"><c t="s"><v>7</v></c></row></sheetData></worksheet>`;
    expect(await refusalOf(aWorkbook({ sheets, parts: { [sheet]: nowhere } }))).toEqual({
      code: 'damaged',
      part: sheet,
    });
    const twice = aWorkbook({
      sheets: [...sheets, { name: 'T', rows: twoRows }],
      parts: { 'xl/_rels/workbook.xml.rels': sameTarget('worksheets/sheet1.xml') },
    });
    expect(await refusalOf(twice)).toEqual({ code: 'damaged', part: sheet });
    expect(await refusalOf(aWorkbook({ sheets, parts: { [sheet]: null } }))).toEqual({
      code: 'damaged',
      part: sheet,
    });
  });
});
