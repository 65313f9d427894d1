import {
  type Category,
  defaultTrafficClock,
  type Mark,
  naturalRates,
  paidClickRates,
  type ResponseRates,
} from '@poolrise/domain';
import type { AskFeed } from '@poolrise/contracts';

type Reader = AskFeed['reader'];
type AgeBand = NonNullable<Reader['ageBand']>;
type Gender = NonNullable<Reader['gender']>;
type CityTier = NonNullable<Reader['cityTier']>;

/** A figure the scenario stands on, with where it comes from and how certain that is. */
export interface Sourced<T> {
  value: T;
  mark: Mark;
  source: string;
}

type Weights<T> = readonly (readonly [item: T, weight: number])[];

/** The readers: who they are and how they spend their day (domain notes 3.1 and 3.2). */
export const audience = {
  gender: {
    value: [
      ['female', 0.71],
      ['male', 0.29],
    ],
    mark: 'C',
    source:
      '71.98 % (80tg.com/news/21554), 73.4 % (06925.com, QuestMobile 2023Q2), about 70 % (Qiangua 2022, fxbaogao.com/detail/4297300)',
  } satisfies Sourced<Weights<Gender>>,
  ageBand: {
    value: [
      ['<18', 0.06],
      ['18-24', 0.41],
      ['25-34', 0.36],
      ['35-44', 0.11],
      ['>44', 0.06],
    ],
    mark: 'C',
    source:
      '18-24 over 43 %, 25-34 over 36 % (hanghangsou.com/?p=18296); the bands are the platform\u2019s own',
  } satisfies Sourced<Weights<AgeBand>>,
  cityTier: {
    value: [
      ['tier1', 0.27],
      ['new_tier1', 0.35],
      ['tier2', 0.17],
      ['tier3', 0.12],
      ['tier4_5', 0.09],
    ],
    mark: 'C',
    source:
      'first and new first tier over 66 %, second over 16 %, third about 10 % (hanghangsou.com/?p=18296)',
  } satisfies Sourced<Weights<CityTier>>,
  /** Monday first; shares of a week. */
  weekday: {
    value: [0.139, 0.14, 0.154, 0.14, 0.136, 0.139, 0.152],
    mark: 'D',
    source: 'Wednesday 15.43 %, Sunday 15.20 % (hanghangsou.com/?p=18296); the other days filled in',
  } satisfies Sourced<readonly number[]>,
  /** Shares of a day by hour in Shanghai, from midnight. The pools measure their time by the same clock. */
  hourActivity: {
    value: defaultTrafficClock,
    mark: 'D',
    source:
      'peaks at 7-9, 12-14, 18-20 and 20-23, night owls from 0 to 2 (09mi.com/others); the hours between filled in',
  } satisfies Sourced<readonly number[]>,
  interestsPerReader: { value: [2, 5], mark: 'P', source: 'our own start value' } satisfies Sourced<
    readonly [number, number]
  >,
  searchShare: {
    value: 0.2,
    mark: 'P',
    source: 'monthly search penetration 70 % (Qilin, arXiv 2503.00501 [A]); the share of page views is ours',
  } satisfies Sourced<number>,
  /** Slots of a page that everybody sees, and the chance to scroll one further. */
  pageSeen: {
    value: { firstScreen: 6, scrollsOn: 0.9 },
    mark: 'P',
    source: 'six covers fill a phone; nobody published how far people scroll',
  } satisfies Sourced<{ firstScreen: number; scrollsOn: number }>,
} as const;

/** How likely a reader has an interest, by gender [P]; women of 25 to 34 lean to mother-baby as the last column says. */
export const interests: Sourced<
  Readonly<Record<Category, { female: number; male: number; female25to34?: number }>>
