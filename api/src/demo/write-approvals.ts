import type { ChangeCampaign } from '@poolrise/contracts';
import { approvalRuleOn, dayInShanghai, sumOfRails } from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { insert } from './write-rows';

const hourMs = 3_600_000;
/** ¥30,000 since the day before yesterday, ¥20,000 before. */
const limits = { now: 3_000_000, before: 2_000_000 };
/** What the marketer wants on top for the festival. */
const raiseCents = 600_000;

type Kept = ChangeCampaign & { id: string; budgetCents: number };

/** The tea brand's limit; a request of its marketer that waits for anybody else, and an earlier one that the owner agreed to. */
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
