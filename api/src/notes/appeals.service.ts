import { Injectable } from '@nestjs/common';
import type { AnswerAppeal, AppealRow, AskAppeal, ViolationRow } from '@poolrise/contracts';
import { type AppealRefusal, type AppealState, appealUntil, mayAppeal, whoDecides } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit, auditForPlatform } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { constraintOf, Db } from '../db/db';
import type { Actor, CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { announcePlatform } from '../live/announce-platform';
import { othersWhoDecide } from './appeal-rows';
import { AppealsQueries } from './appeals.queries';
import { Note } from './note.entity';
import { NotesService } from './notes.service';
import { isViolation, violationIn } from './violations';

interface Kept {
  id: string;
  noteId: string;
  workspaceId: string;
  state: AppealState;
  answer: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  deciderName: string | null;
}

interface Earlier {
  request_key: string;
  note_id: string;
  reason: string;
}

/** What creators say against a decision of the audit, and what comes of it. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly db: Db,
    private readonly notes: NotesService,
    private readonly queries: AppealsQueries,
  ) {}

  /**
   * Appeals against the decision about a note, or returns it as it stands when the same request was carried out before.
   * @throws Refused not-found, nothing-to-appeal, already-appealed, appeal-too-late, request-key-reused
   */
  async ask(
    { workspaceId, person }: Actor,
    noteId: string,
    ask: AskAppeal,
    now = new Date(),
  ): Promise<ViolationRow> {
    const personId = person?.id ?? null;
    await this.db
      .asEngine(async (tx) => {
        // The note is the one lock, as with reviews: of two appeals at the same moment the second finds the first.
        const note = await tx.findOne(Note, {
          where: { id: noteId, workspaceId },
          lock: { mode: 'pessimistic_write' },
        });
        if (!note) throw new Refused('not-found', { field: 'path.noteId' });
        const appealed = await this.appealedBefore(tx, workspaceId, noteId, ask);
        if (appealed === 'the-same') return;
        const foundAt = await foundAtOf(tx, note);
        const at = { auditState: note.auditState, foundAt: foundAt.getTime(), appealed };
        const refusal = mayAppeal(at, now.getTime());
        if (refusal || !isViolation(note.auditState)) throw refused(refusal ?? 'nothing-to-appeal', foundAt);
        const { kind, words } = violationIn(note);
        await tx.query(
          `insert into note_appeal (workspace_id, note_id, request_key, verdict, kind, words, found_at, reason, asked_by, asked_at, state)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
          [
            workspaceId,
            noteId,
            ask.requestKey,
            note.auditState,
            kind,
            words,
            foundAt,
            ask.reason.trim(),
            personId,
            now,
          ],
        );
        await audit(tx, { workspaceId, personId, action: 'appeal.asked', subjectId: noteId });
        await auditForPlatform(tx, {
          workspaceId,
          personId,
          action: 'appeal.asked',
          subjectId: noteId,
          detail: { title: note.title },
        });
        await announce(tx, workspaceId, 'notes');
        await announcePlatform(tx, 'notes');
        await announcePlatform(tx, 'notices');
      })
      .catch((error: unknown) => {
        // The same key on two notes at the same moment: nothing but the constraint sees both.
        if (constraintOf(error) === 'one_appeal_per_request')
          throw new Refused('request-key-reused', { field: '/requestKey' });
        throw error;
      });
    return this.queries.violation(workspaceId, noteId, now);
  }

  /** Whether the note was appealed before, or by this very request. */
  private async appealedBefore(
    tx: EntityManager,
    workspaceId: string,
    noteId: string,
    ask: AskAppeal,
  ): Promise<boolean | 'the-same'> {
    const earlier = await tx.query<Earlier[]>(
      `select request_key, note_id, reason from note_appeal where note_id = $1 or (workspace_id = $2 and request_key = $3)`,
      [noteId, workspaceId, ask.requestKey],
    );
    const same = earlier.find(({ request_key }) => request_key === ask.requestKey);
    if (same && (same.note_id !== noteId || same.reason !== ask.reason.trim()))
      throw new Refused('request-key-reused', { field: '/requestKey' });
    return same ? 'the-same' : earlier.length > 0;
  }

  /**
   * Decides about an appeal, or returns the same decision when its author repeats it. Upheld, the note is let through and
   * enters the pools from now.
   * @throws Refused platform-only, not-found, appeal-already-answered with who decided what, appeal-own-review
   */
  async answer(
    workspaceId: string,
    person: Pick<CallingPerson, 'id' | 'name'>,
    appealId: string,
    ask: AnswerAppeal,
    now = new Date(),
  ): Promise<AppealRow> {
    await asPlatform(this.db, workspaceId, async (tx) => {
      const { note, appeal } = await this.hold(tx, appealId);
      if (appeal.state === 'open') await this.decide(tx, { workspaceId, person, note, appeal, ask, now });
      else refuseOther(appeal, person.id, ask);
    });
    return this.queries.one(person.id, appealId);
  }

  /** The note first, then its appeal: the order in which appeals are made. */
  private async hold(tx: EntityManager, appealId: string): Promise<{ note: Note; appeal: Kept }> {
    const [named] = await tx.query<{ note_id: string }[]>('select note_id from note_appeal where id = $1', [
      appealId,
    ]);
    const note =
      named &&
      (await tx.findOne(Note, { where: { id: named.note_id }, lock: { mode: 'pessimistic_write' } }));
    const [appeal] = await tx.query<Kept[]>(
      `select a.id, a.note_id as "noteId", a.workspace_id as "workspaceId", a.state, a.answer, a.decided_by as "decidedBy",
              a.decided_at as "decidedAt", (select name from person where id = a.decided_by) as "deciderName"
         from note_appeal a where a.id = $1 for update of a`,
      [appealId],
    );
    if (!note || !appeal) throw new Refused('not-found', { field: 'path.appealId' });
    return { note, appeal };
  }

  private async decide(
    tx: EntityManager,
    act: {
      workspaceId: string;
      person: Pick<CallingPerson, 'id'>;
      note: Note;
      appeal: Kept;
      ask: AnswerAppeal;
      now: Date;
    },
  ): Promise<void> {
    const { workspaceId, person, note, appeal, ask, now } = act;
    const [review] = await tx.query<{ reviewer_id: string }[]>(
      'select reviewer_id from note_review where note_id = $1',
      [note.id],
    );
    const others = await othersWhoDecide(tx, person.id);
    const by = whoDecides({ reviewerId: review?.reviewer_id ?? null, deciderId: person.id, others });
    if (!by.may) throw new Refused('appeal-own-review');

    const { verdict, reason } = ask;
    await tx.query(
      `update note_appeal set state = $2, answer = $3, decided_by = $4, decided_at = $5, decided_alone = $6 where id = $1`,
      [appeal.id, verdict, reason, person.id, now, by.alone],
    );
    if (verdict === 'upheld' && isViolation(note.auditState))
      await this.notes.answer(tx, note, 'passed', now);

    const event = { personId: person.id, action: 'appeal.answered', subjectId: note.id } as const;
    for (const trail of new Set([workspaceId, note.workspaceId]))
      await audit(tx, { ...event, workspaceId: trail, detail: { verdict, reason } });
    await announce(tx, note.workspaceId, 'notes', 'pools', 'notices');
    await announcePlatform(tx, 'notes');
    await announcePlatform(tx, 'notices');
  }
}

/** When the note was limited or rejected, as well as it is known. */
async function foundAtOf(tx: EntityManager, note: Note): Promise<Date> {
  const [review] = await tx.query<{ decided_at: Date }[]>(
    'select decided_at from note_review where note_id = $1',
    [note.id],
  );
  return review?.decided_at ?? note.auditedAt ?? note.publishedAt;
}

function refused(code: AppealRefusal, foundAt: Date): Refused {
  if (code !== 'appeal-too-late') return new Refused(code);
  const until = new Date(appealUntil(foundAt.getTime())).toISOString();
  return new Refused(code, { detail: `An appeal was open until ${until}.` });
}

function refuseOther(appeal: Kept, personId: string, ask: AnswerAppeal): void {
  if (appeal.decidedBy === personId && appeal.state === ask.verdict && appeal.answer === ask.reason) return;
  const who = appeal.deciderName ?? 'Somebody who has left';
  throw new Refused('appeal-already-answered', {
    detail: `${who} decided “${appeal.state}” at ${appeal.decidedAt?.toISOString() ?? ''}: ${appeal.answer ?? ''}`,
  });
}