> = {
  value: {
    beauty: { female: 0.3, male: 0.05 },
    fashion: { female: 0.25, male: 0.12 },
    food: { female: 0.2, male: 0.18 },
    travel: { female: 0.15, male: 0.16 },
    home: { female: 0.12, male: 0.1 },
    'mother-baby': { female: 0.03, male: 0.03, female25to34: 0.25 },
    pets: { female: 0.08, male: 0.08 },
    fitness: { female: 0.1, male: 0.14 },
    tech: { female: 0.04, male: 0.22 },
    knowledge: { female: 0.12, male: 0.15 },
    outdoor: { female: 0.06, male: 0.14 },
    lifestyle: { female: 0.15, male: 0.1 },
  },
  mark: 'P',
  source:
    'Qiangua\u2019s seven core crowds (fxbaogao.com/detail/4297300 [C]); the weights are our start values',
};

/** How readers respond to notes (domain notes 3.3). Natural and paid rates are never derived from one another. */
export const response = {
  natural: {
    value: naturalRates satisfies Readonly<Record<string, ResponseRates>>,
    mark: 'C',
    source:
      'default rows for new accounts in public code, in keeping with real samples of 6.8 to 17 % (noir-madlax/GoodGame, jingzhunhuoke.net/13062)',
  },
  paidClick: {
    value: paidClickRates,
    mark: 'D',
    source:
      'Juguang table (chazhengzhuang.com/xiaohongshu/8979858256); official order report sample 17 of 814 [B]',
  },
  /** Paid readers who opened interact less: the sample row has 0.81 % interactions of all reads. */
  paidInteraction: {
    value: 0.35,
    mark: 'P',
    source: 'set so that paid reads bring a third of the interactions of natural ones',
  },
  /** Seconds a reader stays, by category. */
  dwellSeconds: {
    value: {
      default: 25,
      beauty: 28,
      fashion: 22,
      food: 30,
      travel: 35,
      lifestyle: 20,
      knowledge: 45,
    } as Readonly<Record<string, number>> & {
      readonly default: number;
    },
    mark: 'C',
    source: 'watch seconds of the same public code rows',
  },
  /** Reads that end within two seconds, before anything else can happen. */
  leavesAtOnce: {
    value: 0.22,
    mark: 'P',
    source: 'no published figure; creator centres export it by day (exit_view2s_list) without an average',
  },
  hidePerImpression: {
    value: 0.0009,
    mark: 'P',
    source: 'no published figure; far below the policy\u2019s limit of 3 %',
  },
  purchasePerRead: { value: 0.002, mark: 'P', source: 'no published figure' },
  /** Nobody opens everything, and no text pleases everyone: the most of a click, and of each reaction to one. */
  most: {
    value: { click: 0.45, perClick: 0.35 },
    mark: 'P',
    source: 'well above the best note on record, 15.6 % [C]',
  },
  /** How well a note fits one reader beyond the average, by whether its category is among her interests. */
  fit: {
    value: { liked: 1.2, other: 0.75 },
    mark: 'P',
    source: 'no published figure; about 1 over a page of the feed, which mixes both',
  },
  /** The same over a level: the wider the audience, the less a note fits it. */
  fitOfLevel: {
    value: [1.05, 1, 0.92, 0.83, 0.74, 0.66, 0.6],
    mark: 'P',
    source: 'no published figure; falls as the audience of a pool widens (pools.md section 2a, affinity)',
  },
  /** Standard deviations of the logarithms of a note\u2019s hook and content, and how they hang together. */
  spread: {
    value: { hook: 0.5, content: 0.45, correlation: -0.15 },
    mark: 'B',
    source:
      'hook: spread of real headline tests is .56 (Upworthy archive); content and the slight clickbait effect as in pools.md section 2a',
  },
} as const;

