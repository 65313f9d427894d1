import { Injectable } from '@nestjs/common';
import type { Page, RewardDeskClaim, RewardDeskClaimsQuery, RewardGift } from '@poolrise/contracts';
import type { HoldReason } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { type CountedTraffic, countedTraffic } from '../rewards/counted-traffic';
import { worthOf } from './reward-desk.queries';

interface ClaimRecord extends CountedTraffic {
  id: string;
  plan_id: string;
  plan_name: RewardDeskClaim['planName'];
  rewards: RewardGift[];
  desk_name: string;
  creator_id: string | null;
  creator_name: string | null;
  followers: number | null;
  state: RewardDeskClaim['state'];
  hold_reasons: HoldReason[];
  claimed_at: string;
  shared_desks: number;
  reason: string | null;
  decided_by_id: string | null;
  decided_by: string | null;
  decided_at: string | null;
}

const which: Record<RewardDeskClaimsQuery['show'], string> = {
  held: `c.state = 'held'`,
  decided: `c.decided_at is not null`,
  issued: `c.state = 'issued'`,
};

/** What the hold looked at, as it stands now. */
const claimSql = (from: string): string => `
  select c.id, c.plan_id, p.name as plan_name, p.rewards, desk.name as desk_name, creator.id as creator_id, creator.name as creator_name, creator.followers,
    c.state, c.hold_reasons, ${isoInstant('c.claimed_at')} as claimed_at, seen.notes, seen.reads, seen.quarantined, seen.opened, seen.readers, shared.desks as shared_desks,
    c.reason, c.decided_by as decided_by_id, person.name as decided_by, ${isoInstant('c.decided_at')} as decided_at
  from (${from}) c
  join reward_plan p on p.id = c.plan_id
  join workspace desk on desk.id = c.workspace_id
  left join creator on creator.id = c.creator_id
  left join person on person.id = c.decided_by
  cross join lateral ${countedTraffic('c')} seen
  cross join lateral (
    select count(distinct other.workspace_id)::int as desks from member own
    join member theirs on theirs.person_id = own.person_id and theirs.workspace_id <> own.workspace_id
    join reward_enrolment other on other.plan_id = c.plan_id and other.workspace_id = theirs.workspace_id
    where own.workspace_id = c.workspace_id
  ) shared`;

/** Claims with what speaks for and against them; of all desks, for the platform's own people. */
@Injectable()
export class HeldClaimsQueries {
  constructor(private readonly db: Db) {}

  list(
    workspaceId: string,
    { show, planId, limit, cursor }: RewardDeskClaimsQuery,
  ): Promise<Page<RewardDeskClaim>> {
    const list = `reward-claims ${show}`;
    const from = decodeCursor(cursor, cursorInstant, z.uuid(), z.literal(list));
    return asPlatform(this.db, workspaceId, async (tx) => {
      const rows = await tx.query<ClaimRecord[]>(
        `${claimSql(`select c.* from reward_claim c where ${which[show]} and ($2::uuid is null or c.plan_id = $2)
           ${from ? 'and (c.claimed_at, c.id) < ($3::timestamptz, $4::uuid)' : ''}
           order by c.claimed_at desc, c.id desc limit $1`)} order by c.claimed_at desc, c.id desc`,
        [limit + 1, planId ?? null, ...(from?.slice(0, 2) ?? [])],
      );
      return pageFrom(rows, limit, claimView, (row) => [row.claimed_at, row.id, list]);
    });
  }

  /** One claim, and by whose id it was decided. @throws Refused not-found */
  async one(
    tx: EntityManager,
    claimId: string,
  ): Promise<{ claim: RewardDeskClaim; decidedById: string | null }> {
    const [row] = await tx.query<ClaimRecord[]>(claimSql('select c.* from reward_claim c where c.id = $1'), [
      claimId,
    ]);
    if (!row)
      throw new Refused('not-found', { field: 'path.rewardClaimId', detail: 'There is no such claim.' });
    return { claim: claimView(row), decidedById: row.decided_by_id };
  }
}

function claimView(row: ClaimRecord): RewardDeskClaim {
  return {
    id: row.id,
    planId: row.plan_id,
    planName: row.plan_name,
    deskName: row.desk_name,
    creatorId: row.creator_id,
    creatorName: row.creator_name,
    followers: row.followers,
    state: row.state,
    holdReasons: row.hold_reasons,
    claimedAt: row.claimed_at,
    worthCents: worthOf(row.rewards),
    evidence: {
      notes: row.notes,
      reads: row.reads,
      quarantined: row.quarantined,
      opened: row.opened,
      readers: row.readers,
      sharedDesks: row.shared_desks,
    },
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}
