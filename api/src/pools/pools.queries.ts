import { Injectable } from '@nestjs/common';
import type { ClimbView, NoteSeries, Page, PolicyView } from '@poolrise/contracts';
import {
  barOf,
  engagementRate,
  estimateContent,
  estimateHook,
  estimateValue,
  forecastPass,
  type PoolEvidence,
  type PoolPolicy,
  rails,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { mediaLinksOf } from '../media/media-links';
import { noteDetails, noteRecords, noteView } from '../notes/notes.queries';
import {
  basinsOf,
  type ClimbRecord,
  estimateView,
  factorView,
  peersHead,
  policyHead,
  runsOf,
  topShare,
  closedBy,
  verdictView,
} from './climb-view';
import { evidenceOf } from './evidence';
import { PeersService } from './peers.service';
import { PoolBarsService } from './pool-bars.service';
import type { RunRow } from './run-row';

const hourMs = 3_600_000;
const engagementHour = 'engagement_hour';

/** The climb view, the series behind its chart, and the list of policies. */
@Injectable()
export class PoolsQueries {
  constructor(
    private readonly db: Db,
    private readonly peers: PeersService,
    private readonly bars: PoolBarsService,
  ) {}

  /** Everything the climb view shows: one SQL for the note, its runs and verdicts, one for the yardstick of the present run. */
  async climb(workspaceId: string, noteId: string, now = new Date()): Promise<ClimbView> {
    const links = await mediaLinksOf(this.db);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const record = await findClimb(tx, noteId);
      const runs = runsOf(record);
      const open = runs.find((run) => !run.closed_at);
      const current = open && (await this.current(tx, record, open, now));
      return {
        note: noteView(record, links),
        asOf: now.toISOString(),
        policy: policyHead(record.policy),
        basins: basinsOf(record, runs, current?.estimate ?? null),
        current: current ?? null,
        verdicts: record.decisions.map((decision) => verdictView(decision, closedBy(decision, record, runs))),
        runningBoostId: record.running_boost_id,
      };
    });
  }

  /** What a verdict on this run would read if it fell now. */
  async evidenceNow(tx: EntityManager, record: ClimbRecord, run: RunRow, now: Date): Promise<PoolEvidence> {
    const { policy } = record;
    const group = { policyId: run.policy_id, level: run.level, group: run.peer_group };
    const peers = (await this.peers.of(tx, group, policy, record.category, now))[record.type];
    const bar = await this.bars.of(tx, policy, group);
    const note = {
      category: record.category,
      type: record.type,
      auditState: record.audit_state,
      publishedAt: record.published_at,
    };
    return evidenceOf(run, note, { peers, bar, audienceLeft: null }, now);
  }

  private async current(
    tx: EntityManager,
    record: ClimbRecord,
    run: RunRow,
    now: Date,
  ): Promise<NonNullable<ClimbView['current']>> {
    const { policy } = record;
    const evidence = await this.evidenceNow(tx, record, run, now);
    const { counts, paidCounts, exposure, peers } = evidence;
    const estimate = estimateValue(counts, peers, policy.weights, { exposure, bar: barOf(evidence) });
    return {
      level: run.level,
      impressions: counts.impressions,
      target: run.target,
      nextCheckAt: Math.min(run.target, Math.max(run.next_check_at, counts.impressions)),
      windowEndsAt: run.window_ends_at.toISOString(),
      estimate: estimateView(estimate),
      hook: factorView(estimateHook(counts, peers, policy.weights, exposure)),
      content: { lift: estimateContent(counts, peers, policy.weights).lift },
      passProbability: forecastPass(evidence, policy),
      peers: {
        ...peersHead(evidence),
        meanRate: peers.meanRate,
        topShare: topShare(estimate.lift, peers, policy.weights),
      },
      organicRate: engagementRate(counts, policy.weights),
      paidRate: engagementRate(paidCounts, policy.weights),
    };
  }

  /** Impressions and reads by hour and rail, with what happened to the note and its boosts meanwhile. */
  async series(workspaceId: string, noteId: string, hours: number, now = new Date()): Promise<NoteSeries> {
    const to = Math.floor(now.getTime() / hourMs) * hourMs + hourMs;
    const from = to - hours * hourMs;
    const [row] = await this.db.read<{
      points: { hour: string; rail: number; impressions: number; reads: number }[];
      marks: NoteSeries['marks'];
    }>(
      workspaceId,
      `select
         (select coalesce(jsonb_agg(jsonb_build_object('hour', hour, 'rail', rail, 'impressions', impressions, 'reads', reads)), '[]') from (
            select hour, rail, sum(impressions) as impressions, sum(clicks) as reads from ${engagementHour}
            where note_id = $1 and hour >= $2 and hour < $3 group by hour, rail) point) as points,
         (select coalesce(jsonb_agg(mark order by mark->>'at'), '[]') from (
            select jsonb_build_object('at', decided_at, 'kind', outcome, 'level', level) as mark from pool_decision where note_id = $1 and decided_at >= $2 and decided_at < $3
            union all select jsonb_build_object('at', starts_at, 'kind', 'boost-start', 'level', null) from boost where note_id = $1 and starts_at >= $2 and starts_at < $3
            union all select jsonb_build_object('at', ended_at, 'kind', 'boost-end', 'level', null) from boost where note_id = $1 and ended_at >= $2 and ended_at < $3
         ) all_marks) as marks
       from note where id = $1`,
      [noteId, new Date(from), new Date(to)],
    );
    if (!row) throw new Refused('not-found', { field: 'path.noteId' });
    const empty = () =>
      Object.fromEntries(
        rails.map((rail) => [rail, Array<number>(hours).fill(0)]),
      ) as NoteSeries['impressions'];
    const impressions = empty();
    const reads = empty();
    for (const point of row.points) {
      const at = (Date.parse(point.hour) - from) / hourMs;
      const rail = rails[point.rail];
      if (!rail || at < 0 || at >= hours) continue;
      impressions[rail][at] = point.impressions;
      reads[rail][at] = point.reads;
    }
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      hours: Array.from({ length: hours }, (_, at) => new Date(from + at * hourMs).toISOString()),
      impressions,
      reads,
      marks: row.marks.map((mark) => ({ ...mark, at: new Date(mark.at).toISOString() })),
    };
  }

  async policies(
    workspaceId: string,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<Page<PolicyView>> {
    const cursor = decodeCursor(query.cursor, z.string().max(200), z.uuid(), z.literal('policies'));
    const rows = await this.db.read<PolicyRow>(
      workspaceId,
      `select * from pool_policy ${cursor ? 'where (name, id) > ($2, $3::uuid)' : ''} order by name, id limit $1`,
      [query.limit + 1, ...(cursor?.slice(0, 2) ?? [])],
    );
    return pageFrom(rows, query.limit, policyView, (row) => [row.name, row.id, 'policies']);
  }

  /** @throws Refused not-found */
  async policy(workspaceId: string, id: string): Promise<PolicyView> {
    const [row] = await this.db.read<PolicyRow>(workspaceId, 'select * from pool_policy where id = $1', [id]);
    if (!row) throw new Refused('not-found', { field: 'path.policyId', detail: 'No such version.' });
    return policyView(row);
  }
}

