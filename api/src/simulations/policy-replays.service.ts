import { Injectable } from '@nestjs/common';
import type { AskPolicyReplay, PolicyReplay, PolicyReplayList, PolicyReplayRow } from '@poolrise/contracts';
import { rulesOf } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { PoliciesService } from '../pools/policies.service';
import { policyBrief } from '../pools/policy-brief';
import { refuseFaults } from '../pools/policy-faults';
import { documentOf } from '../pools/policy-versions.service';
import { anythingShown, spanOfDays } from './history.queries';
import { type PolicyQuestion, SimulationRun } from './simulation-run.entity';
import {
  askToStop,
  listedSimulations,
  lockSimulations,
  promiseSimulation,
  resultOf,
} from './simulation-room';

const kind = 'policy-preview';

/** Rule sets tried on a replayed feed, for the platform's people alone: the feed is that of all workspaces. */
@Injectable()
export class PolicyReplaysService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly policies: PoliciesService,
  ) {}

  /**
   * Promises a replay of the last days, or returns the one already promised under the same request key.
   * @throws Refused platform-only, policy-faulty, request-key-reused, too-many-simulations, nothing-to-replay
   */
  async ask(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    { document, days, requestKey }: AskPolicyReplay,
    now = new Date(),
  ): Promise<PolicyReplay> {
    const candidate = documentOf({ document }, 'candidate', 1);
    const rules = rulesOf(candidate);
    const hash = requestFingerprint(rules);
    const view = await asPlatform(this.db, workspaceId, async (tx) => {
      refuseFaults(candidate);
      await lockSimulations(tx, workspaceId);
      const earlier = await tx.findOneBy(SimulationRun, { workspaceId, requestKey });
      if (earlier) {
        const question = earlier.change as Partial<PolicyQuestion>;
        if (earlier.kind !== kind || question.hash !== hash || question.days !== days)
          throw new Refused('request-key-reused', { field: '/requestKey' });
        return one(tx, workspaceId, earlier.id);
      }
      if (!(await anythingShown(tx, spanOfDays(days, now)))) throw new Refused('nothing-to-replay');
      // The version in force now stays the other side of the question, whatever happens before a worker is free.
      const { id: inForceId } = await this.policies.inForce(tx);
      const change: PolicyQuestion = { rules, hash, days, inForceId };
      const id = await promiseSimulation(tx, {
        workspaceId,
        kind,
        noteId: null,
        requestedBy: person.id,
        requestKey,
        change,
        requestedAt: now,
      });
      return one(tx, workspaceId, id);
    });
    this.jobs.nudge('simulation');
    return view;
  }

  find(workspaceId: string, id: string): Promise<PolicyReplay> {
    return asPlatform(this.db, workspaceId, (tx) => one(tx, workspaceId, id));
  }

  /** The latest without their results. */
  list(workspaceId: string): Promise<PolicyReplayList> {
    return asPlatform(this.db, workspaceId, async (tx) => ({
      items: await tx.query<PolicyReplayRow[]>(
        `${records} order by run.requested_at desc, run.id limit ${listedSimulations}`,
        [workspaceId],
      ),
    }));
  }

  cancel(workspaceId: string, id: string, now = new Date()): Promise<PolicyReplay> {
    return asPlatform(this.db, workspaceId, async (tx) => {
      await one(tx, workspaceId, id);
      await askToStop(tx, id, now);
      await announce(tx, workspaceId, 'simulations');
      return one(tx, workspaceId, id);
    });
  }
}

const records = `
  select run.id, run.state, run.progress, (run.change ->> 'days')::integer as days, run.change ->> 'hash' as "documentHash",
    case when same.id is null then null else ${policyBrief('same')} end as candidate, ${policyBrief('ruled')} as "inForce",
    coalesce(person.name, '') as "requestedBy", ${isoInstant('run.requested_at')} as "requestedAt",
    ${isoInstant('run.finished_at')} as "finishedAt"
  from simulation_run run
  join pool_policy ruled on ruled.id = (run.change ->> 'inForceId')::uuid
  left join person on person.id = run.requested_by
  left join lateral (
    select id, name, version from pool_policy
    where document - '{name,version,source,mark}'::text[] = run.change -> 'rules'
    order by in_force desc, created_at desc, id limit 1) same on true
  where run.workspace_id = $1 and run.kind = '${kind}'`;

async function one(tx: EntityManager, workspaceId: string, id: string): Promise<PolicyReplay> {
  const [row] = await tx.query<PolicyReplayRow[]>(`${records} and run.id = $2`, [workspaceId, id]);
  if (!row) throw new Refused('not-found', { field: 'path.policyReplayId' });
  return { ...row, result: await resultOf(tx, id) };
}
