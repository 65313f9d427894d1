import type { ChangeCampaign, PublishRecruitment } from '@poolrise/contracts';
import {
  approvalRuleOn,
  dayInShanghai,
  orderRulesOn,
  priceOrder,
  sumOfRails,
  usualRights,
} from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { insert } from './write-rows';

const hourMs = 3_600_000;
/** ¥30,000 since the day before yesterday, ¥20,000 before. */
const limits = { now: 3_000_000, before: 2_000_000 };
/** What the marketer wants on top for the festival. */
const raiseCents = 600_000;

type Kept = ChangeCampaign & { id: string; budgetCents: number };

/**
 * The tea brand's limit; two requests of its marketer that wait for anybody else, one of which is only above the limit together
 * with what she committed alone, and an earlier one that the owner agreed to.
 */
export async function writeApprovals(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const { id: workspaceId } = workspaceOf(cast, 'lin');
  const { id: askedBy } = marketerOf(cast, 'lin');
  await client.query('update wallet_settings set commit_above_cents = $2 where workspace_id = $1', [
    workspaceId,
    limits.now,
  ]);
  const { rows } = await client.query<Kept & { owner: string }>(
    `select c.id, c.name, c.goal, c.flights, c.rails, c.audience, c.keywords, c.negatives, c.kpis, c.guards, c.version,
            c.budget_cents::float8 as "budgetCents",
            (select person_id from member where workspace_id = $1 and role = 'owner' limit 1) as owner
       from campaign c where c.workspace_id = $1 and c.state = 'planned'`,
    [workspaceId],
  );
  const [planned] = rows;
  if (!planned) throw new Error('the tea brand has no planned campaign');
  const { owner, budgetCents, ...campaign } = planned;
  const row = (hoursAgo: number, command: object) => {
    const askedAt = now - hoursAgo * hourMs;
    const { waitHours } = approvalRuleOn(dayInShanghai(new Date(askedAt)));
    return {
      workspace_id: workspaceId,
      request_hash: requestFingerprint(command),
      command: JSON.stringify(command),
      title: campaign.name,
      subject_id: campaign.id,
      asked_by: askedBy,
      asked_at: new Date(askedAt),
      expires_at: new Date(askedAt + waitHours * hourMs),
    };
  };
  await insert(client, 'approval_request', {
    ...row(47, { campaignId: campaign.id, move: 'plan', version: 1 }),
    kind: 'plan-campaign',
    figures: JSON.stringify({ budgetCents }),
    commits_cents: budgetCents,
    limit_cents: limits.before,
    state: 'approved',
    words: '节日礼盒，预算与去年持平 The gift box, as much as last year',
    decided_by: owner,
    decided_at: new Date(now - 45 * hourMs),
    result_id: campaign.id,
  });
  const raised = raisedBy(campaign, raiseCents);
  await insert(client, 'approval_request', {
    ...row(3, raised),
    kind: 'change-campaign',
    figures: JSON.stringify({ budgetCents: sumOfRails(raised.rails), beforeCents: budgetCents }),
    commits_cents: sumOfRails(raised.rails),
    limit_cents: limits.now,
    state: 'waiting',
    words: '想再约三位博主 Three more creators',
  });
  await writeCommitments(client, now);
  await writeRecruiting(client, { workspaceId, askedBy, askedAt: now - hourMs });
}