interface PolicyRow {
  id: string;
  name: string;
  version: number;
  source: string;
  mark: string;
  in_force: boolean;
  created_at: Date;
  document: PoolPolicy;
}

const policyView = (row: PolicyRow): PolicyView => ({
  id: row.id,
  name: row.name,
  version: row.version,
  source: row.source,
  mark: row.mark,
  inForce: row.in_force,
  createdAt: row.created_at.toISOString(),
  document: { ...row.document },
});

export async function findClimb(tx: EntityManager, noteId: string): Promise<ClimbRecord> {
  const [record] = await tx.query<ClimbRecord[]>(
    `select rows.*, ${noteDetails}, policy.id as policy_id, policy.document as policy,
       (select coalesce(jsonb_agg(to_jsonb(run) order by run.level), '[]') from pool_run run where run.note_id = rows.id) as runs,
       (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'level', d.level, 'to_level', d.to_level, 'outcome', d.outcome, 'reason', d.reason, 'decided_at', d.decided_at,
           'evidence', d.evidence, 'verdict', d.verdict, 'policy', judged.document) order by d.level desc, d.decided_at desc), '[]')
          from pool_decision d join pool_policy judged on judged.id = d.policy_id where d.note_id = rows.id) as decisions,
       (select boost.id from boost where boost.note_id = rows.id and boost.state in ('running', 'scheduled') order by boost.launched_at desc limit 1) as running_boost_id
     from (${noteRecords} where note.id = $1) rows
     join note on note.id = rows.id
     left join lateral (select policy_id from pool_run where note_id = rows.id order by level desc limit 1) newest on true
     join pool_policy policy on policy.id = newest.policy_id or (newest.policy_id is null and policy.in_force)`,
    [noteId],
  );
  if (!record) throw new Refused('not-found', { field: 'path.noteId' });
  return record;
}
