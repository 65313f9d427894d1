import { Injectable } from '@nestjs/common';
import { type EngagementCounts, type PoolEvidence, type ReasonCode, returnBySearch } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { evidenceOf } from './evidence';
import { PeersService } from './peers.service';
import { PoliciesService } from './policies.service';
import { PoolBarsService } from './pool-bars.service';
import { type DueRow, judgedNote, PoolsService } from './pools.service';

/** Hours back in which somebody must have searched, and notes looked at in one go. */
const searchedWithinHours = 2;
const batch = 200;

type StoppedRow = DueRow & { reason: ReasonCode; then: PoolEvidence };

/** Brings stopped notes back that readers find by search and like. */
@Injectable()
export class PoolReturnsService {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
    private readonly peers: PeersService,
    private readonly bars: PoolBarsService,
    private readonly pools: PoolsService,
  ) {}

  @HandlesJob('pool-returns')
  async bringBack(now = new Date()): Promise<number> {
    return this.db.asEngine(async (tx) => {
      // Only the newest run of a note may be taken up again; one that is held by somebody else waits for the next time.
      const stopped = await tx.query<StoppedRow[]>(
        `select run.*, note.category, note.type as note_type, note.audit_state, note.published_at, stop.reason, stop.evidence as then
         from (select distinct note_id from engagement_hour where rail = 2 and hour >= $1::timestamptz - $2::integer * interval '1 hour') searched
         join note on note.id = searched.note_id and note.state = 'stopped'
         join pool_run run on run.note_id = note.id and run.level = note.level and run.outcome = 'stop'
         join pool_decision stop on stop.note_id = run.note_id and stop.level = run.level and stop.outcome = 'stop'
         where run.impressions > (stop.evidence->'counts'->>'impressions')::integer
         order by run.note_id limit $3 for update of run skip locked`,
        [now, searchedWithinHours, batch],
      );
      let back = 0;
      for (const run of stopped) if (await this.consider(tx, run, now)) back++;
      return back;
    });
  }

  private async consider(tx: EntityManager, run: StoppedRow, now: Date): Promise<boolean> {
    const policy = await this.policies.byId(tx, run.policy_id);
    const group = { policyId: run.policy_id, level: run.level, group: run.peer_group };
    const peers = (await this.peers.of(tx, group, policy, run.category, now))[run.note_type];
    const bar = await this.bars.of(tx, policy, group);
    const all = evidenceOf(run, judgedNote(run), { peers, bar, audienceLeft: null }, now);
    const since: PoolEvidence = {
      ...all,
      counts: difference(all.counts, run.then.counts),
      exposure: (all.exposure ?? 0) - (run.then.exposure ?? run.then.counts.impressions),
    };
    const verdict = returnBySearch(since, run.reason, policy);
    if (!verdict) return false;
    await this.pools.decide(tx, run, since, verdict, now);
    await announce(tx, run.workspace_id, 'pools', 'notes', 'notices');
    return true;
  }
}

function difference(now: EngagementCounts, then: EngagementCounts): EngagementCounts {
  const names = Object.keys(now) as (keyof EngagementCounts)[];
  return Object.fromEntries(
    names.map((name) => [name, Math.max(0, now[name] - then[name])]),
  ) as unknown as EngagementCounts;
}
