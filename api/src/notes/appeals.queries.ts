import { Injectable } from '@nestjs/common';
import type {
  AppealOutcomes,
  AppealRow,
  AppealsQuery,
  Page,
  PageQuery,
  ViolationRow,
} from '@poolrise/contracts';
import { appealSampleMin, countShare, violationKinds, whoDecides } from '@poolrise/domain';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { coverJson, type MediaLinks, mediaLinksOf, type MediaRecord } from '../media/media-links';
import {
  appealJson,
  type AppealRecord,
  appealView,
  othersWhoDecide,
  type ViolationRecord,
  violationRow,
} from './appeal-rows';
import { ruleOf } from './violations';

const yearMs = 365 * 86_400_000;

/** Notes by id with what was decided about them; the walls say which there are. */
const violationRows = `
  select note.id, note.title, note.body, note.topics, note.language, note.cover_hue, ${coverJson('note.id')} as cover,
    ${isoInstant('note.published_at')} as published_at, note.audit_state,
    ${isoInstant('coalesce(a.found_at, review.decided_at, note.audited_at, note.published_at)')} as found_at,
    review.reason as review_reason, case when a.id is not null then ${appealJson} end as appeal
  from note left join note_review review on review.note_id = note.id left join note_appeal a on a.note_id = note.id`;

/** The page is found by two indexes: of notes that were found fault with, and of appeals, whose notes may have passed since. */
const violationsSql = `
  with found as (
    (select id, published_at from note where workspace_id = app_workspace() and audit_state in ('limited', 'rejected')
       and ($2::timestamptz is null or (published_at, id) < ($2, $3::uuid)) order by published_at desc, id desc limit $1)
    union
    (select note.id, note.published_at from note_appeal join note on note.id = note_appeal.note_id
      where note_appeal.workspace_id = app_workspace() and note.audit_state not in ('limited', 'rejected')
        and ($2::timestamptz is null or (note.published_at, note.id) < ($2, $3::uuid))
      order by note.published_at desc, note.id desc limit $1))
  select rows.* from (select id from found order by published_at desc, id desc limit $1) page
    join (${violationRows}) rows on rows.id = page.id
  order by rows.published_at desc, rows.id desc`;

interface QueueRecord extends AppealRecord {
  key: string;
  note_id: string;
  title: string;
  body: string;
  topics: string[];
  language: AppealRow['language'];
  cover_hue: number;
  cover: MediaRecord | null;
  workspace_name: string;
  creator: AppealRow['creator'];
  foundAt: string;
  reviewer_id: string | null;
  reviewer_name: string | null;
  review_reason: string | null;
  decided_by: string | null;
}

const queueRows = `
  select note.id as note_id, note.title, note.body, note.topics, note.language, note.cover_hue, ${coverJson('note.id')} as cover,
    workspace.name as workspace_name, a.id, a.state, a.reason, a.answer, a.verdict, a.kind, a.words, a.decided_alone as "decidedAlone",
    ${isoInstant('a.asked_at')} as "askedAt", ${isoInstant('a.decided_at')} as "decidedAt", ${isoInstant('a.found_at')} as "foundAt",
    case when a.state = 'open' then ${isoInstant('a.asked_at')} else ${isoInstant('a.decided_at')} end as key,
    jsonb_build_object('id', creator.id, 'name', creator.name, 'redId', creator.red_id, 'followers', creator.followers) as creator,
    review.reviewer_id, (select name from person where id = review.reviewer_id) as reviewer_name, review.reason as review_reason,
    (select name from person where id = a.decided_by) as decided_by
  from note_appeal a join note on note.id = a.note_id join workspace on workspace.id = note.workspace_id
    join creator on creator.id = note.creator_id left join note_review review on review.note_id = note.id`;

/** What was found fault with, and the queue of what was said against that. */
@Injectable()
export class AppealsQueries {
  constructor(private readonly db: Db) {}

  async violations(workspaceId: string, query: PageQuery, now = new Date()): Promise<Page<ViolationRow>> {
    const cursor = decodeCursor(query.cursor, cursorInstant, z.uuid(), z.literal('violations'));
    const rows = await this.db.read<ViolationRecord>(workspaceId, violationsSql, [
      query.limit + 1,
      ...(cursor?.slice(0, 2) ?? [null, null]),
    ]);
    const links = await mediaLinksOf(this.db);
    return pageFrom(
      rows,
      query.limit,
      (row) => violationRow(row, links, now),
      (row) => [row.published_at, row.id, 'violations'],
    );
  }

