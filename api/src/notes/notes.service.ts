import { Injectable, Logger } from '@nestjs/common';
import type { ClimbState, NoteProduct, PublishNote } from '@poolrise/contracts';
import type { AiLabel, AuditState } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { platformOnly } from '../accounts/platform';
import { CreatorsService } from '../creators/creators.service';
import { noSuchCreator } from '../creators/no-such-creator';
import { constraintOf, Db, isTransient } from '../db/db';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import { announcePlatform } from '../live/announce-platform';
import { auditAgainSeconds, auditSeconds, auditText } from './audit';
import { Note } from './note.entity';
import { extractKeywords } from '../words/segment';

const auditBatch = 100;

/** Where a note stands after its audit. */
const stateAfter: Record<AuditState, ClimbState> = {
  pending: 'pending',
  human_review: 'pending',
  passed: 'climbing',
  limited: 'limited',
  rejected: 'rejected',
};

/** A note to publish, with what only a creator's own desk says of it. */
type NoteToPublish = PublishNote & { creatorId: string; aiLabel?: AiLabel; products?: NoteProduct[] };

/** Told when the audit lets notes into the pools; the pools subscribe, so that notes need not know them. */
export type AuditListener = (tx: EntityManager, notes: Note[]) => Promise<void>;

/** Publishing and the audit gate. */
@Injectable()
export class NotesService {
  private readonly log = new Logger('audit');
  private readonly listeners: AuditListener[] = [];

  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly creators: CreatorsService,
  ) {}

  /** Calls `listener` in the transaction in which notes leave the audit, whatever its answer. */
  onAudited(listener: AuditListener): void {
    this.listeners.push(listener);
  }

  /** Publishes a note, or returns the one already published under the same request key. */
  async publish(workspaceId: string, ask: PublishNote, now = new Date()): Promise<string> {
    const { creator } = ask;
    const creatorId = ask.creatorId ?? (creator ? await this.creators.knownAs(creator) : '');
    const id = await this.db
      .inWorkspace(workspaceId, async (tx) => {
        // Whoever chooses the yardstick chooses the verdict: a few dull variants make any note stand out among them.
        if (ask.peerGroup !== undefined) await platformOnly(tx, workspaceId, { field: '/peerGroup' });
        return this.publishIn(tx, workspaceId, { ...ask, creatorId }, now);
      })
      .catch((error: unknown) => {
        if (constraintOf(error) === 'note_creator_fk') throw noSuchCreator('/creatorId');
        // Two requests under one key at the same moment: the second finds the first one's note.
        if (constraintOf(error) === 'one_note_per_request') return this.publish(workspaceId, ask, now);
        throw error;
      });
    this.nudgeAudit(ask.category);
    return id;
  }

  /** The same in a transaction of others, who nudge the audit once it is committed. */
  async publishIn(tx: EntityManager, workspaceId: string, ask: NoteToPublish, now: Date): Promise<string> {
    const keywords = extractKeywords(ask);
    const earlier = await tx.findOneBy(Note, { workspaceId, requestKey: ask.requestKey });
    if (earlier) return sameRequest(earlier, ask);
    const note = await tx.save(
      tx.create(Note, {
        ...ask,
        workspaceId,
        peerGroup: ask.peerGroup ?? null,
        aiLabel: ask.aiLabel ?? 'none',
        products: ask.products ?? [],
        coverHue: hueOf(ask.title),
        keywords: keywords.words,
        keywordWeights: keywords.weights,
        auditState: 'pending',
        auditDueAt: new Date(now.getTime() + auditSeconds(ask.category) * 1000),
        state: 'pending',
        publishedAt: now,
      }),
    );
    await tx.query(
      `insert into note_search (note_id, workspace_id, words) values ($1, $2, to_tsvector('simple', $3))`,
      [note.id, workspaceId, keywords.searchTokens],
    );
    await announce(tx, workspaceId, 'notes');
    return note.id;
  }

  nudgeAudit(category: PublishNote['category']): void {
    this.jobs.nudge('note-audit', auditSeconds(category) * 1000);
  }

  /** Gives every note whose audit is due its answer, and tells the pools. Returns how many. */
  @HandlesJob('note-audit')
  async auditDue(now = new Date()): Promise<number> {
    for (let total = 0; ;) {
      const audited = await this.db.asEngine(async (tx) => {
        const due = await tx
          .createQueryBuilder(Note, 'note')
          .where('note.auditDueAt <= :now', { now })
          .orderBy('note.id')
          .limit(auditBatch)
          .setLock('pessimistic_write')
          .setOnLocked('skip_locked')
          .getMany();
        for (const note of due) await this.auditOne(tx, note, now);
        if (due.some((note) => note.auditState === 'human_review')) await announcePlatform(tx, 'notes');
        for (const workspaceId of new Set(due.map((note) => note.workspaceId)))
          await announce(tx, workspaceId, 'notes', 'pools');
        return due.length;
      });
      total += audited;
      if (audited < auditBatch) return total;
    }
  }

  /** Gives a note its answer, the machine's or a person's, and tells the pools; in the transaction of the answer. */
  async answer(tx: EntityManager, note: Note, auditState: AuditState, auditedAt = new Date()): Promise<void> {
    const answered = { auditState, auditedAt, auditDueAt: null, state: stateAfter[auditState] };
    Object.assign(note, answered);
    await tx.update(Note, { id: note.id }, answered);
    for (const listener of this.listeners) await listener(tx, [note]);
  }

  /** In a savepoint of its own: a note whose audit breaks must not take the answers of the others with it. */
  private async auditOne(tx: EntityManager, note: Note, now: Date): Promise<void> {
    try {
      await tx.transaction((inner) =>
        this.answer(inner, note, auditText(note.title, note.body, note.topics), now),
      );
    } catch (error) {
      if (isTransient(error)) throw error;
      const auditFailures = note.auditFailures + 1;
      const seconds = auditAgainSeconds(auditFailures);
      this.log.error(
        `the audit of note ${note.id} broke, and is tried again in ${seconds} s`,
        error instanceof Error ? error.stack : String(error),
      );
      const auditDueAt = new Date(now.getTime() + seconds * 1000);
      await tx.update(Note, { id: note.id }, { auditFailures, auditDueAt });
    }
  }

  /** The note, if the transaction may see it. @throws Refused not-found */
  async find(tx: EntityManager, noteId: string): Promise<Note> {
    const note = await tx.findOneBy(Note, { id: noteId });
    if (!note) throw new Refused('not-found', { field: 'path.noteId' });
    return note;
  }

  /** Where the note stands after a verdict; in the verdict's transaction. */
  async moveTo(tx: EntityManager, noteId: string, state: Note['state'], level: number): Promise<void> {
    await tx.update(Note, { id: noteId }, { state, level });
  }
}

function sameRequest(earlier: Note, ask: PublishNote): string {
  const same = (['creatorId', 'type', 'title', 'body', 'category', 'language', 'disclosure'] as const).every(
    (field) => earlier[field] === ask[field],
  );
  const sameGroup = earlier.peerGroup === (ask.peerGroup ?? null);
  if (!same || !sameGroup || earlier.topics.join('\n') !== ask.topics.join('\n'))
    throw new Refused('request-key-reused', { field: '/requestKey' });
  return earlier.id;
}

/** A cover colour that is the same for the same title. */
function hueOf(title: string): number {
  let hash = 0;
  for (const letter of title) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hash;
}
