/** A file as it lies on a marketer's desk. */
export interface DemoFile {
  name: string;
  bytes: Buffer;
}

/** A table as spreadsheets write it. */
export const demoCsv = (name: string, rows: readonly (readonly (string | number)[])[]): DemoFile => ({
  name,
  bytes: Buffer.from(
    `\ufeff${rows.map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`,
  ),
});

/** Large counts as the platform prints them; small ones to the last digit. */
export const roundedCount = (count: number): string | number =>
  count < 10_000 ? count : `${(Math.round(count / 1_000) / 10).toFixed(1)}万`;
