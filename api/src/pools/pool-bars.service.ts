import { Injectable } from '@nestjs/common';
import {
  ageLive,
  audienceLeft,
  followDemand,
  levelOf,
  type LiveAverage,
  mostOfAnHour,
  type NoteType,
  type PoolEvidence,
  type PoolPolicy,
  rateAgainstPeers,
  serveLive,
  shrunkLiveAverage,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { isExperiment, PeersService } from './peers.service';
import { PoliciesService } from './policies.service';
import { countsOf, exposureOf, type RunRow } from './run-row';

const hourMs = 3_600_000;
/** A shorter while says too little about how fast the pools are served. */
const countEveryMs = 60_000;
/** After a pause of the worker the bar goes on from where it was, as if only this much had passed. */
const hoursMax = 6;
/** Readers of the last week are the audience, once they have been counted for a day. */
const audienceDays = 7;

/** What a verdict compares with besides the peers; empty where the policy follows no capacity. */
export type LiveBar = Pick<PoolEvidence, 'poolAverage' | 'capacityFactor'>;

type BarRow = {
  policy_id: string;
  level: number;
  live_value: number;
  live_impressions: number;
  capacity_factor: number;
  capacity: number;
  counted_at: Date;
};

/** A pool while it is being counted. */
interface Pool {
  live: LiveAverage;
  factor: number;
  capacity: number;
  countedAt: number;
  served: number;
  /** What every open run still wants, before the cap of an hour. */
  wants: number[];
}

type OpenRun = RunRow & { category: string; note_type: NoteType; counted_impressions: number };

/** The live average and the capacity factor of every pool: two numbers each, counted once a minute and never from history. */
@Injectable()
export class PoolBarsService {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
    private readonly peers: PeersService,
  ) {}

  /** The bar of a level. Whoever leaves the promised pool is held against the first one that has to be earned. */
  async of(
    tx: EntityManager,
    policy: PoolPolicy,
    { policyId, level, group }: { policyId: string; level: number; group: string },
  ): Promise<LiveBar> {
    if (!policy.capacity || isExperiment(group)) return {};
    const [bar] = await tx.query<BarRow[]>(`select * from pool_bar where policy_id = $1 and level = $2`, [
      policyId,
      Math.max(1, level),
    ]);
    if (!bar) return {};
    const live = { value: bar.live_value, impressions: bar.live_impressions };
    return {
      poolAverage: shrunkLiveAverage(live, levelOf(policy, bar.level).target),
      capacityFactor: bar.capacity_factor,
    };
  }

  /** Impressions that the widened pools were able to show in an hour, all together. */
  async capacityAnHour(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ capacity: number }[]>(
      'select coalesce(sum(capacity), 0)::float8 as capacity from pool_bar',
    );
    return row?.capacity ?? 0;
  }

  /** The readers that a run may still reach; see `audienceLeft`. */
  async audienceLeft(tx: EntityManager, policy: PoolPolicy, run: RunRow, now: Date): Promise<number | null> {
    if (run.level === 0) return null;
    const [row] = await tx.query<{ audience: number | null; reached: string }[]>(
      `select (select audience from installation where audience_since < $2::timestamptz - interval '1 day') as audience,
         (select sum(impressions) from pool_run where note_id = $1) as reached`,
      [run.note_id, now],
    );
    return audienceLeft(policy, {
      level: run.level,
      target: run.target,
      audience: row?.audience ?? null,
      reached: Number(row?.reached ?? 0),
    });
  }

  /** Counts what the pools showed since the last time, and moves their bars. One worker at a time; the others find nothing due. */
  @HandlesJob('pool-bars')
  async count(now = new Date()): Promise<number> {
    return this.db.asEngine(async (tx) => {
      const [free] = await tx.query<{ free: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtext('pool-bars')) as free`,
      );
      if (!free?.free) return 0;
      const bars = await tx.query<BarRow[]>('select * from pool_bar');
      if (bars.some((bar) => now.getTime() - bar.counted_at.getTime() < countEveryMs)) return 0;
      await this.countAudience(tx, now);
      const pools = await this.countRuns(tx, bars, now);
      for (const [key, pool] of pools) await this.save(tx, key, pool, now);
      return pools.size;
    });
  }

  /** At least as many readers as were seen within a week, and as one run has reached: nobody is shown a note twice. */
  private async countAudience(tx: EntityManager, now: Date): Promise<void> {
    await tx.query(
      `update installation set audience_since = coalesce(audience_since, $1::timestamptz), audience = greatest(
         (select count(*) from feed_reader where seen_on > ($1::timestamptz at time zone 'Asia/Shanghai')::date - $2::integer),
         (select max(impressions) from pool_run where closed_at is null), audience * 0.999)::integer`,
      [now, audienceDays],
    );
  }

  private async countRuns(tx: EntityManager, bars: readonly BarRow[], now: Date): Promise<Map<string, Pool>> {
    const pools = new Map<string, Pool>(bars.map((bar) => [keyOf(bar.policy_id, bar.level), poolOf(bar)]));
    const lifts = new Map<string, Awaited<ReturnType<PeersService['of']>>>();
    const moved: OpenRun[] = [];
    const runs = await tx.query<OpenRun[]>(
      `select run.*, note.category, note.type as note_type from pool_run run join note on note.id = run.note_id
       where run.closed_at is null and run.level > 0 order by run.note_id, run.level`,
    );
    for (const run of runs) {
      const policy = await this.policies.byId(tx, run.policy_id);
      if (!policy.capacity || isExperiment(run.peer_group)) continue;
      const key = keyOf(run.policy_id, run.level);
      const pool = pools.get(key) ?? newPool(now);
      pools.set(key, pool);
      const counts = countsOf(run, 'organic');
      pool.wants.push(Math.max(0, run.target - counts.impressions));
      const served = counts.impressions - run.counted_impressions;
      if (served <= 0) continue;
      moved.push(run);
      const group = { policyId: run.policy_id, level: run.level, group: run.peer_group };
      const yardstick = `${key} ${run.peer_group} ${run.category}`;
      let peers = lifts.get(yardstick);
      if (!peers) lifts.set(yardstick, (peers = await this.peers.of(tx, group, policy, run.category, now)));
      pool.served += served;
      const { lift } = rateAgainstPeers(counts, peers[run.note_type], policy.weights, exposureOf(run));
      serveLive(pool.live, served, lift);
    }
    await tx.query(
      `update pool_run run set counted_impressions = counted.impressions
       from unnest($1::uuid[], $2::smallint[], $3::integer[]) counted(note_id, level, impressions)
       where run.note_id = counted.note_id and run.level = counted.level`,
      [moved.map((run) => run.note_id), moved.map((run) => run.level), moved.map((run) => run.impressions)],
    );
    return pools;
  }

  private async save(tx: EntityManager, key: string, pool: Pool, now: Date): Promise<void> {
    const [policyId, level] = key.split(' ') as [string, string];
    const { capacity: rule } = await this.policies.byId(tx, policyId);
    const hours = Math.min(hoursMax, (now.getTime() - pool.countedAt) / hourMs);
    if (hours > 0) ageLive(pool.live, hours);
    const kept = 0.5 ** hours;
    const capacity = hours > 0 ? pool.capacity * kept + (pool.served / hours) * (1 - kept) : pool.capacity;
    const most = Math.max(1, mostOfAnHour * capacity);
    const demand = pool.wants.reduce((all, want) => all + Math.min(want, most), 0);
    // A pool that showed nothing has nothing to follow: it may be night, or the reader applications are away.
    const factor =
      rule && hours > 0 && pool.served > 0
        ? followDemand(pool.factor, { demand, capacity, hours }, rule)
        : pool.factor;
    await tx.query(
      `insert into pool_bar (policy_id, level, live_value, live_impressions, capacity_factor, demand, capacity, counted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict on constraint pool_bar_pkey do update set live_value = excluded.live_value, live_impressions = excluded.live_impressions,
         capacity_factor = excluded.capacity_factor, demand = excluded.demand, capacity = excluded.capacity, counted_at = excluded.counted_at`,
      [policyId, level, pool.live.value, pool.live.impressions, factor, demand, capacity, now],
    );
  }
}

const keyOf = (policyId: string, level: number): string => `${policyId} ${level}`;

const newPool = (now: Date): Pool => ({
  live: { value: 0, impressions: 0 },
  factor: 1,
  capacity: 0,
  countedAt: now.getTime(),
  served: 0,
  wants: [],
});

const poolOf = (bar: BarRow): Pool => ({
  live: { value: bar.live_value, impressions: bar.live_impressions },
  factor: bar.capacity_factor,
  capacity: bar.capacity,
  countedAt: bar.counted_at.getTime(),
  served: 0,
  wants: [],
});
