import type {
  BriefView,
  CreatorRow,
  MatchRow,
  MatchView,
  PeopleView,
  PortfolioView,
} from '@poolrise/contracts';
import { emptyBrief } from '../app/matching/brief-draft';
import { emptyWishes } from '../app/matching/plan-draft';

export const briefId = '77777777-0000-4000-8000-000000000001';
export const creatorId = (n: number): string => `88888888-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const portfolioId = '99999999-0000-4000-8000-000000000001';

export const aBriefView = (changes: Partial<BriefView['wishes']> = {}): BriefView => ({
  id: briefId,
  version: 1,
  wishes: {
    ...emptyBrief(new Date('2036-02-01T12:00:00+08:00')),
    product: 'Cold brew jasmine',
    target: { genders: ['female'], ages: ['18-24'] },
    weights: { vertical: 1, price: 1 },
    presetId: null,
    ...changes,
  },
  createdBy: 'Lin',
  createdAt: '2026-11-20T10:00:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
  named: [],
  tiers: [{ key: 'junior', name: { zh: '初级', en: 'Junior' }, from: 5_000 }],
});

const aCreator = (n: number, name: string): CreatorRow => ({
  id: creatorId(n),
  name,
  redId: `red${n}`,
  platformId: null,
  gender: 'female',
  province: null,
  city: null,
  cityTier: 'tier1',
  asOf: '2026-11-25',
  categories: ['food'],
  subCategories: [],
  personas: [],
  styles: [],
  mcn: null,
  health: 'ordinary',
  acceptsImage: true,
  acceptsVideo: false,
  lastNoteAt: null,
  deleted: false,
  tier: { key: 'junior', name: { zh: '初级', en: 'Junior' } },
  figures: { followers: 12_000 } as CreatorRow['figures'],
  percentiles: {} as CreatorRow['percentiles'],
  peers: 40,
});

export const aMatchRow = (n: number, name: string, changes: Partial<MatchRow> = {}): MatchRow => ({
  place: n,
  creator: aCreator(n, name),
  quoteCents: 80_000,
  tenths: 712,
  parts: [
    { part: 'vertical', value: 0.9, standardError: null, weight: 0.5, tenths: 450 },
    { part: 'price', value: 0.524, standardError: null, weight: 0.5, tenths: 262 },
  ],
  leftOut: [{ part: 'comments', why: 'not-known', weight: 0.1 }],
  knownShare: 0.9,
  littleKnown: false,
  price: {
    peers: 40,
    quantiles: { p10: 40_000, p25: 60_000, p50: 90_000, p75: 120_000, p90: 150_000 },
    percentile: 0.4,
    verdict: 'inside',
    published: [
      {
        followersFrom: 5_000,
        followersTo: 50_000,
        lowCents: 80_000,
        highCents: 200_000,
        mark: 'D',
        source: '80tg.com',
        verdict: 'inside',
      },
    ],
  },
  ...changes,
});

export const aMatchView = (changes: Partial<MatchView> = {}): MatchView => ({
  asOf: '2026-11-26T02:00:00Z',
  directory: 2_400,
  fitting: 380,
  looked: 380,
  ranked: 366,
  weights: { vertical: 0.5, price: 0.5 } as MatchView['weights'],
  items: [aMatchRow(1, 'Xiaoman'), aMatchRow(2, 'Ajiu', { tenths: 655 })],
  ruledOut: 14,
  rules: [
    {
      rule: 'above-budget',
      creators: 14,
      examples: [
        {
          id: creatorId(9),
          name: 'Dear One',
          tenths: 700,
          broken: { rule: 'above-budget', quoteCents: 900_000, budgetCents: 500_000 },
        },
      ],
    },
  ],
  ...changes,
});

const people = (count: number): PeopleView => ({
  people: count,
  standardError: count / 100,
  low: count * 0.98,
  high: count * 1.02,
});

export const aPortfolioView = (changes: Partial<PortfolioView> = {}): PortfolioView => ({
  id: portfolioId,
  briefId,
  product: 'Cold brew jasmine',
  target: { genders: ['female'], ages: ['18-24'] },
  state: 'done',
  wishes: emptyWishes(5_000_000, null),
  feeShare: 0.1,
  feeSource: 'a report',
  candidates: 200,
  withoutAudience: 1,
  plan: {
    picks: [
      {
        creatorId: creatorId(1),
        priceCents: 88_000,
        mustHave: false,
        adds: people(40_000),
        lostWithout: people(30_000),
        centsPerThousand: 2_200,
        binding: null,
        swap: { creatorId: creatorId(3), readers: -1_200, cents: -5_000 },
        boost: null,
      },
      {
        creatorId: creatorId(2),
        priceCents: 66_000,
        mustHave: false,
        adds: people(3_100),
        lostWithout: people(3_100),
        centsPerThousand: 21_290,
        binding: { rule: 'budget', creatorId: creatorId(3) },
        swap: null,
        boost: null,
      },
    ],
    net: people(43_100),
    sum: people(50_000),
    overlapShare: 0.138,
    overlapStandardError: 0.01,
    spentCents: 154_000,
    leftCents: 46_000,
    overGreedy: 0.05,
    shadowPrice: {
      readersPerThousandYuan: 900,
      furtherCents: 12_000,
      move: 'add',
      creatorId: creatorId(3),
      leavingId: null,
    },
    mix: [],
    sampleShare: 0.25,
    rough: [creatorId(2)],
    boosts: null,
  },
  refusal: null,
  frontier: [
    {
      budgetCents: 2_500_000,
      spentCents: 88_000,
      boostCents: 0,
      creators: 1,
      reach: people(40_000),
      withoutBoosts: null,
    },
    {
      budgetCents: 5_000_000,
      spentCents: 154_000,
      boostCents: 0,
      creators: 2,
      reach: people(43_100),
      withoutBoosts: null,
    },
  ],
  creators: ['Xiaoman', 'Ajiu', 'Momo'].map((name, at) => ({
    id: creatorId(at + 1),
    name,
    followers: 12_000,
    category: 'food',
    tier: { zh: '初级', en: 'Junior' },
  })),
  tiers: [{ key: 'junior', name: { zh: '初级', en: 'Junior' } }],
  requestedBy: 'Lin',
  requestedAt: '2026-11-20T10:00:00Z',
  finishedAt: '2026-11-20T10:00:02Z',
  ...changes,
});

/** The same portfolio with a boost behind the note of the first creator. */
export function aBoostedView(): PortfolioView {
  const view = aPortfolioView();
  const { plan, frontier } = view;
  if (!plan || !frontier) throw new Error('a portfolio without a plan');
  const boost = { cents: 120_000, readers: 900, low: 700, high: 1_150 };
  return {
    ...view,
    wishes: { ...view.wishes, counting: 'readers', boosts: { shareMax: 0.3 } },
    plan: {
      ...plan,
      picks: plan.picks.map((pick, at) => (at === 0 ? { ...pick, boost } : pick)),
      boosts: {
        ...boost,
        verdict: 'worth',
        gain: { readers: 900, low: 700, high: 1_150 },
        boostPerThousandYuan: 750,
        lastPickPerThousandYuan: 470,
        newShare: 0.82,
        without: { net: people(42_200), creators: 2, spentCents: 154_000 },
        benchmarks: [
          { category: 'food', notes: 13, impressions: 130_000, reads: 5_200, through: '2026-11-25' },
        ],
        centsPerThousand: 1_500,
        priceSource: { zh: '资料', en: 'a deck' },
      },
    },
    frontier: frontier.map((point) => ({ ...point, boostCents: 120_000, withoutBoosts: people(39_000) })),
  };
}
