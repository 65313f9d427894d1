import { Injectable } from '@nestjs/common';
import { can, type DeskClimb, type DeskToday, type Role, type TodayThing } from '@poolrise/contracts';
import { orderToday, todayPlace, todayShown, todayUrgency } from '@poolrise/domain';
import { Db } from '../db/db';
import { DesksQueries } from '../desks/desks.queries';
import { PoolsQueries } from '../pools/pools.queries';
import { BoardQueries } from '../recruitments/board.queries';
import { appealThings } from './today/appeal-things';
import { growthThings } from './today/growth-things';
import { orderThings } from './today/order-things';
import { recruitmentThings } from './today/recruitment-things';
import { rewardThings } from './today/reward-things';
import { rightsThings } from './today/rights-things';
import { aThing, type FoundThing, type TodayProvider } from './today/today-provider';
import { topicThings } from './today/topic-things';
import { voucherThings } from './today/voucher-things';
import { weekFigures } from './week-figures';

/** Notes on their way up that are shown, each with its odds: as many looks at the pools. */
const climbingShown = 4;
/** From this share of the impressions at which it is judged on a note is near its verdict. */
const nearFrom = 0.6;

/** The first page of a creator's desk. */
@Injectable()
export class TodayQueries {
  private readonly providers: readonly TodayProvider[];

  constructor(
    private readonly db: Db,
    private readonly pools: PoolsQueries,
    private readonly desks: DesksQueries,
    board: BoardQueries,
  ) {
    this.providers = [
      orderThings,
      rewardThings,
      voucherThings,
      rightsThings,
      appealThings,
      recruitmentThings(board),
      topicThings,
      growthThings,
    ];
  }

  /** Nobody is told here what their role keeps from them elsewhere: earnings, vouchers, orders. */
  async today(workspaceId: string, role: Role, now = new Date()): Promise<DeskToday> {
    const ask = { db: this.db, workspaceId, now };
    const [climbing, week, desk, steps, ...found] = await Promise.all([
      this.climbing(workspaceId, now),
      weekFigures(this.db, workspaceId, now),
      this.desks.desk(workspaceId),
      this.db.read<{ published: boolean; applied: boolean }>(workspaceId, stepsSql),
      ...this.providers.filter(({ ability }) => can(role, ability)).map((provider) => provider.find(ask)),
    ]);
    const things = ordered([...found.flat(), ...climbing.flatMap(nearVerdict)], now);
    return {
      asOf: now.toISOString(),
      from: week.from.toISOString(),
      things: things.slice(0, todayShown),
      more: Math.max(0, things.length - todayShown),
      figures: week.figures.filter(({ metric }) => metric !== 'earningsSettled' || can(role, 'read:wallet')),
      climbing,
      steps: {
        creator: desk.creator,
        claimWaits: desk.claim?.state === 'waiting',
        published: steps[0]?.published ?? false,
        applied: steps[0]?.applied ?? false,
      },
    };
  }

  /** The notes that are nearest to being judged, with the odds that the climb view gives them. */
  private async climbing(workspaceId: string, now: Date): Promise<DeskClimb[]> {
    const near = await this.db.read<{ id: string }>(workspaceId, nearestSql, [climbingShown]);
    const views = await Promise.all(near.map(({ id }) => this.pools.climb(workspaceId, id, now)));
    return views.flatMap(({ note, current, basins }) =>
      current
        ? [
            {
              note,
              impressions: current.impressions,
              nextCheckAt: current.nextCheckAt,
              // Nothing lies above the last pool: a chance to pass it would be a chance of nothing.
              odds: current.level === basins.at(-1)?.level ? null : current.passProbability,
            },
          ]
        : [],
    );
  }
}

const stepsSql = `
  select exists (select from note where workspace_id = app_workspace()) as published,
    -- Whoever has worked with a brand has found one without the board.
    exists (select from recruitment_application where desk_id = app_workspace())
      or exists (select from cooperation_order where desk_id = app_workspace()) as applied`;

/** Runs of the newest climbing notes only: a desk that never stops publishing is looked at as fast as another. */
const nearestSql = `
  select recent.id from (select id from note where workspace_id = app_workspace() and state = 'climbing'
                          order by published_at desc limit 200) recent
    join pool_run run on run.note_id = recent.id and run.closed_at is null
  order by least(1, run.impressions::float8 / greatest(1, least(run.next_check_at, run.target))) desc, recent.id limit $1`;

const nearVerdict = ({ note, impressions, nextCheckAt, odds }: DeskClimb): FoundThing[] =>
  impressions < nearFrom * nextCheckAt
    ? []
    : [
        aThing({
          kind: 'near-verdict',
          subjectId: note.id,
          title: note.title,
          missing: Math.max(0, nextCheckAt - impressions),
          odds,
        }),
      ];

function ordered(found: readonly FoundThing[], now: Date): TodayThing[] {
  const at = now.getTime();
  const timed = found.map((thing) => ({
    thing,
    id: `${thing.kind}:${thing.subjectId}`,
    kind: thing.kind,
    lapsesAt: thing.lapsesAt === null ? null : Date.parse(thing.lapsesAt),
  }));
  return orderToday(timed, at).map(({ thing, id, lapsesAt }) => ({
    ...thing,
    id,
    urgency: todayUrgency(lapsesAt, at),
    place: [...todayPlace(thing.kind, thing.subjectId)],
  }));
}
