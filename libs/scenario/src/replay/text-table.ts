/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

export const percent = (ratio: number, digits = 1): string => `${(100 * ratio).toFixed(digits)} %`;
export const whole = (count: number): string => Math.round(count).toLocaleString('en');
