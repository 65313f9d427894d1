import { type MetricId, metrics } from '@poolrise/domain';

/** An open or closed range as an address has it: `min..max`, `min..` or `..max`, in the unit of its metric. */
export interface AmountRange {
  min: number | null;
  max: number | null;
}

const sizes: Readonly<Record<string, number>> = {
  千: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  百万: 1e6,
  m: 1e6,
  亿: 1e8,
};
const written = /^([+-]?\d{1,12}(?:\.\d{1,6})?|[+-]?\.\d{1,6})(百万|[千万亿kwm])?$/;

/**
 * What a person writes for a figure: 12000, 12,000, 1.2万, 12k, 1.2w, ¥300, 15%. Null when nothing is written, NaN when it
 * cannot be read.
 */
export function readAmount(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，]/gu, '')
    .replace(/^[¥￥$]|[%元]$/gu, '');
  if (plain === '') return null;
  const [, figure, size] = written.exec(plain) ?? [];
  return figure === undefined ? NaN : rounded(Number(figure) * (size ? (sizes[size] ?? NaN) : 1));
}

const side = /^-?\d{1,12}(?:\.\d{1,6})?$/;

/** Reads a range of an address; null for what makes no sense there. */
export function readRange(text: string | undefined): AmountRange | null {
  const [min, max, ...rest] = (text ?? '').split('..');
  if (min === undefined || max === undefined || rest.length || (min === '' && max === '')) return null;
  if ([min, max].some((end) => end !== '' && !side.test(end))) return null;
  const range = { min: min === '' ? null : Number(min), max: max === '' ? null : Number(max) };
  return range.min !== null && range.max !== null && range.min > range.max ? null : range;
}

/** Undefined for a range without ends: no filter. */
export const writeRange = ({ min, max }: AmountRange): string | undefined =>
  min === null && max === null ? undefined : `${min ?? ''}..${max ?? ''}`;

/** How many of the metric's own unit one of the written is: prices are written in yuan, shares in percent. */
export function unitsPerWritten(metric: MetricId): number {
  const { unit } = metrics[metric];
  return unit === 'cents' ? 100 : unit === 'ratio' ? 0.01 : 1;
}

/** From the unit a person writes in to that of the metric. */
export const toMetricUnit = (metric: MetricId, amount: number | null): number | null =>
  amount === null ? null : rounded(amount * unitsPerWritten(metric));

/** And back, as plain digits. */
export const asWritten = (metric: MetricId, value: number | null): string =>
  value === null ? '' : String(rounded(value / unitsPerWritten(metric)));

const rounded = (value: number): number => Number(value.toFixed(6));
