/** A decimal number as it was written, kept in whole digits so that nothing is rounded on the way. */
export interface Decimal {
  readonly negative: boolean;
  /** the digits without a point */
  readonly digits: string;
  /** how many of them stand after the point */
  readonly decimals: number;
}

const grouped = /^\d{1,3}(?:([, ])\d{3}(?:\1\d{3})*)?(?:\.(\d+))?$/;
const plain = /^(\d+)(?:\.(\d+))?$/;
const pointFirst = /^\.(\d+)$/;

/** The number a text writes, with or without groups of three, or null. No signs, units or exponents. */
export function parseDecimal(text: string): Decimal | null {
  const first = pointFirst.exec(text);
  if (first) return { negative: false, digits: first[1] ?? '', decimals: first[1]?.length ?? 0 };
  if (!plain.test(text) && !grouped.test(text)) return null;
  const [whole = '', part = ''] = text.replace(/[, ]/g, '').split('.');
  return { negative: false, digits: whole + part, decimals: part.length };
}

/**
 * The number a cell of a spreadsheet holds, as a person sees it: to 15 digits, which is what spreadsheets keep.
 *
 * 3850.0000000000005 is what sums of binary fractions leave of 3850.
 *
 * @returns null for numbers that 15 digits cannot say: beyond 10^15, infinite, or so small that they need an exponent
 */
export function decimalOf(value: number): Decimal | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null;
  const shown = String(Number(Math.abs(value).toPrecision(15)));
  const decimal = parseDecimal(shown);
  return decimal && { ...decimal, negative: value < 0 && Number(shown) !== 0 };
}

/**
 * The decimal times a power of ten, and the width of its last digit under the same power.
 *
 * @returns null when a number of JavaScript cannot hold the result to the last whole unit
 */
export function scaled(decimal: Decimal, power: number): { value: number; lastPlace: number } | null {
  const exponent = power - decimal.decimals;
  const value = Number(`${decimal.digits}e${exponent}`);
  if (!Number.isFinite(value) || value > Number.MAX_SAFE_INTEGER) return null;
  return { value: decimal.negative && value !== 0 ? -value : value, lastPlace: Number(`1e${exponent}`) };
}
