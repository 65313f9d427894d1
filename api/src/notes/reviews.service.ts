import { Injectable } from '@nestjs/common';
import type { AnswerReview, ReviewAnswer } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { announcePlatform } from '../live/announce-platform';
import { NoteReview } from './note-review.entity';
import { Note } from './note.entity';
import { NotesService } from './notes.service';

/** Decisions of the platform's people about notes that the machine audit left to them. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly db: Db,
    private readonly notes: NotesService,
  ) {}

  /**
   * Decides about a note that waits for a person, or returns the same decision when its author repeats it.
   *
   * As the engine, because the note belongs to somebody else's workspace; which notes may be touched is asked here.
   * @throws Refused platform-only, not-found, review-already-answered with who decided what
   */
  answer(
    workspaceId: string,
    person: Pick<CallingPerson, 'id' | 'name'>,
    noteId: string,
    ask: AnswerReview,
    now = new Date(),
  ): Promise<ReviewAnswer> {
    return asPlatform(this.db, workspaceId, async (tx) => {
      // The note is the one lock: of two operators at the same moment the second waits here and finds the first's answer.
      const note = await tx.findOne(Note, { where: { id: noteId }, lock: { mode: 'pessimistic_write' } });
      if (note?.auditState !== 'human_review') return this.earlier(tx, person, noteId, ask);

      const { verdict, reason } = ask;
      const review = { noteId, workspaceId: note.workspaceId, reviewerId: person.id, verdict, reason };
      await tx.insert(NoteReview, { ...review, decidedAt: now });
      await this.notes.answer(tx, note, verdict, now);

      // Once in the trail of those who decided and once in the trail of those it was decided about.
      const event = { personId: person.id, action: 'note.reviewed', subjectId: noteId } as const;
      for (const trail of new Set([workspaceId, note.workspaceId]))
        await audit(tx, { ...event, workspaceId: trail, detail: { verdict, reason } });
      await announce(tx, note.workspaceId, 'notes', 'pools', 'notices');
      await announcePlatform(tx, 'notes');
      return { noteId, verdict, reason, decidedBy: person.name, decidedAt: now.toISOString() };
    });
  }

  private async earlier(
    tx: EntityManager,
    person: Pick<CallingPerson, 'id'>,
    noteId: string,
    ask: AnswerReview,
  ): Promise<ReviewAnswer> {
    const review = await tx.findOneBy(NoteReview, { noteId });
    if (!review)
      throw new Refused('not-found', { field: 'path.noteId', detail: 'No such note waits for a review.' });
    const [reviewer] = await tx.query<{ name: string }[]>('select name from person where id = $1', [
      review.reviewerId,
    ]);
    const { verdict, reason } = review;
    const decidedBy = reviewer?.name ?? 'Somebody who has left';
    const decidedAt = review.decidedAt.toISOString();
    if (review.reviewerId !== person.id || verdict !== ask.verdict || reason !== ask.reason)
      throw new Refused('review-already-answered', {
        detail: `${decidedBy} decided “${verdict}” at ${decidedAt}: ${reason}`,
      });
    return { noteId, verdict, reason, decidedBy, decidedAt };
  }
}
