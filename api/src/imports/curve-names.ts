import type { ImportMapping } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';

const separator = '\u001f';

/** Whether it is said which note the curves of a file are of, or that somebody will say so later. */
export const hasSubject = ({ noteId, curveOf }: ImportMapping): boolean =>
  noteId !== null || curveOf !== undefined;

/** The name under which the curves of a file without a note wait for one: that of the very bytes, since no other file is of the same. */
export const curveName = (sha256: string): string => `curve${separator}${sha256}`;

/** A name of a file as a title: without its ending. */
export const titleOfFile = (name: string): string => name.replace(/\.[a-z]{2,5}$/i, '').slice(0, 200);

/** @throws Refused import-mapping-faulty for a note that this workspace does not know */
export async function checkCurveNote(tx: EntityManager, { curveOf }: ImportMapping): Promise<void> {
  if (curveOf === undefined || curveOf === 'later') return;
  const known = await tx.query<unknown[]>('select from observed_note where id = $1', [curveOf]);
  if (!known.length)
    throw new Refused('import-mapping-faulty', {
      field: '/mapping/curveOf',
      detail: 'This workspace knows no such note.',
    });
}

/** Writes down which note a person picked, before the rows are taken over. One that is gone since leaves them waiting. */
export async function chooseCurveNote(
  tx: EntityManager,
  workspaceId: string,
  file: { sha256: Buffer; mapping: ImportMapping | null },
  chosen: { by: string; at: Date },
): Promise<void> {
  const { noteId = null, curveOf } = file.mapping ?? {};
  if (noteId !== null || curveOf === undefined || curveOf === 'later') return;
  await tx.query(
    `insert into note_choice (workspace_id, name_key, note_id, chosen_by, chosen_at)
     select $1, $2, id, $4, $5 from observed_note where id = $3
     on conflict (workspace_id, name_key) do update
       set note_id = excluded.note_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
    [workspaceId, curveName(file.sha256.toString('hex')), curveOf, chosen.by, chosen.at],
  );
}

/** A choice is about the rows of one file alone and goes with them. */
export const forgetCurveNote = (tx: EntityManager, workspaceId: string, sha256: string): Promise<unknown> =>
  tx.query('delete from note_choice where workspace_id = $1 and name_key = $2', [
    workspaceId,
    curveName(sha256),
  ]);
