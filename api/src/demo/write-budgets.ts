import { dayInShanghai } from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { budgetInputs, type PlannedCampaign } from '../budgets/budget-inputs';
import { readersSql } from '../budgets/budgets.service';
import { usualBudgetAsk } from '../budgets/usual-budget';
import type { KeptCampaign } from '../campaigns/kept-campaign.entity';
import { requestFingerprint } from '../ledger/request-fingerprint';
import type { Asks } from '../matching/match-candidates';

/** A plan of the budget of each campaign of the tea brand, which the worker finds once it is up. */
export async function writeBudgets(client: pg.Client, cast: Cast, now: Date): Promise<void> {
  const { id: workspaceId } = workspaceOf(cast, 'lin');
  const marketer = marketerOf(cast, 'lin');
  const asks: Asks = {
    query: async <Rows>(sql: string, parameters: unknown[] = []) =>
      (await client.query(sql, parameters)).rows as Rows,
  };
  const campaigns = await asks.query<(PlannedCampaign & Pick<KeptCampaign, 'kpis'>)[]>(
    `select id, workspace_id as "workspaceId", budget_cents::float8 as "budgetCents", rails, flights, keywords, negatives, audience, kpis,
       starts_at as "startsAt", ends_at as "endsAt" from campaign where workspace_id = $1`,
    [workspaceId],
  );
  const [portfolio] = await asks.query<{ id: string }[]>(
    'select id from portfolio where workspace_id = $1 order by requested_at desc, id limit 1',
    [workspaceId],
  );
  const [readers] = await asks.query<{ readers: number }[]>(readersSql, [now]);
  for (const campaign of campaigns) {
    const asked = usualBudgetAsk(campaign, portfolio?.id ?? null);
    const inputs = await budgetInputs(asks, campaign, asked, { people: readers?.readers ?? 0, now });
    const { basis, goneOut } = inputs;
    await asks.query(
      `insert into budget_plan (workspace_id, campaign_id, inputs_key, asked, inputs, requested_by, requested_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, 'waiting')`,
      [
        workspaceId,
        campaign.id,
        requestFingerprint({ asked, basis, goneOut, day: dayInShanghai(now) }),
        JSON.stringify(asked),
        JSON.stringify(inputs),
        marketer.id,
        now,
      ],
    );
  }
}
