import type { InteractionKind } from '../metrics/compute';
import { exactFact, type FactRow, type FactValue, grossUpSampled } from '../metrics/fact-value';
import type { FactId } from '../metrics/facts';

/** A figure as a file gives it: exact, rounded within `halfWidth`, or a lower bound. */
export interface SheetFigure {
  readonly precision: 'exact' | 'rounded' | 'at-least';
  readonly value: number;
  readonly halfWidth?: number;
}

/** A figure as a fact. A negative one, as corrections of the platform bring, is no count and stays unknown. */
export function factOfFigure(figure: SheetFigure | null): FactValue | null {
  if (!figure || figure.value < 0) return null;
  return {
    ...exactFact(figure.value),
    half: figure.precision === 'rounded' ? (figure.halfWidth ?? 0) : 0,
    atLeast: figure.precision === 'at-least',
  };
}

/** Fields of imported rows that are facts as they stand. */
const plainFields = {
  impressions: 'impressions',
  naturalImpressions: 'naturalImpressions',
  promotedImpressions: 'promotedImpressions',
  heatedImpressions: 'heatedImpressions',
  reads: 'reads',
  naturalReads: 'naturalReads',
  promotedReads: 'promotedReads',
  heatedReads: 'heatedReads',
  readers: 'readers',
  likes: 'likes',
  collects: 'collects',
  comments: 'comments',
  shares: 'shares',
  follows: 'follows',
  quote: 'quoteCents',
  serviceFee: 'serviceFeeCents',
  orderAmount: 'orderCents',
  adAmount: 'adCents',
  biddingImpressions: 'adImpressions',
  biddingClicks: 'adClicks',
  biddingInteractions: 'adInteractions',
  shopVisits: 'visits',
  cartAdds: 'carts',
  paidOrders7d: 'paidOrders',
  paidAmount7d: 'gmv7dCents',
} as const satisfies Record<string, FactId>;

/** People whom a vendor counts in a sample of the traffic. */
const sampledFields = {
  shopVisitors: 'shopVisitors',
  offSiteVisitors15: 'offsiteVisitors',
} as const satisfies Record<string, FactId>;

export type NoteSheetField =
  | keyof typeof plainFields
  | keyof typeof sampledFields
  | 'interactions'
  | 'samplingRatio'
  | 'dwellSeconds'
  | 'play5sRate'
  | 'read3sRate'
  | 'completionRate'
  | 'readAchievement'
  | 'formSubmissions'
  | 'messageLeads';

type Reader<Field extends string> = (field: Field) => SheetFigure | null;

/**
 * How many are meant by a share, or how much by a mean: `share` × `whole`, with the interval that the rounding of both leaves.
 * Null when either is unknown or only known from below.
 */
export function countOfShare(share: FactValue | null, whole: FactValue | null): FactValue | null {
  if (!share || !whole || share.atLeast || whole.atLeast) return null;
  const half = share.half * whole.value + whole.half * share.value + share.half * whole.half;
  return {
    value: share.value * whole.value,
    half,
    atLeast: false,
    estimated: share.estimated || whole.estimated,
  };
}

/** The other way round: the whole of which `part` is `share`. Null where nothing is to be divided by. */
export function wholeOfShare(part: FactValue | null, share: FactValue | null): FactValue | null {
  if (!part || !share || part.atLeast || share.atLeast || !(share.value - share.half > 0)) return null;
  const high = (part.value + part.half) / (share.value - share.half);
  const low = Math.max(0, part.value - part.half) / (share.value + share.half);
  const value = part.value / share.value;
  return { value, half: Math.max(high - value, value - low), atLeast: false, estimated: true };
}

function sum(one: FactValue | null, other: FactValue | null): FactValue | null {
  if (!one || !other) return null;
  return {
    value: one.value + other.value,
    half: one.half + other.half,
    atLeast: one.atLeast || other.atLeast,
    estimated: one.estimated || other.estimated,
  };
}

/**
 * The facts of one row about a note: an order report, a post-campaign sheet, a note sheet of an advertiser.
 *
 * Files give rates and means where facts are counts, so these are multiplied out again. `interactionKind` is the definition
 * that the file uses, null when nobody could tell: its total is then no fact. What the file does not say is unknown.
 */
export function factsOfNoteSheet(
  read: Reader<NoteSheetField>,
  about: { interactionKind: InteractionKind | null; noteType: 'image' | 'video' | null },
): FactRow {
  const fact = (field: NoteSheetField) => factOfFigure(read(field));
  const ratio = fact('samplingRatio');
  const reads = fact('reads');
  const row: Partial<Record<FactId, FactValue | null>> = {};
  for (const [field, id] of Object.entries(plainFields)) row[id] = fact(field as keyof typeof plainFields);
  for (const [field, id] of Object.entries(sampledFields)) {
    const counted = fact(field as keyof typeof sampledFields);
    // Without a stated ratio nobody knows what the number stands for.
    row[id] =
      counted && ratio && ratio.value > 0 && ratio.value <= 1
        ? grossUpSampled(counted.value, ratio.value)
        : counted;
  }
  if (about.interactionKind) row[`interactions${about.interactionKind}`] = fact('interactions');
  row.dwellSeconds = countOfShare(fact('dwellSeconds'), reads);
  row.leads = sum(fact('formSubmissions'), fact('messageLeads'));
  row.guaranteedReads = wholeOfShare(reads, fact('readAchievement'));
  if (about.noteType === 'video') {
    row.plays = reads;
    row.plays5s = countOfShare(fact('play5sRate'), reads);
    row.finishedPlays = countOfShare(fact('completionRate'), reads);
  }
  if (about.noteType === 'image') {
    row.imageReads = reads;
    row.reads3s = countOfShare(fact('read3sRate'), reads);
  }
  return row;
}

const adFields = {
  fee: 'adCents',
  adImpressions: 'adImpressions',
  adClicks: 'adClicks',
  interactions: 'adInteractions',
  follows: 'adFollows',
  interestedPeople: 'interestedPeople',
  deeplyInterestedPeople: 'deeplyInterestedPeople',
} as const satisfies Record<string, FactId>;
const shopOrderFields = {
  buyerPaid: 'gmvCents',
  refunded: 'refundCents',
} as const satisfies Record<string, FactId>;
const creatorFields = {
  followers: 'followers',
  likesAndCollects: 'likesCollectsEver',
  medianReads: 'readsMedian30d',
} as const satisfies Record<string, FactId>;

const plainFacts = <Field extends string>(fields: Record<Field, FactId>, read: Reader<Field>): FactRow =>
  Object.fromEntries(
    (Object.keys(fields) as Field[]).map((field) => [fields[field], factOfFigure(read(field))]),
  );

/** The facts of one row of an ad report. Its interactions are LCCSF by the platform's own definition. */
export const factsOfAdRow = (read: Reader<keyof typeof adFields>): FactRow => plainFacts(adFields, read);
/** The facts of one order of a shop. */
export const factsOfShopOrder = (read: Reader<keyof typeof shopOrderFields>): FactRow =>
  plainFacts(shopOrderFields, read);
/** The facts of one row about a creator. */
export const factsOfCreatorRow = (read: Reader<keyof typeof creatorFields>): FactRow =>
  plainFacts(creatorFields, read);
