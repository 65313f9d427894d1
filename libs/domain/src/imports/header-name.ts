import { plainText } from './plain-text';
import type { MoneyUnit } from './read-money';
import type { RateUnit } from './read-rate';

/** What a header says about the unit of its column. */
export interface HeaderUnit {
  /** power of ten: 4 for （万） */
  readonly power: number;
  readonly money: MoneyUnit | null;
  readonly rate: RateUnit | null;
}

/** A header taken apart for comparing. */
export interface HeaderName {
  /** as the file shows it, groups joined with `/` */
  readonly text: string;
  /** how it may be called, the most exact first; the first also tells headers apart */
  readonly keys: readonly string[];
  readonly unit: HeaderUnit;
}

const units: Readonly<Record<string, Partial<HeaderUnit>>> = {
  千: { power: 3 },
  k: { power: 3 },
  万: { power: 4 },
  w: { power: 4 },
  百万: { power: 6 },
  亿: { power: 8 },
  元: { money: 'yuan' },
  rmb: { money: 'yuan' },
  '¥': { money: 'yuan' },
  千元: { power: 3, money: 'yuan' },
  万元: { power: 4, money: 'yuan' },
  分: { money: 'fen' },
  '%': { rate: 'percent' },
  百分比: { rate: 'percent' },
  秒: {},
  s: {},
  个: {},
  人: {},
  次: {},
  篇: {},
};

const unitBracket = /[([{【]\s*(?:单位\s*[:：]?\s*)?([^()[\]{}【】]{1,4}?)\s*[)\]}】]/g;
const bracketed = /[([{【][^()[\]{}【】]*[)\]}】]/g;
const noise = /[\s_'"“”‘’`:：*·.,，、。?？!！()[\]{}【】「」《》/\\|-]/g;

/** The comparable form of a header or alias: no brackets, spaces, marks or case; ranges such as 18~24 keep their tilde. */
export function headerKey(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/(\d)\s*[-–—~]\s*(?=\d)/g, '$1~')
    .replace(noise, '');
}

/** Takes a header apart: its unit, and the keys it may go by, from the full path to the last part alone. */
export function nameHeader(header: string): HeaderName {
  const plain = plainText(header).replace(/(?<=[\p{Script=Han}\w>)])\.\d+$/u, '');
  const unit: { -readonly [K in keyof HeaderUnit]: HeaderUnit[K] } = { power: 0, money: null, rate: null };
  const bare = plain.replace(unitBracket, (whole, word: string) => {
    const found = Object.hasOwn(units, word.toLowerCase()) ? units[word.toLowerCase()] : undefined;
    if (!found) return whole;
    Object.assign(unit, found);
    return '';
  });
  return { text: header, keys: keysOf(bare), unit };
}

/** Groups that change what a figure under them means: a count below 推广 is not the total. */
const qualifies =
  /推广|竞价|加热|助推|广告|自然|搜索|组件|信息流|视频流|日常|合作|品牌|环比|同比|排名|对比|均值|sub_?comment|parent|\buser\b.*\bid$/i;

function keysOf(bare: string): string[] {
  const parts = bare.split(isPath(bare) ? '.' : '/').filter((part) => part.trim() !== '');
  const keys: string[] = [];
  for (let from = 0; from < Math.max(1, parts.length); from++) {
    if (from > 0 && parts.slice(0, from).some((part) => qualifies.test(part))) break;
    const suffix = parts.slice(from).join('/');
    keys.push(headerKey(suffix), headerKey(suffix.replace(bracketed, '')));
  }
  return [...new Set(keys)].filter((key) => key !== '');
}

/** Keys of flattened JSON, such as `note_card.interact_info.liked_count`. */
const isPath = (text: string): boolean => /^[\w$[\]-]+(?:\.[\w$[\]-]+)+$/.test(text);

/** One name for a set of headers in any order: files with the same name have the same columns. */
export function headerFingerprint(headers: readonly string[]): string {
  return headers
    .map((header) => nameHeader(header).keys[0] ?? '')
    .sort()
    .join('|');
}
