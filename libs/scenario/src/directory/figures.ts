import type { CityKey, ResponseRates } from '@poolrise/domain';
import type { Sourced } from '../parameters';

const ours = 'no published figure; our own start value';

/** What the directory of creators stands on, beside the figures of `parameters.ts`. */
export const directoryFigures = {
  /** Accounts that audiences are drawn from: more than the largest creator could be followed by. */
  accounts: {
    value: 30_000_000,
    mark: 'P',
    source: 'scaled down from over 300 M monthly users (Qilin, arXiv 2503.00501 [A])',
  },
  /** Some follow many, most few: share of eager accounts and how much likelier each kind follows. */
  eagerness: { value: { share: 0.2, quiet: 0.5, eager: 3 }, mark: 'P', source: ours },
  /** How much likelier people follow somebody of their main interest, of a second one, of their city tier, region, gender. */
  affinity: {
    value: { main: 7, second: 3, cityTier: 1.6, region: 2.5, gender: 1.4 },
    mark: 'P',
    source: ours,
  },
  livesOverseas: {
    value: { zh: 0.03, en: 0.25 },
    mark: 'P',
    source: 'readers abroad came to be a product line of their own in December 2025; the shares are ours',
  },
  health: {
    value: [
      ['excellent', 0.55],
      ['ordinary', 0.42],
      ['abnormal', 0.03],
    ],
    mark: 'P',
    source: 'the three levels are the marketplace\u2019s (public code [B]); the shares are ours',
  } satisfies Sourced<readonly (readonly ['excellent' | 'ordinary' | 'abnormal', number])[]>,
  /** `factor` x (followers / 1000)^`exponent` yuan for an image note, from `headFrom` followers on steeper. */
  price: {
    value: {
      yuan: 90,
      exponent: 0.78,
      headFrom: 500_000,
      headExponent: 0.85,
      sigma: 0.45,
      video: [1.3, 1.5] as const,
      dear: 1.25,
    },
    mark: 'P',
    source:
      'inside the published ranges: 80tg.com/news/21554, ijunjun.com 36403, 36883, 36924; video 30 to 50 % more, beauty and mother-baby 20 to 30 % more',
  },
  offersFrom: {
    value: 500,
    mark: 'C',
    source: 'the price lists begin at 500 followers (80tg.com/news/21554)',
  },
  notesPer90Days: { value: { mean: 9, most: 30 }, mark: 'P', source: ours },
  /** `base` + `scale` x followers^`exponent` impressions of a usual note, spread by `sigma`; a few become hits. */
  impressions: {
    value: { base: 250, scale: 25, exponent: 0.72, sigma: 0.8, hitShare: 0.02, hitAlpha: 1.3, hitTimes: 6 },
    mark: 'P',
    source:
      'a small creator\u2019s cooperation notes had 32,166 impressions, a hit 1.22 M (GoodGame [B], jingzhunhuoke.net/13062 [C])',
  },
  /** How much creators and notes differ in their rates, as standard deviations of the logarithm. */
  rateSpread: {
    value: { click: 0.18, ofCreator: 0.3, ofNote: 0.28, collect: 0.4, comment: 0.4 },
    mark: 'P',
    source:
      'one real creator collects a ninth of the usual beside twice the likes (noir-madlax/GoodGame [B]), so that ratios vary widely among the honest',
  },
  /** Between what natural and paid click rates lie, whatever chance says. */
  clickBounds: {
    value: { natural: [0.04, 0.22] as const, paid: [0.01, 0.07] as const },
    mark: 'B',
    source: 'natural samples 6.8 to 17 %, promoted 2.1 % (GoodGame, order report; domain notes 3.3)',
  },
  /** Shares of reads by `trafficSources`, of daily notes of a small creator. */
  sources: {
    value: [0.905, 0.03, 0.03, 0.02, 0.015],
    mark: 'B',
    source:
      'discovery 91.8, follow 1.8, profile 1.7, search 0.6 % of a real small creator (GoodGame); evened out',
  },
  /** Creators who hold raffles, how many of their notes are one, and notes of anybody that somebody larger mentions. */
  moments: { value: { rafflers: 0.025, raffle: 0.35, mention: 0.02 }, mark: 'P', source: ours },
  commentsClosed: { value: 0.012, mark: 'P', source: ours },
  /** Hours that a living place is ahead of UTC, for what comes at night in Shanghai and is day elsewhere. */
  utcOffsets: {
    value: {
      tokyo: 9,
      singapore: 8,
      sydney: 10,
      london: 0,
      paris: 1,
      'new-york': -5,
      'los-angeles': -8,
      vancouver: -8,
    } as Partial<Record<CityKey, number>>,
    mark: 'A',
    source: 'standard time of the places',
  },
  fraud: {
    value: { 'bought-likes': 0.06, 'bought-followers': 0.04, 'comment-pod': 0.02 },
    mark: 'P',
    source:
      'domain notes 3.5: injected with labels; published claims of fraud reach 34 to 61 % and are not used',
  },
} as const satisfies Record<string, Sourced<unknown>>;

/** Categories whose rates nobody published, as far as their comments and collects are known to differ [P]. */
export const leanings: Readonly<Partial<Record<string, Partial<ResponseRates>>>> = {
  home: { comment: 0.7, collect: 1.5 },
  'mother-baby': { comment: 1.3, collect: 1.3 },
  pets: { comment: 1.2, collect: 0.6, like: 1.3 },
  fitness: { collect: 1.6 },
  tech: { comment: 1.2 },
  outdoor: { comment: 0.8 },
};
