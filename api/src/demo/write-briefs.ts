import type { BriefWishes, PortfolioWishes } from '@poolrise/contracts';
import { dayInShanghai, matchWeightPresets, tierSchemes } from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { type Asks, readCandidates } from '../matching/match-candidates';
import { rankedFor } from '../matching/matches.service';
import { candidatesFor } from '../matching/portfolio-candidates';

const dayMs = 86_400_000;

/** Two briefs of the tea brand, and a portfolio for the first that the worker plans once it is up. */
export async function writeBriefs(client: pg.Client, cast: Cast, now: Date): Promise<void> {
  const { id: workspaceId } = workspaceOf(cast, 'lin');
  const marketer = marketerOf(cast, 'lin');
  const [scheme] = tierSchemes;
  if (!scheme) throw new Error('there is no tier scheme for the briefs of the demo');
  const asks: Asks = {
    query: async <Rows>(sql: string, parameters: unknown[] = []) =>
      (await client.query(sql, parameters)).rows as Rows,
  };
  const [tea, gift] = [coldBrew(now), giftBox(now)];
  const briefIdOf = async (wishes: BriefWishes, at: Date): Promise<string> => {
    const [row] = await asks.query<{ id: string }[]>(
      `insert into brief (workspace_id, request_key, product, category, wishes, created_by, created_at, updated_at)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $6) returning id`,
      [workspaceId, wishes.product, wishes.category, JSON.stringify(wishes), marketer.id, at],
    );
    return row?.id ?? '';
  };
  await briefIdOf(gift, new Date(now.getTime() - 5 * dayMs));
  const briefId = await briefIdOf(tea, new Date(now.getTime() - dayMs));
  const ranked = rankedFor(tea, scheme, await readCandidates(asks, scheme, tea));
  await asks.query(
    `insert into portfolio (workspace_id, brief_id, request_key, wishes, target, candidates, requested_by, requested_at, state)
     values ($1, $2, gen_random_uuid(), $3, $4, $5, $6, $7, 'waiting')`,
    [
      workspaceId,
      briefId,
      JSON.stringify(planOf(tea)),
      JSON.stringify(tea.target),
      JSON.stringify(candidatesFor(planOf(tea), ranked)),
      marketer.id,
      new Date(now.getTime() - dayMs / 2),
    ],
  );
}

const [balanced] = matchWeightPresets;

const ahead = (now: Date, days: number): string => dayInShanghai(new Date(now.getTime() + days * dayMs));

const coldBrew = (now: Date): BriefWishes => ({
  product: '冷泡茉莉花茶 Cold brew jasmine',
  brand: '林家茶',
  category: 'food',
  subCategories: ['drinks'],
  keywords: [
    { word: '茶', weight: 2 },
    { word: '咖啡', weight: 1 },
  ],
  target: { genders: ['female'], ages: ['18-24', '25-34'] },
  audience: [
    { dimension: 'age', value: '18-24', share: 0.35 },
    { dimension: 'age', value: '25-34', share: 0.35 },
    { dimension: 'cityTier', value: 'new_tier1', share: 0.3 },
  ],
  kind: 'image',
  budgetCents: 800_000,
  perNoteCents: 500_000,
  window: { from: ahead(now, 14), to: ahead(now, 28) },
  tierKeys: [],
  followersFrom: 300,
  followersTo: null,
  excludedIds: [],
  competitors: [],
  competitorDays: 30,
  requiredHealth: 'ordinary',
  disclosureRequired: false,
  ordersMax: 6,
  presetId: balanced?.id ?? null,
  weights: { ...balanced?.weights },
  remarks: '先发小包装试喝，再谈视频。 Samples first, video later.',
});

const giftBox = (now: Date): BriefWishes => ({
  ...coldBrew(now),
  product: '新春茶礼盒 New Year gift box',
  category: 'home',
  subCategories: [],
  keywords: [{ word: '茶', weight: 1 }],
  target: { genders: [], ages: ['25-34', '35-44'] },
  audience: [{ dimension: 'age', value: '25-34', share: 0.45 }],
  kind: 'video',
  budgetCents: 2_000_000,
  perNoteCents: null,
  window: { from: ahead(now, 45), to: ahead(now, 60) },
  disclosureRequired: true,
  remarks: '',
});

const planOf = ({ budgetCents }: BriefWishes): PortfolioWishes => ({
  budgetCents,
  top: 200,
  creatorIds: null,
  mixPreset: null,
  ownMix: null,
  mixTolerance: null,
  mustHaveIds: [],
  excludedIds: [],
  maxCreators: null,
  maxPerCategory: null,
  counting: 'followers',
  boosts: null,
});
