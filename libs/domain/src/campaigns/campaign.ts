/**
 * What a campaign is for. The numbers are the marketing objectives of Juguang: seeding 4, product sales 3, leads 9, track
 * grabbing 10, live promotion 8.
 * Source: the platform's open API, transcribed in public code (bububa/spotlight-mapi) [B].
 */
export const campaignGoals = ['seeding', 'product-sales', 'leads', 'track-grabbing', 'live'] as const;
export type CampaignGoal = (typeof campaignGoals)[number];

/** What the money goes to: creators' orders, boosts in the feed, places in search. */
export const campaignRails = ['creators', 'boosts', 'search'] as const;
export type CampaignRail = (typeof campaignRails)[number];
export type RailCents = Readonly<Record<CampaignRail, number>>;

export const sumOfRails = (rails: RailCents): number =>
  campaignRails.reduce((sum, rail) => sum + rails[rail], 0);

/** A window [from, to) of a campaign with its own budget. Epoch milliseconds, cents. */
export interface Flight {
  name: string;
  from: number;
  to: number;
  budgetCents: number;
}

export const keywordMatches = ['exact', 'phrase', 'broad'] as const;
export type KeywordMatch = (typeof keywordMatches)[number];
export interface CampaignKeyword {
  text: string;
  match: KeywordMatch;
}

/** What a campaign is to be, as somebody wrote it. */
export interface CampaignPlan {
  flights: readonly Flight[];
  rails: RailCents;
  keywords: readonly CampaignKeyword[];
  negatives: readonly string[];
}

export const campaignFaultCodes = [
  'flight-empty',
  'flight-without-budget',
  'flights-overlap',
  'span-too-long',
  'rails-do-not-sum',
  'keyword-twice',
  'keyword-is-negative',
] as const;
export type CampaignFaultCode = (typeof campaignFaultCodes)[number];

/** What is wrong with a plan, where (a JSON pointer into it), and the figures to mend it by. */
export interface CampaignFault {
  code: CampaignFaultCode;
  field: string;
  figures?: Readonly<Record<string, number>>;
}

const dayMs = 86_400_000;
/** From the first flight to the end of the last one; what is longer is two campaigns. */
export const campaignDaysMost = 366;

/** All that is wrong with a plan, in the order of its form; [] when nothing is. */
export const checkCampaign = (plan: CampaignPlan): CampaignFault[] => [
  ...flightFaults(plan.flights),
  ...railFaults(plan),
  ...checkKeywords(plan),
];

function flightFaults(flights: readonly Flight[]): CampaignFault[] {
  const faults = flights.flatMap(({ from, to, budgetCents }, at): CampaignFault[] => [
    ...(to <= from ? [{ code: 'flight-empty', field: `/flights/${at}/to` } as const] : []),
    ...(budgetCents <= 0
      ? [{ code: 'flight-without-budget', field: `/flights/${at}/budgetCents` } as const]
      : []),
  ]);
  if (faults.length) return faults;
  const inOrder = flights.map((flight, at) => ({ ...flight, at })).sort((a, b) => a.from - b.from);
  // Flights follow one another: what is spent in two at once could not be held against either.
  const overlaps = inOrder.flatMap(({ from, at }, place): CampaignFault[] => {
    const before = inOrder[place - 1];
    return before && before.to > from ? [{ code: 'flights-overlap', field: `/flights/${at}/from` }] : [];
  });
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const tooLong = first && last && last.to - first.from > campaignDaysMost * dayMs;
  return [
    ...overlaps,
    ...(tooLong
      ? [
          {
            code: 'span-too-long',
            field: `/flights/${last.at}/to`,
            figures: { days: campaignDaysMost },
          } as const,
        ]
      : []),
  ];
}

function railFaults({ flights, rails }: CampaignPlan): CampaignFault[] {
  const flightsCents = flights.reduce((sum, { budgetCents }) => sum + budgetCents, 0);
  const railsCents = sumOfRails(rails);
  if (railsCents === flightsCents) return [];
  return [{ code: 'rails-do-not-sum', field: '/rails', figures: { flightsCents, railsCents } }];
}

/** What is wrong with keywords and the words that they stay away from; [] when nothing is. */
export function checkKeywords({
  keywords,
  negatives,
}: Pick<CampaignPlan, 'keywords' | 'negatives'>): CampaignFault[] {
  const refused = new Set(negatives.map(plainKeyword));
  const seen = new Set<string>();
  return keywords.flatMap(({ text, match }, at): CampaignFault[] => {
    const plain = plainKeyword(text);
    const key = `${match} ${plain}`;
    const twice = seen.has(key);
    seen.add(key);
    if (refused.has(plain)) return [{ code: 'keyword-is-negative', field: `/keywords/${at}/text` }];
    return twice ? [{ code: 'keyword-twice', field: `/keywords/${at}/text` }] : [];
  });
}

/** A keyword as it is compared: one width, small letters, single blanks. */
export const plainKeyword = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** From the first flight to the end of the last one; null without flights. */
export function campaignSpan(flights: readonly Flight[]): { from: number; to: number } | null {
  if (!flights.length) return null;
  return {
    from: Math.min(...flights.map(({ from }) => from)),
    to: Math.max(...flights.map(({ to }) => to)),
  };
}
