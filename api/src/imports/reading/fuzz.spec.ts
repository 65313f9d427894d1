import fc from 'fast-check';
import { asBytes, refusalOf } from '../../../test/reading';
import { aWorkbook, xmlRow } from '../../../test/workbook-bytes';

const strings = '<si><t>标题</t></si>';
const rows = `<row r="1"><c t="s"><v>0</v></c></row>${xmlRow(2, 'a', 1)}`;
const after = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';
const valid: Uint8Array[] = [
  aWorkbook({ sheets: [{ name: 'S', rows, after }], strings }),
  aWorkbook({ sheets: [{ name: 'S', rows, after }], strings, level: 0 }),
  asBytes('标题,数\r\n"夏,天",1\r\n'),
  asBytes('{"items":[{"id":"65f0","n":192837465564738291,"l":[{"a":1}]}]}'),
  asBytes('{"a":1}\n{"a":2,"b":[1]}\n'),
  Buffer.from('\ufeff标题,数\n夏,1\n', 'utf16le'),
];

/** `refusalOf` passes on whatever is thrown and is no refusal, and that fails the property. */
const endsWell = async (bytes: Uint8Array): Promise<void> => {
  await refusalOf(bytes);
};

describe('whatever the bytes are', () => {
  it('they are read or refused: bytes by chance', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), endsWell), { numRuns: 1_000 });
  });

  it('they are read or refused: real files with bytes changed, put in, or cut off', async () => {
    const change = fc.record({
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
      kind: fc.constantFrom('set', 'insert', 'cut'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...valid),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (file, changes) => {
          let bytes = Buffer.from(file);
          for (const { at, byte, kind } of changes) {
            const place = at % (bytes.length + 1);
            const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
            if (kind === 'set') bytes = Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)]);
            if (kind === 'insert') bytes = Buffer.concat([head, Buffer.from([byte]), tail]);
            if (kind === 'cut' && byte < 40) bytes = Buffer.from(head);
          }
          await endsWell(bytes);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('they are read or refused: XML that no program writes', async () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<row r="9">',
      '<row r="-1">',
      '<c>',
      '</c>',
      '<c t="s">',
      '<c r="ZZZZZ9">',
      '<c t="b" s="99">',
      '<v>',
      '</v>',
      '<is><t>',
      '</t></is>',
      '1',
      'x',
      '1e999',
      '&amp;',
      '<rPh>',
      '</rPh>',
      '<![CDATA[<]]>',
      '</sheetData>',
      '<sheetData>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), (pieces) =>
        endsWell(aWorkbook({ sheets: [{ name: 'S', rows: pieces.join('') }], strings })),
      ),
      { numRuns: 500 },
    );
  });
});
