import { Injectable } from '@nestjs/common';
import type { OverviewView } from '@poolrise/contracts';
import { type BoostRow, can, climbStates, type Role } from '@poolrise/contracts';
import {
  ctr,
  interactions,
  interactionRatePerRead,
  noCounts,
  type PoolPolicy,
  rails,
} from '@poolrise/domain';
import { BoostsQueries } from '../boosts/boosts.queries';
import { Db } from '../db/db';
import { mediaLinksOf } from '../media/media-links';
import { type NoteRecord, noteRecords, noteRow } from '../notes/notes.queries';
import { type DecisionRecord, verdictView } from '../pools/climb-view';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
const shanghaiMs = 8 * 3_600_000;
const days = 14;

interface OverviewRecord {
  points: {
    day: string;
    rail: number;
    impressions: number;
    clicks: number;
    likes: number;
    collects: number;
    comments: number;
    shares: number;
    follows: number;
  }[];
  earlier: Omit<OverviewRecord['points'][number], 'day'>[];
  ladder: { level: number; climbing: number; stopped: number }[];
  states: { state: OverviewView['states'][number]['state']; notes: number }[];
  spent: { current: string; previous: string };
  cash: string | null;
  policy: PoolPolicy;
  rising: NoteRecord[];
  decisions: (DecisionRecord & { note_id: string; note_title: string })[];
}

/** The first page of a workspace: what moved, where its notes stand, what needs a look. */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly db: Db,
    private readonly boosts: BoostsQueries,
  ) {}

  async overview(workspaceId: string, role: Role | null, now = new Date()): Promise<OverviewView> {
    // Days are those of Shanghai, the last of them unfinished.
    const today = Math.floor((now.getTime() + shanghaiMs) / dayMs) * dayMs - shanghaiMs;
    const from = today - (days - 1) * dayMs;
    const middle = today - 6 * dayMs;
    // Six days and a part of today stand against as much of the week before: a full week would make every morning a fall.
    const cut = now.getTime() - weekMs;
    const [[record], running] = await Promise.all([
      this.db.read<OverviewRecord>(workspaceId, overviewSql, [
        new Date(from),
        new Date(middle),
        new Date(cut),
      ]),
      this.boosts.list(workspaceId, { limit: 4, state: 'running' }, now),
    ]);
    if (!record) throw new Error('the overview always has one row');
    const links = await mediaLinksOf(this.db);
    const current = figures(record.points.filter((point) => Date.parse(point.day) >= middle));
    const previous = figures(record.earlier);
    const tile = (metric: string, of: (week: ReturnType<typeof figures>) => number | null) => ({
      metric,
      value: of(current),
      previous: of(previous),
    });
    return {
      asOf: now.toISOString(),
      tilesFrom: new Date(middle).toISOString(),
      tiles: [
        tile('impressions', (figure) => figure.organic.impressions + figure.paid.impressions),
        tile('clicks', (figure) => figure.organic.clicks + figure.paid.clicks),
        tile('ctrNatural', (figure) => ctr(figure.organic)),
        tile(
          'interactionsLCCS',
          (figure) => interactions(figure.organic, 'LCCS') + interactions(figure.paid, 'LCCS'),
        ),
        tile('interactionRatePerRead', (figure) => interactionRatePerRead(figure.organic, 'LCCS')),
        tile('impressionsPaid', (figure) => figure.paid.impressions),
        { metric: 'spend', value: Number(record.spent.current), previous: Number(record.spent.previous) },
      ],
      ladder: record.policy.levels.map((level) => {
        const found = record.ladder.find((row) => row.level === level.level);
        return {
          level: level.level,
          name: level.name,
          climbing: found?.climbing ?? 0,
          stopped: found?.stopped ?? 0,
        };
      }),
      states: climbStates.map((state) => ({
        state,
        notes: record.states.find((row) => row.state === state)?.notes ?? 0,
      })),
      series: seriesOf(record.points, from),
      rising: record.rising.map((row) =>
        noteRow({ ...row, published_at: new Date(row.published_at) }, links),
      ),
      verdicts: record.decisions.map((decision) => ({
        ...verdictView(decision),
        noteId: decision.note_id,
        noteTitle: decision.note_title,
      })),
      boosts: running.items satisfies BoostRow[],
      cashCents: role && can(role, 'read:wallet') && record.cash !== null ? Number(record.cash) : null,
    };
  }
}

