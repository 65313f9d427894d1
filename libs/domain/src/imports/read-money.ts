import type { Cell } from './cells';
import { plainText } from './plain-text';
import { readNumber } from './read-number';
import { type Reading, type ReportedFigure, known, refused, unknown } from './reading';

/** What a bare number in a column of money counts: 元, or hundredths of it. */
export const moneyUnits = ['yuan', 'fen'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

export interface MoneyOptions {
  /** by the profile of the file: Juguang gives bids and balances in fen and `fee` in yuan; null while nobody has said */
  readonly unit: MoneyUnit | null;
  /** power of ten of a unit in the header: 4 for `图文报价（万）` */
  readonly headerPower?: number;
  /** whether a dash or a slash means that the price is to be agreed, as on rate cards */
  readonly price?: boolean;
  readonly signed?: boolean;
}

/**
 * Reads money as whole cents of yuan, as the ledger keeps it. 面议, 待定 and, in prices, `/` and dashes are `negotiable`.
 *
 * Amounts finer than a cent are rounded to the nearest and say so. A text with 元 or ¥ is in yuan whatever the profile says.
 *
 * Source: domain notes 5.3.
 */
export function readMoney(cell: Cell, options: MoneyOptions): Reading<ReportedFigure> {
  const { headerPower = 0, signed = false } = options;
  const reading = readNumber(cell, { headerPower, signed, currency: true });
  if (reading.kind === 'unknown')
    return options.price && reading.why === 'dash' ? unknown('negotiable') : reading;
  if (reading.kind === 'refused') return reading;
  const unit = saysYuan(cell) ? 'yuan' : options.unit;
  if (unit === null) return reading.value.value === 0 ? reading : refused('money-unit-unclear');
  return inCents(reading.value, unit === 'yuan' ? 100 : 1);
}

function inCents(figure: ReportedFigure, factor: number): Reading<ReportedFigure> {
  // Binary fractions make 1.005 x 100 a little less than 100.5; no price needs more than fourteen digits.
  const exact = Number((figure.value * factor).toPrecision(14));
  const value = Math.round(exact);
  if (!Number.isSafeInteger(value)) return refused('beyond-exact-numbers');
  const slack = exact === value ? 0 : 0.5;
  if (figure.precision === 'at-least') return known({ precision: 'at-least', value: Math.floor(exact) });
  const halfWidth = (figure.precision === 'rounded' ? figure.halfWidth * factor : 0) + slack;
  // A price in 万 with four decimals and more says every yuan.
  const fine = figure.precision === 'rounded' && halfWidth <= 0.5;
  return known(
    halfWidth === 0 || (fine && slack === 0)
      ? { precision: 'exact', value }
      : { precision: 'rounded', value, halfWidth },
  );
}

const saysYuan = (cell: Cell): boolean =>
  typeof cell === 'string' && /[¥￥元]|rmb|cny/i.test(plainText(cell));
