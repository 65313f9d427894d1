import type { Cell } from './cells';
import { type Decimal, decimalOf, parseDecimal, scaled } from './decimal';
import { plainText, saysNothing } from './plain-text';
import { type CellRefusal, type Reading, type ReportedFigure, exactly, known, refused } from './reading';

/** What a column says about its numbers. */
export interface NumberOptions {
  /** power of ten of a unit in the header: 4 for `粉丝量（万）` */
  readonly headerPower?: number;
  /** words that stand for 0 in this very column, such as 赞 among the likes */
  readonly zeroWords?: readonly string[];
  /** whether it may be below 0, such as followers gained */
  readonly signed?: boolean;
  /** whether it counts things, so that 1.5 is a mistake */
  readonly whole?: boolean;
  /** whether `¥` and 元 may stand with it */
  readonly currency?: boolean;
}

const powers: Readonly<Record<string, number>> = {
  '': 0,
  千: 3,
  k: 3,
  万: 4,
  w: 4,
  百万: 6,
  m: 6,
  千万: 7,
  亿: 8,
};

const written = /^([+-]?)(\d[\d, ]*(?:\.\d+)?|\.\d+) ?(千万|百万|[千万亿kwm])?(\+?)$/i;
const exponent = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i;
const range = /^\d[\d.,万千亿wk]*\s*[-~～至]\s*\d/i;
const foreign = /[$€£₩]|usd|hkd|jpy|eur/i;

/** A mark with which spreadsheets keep a number as text. */
const textMark = /^['‘’](?=[\d.(+-])/;
const about = /^(?:≈|~|约|大约|大概|约为)\s*(?=[\d.])|(?<=[\d千万亿wk])\s*(?:左右|上下)$/i;
const moreThan = /^(?:≥|>=|>|大于|超过|不低于|至少)\s*(?=[\d.])/;
/** As accountants write what is below zero. */
const inBrackets = /^\(([\d.,]+)\)$/;

/**
 * Reads a figure as Chinese exports write it: `1,234`, `１２３４`, `1.2万` (rounded), `10万+` (a lower bound), `赞` (0 among
 * likes), `-` (unknown). What could be read in two ways is refused, never guessed.
 *
 * What is said to be about so much (`≈900`, `约1.2万`, `300左右`) is rounded to its last digit that is not 0; `≥30` and `>30` are lower
 * bounds; `(12.5)` is below 0.
 *
 * `1.2万` is 12,000 give or take 500, half of its last digit; a header in 万 rounds in the same way. A rounded count
 * whose last digit is a single thing or less is exact.
 *
 * Source: domain notes 5.3.
 */
export function readNumber(cell: Cell, options: NumberOptions = {}): Reading<ReportedFigure> {
  if (cell === null) return { kind: 'unknown', why: 'empty' };
  if (typeof cell === 'boolean') return refused('not-a-number');
  if (typeof cell === 'object') return refused('date-in-number-column');
  if (typeof cell === 'number') {
    // What most cells of a spreadsheet are, without the detour through their digits.
    if (Number.isInteger(cell) && cell >= 0 && cell < 1e15 && !options.headerPower)
      return known(exactly(cell));
    const decimal = decimalOf(cell);
    if (!decimal) return refused(Math.abs(cell) < 1 ? 'malformed-number' : 'beyond-exact-numbers');
    return figureOf(decimal, { power: 0, atLeast: false }, options);
  }
  const text = plainText(cell);
  if (options.zeroWords?.includes(text)) return known(exactly(0));
  return saysNothing(text) ?? readText(text, options);
}

function readText(text: string, options: NumberOptions): Reading<ReportedFigure> {
  const plain = text
    .replace(textMark, '')
    .replace(about, '')
    .replace(moreThan, '')
    .replace(inBrackets, '-$1');
  const parts = written.exec(options.currency ? withoutCurrency(plain) : plain);
  if (!parts) return refused(whyNot(text));
  const [, sign = '', digits = '', unit = '', plus = ''] = parts;
  const decimal = parseDecimal(digits.trim());
  if (!decimal) return refused('malformed-number');
  if (sign === '+' && !options.signed) return refused('malformed-number');
  const negative = sign === '-' && /[1-9]/.test(decimal.digits);
  if (negative && plus) return refused('malformed-number');
  const power = powers[unit.toLowerCase()] ?? 0;
  // 1.2万 under a header in 万 would be 120 million or 12,000: the file has to say.
  if (power > 0 && options.headerPower) return refused('unit-twice');
  const atLeast = plus === '+' || moreThan.test(text);
  return figureOf({ ...decimal, negative }, { power, atLeast, about: about.test(text) }, options);
}

function figureOf(
  decimal: Decimal,
  { power, atLeast, about }: { power: number; atLeast: boolean; about?: boolean },
  { headerPower = 0, signed, whole }: NumberOptions,
): Reading<ReportedFigure> {
  const size = scaled(decimal, power + headerPower);
  if (!size) return refused('beyond-exact-numbers');
  const { value, lastPlace } = size;
  if (value < 0 && !signed) return refused('negative-impossible');
  const rounded = power + headerPower > 0 && (whole ? lastPlace > 1 : true) && value !== 0;
  if (whole && !Number.isInteger(value)) return refused('not-a-whole-number');
  if (atLeast) return known({ precision: 'at-least', value });
  if (about && value !== 0) {
    const closingZeros = /0*$/.exec(decimal.digits)?.[0].length ?? 0;
    return known({ precision: 'rounded', value, halfWidth: (lastPlace * 10 ** closingZeros) / 2 });
  }
  return known(rounded ? { precision: 'rounded', value, halfWidth: lastPlace / 2 } : exactly(value));
}

/** `¥1,234.00` and `1,234元` without their signs; other currencies stay, and are refused. */
function withoutCurrency(text: string): string {
  return text
    .replace(/^(?:[¥￥]|rmb|cny|人民币)\s*/i, '')
    .replace(/\s*(?:元|rmb|cny)$/i, '')
    .trim();
}

function whyNot(text: string): CellRefusal {
  if (exponent.test(text)) return 'exponent-form';
  if (/%$/.test(text)) return 'percent-in-count';
  if (range.test(text)) return 'range-of-numbers';
  if (foreign.test(text)) return 'foreign-currency';
  return /\d/.test(text) ? 'malformed-number' : 'not-a-number';
}
