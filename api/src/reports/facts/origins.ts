import type { FactTableId } from '@poolrise/domain';

/** What stands behind the facts of a table, counted while they are read. */
export class Origins {
  private readonly files = new Map<FactTableId, Map<string, number>>();
  private readonly streams = new Map<FactTableId, number>();
  private readonly moments = new Map<FactTableId, string>();

  /** Rows of files. */
  count(table: FactTableId, rows: readonly { importId: string; day: string }[]): void {
    const files = this.files.get(table) ?? new Map<string, number>();
    this.files.set(table, files);
    for (const { importId, day } of rows) {
      files.set(importId, (files.get(importId) ?? 0) + 1);
      if (day) this.reach(table, `${day}T15:59:59.999Z`);
    }
  }

  /** Rows of a stream of our own. */
  stream(table: FactTableId, rows: number): void {
    if (rows > 0) this.streams.set(table, (this.streams.get(table) ?? 0) + rows);
  }

  /** Data speak of a moment; the latest is kept. A day of a file ends with the day in Shanghai. */
  reach(table: FactTableId, moment: string): void {
    const known = this.moments.get(table);
    if (known === undefined || moment > known) this.moments.set(table, moment);
  }

  filesOf(tables: readonly FactTableId[]): Map<string, number> {
    const all = new Map<string, number>();
    for (const table of tables)
      for (const [id, rows] of this.files.get(table) ?? []) all.set(id, (all.get(id) ?? 0) + rows);
    return all;
  }

  streamsOf(tables: readonly FactTableId[]): (readonly [FactTableId, number])[] {
    return tables.flatMap((table) => {
      const rows = this.streams.get(table);
      return rows ? [[table, rows] as const] : [];
    });
  }

  dataAt(tables: readonly FactTableId[]): string | null {
    return tables.reduce<string | null>((latest, table) => {
      const moment = this.moments.get(table) ?? null;
      return moment !== null && (latest === null || moment > latest) ? moment : latest;
    }, null);
  }

  /** Every file behind anything, for their names. */
  get allFiles(): string[] {
    return [...new Set([...this.files.values()].flatMap((files) => [...files.keys()]))];
  }
}