  /** One of them. @throws Refused not-found */
  async violation(workspaceId: string, noteId: string, now = new Date()): Promise<ViolationRow> {
    const [row] = await this.db.read<ViolationRecord>(workspaceId, `${violationRows} where note.id = $1`, [
      noteId,
    ]);
    if (!row) throw new Refused('not-found', { field: 'path.noteId' });
    return violationRow(row, await mediaLinksOf(this.db), now);
  }

  /** Appeals of every workspace; under the engine's hat, so it filters itself. @throws Refused platform-only */
  async list(workspaceId: string, personId: string, query: AppealsQuery): Promise<Page<AppealRow>> {
    const tag = z.literal(`appeals-${query.show}`);
    const cursor = decodeCursor(query.cursor, cursorInstant, z.uuid(), tag);
    const [at, id] = cursor ?? [null, null];
    const rest =
      query.show === 'open'
        ? `where a.state = 'open' and ($2::timestamptz is null or (a.asked_at, a.id) > ($2, $3::uuid)) order by a.asked_at, a.id limit $1`
        : `where a.state <> 'open' and ($2::timestamptz is null or (a.decided_at, a.id) < ($2, $3::uuid)) order by a.decided_at desc, a.id desc limit $1`;
    const { rows, others } = await asPlatform(this.db, workspaceId, async (tx) => ({
      rows: await tx.query<QueueRecord[]>(`${queueRows} ${rest}`, [query.limit + 1, at, id]),
      others: await othersWhoDecide(tx, personId),
    }));
    const links = await mediaLinksOf(this.db);
    return pageFrom(
      rows,
      query.limit,
      (row) => appealRow(row, { links, personId, others }),
      (row) => [row.key, row.id, `appeals-${query.show}`],
    );
  }

  /** One of them, to whoever has just decided about it. @throws Refused not-found */
  async one(personId: string, appealId: string): Promise<AppealRow> {
    const { row, others } = await this.db.asEngine(async (tx) => {
      const [found] = await tx.query<QueueRecord[]>(`${queueRows} where a.id = $1`, [appealId]);
      return { row: found, others: await othersWhoDecide(tx, personId) };
    });
    if (!row) throw new Refused('not-found', { field: 'path.appealId' });
    return appealRow(row, { links: await mediaLinksOf(this.db), personId, others });
  }

  /** Counts over all workspaces and nothing else, so that everybody may see them. */
  async outcomes(now = new Date()): Promise<AppealOutcomes> {
    const from = new Date(now.getTime() - yearMs);
    const rows = await this.db.asEngine((tx) => tx.query<Outcome[]>(outcomesSql, [from]));
    const whole = rows.find(({ kind }) => kind === null);
    return {
      asOf: now.toISOString(),
      from: from.toISOString(),
      sampleMin: appealSampleMin,
      hoursMedian: whole?.hours ?? null,
      kinds: violationKinds.map((kind) => {
        const { upheld = 0, decided = 0, open = 0 } = rows.find((row) => row.kind === kind) ?? {};
        const { share, low, high } = countShare(upheld, decided);
        return { kind, decided, upheld, open, share, low, high };
      }),
    };
  }
}

interface Outcome {
  kind: string | null;
  decided: number;
  upheld: number;
  open: number;
  hours: number | null;
}
const outcomesSql = `
  select kind, (count(*) filter (where state <> 'open'))::integer as decided, (count(*) filter (where state = 'upheld'))::integer as upheld,
    (count(*) filter (where state = 'open'))::integer as open,
    percentile_cont(0.5) within group (order by extract(epoch from decided_at - asked_at) / 3600) filter (where state <> 'open') as hours
  from note_appeal where state = 'open' or decided_at >= $1 group by grouping sets ((kind), ())`;

function appealRow(
  row: QueueRecord,
  { links, personId, others }: { links: MediaLinks; personId: string; others: number },
): AppealRow {
  const by = whoDecides({ reviewerId: row.reviewer_id, deciderId: personId, others });
  return {
    ...appealView(row),
    noteId: row.note_id,
    title: row.title,
    body: row.body,
    topics: row.topics,
    language: row.language,
    coverHue: row.cover_hue,
    coverUrl: links.thumb(row.cover),
    workspaceName: row.workspace_name,
    creator: row.creator,
    kind: row.kind,
    words: row.words,
    rule: ruleOf(row.kind),
    verdict: row.verdict,
    foundAt: row.foundAt,
    reviewer:
      row.reviewer_id === null
        ? null
        : {
            name: row.reviewer_name ?? '',
            reason: row.review_reason ?? '',
            isCaller: row.reviewer_id === personId,
          },
    mayDecide: row.state === 'open' && by.may,
    alone: by.alone,
    decidedBy: row.decided_by,
  };
}
