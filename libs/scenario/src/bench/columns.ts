import type { Figure } from './intervals';

/** Lines with columns as wide as their widest cell; the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** "94.2 ±0.5"; a dash where there is nothing to say. */
export function withInterval({ value, half }: Figure, digits: number, scale = 1): string {
  if (!Number.isFinite(value)) return '\u2013';
  const figure = (value * scale).toFixed(digits);
  return Number.isFinite(half) ? `${figure} \u00b1${(half * scale).toFixed(digits)}` : figure;
}

export const percent = (figure: Figure, digits = 1): string => withInterval(figure, digits, 100);
