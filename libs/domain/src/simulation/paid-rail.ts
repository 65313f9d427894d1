import { paidClickRates, naturalRates, ratesOf } from '../metrics/benchmarks';
import { paidContentFactor } from '../boosts/forecast-boost';

/**
 * Ways in which paid readers are said to bring natural ones. None is proven: the platform promises none, and every one is
 * off unless somebody assumes it (domain notes 2.4, point 9).
 */
export const spillMechanisms = ['paid-score', 'follow-feed', 'look-alike', 'search-back'] as const;
export type SpillMechanism = (typeof spillMechanisms)[number];

/** How paid readers respond, and what is assumed of them. */
export interface PaidRail {
  /** Opens per paid impression over those of a natural one in the same place. */
  click: number;
  /** What follows a paid open over what follows a natural one. */
  content: number;
  /** Whether paid readers tire of a note's age as natural ones do. Rates of paid clicks were counted on notes of any age. */
  ages: boolean;
  /** The most of an hour's impressions that are paid ones, 0 to 1; null lets every boost have what a note may have. */
  mostOfHour: number | null;
  assumed: readonly SpillMechanism[];
}

/** Paid readers that respond like natural ones and bring nobody along. */
export const plainPaidRail: PaidRail = { click: 1, content: 1, ages: true, mostOfHour: null, assumed: [] };

/** Interactions of paid readers from which people like them are looked for; of the recommender course [A]. */
export const lookAlikeSeeds = 3;
/** What a look-alike audience adds to the natural response then. Nobody has published a figure: ours [P]. */
export const lookAlikeLift = 1.1;
/** Paid readers that come back through search and read the note again or a friend does. Ours [P]. */
export const searchBackShare = 0.05;
/** Times that each new follower is shown each of the creator's other notes in the follow feed. Ours [P]. */
export const followFeedViews = 1;

/** Paid impressions of its own that it takes to believe a workspace as much as the published rate. */
const ownStrength = 1_000;

/**
 * The paid rail of a category: its published rate of paid clicks over its natural one, moved by what the workspace's own boosts
 * have counted; after the open readers react as `forecastBoost` has it.
 */
export function paidRailOf(
  category: string,
  counted: { impressions: number; clicks: number },
  { mostOfHour, assumed }: Pick<PaidRail, 'mostOfHour' | 'assumed'>,
): PaidRail {
  const natural = ratesOf(naturalRates, category).click;
  const { rate } = ratesOf(paidClickRates, category);
  const clicks = ownStrength * rate + counted.clicks;
  return {
    click: clicks / (natural * (ownStrength + counted.impressions)),
    content: paidContentFactor,
    ages: false,
    mostOfHour,
    assumed,
  };
}
