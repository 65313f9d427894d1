import type { Mark } from './mark';

/** Clicks per impression, then events per click. All ratios. */
export interface ResponseRates {
  click: number;
  like: number;
  collect: number;
  comment: number;
  share: number;
  follow: number;
}

const defaultRates: ResponseRates = {
  click: 0.08,
  like: 0.04,
  collect: 0.02,
  comment: 0.01,
  share: 0.005,
  follow: 0.008,
};

/**
 * Natural response by category, where no peers are known yet.
 *
 * Source: default rows for new accounts in public code [C/D], in keeping with real samples of 6.8 % to 17 %
 * natural clicks [B]. Categories that nobody published fall back to `default`. Defaults, not facts.
 */
export const naturalRates = {
  default: defaultRates,
  beauty: { click: 0.09, like: 0.045, collect: 0.03, comment: 0.015, share: 0.006, follow: 0.009 },
  fashion: { click: 0.085, like: 0.04, collect: 0.025, comment: 0.012, share: 0.007, follow: 0.008 },
  food: { click: 0.095, like: 0.05, collect: 0.035, comment: 0.018, share: 0.01, follow: 0.01 },
  travel: { click: 0.09, like: 0.045, collect: 0.04, comment: 0.02, share: 0.012, follow: 0.012 },
  lifestyle: { click: 0.075, like: 0.038, collect: 0.018, comment: 0.01, share: 0.006, follow: 0.007 },
  knowledge: { click: 0.07, like: 0.042, collect: 0.05, comment: 0.022, share: 0.015, follow: 0.015 },
} as const satisfies Record<string, ResponseRates>;

export interface PaidClickRate {
  /** Clicks per paid impression. */
  rate: number;
  mark: Mark;
  source: string;
}

const juguangTable = 'Juguang category table, chazhengzhuang.com/xiaohongshu/8979858256';

/** Clicks per paid impression by category. Paid readers open far less often than natural ones: never mix the two. */
export const paidClickRates: Readonly<Record<string, PaidClickRate>> & { readonly default: PaidClickRate } = {
  default: {
    rate: 0.025,
    mark: 'B',
    source: 'official order report sample, 17 of 814 promoted impressions; practitioners report 2 to 5 %',
  },
  beauty: { rate: 0.038, mark: 'D', source: juguangTable },
  fashion: { rate: 0.029, mark: 'D', source: juguangTable },
  home: { rate: 0.032, mark: 'D', source: juguangTable },
  food: { rate: 0.016, mark: 'D', source: juguangTable },
  tech: { rate: 0.023, mark: 'D', source: juguangTable },
};

/** The rates of a category, or the default ones. */
export function ratesOf<T>(
  table: Readonly<Record<string, T>> & { readonly default: T },
  category: string,
): T {
  return Object.hasOwn(table, category) ? (table[category] ?? table.default) : table.default;
}
