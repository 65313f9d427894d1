import { Injectable } from '@nestjs/common';
import type { OneMoreResult } from '@poolrise/contracts';
import { type History, type ImposedRuling, inScope, type OwnNote, type PoolPolicy } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import {
  capacityOf,
  type FeedNoteRow,
  fromChosen,
  historyNote,
  hoursBetween,
  mostNotes as mostOfReplay,
  rulingsOn,
  type Span,
  warmUpHours,
} from './history.queries';
import type { VoucherQuestion } from './simulation-run.entity';

const hourMs = 3_600_000;
/** Hours played after the boost has ended: a note that it lifts needs some time to show it. */
export const hoursAfter = 24;
/**
 * Notes in such a world and the brand's own among them: hundreds of worlds are played, so that fewer notes than in a replay
 * must do. What is left out shows less of the feed and takes its part of the capacity along.
 */
export const mostNotes = Math.min(600, mostOfReplay);
const mostOwn = 60;
/** Days back over which a workspace's own price of a paid read is counted, and the reads that it takes. */
const priceDays = 90;

/** The feed around a note as it is now, and what a question about a voucher needs beside it. */
export interface PresentFeed {
  history: History;
  from: Date;
  until: Date;
  /** Hour of the history from which the boost runs. */
  fromHour: number;
  startsAt: number;
  category: string;
  policy: PoolPolicy;
  rulings: ImposedRuling[];
  own: (OwnNote & { title: string; boostable: boolean })[];
  /** The paid rail of the workspace so far, on these notes. */
  paid: { impressions: number; clicks: number };
  counted: Pick<OneMoreResult['price'], 'boosts' | 'spentCents' | 'reads'>;
}

interface PresentRow extends FeedNoteRow {
  own: boolean;
  title: string;
  creator_id: string;
}

/** Reads the feed as it is now; as the engine, since a feed is shared by all workspaces. */
@Injectable()
export class PresentQueries {
  constructor(private readonly db: Db) {}

  /** Null when nobody has seen the note yet. */
  around(
    workspaceId: string,
    noteId: string,
    question: VoucherQuestion,
    now: Date,
  ): Promise<PresentFeed | null> {
    const present = Math.floor(now.getTime() / hourMs) * hourMs;
    const startsAt = present + question.startsInHours * hourMs;
    const span = {
      from: new Date(present - warmUpHours * hourMs),
      to: new Date(startsAt + (question.durationHours + hoursAfter) * hourMs),
    };
    return this.db.asEngine(async (tx) => {
      const [note] = await tx.query<{ category: string; policy: PoolPolicy; readers: number }[]>(
        `select note.category, policy.document as policy, coalesce(installation.audience, 0) as readers
         from note
         join pool_run run on run.note_id = note.id and run.impressions > 0
         join pool_policy policy on policy.id = run.policy_id
         cross join installation
         where note.id = $1 and note.workspace_id = $2 order by run.level desc limit 1`,
        [noteId, workspaceId],
      );
      if (!note) return null;
      const rows = await presentNotes(
        tx,
        { ...span, to: now },
        { noteId, workspaceId, category: note.category },
      );
      const { scope, boost } = question;
      const own = rows.filter((row) => row.own);
      return {
        history: {
          capacity: await capacityOf(tx, rows, span, now),
          notes: rows.map((row) => historyNote(row, span.from)),
          readers: note.readers,
          policy: note.policy,
        },
        from: span.from,
        until: span.to,
        fromHour: hoursBetween(span.from, new Date(startsAt)),
        startsAt,
        category: note.category,
        policy: note.policy,
        rulings: await rulingsOn(tx, rows),
        own: own.map(({ id, creator_id: creatorId, reached: level, title, category }) => ({
          id,
          creatorId,
          level,
          title,
          boostable:
            id !== noteId &&
            inScope({ scope }, { goal: boost.goal, noteId: id, category, placement: 'feed' }),
        })),
        paid: await paidSoFar(tx, own),
        counted: await countedPrice(tx, workspaceId, now),
      };
    });
  }
}

/** The note, the brand's newest, then those of its category and of others in that time; all of them through the audit. */
function presentNotes(
  tx: EntityManager,
  { from, to }: Span,
  about: { noteId: string; workspaceId: string; category: string },
): Promise<PresentRow[]> {
  return tx.query<PresentRow[]>(
    `with latest as (
       select id, category from note where published_at >= $3 and published_at < $4 and audit_state = 'passed'
       order by published_at desc, id desc limit $7),
     chosen as (
       (select id from note where id = $1)
       union (select id from note where workspace_id = $2 and published_at < $4 and audit_state = 'passed'
         order by published_at desc, id limit $6)
       union (select id from latest order by category = $5 desc, id limit $8)
     )
     select note.id, note.workspace_id = $2 as own, note.title, note.creator_id, note.category, creator.followers,
       note.published_at, sums.*
     ${fromChosen}
     order by note.published_at, note.id`,
    [
      about.noteId,
      about.workspaceId,
      from,
      to,
      about.category,
      mostOwn,
      5 * mostNotes,
      mostNotes - mostOwn - 1,
    ],
  );
}

async function paidSoFar(tx: EntityManager, own: { id: string }[]): Promise<PresentFeed['paid']> {
  const [sums] = await tx.query<PresentFeed['paid'][]>(
    `select coalesce(sum(paid_impressions), 0)::int as impressions, coalesce(sum(paid_clicks), 0)::int as clicks
     from pool_run where note_id = any($1::uuid[])`,
    [own.map(({ id }) => id)],
  );
  return sums ?? { impressions: 0, clicks: 0 };
}

/** What the workspace's own boosts of the last days cost, and the reads that they had. */
async function countedPrice(
  tx: EntityManager,
  workspaceId: string,
  now: Date,
): Promise<PresentFeed['counted']> {
  const [sums] = await tx.query<PresentFeed['counted'][]>(
    `select count(*)::int as boosts, coalesce(sum(boost.spent_cents), 0)::float8 as "spentCents",
       coalesce(sum(had.reads), 0)::int as reads
     from boost
     cross join lateral (select sum(clicks) as reads from boost_hour where boost_id = boost.id) had
     where boost.workspace_id = $1 and boost.launched_at >= $2 and boost.spent_cents > 0`,
    [workspaceId, new Date(now.getTime() - priceDays * 24 * hourMs)],
  );
  return sums ?? { boosts: 0, spentCents: 0, reads: 0 };
}
