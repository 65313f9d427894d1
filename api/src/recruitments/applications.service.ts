import { Injectable } from '@nestjs/common';
import type { ApplyToRecruitment, BoardView } from '@poolrise/contracts';
import { type Application, moveRecruitment, type RecruitmentMove, unfitFor } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { holdDeskOf } from '../desks/desk-of';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { BoardQueries } from './board.queries';
import { type BoardCreator, creatorOfDesk } from './creator-of-desk';
import type { KeptRecruitment } from './kept-recruitment.entity';
import { RecruitmentClock } from './recruitment-clock';
import { holdRecruitment, recruitmentOf } from './recruitment-columns';

interface Kept extends Application {
  id: string;
  words: string;
}

/** What a creator does about a recruitment. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: RecruitmentClock,
    private readonly board: BoardQueries,
  ) {}

  /**
   * Applies with a quote; the same application again changes nothing.
   * @throws Refused not-found, recruitment-closed, recruitment-unfit, already-applied, quote-outside
   */
  async apply(
    caller: Caller,
    recruitmentId: string,
    ask: ApplyToRecruitment,
    now = new Date(),
  ): Promise<BoardView> {
    await this.act(caller, recruitmentId, now, async (tx, kept, creator) => {
      const earlier = await applicationOf(tx, recruitmentId, caller.workspaceId);
      const same = earlier?.quoteCents === ask.quoteCents && earlier.words === ask.words;
      if (earlier && earlier.state === 'applied' && same) return;
      const move: RecruitmentMove = { kind: 'apply', quoteCents: ask.quoteCents };
      const moved = moveRecruitment(recruitmentOf(kept), earlier, move);
      if (moved === 'recruitment-closed' || moved === 'already-applied') throw new Refused(moved);
      if (moved === 'quote-outside')
        throw new Refused('quote-outside', {
          field: '/quoteCents',
          figures: { leastCents: kept.quoteLeastCents, mostCents: kept.quoteMostCents },
        });
      const unfit = unfitFor(kept.requirements, kept.noteType, {
        ...creator,
        unusualTests: creator.unusual.length,
      });
      if (unfit.length) throw new Refused('recruitment-unfit', { detail: `Not met: ${unfit.join(', ')}.` });
      await this.handIn(tx, caller, kept, creator, ask, now);
    });
    return this.board.one(caller.workspaceId, recruitmentId, now);
  }

  /** Takes the application back; again, it stays so. @throws Refused not-found, application-already-answered, recruitment-closed */
  async withdraw(caller: Caller, recruitmentId: string, now = new Date()): Promise<BoardView> {
    await this.act(caller, recruitmentId, now, async (tx, kept) => {
      const earlier = await applicationOf(tx, recruitmentId, caller.workspaceId);
      if (!earlier) throw new Refused('not-found', { field: 'path.boardRecruitmentId' });
      if (earlier.state === 'withdrawn') return;
      const moved = moveRecruitment(recruitmentOf(kept), earlier, { kind: 'withdraw' });
      if (moved === 'recruitment-closed') throw new Refused('recruitment-closed');
      if (typeof moved === 'string') throw new Refused('application-already-answered');
      await tx.query(
        `update recruitment_application set state = 'withdrawn', changed_at = $2, version = version + 1 where id = $1`,
        [earlier.id, now],
      );
      await this.record(tx, caller, kept, 'application.withdrawn', earlier.id);
    });
    return this.board.one(caller.workspaceId, recruitmentId, now);
  }

  private async act(
    caller: Caller,
    recruitmentId: string,
    now: Date,
    work: (tx: EntityManager, kept: KeptRecruitment, creator: BoardCreator) => Promise<void>,
  ): Promise<void> {
    await this.clock.advance(recruitmentId, now);
    await this.db.asEngine(async (tx) => {
      const creator = await creatorOfDesk(tx, caller.workspaceId, now);
      const kept = creator && (await holdRecruitment(tx, { id: recruitmentId }));
      if (!kept) throw new Refused('not-found', { field: 'path.boardRecruitmentId' });
      // A tie that is being undone is gone by the time this goes on.
      if ((await holdDeskOf(tx, creator.id)) !== caller.workspaceId)
        throw new Refused('not-found', { field: 'path.boardRecruitmentId' });
      await work(tx, kept, creator);
    });
  }

  private async handIn(
    tx: EntityManager,
    caller: Caller,
    kept: KeptRecruitment,
    creator: BoardCreator,
    ask: ApplyToRecruitment,
    now: Date,
  ): Promise<void> {
    const [written] = await tx.query<{ id: string }[]>(
      `insert into recruitment_application (recruitment_id, workspace_id, desk_id, creator_id, quote_cents, words, state, unusual,
              version, applied_by, applied_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, 'applied', $7, 1, $8, $9, $9)
       on conflict (recruitment_id, desk_id) do update set creator_id = excluded.creator_id, quote_cents = excluded.quote_cents,
              words = excluded.words, state = 'applied', unusual = excluded.unusual, answer_words = null,
              version = recruitment_application.version + 1, applied_by = excluded.applied_by,
              applied_at = excluded.applied_at, changed_at = excluded.changed_at
       returning id`,
      [
        kept.id,
        kept.workspaceId,
        caller.workspaceId,
        creator.id,
        ask.quoteCents,
        ask.words,
        creator.unusual,
        caller.person?.id ?? null,
        now,
      ],
    );
    await this.record(tx, caller, kept, 'application.handed-in', written?.id ?? '');
  }

  private async record(
    tx: EntityManager,
    caller: Caller,
    kept: KeptRecruitment,
    action: 'application.handed-in' | 'application.withdrawn',
    subjectId: string,
  ): Promise<void> {
    const { workspaceId, person } = caller;
    await audit(tx, { workspaceId, personId: person?.id ?? null, action, subjectId });
    await announce(tx, workspaceId, 'recruitments');
    await announce(tx, kept.workspaceId, 'recruitments', 'notices');
  }
}

async function applicationOf(tx: EntityManager, recruitmentId: string, deskId: string): Promise<Kept | null> {
  const [found] = await tx.query<(Omit<Kept, 'quoteCents'> & { quoteCents: string })[]>(
    `select id, state, quote_cents as "quoteCents", words from recruitment_application
      where recruitment_id = $1 and desk_id = $2`,
    [recruitmentId, deskId],
  );
  return found ? { ...found, quoteCents: Number(found.quoteCents) } : null;
}
