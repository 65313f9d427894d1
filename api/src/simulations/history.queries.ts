import { Injectable } from '@nestjs/common';
import { type History, type ImposedRuling, noCounts, type PoolPolicy } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';

const hourMs = 3_600_000;
/** Before what is looked at, so that the pools it meets are in full swing. */
export const warmUpHours = 72;
/** After its publication: at least three days, of which some may lie ahead, at most two weeks. */
const leastHours = 72;
const mostHours = 336;
/** Notes in a world, and how many of them may be the workspace's own. */
export const mostNotes = 5_000;
const mostOwn = 500;

/** A history around one note, with what the comparison needs to know beside it. */
export interface NoteHistory {
  history: History;
  from: Date;
  /** Hours of the history between its beginning and the note's publication. */
  bornHour: number;
  policy: PoolPolicy;
  /** The verdicts that really fell on these notes. */
  rulings: ImposedRuling[];
  /** The other notes of the workspace. */
  others: { id: string; title: string }[];
}

/** What the whole feed showed for some days, warm-up included. */
export interface FeedHistory {
  history: History;
  from: Date;
  to: Date;
  /** Older notes of the time were left out. */
  cut: boolean;
}

interface NoteRow extends FeedNoteRow {
  own: boolean;
  title: string;
}

export interface FeedNoteRow {
  id: string;
  category: string;
  followers: number;
  reached: number;
  published_at: Date;
  exposure: number;
  impressions: string;
  clicks: string;
  likes: string;
  collects: string;
  comments: string;
  shares: string;
  follows: string;
}

/** Reads the history that worlds are made from; as the engine, since a feed is shared by all workspaces. */
@Injectable()
export class HistoryQueries {
  constructor(private readonly db: Db) {}

  /** The notes published around this one and the hours they shared; null when nobody has seen the note yet. */
  around(workspaceId: string, noteId: string, now: Date): Promise<NoteHistory | null> {
    return this.db.asEngine(async (tx) => {
      const [note] = await tx.query<{ published_at: Date; policy: PoolPolicy; readers: number }[]>(
        `select note.published_at, policy.document as policy, coalesce(installation.audience, 0) as readers
         from note
         join pool_run run on run.note_id = note.id and run.impressions > 0
         join pool_policy policy on policy.id = run.policy_id
         cross join installation
         where note.id = $1 and note.workspace_id = $2 order by run.level desc limit 1`,
        [noteId, workspaceId],
      );
      if (!note) return null;
      const span = spanAround(note.published_at, now);
      const notes = await notesWithin(tx, { noteId, workspaceId, ...span });
      const capacity = await capacityOf(tx, notes, span, now);
      return {
        history: {
          capacity,
          notes: notes.map((row) => historyNote(row, span.from)),
          readers: note.readers,
          policy: note.policy,
        },
        from: span.from,
        bornHour: hoursBetween(span.from, note.published_at),
        policy: note.policy,
        rulings: await rulingsOn(tx, notes),
        others: notes.filter(({ own, id }) => own && id !== noteId).map(({ id, title }) => ({ id, title })),
      };
    });
  }

  /** The newest notes of all workspaces in these days and what they were shown; null when there is none. */
  lately(span: Span, policy: PoolPolicy): Promise<FeedHistory | null> {
    return this.db.asEngine(async (tx) => {
      const found = await newestWithin(tx, span);
      if (!found.length) return null;
      const notes = found.slice(0, mostNotes).reverse();
      const [installation] = await tx.query<{ readers: number }[]>(
        'select coalesce(audience, 0) as readers from installation',
      );
      return {
        history: {
          capacity: await capacityOf(tx, notes, span, span.to),
          notes: notes.map((row) => historyNote(row, span.from)),
          readers: installation?.readers ?? 0,
          policy,
        },
        ...span,
        cut: found.length > mostNotes,
      };
    });
  }
}

export interface Span {
  from: Date;
  to: Date;
}

/** So many days in whole hours, so that a question asked twice in an hour is about the same history, and the warm-up before. */
export function spanOfDays(days: number, now: Date): Span {
  const to = Math.floor(now.getTime() / hourMs) * hourMs;
  return { from: new Date(to - (24 * days + warmUpHours) * hourMs), to: new Date(to) };
}

