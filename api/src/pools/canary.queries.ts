import { Injectable } from '@nestjs/common';
import type { CanarySide, CanaryView, RunningCanary } from '@poolrise/contracts';
import { engagedRate, findingOf, type SideSums } from '@poolrise/domain';
import { type EntityManager, IsNull } from 'typeorm';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { PolicyCanary } from './policy-canary.entity';

/** Notes of one side that are compared, the newest; more would not make the interval narrower in any way that matters. */
const notesMax = 20_000;

type SideRow = CanarySide['policy'] &
  SideSums &
  Pick<CanarySide, 'verdicts' | 'passes' | 'stops'> & { policy_id: string };

/** The trial of a version, with what its notes and the others did since it began. */
@Injectable()
export class CanaryQueries {
  constructor(private readonly db: Db) {}

  running(workspaceId: string): Promise<RunningCanary> {
    return asPlatform(this.db, workspaceId, async (tx) => {
      const canary = await tx.findOneBy(PolicyCanary, { endedAt: IsNull() });
      return { canary: canary && (await this.view(tx, canary)) };
    });
  }

  async view(tx: EntityManager, canary: PolicyCanary): Promise<CanaryView> {
    const tried = await this.side(tx, canary, canary.policyId);
    const others = await this.side(tx, canary, canary.controlId);
    const [person] = await tx.query<{ name: string }[]>('select name from person where id = $1', [
      canary.personId,
    ]);
    return {
      id: canary.id,
      share: canary.share,
      startedAt: canary.startedAt.toISOString(),
      startedBy: person?.name ?? 'Somebody who has left',
      why: canary.why,
      endedAt: canary.endedAt?.toISOString() ?? null,
      outcome: canary.outcome ?? null,
      canary: tried,
      control: others,
      finding: findingOf(tried.engagedRate, others.engagedRate),
    };
  }

  /** Only notes that came in while the trial ran, so that both sides have had the same weather. By pool_run_first and the runs' key. */
  private async side(tx: EntityManager, canary: PolicyCanary, policyId: string): Promise<CanarySide> {
    const [row] = await tx.query<SideRow[]>(
      `with first as (
         select note_id from pool_run where level = 0 and policy_id = $1 and entered_at >= $2 and entered_at <= coalesce($3, now())
         order by entered_at desc limit $4
       ), lives as (
         select run.note_id, count(run.outcome) as verdicts, count(*) filter (where run.outcome = 'pass') as passes,
           sum(run.impressions)::float8 as impressions,
           sum(run.likes + run.collects + run.comments + run.shares + run.follows)::float8 as engaged
         from first join pool_run run on run.note_id = first.note_id group by run.note_id
       )
       select policy.id, policy.name, policy.version, count(lives.note_id)::int as notes,
         coalesce(sum(verdicts), 0)::int as verdicts, coalesce(sum(passes), 0)::int as passes,
         coalesce(sum(verdicts - passes), 0)::int as stops, coalesce(sum(impressions), 0)::float8 as impressions,
         coalesce(sum(engaged), 0)::float8 as engaged, coalesce(sum(engaged * engaged), 0)::float8 as "engagedSquared",
         coalesce(sum(engaged * impressions), 0)::float8 as "engagedImpressions",
         coalesce(sum(impressions * impressions), 0)::float8 as "impressionsSquared"
       from pool_policy policy left join lives on true where policy.id = $1 group by policy.id`,
      [policyId, canary.startedAt, canary.endedAt, notesMax],
    );
    if (!row) throw new Error(`policy ${policyId} of canary ${canary.id} is gone`);
    const { id, name, version, notes, verdicts, passes, stops, impressions } = row;
    return {
      policy: { id, name, version },
      notes,
      verdicts,
      passes,
      stops,
      impressions,
      engagedRate: engagedRate(row),
    };
  }
}
