import { audienceBands } from './audience-bands';
import type { MatchBrief, MatchFigures } from './match-brief';

/** Shares of a portrait by band, as `{ '18-24': 0.5 }`; bands that are not named have none. */
export const sharesOf = (named: Readonly<Record<string, number>>): number[] =>
  audienceBands.map(({ value }) => Math.round((named[value] ?? 0) * 10_000));

export const aBrief = (over: Partial<MatchBrief> = {}): MatchBrief => ({
  category: 'beauty',
  keywords: [],
  audience: [],
  kind: 'image',
  window: { from: new Date('2026-11-01'), to: new Date('2026-11-11') },
  ...over,
});

/** A creator of whom everything is known and who is in the middle of everything. */
export const aCreator = (creatorId: string, over: Partial<MatchFigures> = {}): MatchFigures => ({
  creatorId,
  followers: 30_000,
  tierKey: 'junior',
  health: 'excellent',
  blacklistReason: null,
  disclosedShare: 1,
  quoteCents: { image: 100_000, video: 150_000 },
  activeOrders: 1,
  ordersMax: 5,
  brandWork: [],
  categoryShares: { beauty: 0.5 },
  wordShares: new Map([['lipstick', 0.05]]),
  audience: { sample: 400, shares: sharesOf({ '18-24': 0.5, '25-34': 0.5, female: 0.6, male: 0.4 }) },
  engagementPercentile: 0.5,
  commentsPercentile: 0.5,
  notesIn30Days: 4,
  cooperationsIn180Days: 5,
  reads: { p25: 500, median: 1_000, p75: 1_500 },
  interactionsMedian: 100,
  peers: {
    quoteCents: [80_000, 90_000, 110_000, 120_000],
    centsPerInteraction: [600, 800, 1_200, 1_400],
  },
  ...over,
});
