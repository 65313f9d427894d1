import { Injectable, Logger } from '@nestjs/common';
import { firstPoolOdds, type OddsModel } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isTransient } from '../db/db';
import type { Asks } from '../matching/match-candidates';
import { NotesService } from '../notes/notes.service';
import { KeptPeers } from './kept-peers';
import { caseOf, featuresOfRow, type NoteRow, notesWithFirstPool } from './note-rows';

/** Verdicts of a creator that are read: older ones say little of the present. */
export const ownMost = 60;

export type NoteToTell = Pick<
  NoteRow,
  'id' | 'creator_id' | 'category' | 'type' | 'title' | 'body' | 'topics' | 'published_at'
>;

/** The newest notes of a creator that were published, and judged, before `$2`. */
export const ownSql = `${notesWithFirstPool('note.creator_id = $1 and note.published_at < $2')}
  order by note.published_at desc limit ${ownMost}`;

/** Writes down what odds a note would have been told, in the transaction that lets it into the pools: before its first reader. */
@Injectable()
export class OddsAtPublishing {
  private readonly log = new Logger('guidance');

  constructor(
    notes: NotesService,
    private readonly peers: KeptPeers,
  ) {
    notes.onAudited(async (tx, audited) => {
      for (const note of audited) if (note.auditState === 'passed') await this.tell(tx, note.id);
    });
  }

  /** In a savepoint of its own: a note is let in whether or not its odds can be told. */
  private async tell(tx: EntityManager, noteId: string, now = new Date()): Promise<void> {
    try {
      await tx.transaction(async (inner) => {
        const all = await this.peers.all(inner, now);
        if (!all?.document.model) return;
        const [note] = await inner.query<(NoteToTell & { workspace_id: string })[]>(
          'select id, workspace_id, creator_id, category, type, title, body, topics, published_at from note where id = $1',
          [noteId],
        );
        if (note) await writeOdds(inner, all.document.model, note, now);
      });
    } catch (error) {
      if (isTransient(error)) throw error;
      this.log.error(
        `the odds of note ${noteId} could not be told`,
        error instanceof Error ? error.stack : String(error),
      );
    }
  }
}

/** Tells a note its odds from the model and the creator's verdicts up to now, once. */
export async function writeOdds(
  tx: Asks,
  model: OddsModel,
  note: NoteToTell & { workspace_id: string },
  now: Date,
): Promise<void> {
  const own = await tx.query<NoteRow[]>(ownSql, [note.creator_id, now]);
  const before = own.filter(
    ({ id, decided_at }) => id !== note.id && decided_at !== null && decided_at < now,
  );
  const { probability, low, high } = firstPoolOdds(
    model,
    { ...note, features: featuresOfRow({ ...note, media: null }) },
    before.flatMap(caseOf),
  );
  await tx.query(
    `insert into guidance_prediction (note_id, workspace_id, at, model_version, probability, low, high)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint guidance_prediction_pkey do nothing`,
    [note.id, note.workspace_id, now, model.version, probability, low, high],
  );
}
