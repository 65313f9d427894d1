import { type ClaimFacts, holdClaim, type HoldReason } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { unusualTestsOf } from '../creators/credibility/judge-creator';

interface FoundFacts {
  creatorId: string | null;
  reads: number;
  quarantined: number;
  sharedDesks: number;
}

/** What speaks against one enrolment: traffic of its notes that was set aside, and other desks of its people in the same plan. */
const factsSql = `
  select e.creator_id as "creatorId", coalesce(sum(seen.reads), 0)::int as reads, coalesce(sum(aside.events), 0)::int as quarantined,
         (select count(distinct other.workspace_id)::int from member own
            join member theirs on theirs.person_id = own.person_id and theirs.workspace_id <> own.workspace_id
            join reward_enrolment other on other.plan_id = e.plan_id and other.workspace_id = theirs.workspace_id
           where own.workspace_id = e.workspace_id) as "sharedDesks"
    from reward_enrolment e join reward_plan p on p.id = e.plan_id
    left join note n on n.workspace_id = e.workspace_id and n.published_at >= p.opens_at and n.published_at < p.closes_at
         and n.audit_state = 'passed' and (e.creator_id is null or n.creator_id = e.creator_id)
    left join lateral (select sum(clicks) as reads from engagement_hour
                        where note_id = n.id and hour >= p.opens_at and hour < p.closes_at and rail < 3) seen on true
    left join lateral (select count(*) as events from quarantined_event
                        where note_id = n.id and rail < 3 and kind > 0 and at >= p.opens_at and at < p.closes_at) aside on true
   where e.id = $1 group by e.id, e.creator_id, e.plan_id, e.workspace_id`;

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
