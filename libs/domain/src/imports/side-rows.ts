import type { SheetRow } from './cells';
import { headerText } from './header-rows';
import type { SheetMapping } from './mapping';
import { plainText } from './plain-text';

const total =
  /^(?:合计|总计|汇总|小计|总和|共计|平均|平均值|均值|全部汇总|grand total|subtotal|total|sum|average)(?:\s*[:：(（/].*|行|值|数)?$/i;
const countOfRows = /^[共合]\s*计?\s*\d[\d,]*\s*[条行篇个项位人名家]/;
const remark =
  /^(?:注|备注|说明|数据来源|数据说明|统计时间|统计周期|统计口径|导出时间|制表|免责声明|以上数据|\*|※)\s*[0-9]*\s*[:：、.)）]?/;

/** 合 计, drawn apart to fill its cell. */
const spaced = /(?<=^\p{Script=Han}) (?=\p{Script=Han}$)/u;

const textsOf = (row: SheetRow): string[] =>
  row.cells.map((cell) => plainText(headerText(cell)).replace(spaced, '')).filter((text) => text !== '');

/** Whether a row that is no record sums up the ones above it: 合计, 总计, Total among its first three texts. */
export function isTotal(row: SheetRow): boolean {
  return textsOf(row)
    .slice(0, 3)
    .some((text) => total.test(text) || countOfRows.test(text));
}

/** Whether a row that is no record is a sentence below the table: one text, which a merge may have spread. */
export function isRemark(row: SheetRow): boolean {
  const texts = new Set(textsOf(row));
  return texts.size === 1 && [...texts].every((text) => remark.test(text));
}

/** For each mapping the texts of its headers and of their parts, by position. */
const headerTexts = new WeakMap<SheetMapping, ReadonlyMap<number, ReadonlySet<string>>>();

function textsByPosition(mapping: SheetMapping): ReadonlyMap<number, ReadonlySet<string>> {
  const known = headerTexts.get(mapping);
  if (known) return known;
  const texts = new Map(
    mapping.columns
      .filter(({ header }) => header !== '')
      .map(({ position, header }): [number, ReadonlySet<string>] => [
        position,
        new Set([header, ...header.split('/')]),
      ]),
  );
  headerTexts.set(mapping, texts);
  return texts;
}

/** Whether a row repeats the header, as files do that were pasted together page by page. */
export function isRepeatedHeader(row: SheetRow, mapping: SheetMapping): boolean {
  const headers = textsByPosition(mapping);
  let filled = 0;
  let same = 0;
  for (const [position, cell] of row.cells.entries()) {
    if (cell === null || cell === '') continue;
    filled++;
    if (typeof cell === 'string' && headers.get(position)?.has(headerText(cell))) same++;
    // The first three cells of a row of data decide in most rows.
    if (filled === 3 && same === 0) return false;
  }
  return filled >= 2 && same * 5 >= filled * 3;
}