/** Whether readers saw any note of that time. */
export async function anythingShown(tx: EntityManager, { from, to }: Span): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select from note where published_at >= $1 and published_at < $2 and audit_state = 'passed'
       and exists (select from pool_run where note_id = note.id and impressions > 0) limit 1`,
    [from, to],
  );
  return rows.length > 0;
}

function spanAround(published: Date, now: Date): Span {
  const born = Math.floor(published.getTime() / hourMs) * hourMs;
  const age = Math.ceil((now.getTime() - born) / hourMs);
  const hours = Math.min(mostHours, Math.max(leastHours, age));
  return { from: new Date(born - warmUpHours * hourMs), to: new Date(born + hours * hourMs) };
}

export const hoursBetween = (from: Date, to: Date): number =>
  Math.floor((to.getTime() - from.getTime()) / hourMs);

/** The notes chosen, each with the organic evidence of all its runs. */
export const fromChosen = `from chosen join note on note.id = chosen.id join creator on creator.id = note.creator_id
     cross join lateral (
       select coalesce(sum(exposure), 0)::float8 as exposure, coalesce(sum(impressions), 0) as impressions,
         coalesce(sum(clicks), 0) as clicks, coalesce(sum(likes), 0) as likes, coalesce(sum(collects), 0) as collects,
         coalesce(sum(comments), 0) as comments, coalesce(sum(shares), 0) as shares, coalesce(sum(follows), 0) as follows,
         coalesce(max(level) filter (where impressions > 0), 0)::integer as reached
       from pool_run where note_id = note.id
     ) sums`;

/** The newest first, one more than are taken. */
function newestWithin(tx: EntityManager, { from, to }: Span): Promise<FeedNoteRow[]> {
  return tx.query<FeedNoteRow[]>(
    `with chosen as (
       select id from note where published_at >= $1 and published_at < $2 and audit_state = 'passed'
       order by published_at desc, id desc limit $3)
     select note.id, note.category, creator.followers, note.published_at, sums.*
     ${fromChosen}
     order by note.published_at desc, note.id desc`,
    [from, to, mostNotes + 1],
  );
}

/** The note, those of its workspace, and others of the time, each with the organic evidence of all its runs. */
function notesWithin(
  tx: EntityManager,
  { noteId, workspaceId, from, to }: Span & { noteId: string; workspaceId: string },
): Promise<NoteRow[]> {
  return tx.query<NoteRow[]>(
    `with chosen as (
       (select id from note where id = $1)
       union (select id from note where workspace_id = $2 and published_at >= $3 and published_at < $4
         and audit_state = 'passed' order by published_at desc, id limit $5)
       union (select id from note where published_at >= $3 and published_at < $4
         and audit_state = 'passed' order by published_at, id limit $6)
     )
     select note.id, note.workspace_id = $2 as own, note.title, note.category, creator.followers, note.published_at, sums.*
     ${fromChosen}
     order by note.published_at, note.id`,
    [noteId, workspaceId, from, to, mostOwn, mostNotes - mostOwn - 1],
  );
}

/** What was decided about these notes, each at each level once. */
export async function rulingsOn(tx: EntityManager, notes: { id: string }[]): Promise<ImposedRuling[]> {
  const rows = await tx.query<{ note_id: string; level: number; outcome: 'pass' | 'stop' }[]>(
    `select note_id, level, outcome from pool_decision where note_id = any($1::uuid[]) order by note_id, level`,
    [notes.map(({ id }) => id)],
  );
  return rows.map(({ note_id: noteId, level, outcome }) => ({ noteId, level, ruling: outcome }));
}

/**
 * Impressions that these notes got in each hour. Hours that have not been, and the one that is under way, have what the
 * same hour of the day before had.
 */
export async function capacityOf(
  tx: EntityManager,
  notes: FeedNoteRow[],
  span: Span,
  now: Date,
): Promise<number[]> {
  const rows = await tx.query<{ hour: Date; impressions: string }[]>(
    `select hour, sum(impressions) as impressions from engagement_hour
     where note_id = any($1::uuid[]) and hour >= $2 and hour < $3 group by hour`,
    [notes.map(({ id }) => id), span.from, span.to],
  );
  const capacity = Array<number>(hoursBetween(span.from, span.to)).fill(0);
  for (const { hour, impressions } of rows) capacity[hoursBetween(span.from, hour)] = Number(impressions);
  const past = Math.max(0, hoursBetween(span.from, now));
  for (let hour = past; hour < capacity.length; hour++) capacity[hour] = capacity[hour - 24] ?? 0;
  return capacity;
}

export function historyNote(row: FeedNoteRow, from: Date): History['notes'][number] {
  return {
    id: row.id,
    bornHour: hoursBetween(from, row.published_at),
    category: row.category,
    followers: row.followers,
    level: row.reached,
    counts: {
      ...noCounts(),
      impressions: Number(row.impressions),
      clicks: Number(row.clicks),
      likes: Number(row.likes),
      collects: Number(row.collects),
      comments: Number(row.comments),
      shares: Number(row.shares),
      follows: Number(row.follows),
    },
    exposure: row.exposure,
  };
}