const tileCounts = ['impressions', 'clicks', 'likes', 'collects', 'comments', 'shares', 'follows'] as const;
const earlierSums = tileCounts.map((name) => `round(sum(${name} * passed))::integer as ${name}`).join(', ');

const overviewSql = `
  select
    (select coalesce(jsonb_agg(to_jsonb(point)), '[]') from (
      select to_char((date_trunc('day', hour at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as day, rail,
        sum(impressions)::integer as impressions, sum(clicks)::integer as clicks, sum(likes)::integer as likes, sum(collects)::integer as collects,
        sum(comments)::integer as comments, sum(shares)::integer as shares, sum(follows)::integer as follows
      from engagement_hour where workspace_id = app_workspace() and hour >= $1 group by 1, 2) point) as points,
    -- Hours are counted whole, so of the hour that was cut as much is taken as had passed of it.
    (select coalesce(jsonb_agg(to_jsonb(point)), '[]') from (
      select rail, ${earlierSums} from engagement_hour,
        lateral (select least(1, extract(epoch from $3::timestamptz - hour) / 3600) as passed) share
      where workspace_id = app_workspace() and hour >= $1 and hour < $3 group by rail) point) as earlier,
    (select coalesce(jsonb_agg(to_jsonb(step)), '[]') from (
      select level, count(*) filter (where state = 'climbing')::integer as climbing, count(*) filter (where state = 'stopped')::integer as stopped
      from note where workspace_id = app_workspace() group by level) step) as ladder,
    (select coalesce(jsonb_agg(to_jsonb(counted)), '[]') from (select state, count(*)::integer as notes from note where workspace_id = app_workspace() group by state) counted) as states,
    (select jsonb_build_object(
        'current', coalesce(sum(entry.cents) filter (where transaction.at >= $2), 0), 'previous', coalesce(sum(entry.cents) filter (where transaction.at < $3), 0))
      from ledger_transaction transaction join ledger_entry entry on entry.transaction_id = transaction.id and entry.account = 'spent'
      where transaction.workspace_id = app_workspace() and transaction.at >= $1) as spent,
    (select balance_cents from ledger_account where workspace_id = app_workspace() and name = 'cash') as cash,
    (select document from pool_policy where in_force) as policy,
    (select coalesce(jsonb_agg(to_jsonb(rising)), '[]') from (
      select rows.* from (
        select note.id, note.level, totals.impressions from note join note_totals totals on totals.note_id = note.id
        where note.workspace_id = app_workspace() and note.state = 'climbing'
        order by note.level desc, totals.impressions desc, note.id limit 5
      ) top cross join lateral (${noteRecords} where note.id = top.id) rows
      order by top.level desc, top.impressions desc, top.id) rising) as rising,
    (select coalesce(jsonb_agg(to_jsonb(decision) order by decision.decided_at desc), '[]') from (
      select d.id, d.note_id, note.title as note_title, d.level, d.to_level, d.outcome, d.reason, d.decided_at, d.evidence, d.verdict, policy.document as policy
      from pool_decision d join note on note.id = d.note_id join pool_policy policy on policy.id = d.policy_id
      where d.workspace_id = app_workspace() order by d.decided_at desc, d.id limit 6) decision) as decisions`;

function figures(points: OverviewRecord['earlier']) {
  const sum = (wanted: (rail: number) => boolean) => {
    const total = noCounts();
    for (const point of points)
      if (wanted(point.rail)) for (const name of tileCounts) total[name] += point[name];
    return total;
  };
  const paid = rails.indexOf('paid');
  return { organic: sum((rail) => rail !== paid), paid: sum((rail) => rail === paid) };
}

function seriesOf(points: OverviewRecord['points'], from: number): OverviewView['series'] {
  const impressions = Object.fromEntries(
    rails.map((rail) => [rail, Array<number>(days).fill(0)]),
  ) as OverviewView['series']['impressions'];
  for (const point of points) {
    const rail = rails[point.rail];
    const at = Math.round((Date.parse(point.day) - from) / dayMs);
    if (rail && at >= 0 && at < days) impressions[rail][at] = point.impressions;
  }
  return {
    days: Array.from({ length: days }, (_, at) => new Date(from + at * dayMs).toISOString()),
    impressions,
  };
}
