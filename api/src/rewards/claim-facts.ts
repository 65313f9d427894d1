import { type ClaimFacts, holdClaim, type HoldReason } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { unusualTestsOf } from '../creators/credibility/judge-creator';
import { type CountedTraffic, countedTraffic } from './counted-traffic';

interface FoundFacts extends Omit<CountedTraffic, 'notes'> {
  creatorId: string | null;
  sharedDesks: number;
}

/** What speaks against one enrolment: the traffic of its notes, and other desks of its people in the same plan. */
const factsSql = `
  select e.creator_id as "creatorId", seen.reads, seen.quarantined, seen.opened, seen.readers,
         (select count(distinct other.workspace_id)::int from member own
            join member theirs on theirs.person_id = own.person_id and theirs.workspace_id <> own.workspace_id
            join reward_enrolment other on other.plan_id = e.plan_id and other.workspace_id = theirs.workspace_id
           where own.workspace_id = e.workspace_id) as "sharedDesks"
    from reward_enrolment e join reward_plan p on p.id = e.plan_id
    cross join lateral ${countedTraffic('e')} seen
   where e.id = $1`;

/** Why a claim of this enrolment would be held; asked when its tasks are done, so that the claim itself stays short. */
export async function holdReasonsOf(
  tx: EntityManager,
  enrolmentId: string,
  now: Date,
): Promise<HoldReason[]> {
  const [found] = await tx.query<FoundFacts[]>(factsSql, [enrolmentId]);
  if (!found) return [];
  const { creatorId, ...counted } = found;
  const unusual = creatorId ? await unusualTestsOf((sql, given) => tx.query(sql, given), creatorId, now) : [];
  const facts: ClaimFacts = { ...counted, unusual };
  return holdClaim(facts);
}
