import type { ImportField } from '../../imports/fields';

/** Counts are things, money is cents of yuan, rates are shares of 1, an index is what its vendor says it is. */
export type CreatorUnit = 'count' | 'money' | 'rate' | 'index';

interface Meaning {
  readonly unit: CreatorUnit;
  /** A price that somebody asks. It does not drift as a count does: two prices are two prices. */
  readonly price?: true;
  /** Worked out by each vendor in its own way: figures of two kinds of files stand side by side and are not compared. */
  readonly ownScale?: true;
  /** Shown over the days. */
  readonly series?: true;
}

/** The figures of creators that files give, in the order in which they are shown. */
const meanings = {
  followers: { unit: 'count', series: true },
  followersGained30d: { unit: 'count' },
  likesAndCollects: { unit: 'count', series: true },
  following: { unit: 'count' },
  notesPublished: { unit: 'count' },
  imageQuote: { unit: 'money', price: true, series: true },
  videoQuote: { unit: 'money', price: true, series: true },
  dailyNotes: { unit: 'count' },
  dailyMedianImpressions: { unit: 'count' },
  dailyMedianReads: { unit: 'count', series: true },
  dailyMedianLikes: { unit: 'count' },
  paidNotes: { unit: 'count' },
  paidMedianImpressions: { unit: 'count' },
  paidMedianReads: { unit: 'count', series: true },
  paidMedianLikes: { unit: 'count' },
  medianImpressions: { unit: 'count' },
  medianReads: { unit: 'count', series: true },
  medianInteractions: { unit: 'count', series: true },
  medianLikes: { unit: 'count' },
  medianCollects: { unit: 'count' },
  medianComments: { unit: 'count' },
  averageInteractions: { unit: 'count' },
  averageLikes: { unit: 'count' },
  averageCollects: { unit: 'count' },
  averageComments: { unit: 'count' },
  averageShares: { unit: 'count' },
  hitNotes: { unit: 'count' },
  hitRate: { unit: 'rate', ownScale: true },
  womenFollowers: { unit: 'rate' },
  activeFollowers: { unit: 'rate' },
  realFollowers: { unit: 'rate', ownScale: true },
  imageCpe: { unit: 'money', ownScale: true },
  videoCpe: { unit: 'money', ownScale: true },
  cpe: { unit: 'money', ownScale: true },
  cpm: { unit: 'money', ownScale: true },
  cpmRead: { unit: 'money', ownScale: true },
  vendorIndex: { unit: 'index', ownScale: true },
} as const satisfies Partial<Record<ImportField, Meaning>>;

export type CreatorFigure = keyof typeof meanings;
export const creatorFigures = Object.keys(meanings) as readonly CreatorFigure[];

/** What a figure is and how far two files can be held against each other. */
export const meaningOf = (figure: CreatorFigure): Meaning => meanings[figure];

/** What files say of creators in words. */
export const creatorFacts = [
  'category',
  'region',
  'creatorKind',
  'creatorLevel',
  'healthLevel',
  'topBadge',
  'cooperatingBrands',
  'tagShares',
  'remark',
] as const satisfies readonly ImportField[];
export type CreatorFact = (typeof creatorFacts)[number];