/** What readers do with the product links of notes that they read; nobody has published such figures. */
export const shopping = {
  opensPerRead: {
    value: 0.12,
    mark: 'P',
    source: 'no published figure; of those who read a note that links to something, one in eight looks at it',
  },
  buysPerOpen: {
    value: 0.08,
    mark: 'P',
    source: 'no published figure; near the sales of the demo\u2019s own links, one in ten to thirteen opens',
  },
  /** Who buys does so in the same sitting, or days later: minutes and hours on average, the longer the rarer. */
  decides: {
    value: { atOnce: 0.6, minutes: 8, hours: 30 },
    mark: 'P',
    source: 'no published figure; nearly all within the seven days in which a link counts',
  },
  pieces: {
    value: [
      [1, 0.85],
      [2, 0.12],
      [3, 0.03],
    ],
    mark: 'P',
    source: 'our own start value',
  } satisfies Sourced<Weights<number>>,
  /** Yuan of a product whose link does not say what it costs. */
  unsaidPriceYuan: {
    value: [19, 299],
    mark: 'P',
    source: 'our own start value, as of purchases while reading',
  },
  /** Sales that come back, and after how many days: within the seven of a return without reasons, plus the post. */
  returns: {
    value: { perSale: 0.15, days: [2, 9] },
    mark: 'P',
    source:
      'no published figure for links of notes; the days are those of the law\u2019s seven and the way back',
  },
} as const;

/** Creators and what they are paid (domain notes 3.4). */
export const creatorFigures = {
  followers: {
    value: { alpha: 1.1, minimum: 130, maximum: 3_000_000 },
    mark: 'P',
    source: 'Pareto, alpha about 1.1; 1.78 M of 35 M accounts have 100 or more (Newrank [C])',
  },
  /** Of those who live from it and stand in the marketplace: more of the larger tiers than among all who publish. */
  marketplaceFollowers: {
    value: { alpha: 0.7, minimum: 2_000, maximum: 3_000_000 },
    mark: 'P',
    source:
      'no published figure; our own start value, so that every tier of domain notes 3.4 has creators to compare',
  },
  zhShare: {
    value: 0.8,
    mark: 'P',
    source: 'one note in five in English, so that both languages are exercised',
  },
  video: { value: { image: 0.66, video: 0.3, text: 0.04 }, mark: 'P', source: 'our own start values' },
} as const;

/** What the platform as a whole does in a day of the scenario. */
export const platform = {
  days: { value: 30, mark: 'P', source: 'the issue asks for 30 days of history' },
  impressionsPerDay: {
    value: 1_500_000,
    mark: 'P',
    source:
      'scaled down; published totals contradict each other (3 bn, tens of billions, 1.5 bn a day) and are never shown as truth',
  },
  /** Fewest hours of average traffic in which a level hands out its impressions, from level 0. */
  shortestHours: {
    value: [10, 4, 8, 14, 30, 72, 240],
    mark: 'P',
    source: 'so that a hit takes days: burst 0 to 3 days, diffusion 3 to 7 (520zimeiti [D])',
  },
  /** The guarantee: share of the hours in which it is served, and how often organic slots come beside it, and how many. */
  guarantee: {
    value: { hours: 0.55, organicHours: 0.3, organicShare: 1.3 },
    mark: 'P',
    source: 'our own start values',
  },
  /** Search impressions a day of a new note: some for all, more for a better cover. */
  searchPerDay: { value: { all: 1.2, byHook: 2.2 }, mark: 'P', source: 'no published figure' },
  /** Largest share of an hour\u2019s impressions for one note. */
  capPerNote: { value: 0.03, mark: 'P', source: 'pools.md section 2d' },
  searchShareOfNotes: { value: 0.09, mark: 'P', source: 'notes that go on being found by search' },
  searchHalfLifeHours: {
    value: 45 * 24,
    mark: 'C',
    source: 'notes live 3 to 6 months in search (80tg.com/news/21554.html)',
  },
  feedHalfLifeHours: { value: 36, mark: 'P', source: 'domain notes 2.4, decay' },
  limitedShare: { value: 0.015, mark: 'P', source: 'no published figure' },
  rejectedShare: { value: 0.006, mark: 'P', source: 'no published figure' },
  humanReviewShare: { value: 0.01, mark: 'P', source: 'no published figure' },
  auditMinutes: {
    value: { median: 6, sigma: 0.8 },
    mark: 'D',
    source: 'machine 1 to 30 minutes (zhanghuanan)',
  },
  humanAuditHours: {
    value: { low: 2, high: 24 },
    mark: 'D',
    source: 'human review 2 to 24 hours (zhanghuanan)',
  },
} as const;
