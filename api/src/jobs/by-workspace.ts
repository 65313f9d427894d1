/**
 * Works rows of different workspaces side by side, and those of one workspace one after the other in their order: whoever holds a
 * wallet waits for nobody else of the same round. A row that fails keeps no other from being worked.
 *
 * @returns why rows failed
 */
export async function byWorkspace<Row extends { workspaceId: string }>(
  rows: readonly Row[],
  atOnce: number,
  work: (row: Row) => Promise<unknown>,
): Promise<unknown[]> {
  const byId = new Map<string, Row[]>();
  for (const row of rows) byId.set(row.workspaceId, [...(byId.get(row.workspaceId) ?? []), row]);
  const lanes = [...byId.values()];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift())
      for (const row of lane) await work(row).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, lanes.length) }, worker));
  return failures;
}
