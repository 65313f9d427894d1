import type { Figure } from '@poolrise/domain';
import { textTable } from '../replay/text-table';

/** A table as text. */
export const columns = (rows: readonly (readonly string[])[]): string => textTable(rows).join('\n');

/** "94.2 ±0.5"; a dash where there is nothing to say. */
export function withInterval({ value, half }: Figure, digits: number, scale = 1): string {
  if (!Number.isFinite(value)) return '\u2013';
  const figure = (value * scale).toFixed(digits);
  return Number.isFinite(half) ? `${figure} \u00b1${(half * scale).toFixed(digits)}` : figure;
}

export const percent = (figure: Figure, digits = 1): string => withInterval(figure, digits, 100);
