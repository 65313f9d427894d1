import type { CurveNotes, ImportFound, ImportMapping } from '@poolrise/contracts';
import { curveStart } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { titleOfFile } from '../imports/curve-names';
import { likelyNotes, titleKeysOf } from './likely-notes.queries';

/** The notes that the curves of a file may be of, before its rows are read: by its name and the first of its first rows. */
export async function curveNotes(
  tx: EntityManager,
  workspaceId: string,
  importId: string,
): Promise<CurveNotes> {
  const [file] = await tx.query<{ name: string; found: ImportFound | null; mapping: ImportMapping | null }[]>(
    'select name, found, mapping from import_file where id = $1',
    [importId],
  );
  if (!file) throw new Refused('not-found', { field: 'path.importId' });
  const from = curveStart(file.mapping?.sheets ?? [], file.found?.firstRows ?? []);
  const nothing = { publishedAt: null, order: null, impressions: null, reads: null, interactions: null };
  const likely = await likelyNotes(tx, workspaceId, [
    {
      nameKey: importId,
      titleKeys: titleKeysOf(titleOfFile(file.name)),
      curve: from === null ? null : { from, to: from },
      ...nothing,
    },
  ]);
  return { items: likely.get(importId) ?? [] };
}
