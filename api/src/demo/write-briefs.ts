import type { BriefWishes, PlanView, PortfolioView, PortfolioWishes } from '@poolrise/contracts';
import { dayInShanghai, matchWeightPresets, tierSchemes } from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { type Asks, readCandidates } from '../matching/match-candidates';
import { type Ranked, rankedFor } from '../matching/matches.service';
import { planningTaskOf } from '../matching/planning-task';
import { planningWords } from '../matching/planning-words';
import { candidatesFor } from '../matching/portfolio-candidates';
import type { Portfolio } from '../matching/portfolio.entity';
import { usualStress } from '../matching/stress-evidence';
import { inputsKeyOf, plannedPortfolio, stressInputs } from '../matching/stress-inputs';

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
  const wishes = planOf(tea);
  const asked = { wishes, target: tea.target, candidates: candidatesFor(wishes, ranked) };
  const about = { workspaceId, briefId, marketerId: marketer.id };
  await writePortfolio(asks, { ...about, ...asked, requestedAt: new Date(now.getTime() - dayMs / 2) });
  await writeTested(asks, { ...about, tea, ranked, now });
}

interface About {
  workspaceId: string;
  briefId: string;
  marketerId: string;
}

async function writePortfolio(
  asks: Asks,
  kept: About & Pick<Portfolio, 'wishes' | 'target' | 'candidates' | 'requestedAt'>,
  planned: { plan: PlanView; frontier: PortfolioView['frontier']; withoutAudience: number } | null = null,
): Promise<string> {
  const { workspaceId, briefId, marketerId, wishes, target, candidates, requestedAt } = kept;
  const [row] = await asks.query<{ id: string }[]>(
    `insert into portfolio (workspace_id, brief_id, request_key, wishes, target, candidates, requested_by, requested_at, state,
       plan, frontier, without_audience, finished_at)
     values ($1, $2, gen_random_uuid(), $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $8 = 'done' then $7::timestamptz end)
     returning id`,
    [
      workspaceId,
      briefId,
      JSON.stringify(wishes),
      JSON.stringify(target),
      JSON.stringify(candidates),
      marketerId,
      requestedAt,
      planned ? 'done' : 'waiting',
      planned && JSON.stringify(planned.plan),
      planned && JSON.stringify(planned.frontier),
      planned?.withoutAudience ?? 0,
    ],
  );
  return row?.id ?? '';
}

/** A portfolio of expected readers with boosts beside creators, and a stress test of it that the worker runs once it is up. */
async function writeTested(
  asks: Asks,
  { tea, ranked, now, ...about }: About & { tea: BriefWishes; ranked: Ranked; now: Date },
): Promise<void> {
  const wishes: PortfolioWishes = { ...planOf(tea), top: 60, counting: 'readers', boosts: { shareMax: 0.2 } };
  const asked = { wishes, target: tea.target, candidates: candidatesFor(wishes, ranked) };
  const { withoutAudience, ...task } = await planningTaskOf(asks, asked);
  const words = [...planningWords(task)];
  const plan = words.flatMap((word) => ('plan' in word ? [word.plan] : []))[0];
  // A small directory may have nobody to plan with, and then there is nothing to test.
  if (!plan) return;
  const frontier = words.flatMap((word) => ('point' in word ? [word.point] : []));
  const requestedAt = new Date(now.getTime() - dayMs / 4);
  const portfolioId = await writePortfolio(
    asks,
    { ...about, ...asked, requestedAt },
    { plan, frontier, withoutAudience },
  );
  const planned = await plannedPortfolio(asks, portfolioId);
  const { usual } = await usualStress(asks, about.workspaceId, planned);
  const inputs = await stressInputs(asks, planned, usual);
  await asks.query(
    `insert into stress_test (workspace_id, portfolio_id, inputs_key, asked, inputs, requested_by, requested_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting')`,
    [
      about.workspaceId,
      portfolioId,
      inputsKeyOf(inputs),
      JSON.stringify(usual),
      JSON.stringify(inputs),
      about.marketerId,
      requestedAt,
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
