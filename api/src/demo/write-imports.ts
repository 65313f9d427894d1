import { demoFiles, marketerOf, workspaceOf, type World } from '@poolrise/scenario';
import { dayInShanghai, keptUntil, usualKeptMonths } from '@poolrise/domain';
import { createHash } from 'node:crypto';
import type { BulkWriter } from './bulk-writer';

const hourMs = 3_600_000;

/**
 * The files that the tea brand has brought in: the worker reads them once it is up and takes them over, as it would those of anybody.
 * The last one waits for its marketer.
 */
export async function writeImports(writer: BulkWriter, world: World, now: number): Promise<void> {
  const { id: workspaceId } = workspaceOf(world.cast, 'lin');
  const marketer = marketerOf(world.cast, 'lin');
  const files = demoFiles(world, workspaceId, now).map((file, place, all) => ({
    ...file,
    id: idOf(`${workspaceId} ${file.name}`),
    last: place === all.length - 1,
    at: now - (all.length - place) * hourMs,
  }));
  await writer.insert('import_file', files, {
    id: ['uuid', ({ id }) => id],
    workspace_id: ['uuid', () => workspaceId],
    name: ['text', ({ name }) => name],
    bytes: ['bigint', ({ bytes }) => bytes.length],
    sha256: ['bytea', ({ bytes }) => createHash('sha256').update(bytes).digest()],
    uploaded_by: ['uuid', () => marketer.id],
    uploaded_at: ['instant', ({ at }) => at],
    kept_until: ['date', ({ at }) => keptUntil(dayInShanghai(new Date(at)), usualKeptMonths)],
    kept_months: ['integer', () => usualKeptMonths],
    state: ['text', () => 'waiting'],
    committed_by: ['uuid', ({ last }) => (last ? null : marketer.id)],
  });
  await writer.insert('import_chunk', files, {
    workspace_id: ['uuid', () => workspaceId],
    import_id: ['uuid', ({ id }) => id],
    number: ['integer', () => 0],
    bytes: ['bytea', ({ bytes }) => bytes],
  });
}

/** The same for the same file, as everything in the demo. */
function idOf(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
