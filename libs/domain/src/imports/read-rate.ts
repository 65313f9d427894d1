import type { Cell } from './cells';
import { type Decimal, decimalOf, parseDecimal, scaled } from './decimal';
import { plainText, saysNothing } from './plain-text';
import { type Reading, type ReportedFigure, exactly, known, refused } from './reading';

/** What a bare number in a column of rates means: 6.82 of a hundred, or 0.0682 of one. A `%` sign decides by itself. */
export const rateUnits = ['percent', 'fraction'] as const;
export type RateUnit = (typeof rateUnits)[number];

export interface RateOptions {
  /** null while nobody has said; bare numbers are then refused */
  readonly unit: RateUnit | null;
  /** whether it may be more than the whole, such as a return or an achievement */
  readonly mayExceedWhole?: boolean;
  readonly signed?: boolean;
}

const written = /^([+-]?)(\d[\d,]*(?:\.\d+)?|\.\d+)\s?([%‰]?)$/;
const exponent = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i;

/**
 * Reads a rate as a share of 1, with half of its last digit as its uncertainty: `6.82%` is 0.0682 give or take 0.00005.
 *
 * A rate that a file has rounded is never exact, but for 0 and the whole written without decimals: `0.00%` may be a few of many.
 *
 * Source: domain notes 5.3; whether bare numbers are per cent is decided for the whole column (`decideRateUnit`).
 */
export function readRate(cell: Cell, options: RateOptions): Reading<ReportedFigure> {
  if (cell === null) return { kind: 'unknown', why: 'empty' };
  if (typeof cell === 'boolean') return refused('not-a-number');
  if (typeof cell === 'object') return refused('date-in-number-column');
  if (typeof cell === 'number') return bareNumber(cell, options);
  const text = plainText(cell);
  const nothing = saysNothing(text);
  if (nothing) return nothing;
  if (exponent.test(text)) return refused('exponent-form');
  const parts = written.exec(text);
  if (!parts) return refused(/\d/.test(text) ? 'malformed-number' : 'not-a-number');
  const [, sign = '', digits = '', mark = ''] = parts;
  if (sign === '+' && !options.signed) return refused('malformed-number');
  const decimal = parseDecimal(digits);
  if (!decimal) return refused('malformed-number');
  const power = mark === '‰' ? -3 : mark === '%' ? -2 : powerOf(options.unit);
  if (power === null) return isZero(decimal.digits) ? known(exactly(0)) : refused('rate-unit-unclear');
  return rateOf({ ...decimal, negative: sign === '-' }, power, options);
}

function bareNumber(value: number, options: RateOptions): Reading<ReportedFigure> {
  if (value === 0) return known(exactly(0));
  const power = powerOf(options.unit);
  if (power === null) return refused('rate-unit-unclear');
  // Rates below a millionth are written with an exponent by JavaScript; nothing in a file is as fine.
  const decimal = Math.abs(value) < 1e-6 ? decimalOf(0) : decimalOf(value);
  return decimal ? rateOf(withClosingZeros(decimal, power), power, options) : refused('beyond-exact-numbers');
}

/** A spreadsheet drops the zeros that close a number: a rate of 0.1 was given to four digits as others beside it. */
function withClosingZeros(decimal: Decimal, power: number): Decimal {
  const missing = Math.max(0, 4 + power - decimal.decimals);
  return { ...decimal, digits: decimal.digits + '0'.repeat(missing), decimals: decimal.decimals + missing };
}

function rateOf(
  decimal: Decimal,
  power: number,
  { mayExceedWhole, signed }: RateOptions,
): Reading<ReportedFigure> {
  const size = scaled(decimal, power);
  if (!size) return refused('beyond-exact-numbers');
  if (size.value < 0 && !signed) return refused('negative-impossible');
  if (Math.abs(size.value) > 1 && !mayExceedWhole) return refused('rate-beyond-whole');
  const isWhole = size.value === 0 || size.value === 1;
  if (isWhole && decimal.decimals === 0) return known(exactly(size.value));
  return known({ precision: 'rounded', value: size.value, halfWidth: size.lastPlace / 2 });
}

const powerOf = (unit: RateUnit | null): number | null =>
  unit === null ? null : unit === 'percent' ? -2 : 0;
const isZero = (digits: string): boolean => /^0+$/.test(digits);

/** What has been seen of a column of rates so far. */
export interface RateEvidence {
  readonly marked: number;
  readonly bare: number;
  readonly largestBare: number;
}
export const noRateEvidence: RateEvidence = { marked: 0, bare: 0, largestBare: 0 };

/** Adds one cell to what is known of its column. */
export function observeRate(seen: RateEvidence, cell: Cell): RateEvidence {
  const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? plainText(cell) : '';
  if (/^[+-]?\d[\d,.]*\s?[%‰]$/.test(text)) return { ...seen, marked: seen.marked + 1 };
  const value = /^[+-]?(\d[\d,]*(\.\d+)?|\.\d+)$/.test(text) ? Math.abs(Number(text.replaceAll(',', ''))) : 0;
  if (!(value > 0)) return seen;
  return { ...seen, bare: seen.bare + 1, largestBare: Math.max(seen.largestBare, value) };
}

/**
 * What the bare numbers of a column of rates mean, or `ask`.
 *
 * A number above 1 can only be per cent where a rate cannot exceed the whole. Below that a kind of file that is known
 * for fractions decides, and otherwise a person has to: 0.82 may be 82 % or 0.82 %.
 *
 * Source: domain notes 5.3.
 *
 * @param profile what files of this kind hold, or null
 */
export function decideRateUnit(
  seen: RateEvidence,
  profile: RateUnit | null,
  mayExceedWhole = false,
): RateUnit | 'ask' {
  if (seen.largestBare > 1 && !mayExceedWhole) return 'percent';
  if (seen.bare === 0) return 'percent';
  // Spreadsheets hold 9.3 % as 0.093: that a kind of file prints per cent does not tell what its bare numbers are.
  return profile === 'fraction' ? 'fraction' : 'ask';
}
