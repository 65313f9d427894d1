import type { CampaignFlight } from '@poolrise/contracts';
import { dayInShanghai, festivalsBetween, shiftDay, sumOfRails } from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { teaWords } from './write-searches';

const dayMs = 86_400_000;
const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
/** To the next hundred yuan, as budgets are agreed. */
const rounded = (cents: number): number => Math.ceil(cents / 10_000) * 10_000;

export interface ToldCampaign {
  name: string;
  state: 'live' | 'planned' | 'ended';
  flights: CampaignFlight[];
  rails: { creators: number; boosts: number; search: number };
  keywords: object[];
  negatives: string[];
  kpis: object[];
  guards: object[];
  createdAt: Date;
}

/** How long the live campaign has run and goes on, in days. */
const behind = 9;
const ahead = 12;

/** Two campaigns of the tea brand: one that runs, with what was boosted and ordered meanwhile, and one for the next festival. */
export async function writeCampaigns(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const { id: workspaceId } = workspaceOf(cast, 'lin');
  const { id: personId } = marketerOf(cast, 'lin');
  const today = dayInShanghai(new Date(now));
  const since = startOf(shiftDay(today, -behind));
  const { rows } = await client.query<{ feed: number; search: number }>(
    `select coalesce(sum(spent_cents) filter (where placement = 'feed'), 0)::float8 as feed,
            coalesce(sum(spent_cents) filter (where placement = 'search'), 0)::float8 as search
       from boost where workspace_id = $1 and launched_at >= $2`,
    [workspaceId, since],
  );
  await writeCampaign(client, workspaceId, personId, nextFestival(today, now));
  const spent = rows[0] ?? { feed: 0, search: 0 };
  const liveId = await writeCampaign(client, workspaceId, personId, coldBrew(today, spent));
  await client.query('update boost set campaign_id = $2 where workspace_id = $1 and launched_at >= $3', [
    workspaceId,
    liveId,
    since,
  ]);
  // Orders whose sample is under way are about other teas.
  await client.query(
    `update cooperation_order set campaign_id = $2 where workspace_id = $1 and sample ->> 'agreedAt' is null`,
    [workspaceId, liveId],
  );
}

function coldBrew(today: string, spent: { feed: number; search: number }): ToldCampaign {
  const day = (days: number) => startOf(shiftDay(today, days)).toISOString();
  const wholeOf = (cents: number) => rounded((cents * (behind + ahead)) / behind);
  const boosts = wholeOf(spent.feed);
  const search = wholeOf(spent.search);
  const creators = 1_200_000;
  const all = creators + boosts + search;
  const warmUp = rounded(all * 0.6);
  return {
    name: '冷泡茶秋冬种草 Cold brew, autumn',
    state: 'live',
    flights: [
      { name: '铺量 Spread', from: day(-behind), to: day(3), budgetCents: warmUp },
      { name: '收割 Harvest', from: day(3), to: day(ahead), budgetCents: all - warmUp },
    ],
    rails: { creators, boosts, search },
    ...teaWords,
    kpis: [
      { metric: 'clicks', comparison: 'at-least', target: 60_000 },
      { metric: 'noteCpe', comparison: 'at-most', target: 60 },
      { metric: 'follows', comparison: 'at-least', target: 2_000 },
    ],
    guards: [
      { metric: 'cpr', comparison: 'at-most', bound: 20, afterImpressions: 1_000 },
      { metric: 'ctr', comparison: 'at-least', bound: 0.15, afterImpressions: 1_000 },
    ],
    createdAt: new Date(Date.parse(day(-behind)) - 4 * dayMs),
  };
}

/** Work for a festival begins a month before, so the next one that is at least that far away. */
function nextFestival(today: string, now: number): ToldCampaign {
  const [festival] = festivalsBetween(shiftDay(today, 30), shiftDay(today, 400));
  if (!festival) throw new Error('there is no festival within a year');
  const day = (days: number) => startOf(shiftDay(festival.day, days)).toISOString();
  return {
    name: `${festival.name.zh}礼盒 ${festival.name.en} gift box`,
    state: 'planned',
    flights: [
      { name: '预热 Warm-up', from: day(-21), to: day(-7), budgetCents: 1_800_000 },
      { name: '爆发 Peak', from: day(-7), to: day(1), budgetCents: 1_200_000 },
    ],
    rails: { creators: 2_200_000, boosts: 800_000, search: 0 },
    keywords: [{ text: `${festival.name.zh}送礼`, match: 'phrase' }],
    negatives: [],
    kpis: [{ metric: 'interactionsLCCS', comparison: 'at-least', target: 5_000 }],
    guards: [{ metric: 'noteCpe', comparison: 'at-most', bound: 600, afterImpressions: 5_000 }],
    createdAt: new Date(now - 2 * dayMs),
  };
}

/** Returns its id. */
export async function writeCampaign(
  client: pg.Client,
  workspaceId: string,
  personId: string,
  told: ToldCampaign,
): Promise<string> {
  const { flights, createdAt } = told;
  const { rows } = await client.query<{ id: string }>(
    `insert into campaign (workspace_id, request_key, request_hash, name, goal, state, flights, rails, budget_cents, audience, keywords,
       negatives, kpis, guards, starts_at, ends_at, next_look_at, created_by, created_at, changed_at)
     values ($1, gen_random_uuid(), '', $2, 'seeding', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $14, $14) returning id`,
    [
      workspaceId,
      told.name,
      told.state,
      JSON.stringify(flights),
      JSON.stringify(told.rails),
      sumOfRails(told.rails),
      JSON.stringify({ genders: ['female'], ageBands: ['18-24', '25-34'] }),
      JSON.stringify(told.keywords),
      told.negatives,
      JSON.stringify(told.kpis),
      JSON.stringify(told.guards),
      flights[0]?.from,
      flights.at(-1)?.to,
      // The worker looks as soon as it is up.
      createdAt,
      personId,
    ],
  );
  return rows[0]?.id ?? '';
}
