import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** The official order report as brands export it, header by header. */
const header =
  '数据更新日期,笔记数,发布人数,图文笔记占比,视频笔记占比,订单id,合作名称,报备品牌,下单账号,博主报价,服务费金额,是否为优效模式,总预算,总消耗,订单来源,订单创建时间,订单完成时间,spu名称,总曝光量,总阅读量,总阅读UV,5s播放率,3s阅读率,平均浏览时长,总互动量,总互动率,总点赞量,总收藏量,总评论量,总分享量,总关注量,总自然曝光量,总自然阅读量,阅读量达成率,总推广曝光量,总推广阅读量,总加热曝光量,总加热阅读量,阅读单价,互动单价'.split(
    ',',
  );

type Value = string | number;

/** One order; the same at every call, so that all who read or copy have the same rows. */
function order(at: number): Value[] {
  const some = (salt: number, below: number) =>
    (Math.imul(at + 1, 2_654_435_761) + salt * 40_503 + at * salt) % below;
  const n = (salt: number, below: number) => Math.abs(some(salt, below));
  const percent = (salt: number) => `${(n(salt, 1_000) / 10).toFixed(1)}%`;
  const quote = 500 + n(1, 400) * 10;
  const [natural, promoted] = [n(2, 90_000), n(3, 20_000)];
  const [naturalReads, promotedReads] = [Math.ceil(natural / 9), Math.ceil(promoted / 40)];
  const reads = naturalReads + promotedReads;
  const [likes, collects, comments, shares] = [n(4, 900), n(5, 400), n(6, 90), n(7, 60)];
  const interactions = likes + collects + comments + shares;
  const day = `2026/${7 + n(8, 3)}/${1 + n(9, 28)}`;
  return [
    '2026/10/06',
    1,
    1,
    '100%',
    '-',
    `6512${String(10_000_000_000 + at)}`,
    `秋季种草${n(10, 400)}`,
    '示例品牌',
    `示例账号${n(11, 20)}`,
    quote,
    quote / 10,
    n(12, 2) ? '是' : '否',
    quote + 2_000,
    quote + n(13, 2_000),
    '定制商单',
    day,
    day,
    `示例精华${n(14, 60)}`,
    natural + promoted,
    reads,
    reads - n(15, 9),
    '-',
    percent(16),
    n(17, 60),
    interactions,
    percent(18),
    likes,
    collects,
    comments,
    shares,
    n(19, 40),
    natural,
    naturalReads,
    percent(20),
    promoted,
    promotedReads,
    0,
    0,
    Number((quote / reads).toFixed(2)),
    Number((quote / (interactions + 1)).toFixed(2)),
  ];
}

const rowsOf = function* (count: number): Generator<Value[]> {
  yield header;
  for (let at = 0; at < count; at++) yield order(at);
};

export const reportColumns = header.length;

/** Writes the report as CSV, and returns its bytes. */
export async function writeCsv(path: string, count: number): Promise<number> {
  const file = createWriteStream(path);
  let text = '';
  for (const row of rowsOf(count)) {
    text += `${row.join(',')}\n`;
    if (text.length < 2 ** 18) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
  return file.bytesWritten;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** Writes the report as Excel would, texts shared and the address in each cell, and returns its bytes. */
export async function writeXlsx(path: string, count: number): Promise<number> {
  const file = createWriteStream(path);
  const zip = new Zip((error, data) => {
    if (error) file.destroy(error);
    else file.write(data);
  });
  const small = (name: string, content: string) => {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(Buffer.from(content), true);
  };
  const large = async (name: string, pieces: Iterable<string>) => {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < 2 ** 18) continue;
      part.push(Buffer.from(text));
      text = '';
      if (file.writableNeedDrain) await once(file, 'drain');
    }
    part.push(Buffer.from(text), true);
  };
  small(
    '_rels/.rels',
    relations(`<Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
  );
  small(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="订单" sheetId="1" r:id="a"/></sheets></workbook>`,
  );
  small(
    'xl/_rels/workbook.xml.rels',
    relations(
      `<Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="b" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`,
    ),
  );
  const strings = new Map<string, number>();
  await large('xl/worksheets/sheet1.xml', sheetXml(count, strings));
  await large('xl/sharedStrings.xml', stringsXml(strings));
  zip.end();
  file.end();
  await finished(file);
  return file.bytesWritten;
}

function* sheetXml(count: number, strings: Map<string, number>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetData>`;
  let number = 0;
  for (const row of rowsOf(count)) {
    number++;
    let xml = `<row r="${number}" spans="1:${header.length}">`;
    for (const [column, value] of row.entries()) {
      const place = `${columnNames[column]}${number}`;
      if (typeof value === 'number') xml += `<c r="${place}"><v>${value}</v></c>`;
      else {
        const known = strings.get(value) ?? strings.size;
        strings.set(value, known);
        xml += `<c r="${place}" t="s"><v>${known}</v></c>`;
      }
    }
    yield `${xml}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function* stringsXml(strings: Map<string, number>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${main}">`;
  for (const text of strings.keys()) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const columnNames = header.map(
  (_, at) => `${at < 26 ? '' : letters[Math.floor(at / 26) - 1]}${letters[at % 26]}`,
);
