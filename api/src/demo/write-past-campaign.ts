import { readerArms } from '@poolrise/domain';
import { campaignTrialOf, marketerOf, type World, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { writeCampaign } from './write-campaigns';
import { teaWords } from './write-searches';

const dayMs = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/** The tea brand's campaign of three weeks ago, which was kept from a tenth of the readers, and what that found. */
export async function writePastCampaign(client: pg.Client, world: World): Promise<void> {
  const { id: workspaceId } = workspaceOf(world.cast, 'lin');
  const { id: personId } = marketerOf(world.cast, 'lin');
  const trial = campaignTrialOf(world, workspaceId, teaWords);
  const { from, to, budgetCents, registration, hours, boostIds } = trial;
  const campaignId = await writeCampaign(client, workspaceId, personId, {
    name: '秋茶上新预热 Autumn tea, warm-up',
    state: 'ended',
    flights: [{ name: '加热 Boosts', from: iso(from), to: iso(to), budgetCents }],
    rails: { creators: 0, boosts: budgetCents, search: 0 },
    ...teaWords,
    kpis: [{ metric: 'clicks', comparison: 'at-least', target: 2_000 }],
    guards: [],
    createdAt: new Date(from - 3 * dayMs),
  });
  // Nothing of it can change any more, so nobody looks at it.
  await client.query('update campaign set next_look_at = null where id = $1', [campaignId]);
  await client.query('update boost set campaign_id = $2 where id = any($1)', [boostIds, campaignId]);
  await client.query(
    `insert into campaign_holdout (campaign_id, workspace_id, registration, registered_at, registered_by, starts_at, ends_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [
      campaignId,
      workspaceId,
      JSON.stringify(registration),
      registration.registeredAt,
      personId,
      iso(from),
      iso(to),
    ],
  );
  await client.query(
    `insert into trial_lift_hour (trial_id, workspace_id, hour, arm, readers, readers_acting, engagers_acting, followers_acting,
       searchers_acting, other_shown, other_advertised, other_read)
     select $1, $2, to_timestamp(hour / 1000), arm, readers, acting, engaged, followed, searched, "otherShown", "otherAdvertised", "otherRead"
       from jsonb_to_recordset($3::jsonb) as found(hour float8, arm smallint, readers integer, acting integer, engaged integer,
         followed integer, searched integer, "otherShown" integer, "otherAdvertised" integer, "otherRead" integer)`,
    [
      campaignId,
      workspaceId,
      JSON.stringify(hours.map(({ arm, ...counts }) => ({ ...counts, arm: readerArms.indexOf(arm) }))),
    ],
  );
}
