import type { CreateCampaign } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { CalendarQueries } from '../src/campaigns/calendar.queries';
import { CampaignItemsService } from '../src/campaigns/campaign-items.service';
import { CampaignWatch } from '../src/campaigns/campaign-watch';
import { CampaignsQueries } from '../src/campaigns/campaigns.queries';
import { CampaignsService } from '../src/campaigns/campaigns.service';
import type { Db } from '../src/db/db';
import type { Caller } from '../src/http/caller';
import { PoliciesService } from '../src/pools/policies.service';
import { SearchWordsQueries } from '../src/search-words/search-words.queries';
import { deafJobs } from './deaf-jobs';
import { type Brand, moneyOn } from './money';
import { anOrderCast, type OrderCast, ordersOn } from './orders';

const dayMs = 86_400_000;

/** The services of campaigns on a database, wired as the modules wire them. */
export function campaignsOn(db: Db) {
  const policies = new PoliciesService();
  const queries = new CampaignsQueries(db, policies, new SearchWordsQueries(db));
  const { boosts } = moneyOn(db);
  return {
    queries,
    boosts,
    invitations: ordersOn(db).invitations,
    calendar: new CalendarQueries(db),
    watch: new CampaignWatch(db, policies),
    campaigns: new CampaignsService(db, deafJobs, queries),
    items: new CampaignItemsService(db, deafJobs, boosts),
  };
}

/** A brand with money, a note that may be boosted, and a creator who can be invited. */
export async function aCampaignCast(db: Db): Promise<OrderCast & Brand & { caller: Caller }> {
  const cast = await anOrderCast(db);
  const { workspaceId } = cast.brand;
  const [note] = await db.asEngine((tx) =>
    tx.query<{ id: string }[]>(
      `insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure,
                         cover_hue, keywords, keyword_weights, audit_state, state, published_at)
       values ($1, $2, gen_random_uuid(), 'image', '一杯好茶的早晨', '', '{}', 'food', 'zh', 'own_brand', 120, '{}', '{}', 'passed', 'climbing', now())
       returning id`,
      [workspaceId, cast.creatorId],
    ),
  );
  return { ...cast, workspaceId, noteId: note?.id ?? '', caller: cast.brand };
}

/** ¥10,000 over ten days of which five have passed: ¥9,000 for creators and ¥1,000 for boosts. */
export const aCampaign = (ask: Partial<CreateCampaign> = {}): CreateCampaign => ({
  name: '春茶上新',
  goal: 'seeding',
  flights: [
    {
      name: '预热',
      from: new Date(Date.now() - 5 * dayMs).toISOString(),
      to: new Date(Date.now() + 5 * dayMs).toISOString(),
      budgetCents: 1_000_000,
    },
  ],
  rails: { creators: 900_000, boosts: 100_000, search: 0 },
  audience: {},
  keywords: [],
  negatives: [],
  kpis: [],
  guards: [],
  requestKey: randomUUID(),
  ...ask,
});