/** What people committed alone in the last days, from the rows that it made; beside the boosts that a race began by itself. */
async function writeCommitments(client: pg.Client, now: number): Promise<void> {
  const since = new Date(now - 48 * hourMs);
  await client.query(
    `insert into commitment (workspace_id, committed_by, kind, ground, request, request_hash, cents, at)
     select workspace_id, launched_by, 'launch-boost', 'boosts', request_key::text, request_hash, budget_cents, launched_at
       from boost where launched_by is not null and launched_at > $1
        and not exists (select from race_boost where boost_id = boost.id)
     union all
     select workspace_id, created_by, 'start-race', 'boosts', request_key::text, request_hash, budget_cents, created_at
       from race where created_by is not null and created_at > $1
     union all
     select workspace_id, created_by, 'invite-creator', 'creators', request_key::text, request_hash, held_cents, created_at
       from cooperation_order where created_by is not null and created_at > $1 and mode <> 'recruitment'
     union all
     select workspace_id, created_by, 'publish-recruitment', 'plans', request_key::text, request_hash,
            wanted * (quote_most_cents + ceil(quote_most_cents * (rules ->> 'brandFeeBasisPoints')::int / 10000.0)), created_at
       from recruitment where created_by is not null and created_at > $1`,
    [since],
  );
}

/** Eight creators for the new year: ¥22,000 at most, which is below the limit by itself. */
async function writeRecruiting(
  client: pg.Client,
  { workspaceId, askedBy, askedAt }: { workspaceId: string; askedBy: string; askedAt: number },
): Promise<void> {
  const day = dayInShanghai(new Date(askedAt));
  const { waitHours, sumHours } = approvalRuleOn(day);
  const input: Omit<PublishRecruitment, 'requestKey'> = {
    name: '新年第一杯 First cup of the year',
    brief:
      '零点之后，或者第一个早晨，泡给家里人的那一杯。写杯子、写人，不写功效。\nThe cup after midnight, or of the first morning, made for your family. Write of the cup and the people, not of what tea does.',
    ...{ noteType: 'image', category: 'food', language: 'zh' },
    ...{ quoteLeastCents: 150_000, quoteMostCents: 250_000, wanted: 8, draftDays: 10 },
    applyUntil: new Date(askedAt + 10 * 24 * hourMs).toISOString(),
    ...{ withSample: true, withOutline: false, withAdAudit: false, effectMode: false, protectionDays: 30 },
    rights: { ...usualRights, channels: [...usualRights.channels] },
    requirements: {
      ...{ followersLeast: 5_000, followersMost: null, categories: ['food'] },
      ...{ health: 'ordinary', withoutUnusual: true },
    },
  };
  const { wanted, quoteMostCents, protectionDays } = input;
  const promisedCents = wanted * priceOrder(quoteMostCents, input, orderRulesOn(day)).totalCents;
  const { rows } = await client.query<{ cents: string }>(
    `select coalesce(sum(cents), 0) as cents from commitment
      where workspace_id = $1 and committed_by = $2 and ground = 'plans' and at > $3`,
    [workspaceId, askedBy, new Date(askedAt - sumHours * hourMs)],
  );
  const requestKey = randomUUID();
  await insert(client, 'approval_request', {
    workspace_id: workspaceId,
    kind: 'publish-recruitment',
    request_key: requestKey,
    request_hash: requestFingerprint(input),
    command: JSON.stringify({ ...input, requestKey }),
    title: input.name,
    figures: JSON.stringify({ creators: wanted, quoteMostCents, promisedCents, protectionDays }),
    commits_cents: promisedCents,
    alone_cents: Number(rows[0]?.cents ?? 0),
    limit_cents: limits.now,
    state: 'waiting',
    asked_by: askedBy,
    asked_at: new Date(askedAt),
    words: '元旦前后发，八位够了 Around New Year; eight are enough',
    expires_at: new Date(askedAt + waitHours * hourMs),
  });
}

/** The same campaign with more for its creators, in its last flight. */
function raisedBy({ id: campaignId, ...fields }: Omit<Kept, 'budgetCents'>, cents: number) {
  const last = fields.flights.length - 1;
  return {
    campaignId,
    ...fields,
    rails: { ...fields.rails, creators: fields.rails.creators + cents },
    flights: fields.flights.map((flight, at) =>
      at === last ? { ...flight, budgetCents: flight.budgetCents + cents } : flight,
    ),
  };
}
