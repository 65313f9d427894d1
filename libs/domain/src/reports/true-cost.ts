import { serviceFeeCentsUp } from '../creators/platform-fee';
import { estimatedFact, exactFact, type FactRow, type FactValue } from '../metrics/fact-value';

export const costPartKeys = ['quote', 'fee', 'ads', 'boosts', 'vouchers'] as const;
export type CostPartKey = (typeof costPartKeys)[number];

/** What is known of the money that went into one note; cents, null where a source should say and does not. */
export interface NoteCostRecords {
  /** null when the note was not ordered from anybody */
  order: { quoteCents: number | null; serviceFeeCents: number | null; effectMode: boolean } | null;
  /** of ad rows that name the note; null when there are none */
  adCents: number | null;
  /** of boosts of the note, vouchers included; null when there are none */
  boostCents: number | null;
  voucherCents: number | null;
  /** whether the ad rows, and the boosts, at hand are all there are for the time of the note */
  adsComplete: boolean;
  boostsComplete: boolean;
  /** as its own sheet counts, null when it does not; where there was no such traffic, nothing was paid for it */
  promotedImpressions: number | null;
  heatedImpressions: number | null;
}

export type CostPart =
  | { key: CostPartKey; state: 'known' | 'estimated'; cents: number }
  | { key: CostPartKey; state: 'unknown'; cents: null };

export interface TrueCost {
  /** in the order of `costPartKeys`; vouchers are a deduction and stand as a positive amount */
  parts: readonly CostPart[];
  /** quote + fee + ads + boosts − vouchers; null when a part is unknown */
  totalCents: number | null;
  /** what was paid at the least, from the parts that are known */
  atLeastCents: number;
  /** `estimated` when a part is, `unknown` when one is missing */
  state: CostPart['state'];
}

const known = (key: CostPartKey, cents: number): CostPart => ({ key, state: 'known', cents });
const unknown = (key: CostPartKey): CostPart => ({ key, state: 'unknown', cents: null });
const stated = (key: CostPartKey, cents: number | null): CostPart =>
  cents === null ? unknown(key) : known(key, cents);

function feeOf(order: NonNullable<NoteCostRecords['order']>): CostPart {
  const { quoteCents, serviceFeeCents, effectMode } = order;
  if (serviceFeeCents !== null) return known('fee', serviceFeeCents);
  return quoteCents === null
    ? unknown('fee')
    : { key: 'fee', state: 'estimated', cents: serviceFeeCentsUp(quoteCents, effectMode) };
}

/**
 * Money for traffic: as its rows say, nothing when there can have been none, otherwise unknown. Rows that are not all there
 * are sum up to too little, which must not pass for the cost.
 */
function trafficPart(
  key: 'ads' | 'boosts',
  cents: number | null,
  complete: boolean,
  impressions: number | null,
): CostPart {
  if (complete) return known(key, cents ?? 0);
  return impressions === 0 && cents === null ? known(key, 0) : unknown(key);
}

/**
 * What one note really cost: order + fee + ads + boosts − vouchers, in whole cents, each part with how well it is known.
 *
 * Ad spend is taken only from rows that name the note; none is ever shared out over notes. A fee that no file states is
 * estimated from the quote, rounded up. Throws for amounts that are no whole cents or negative.
 */
export function trueCostOf(records: NoteCostRecords): TrueCost {
  const { order, adCents, boostCents, voucherCents } = records;
  const ads = trafficPart('ads', adCents, records.adsComplete, records.promotedImpressions);
  const boosts = trafficPart('boosts', boostCents, records.boostsComplete, records.heatedImpressions);
  // Vouchers pay for boosts, so without boosts there were none.
  const vouchers = boosts.cents === 0 ? known('vouchers', 0) : stated('vouchers', voucherCents);
  const parts = [
    order ? stated('quote', order.quoteCents) : known('quote', 0),
    order ? feeOf(order) : known('fee', 0),
    ads,
    boosts,
    vouchers,
  ];
  for (const { key, cents } of parts)
    if (cents !== null && !(Number.isSafeInteger(cents) && cents >= 0))
      throw new RangeError(`${cents} is no amount in cents (${key})`);
  if ((vouchers.cents ?? 0) > (boosts.cents ?? Infinity))
    throw new RangeError('More vouchers than the boosts they paid for');

  const sum = parts.reduce((all, { key, cents }) => all + (key === 'vouchers' ? -1 : 1) * (cents ?? 0), 0);
  const missing = parts.some(({ state }) => state === 'unknown');
  // Vouchers that are unknown may have paid for all of the boosts; ad rows that are not all are a lower bound.
  const surely = sum + (ads.cents === null ? (adCents ?? 0) : 0);
  const atLeastCents = vouchers.cents === null ? surely - (boosts.cents ?? 0) : Math.max(0, surely);
  return {
    parts,
    totalCents: missing ? null : sum,
    atLeastCents,
    state: missing ? 'unknown' : parts.some(({ state }) => state === 'estimated') ? 'estimated' : 'known',
  };
}

/** The parts as facts of a row, so that every price of a report stands on them. */
export function costFacts({ parts }: TrueCost): FactRow {
  const fact = (key: CostPartKey): FactValue | null => {
    const part = parts.find((one) => one.key === key);
    if (!part || part.state === 'unknown') return null;
    return part.state === 'estimated' ? estimatedFact(part.cents, 0) : exactFact(part.cents);
  };
  return {
    quoteCents: fact('quote'),
    serviceFeeCents: fact('fee'),
    adCents: fact('ads'),
    boostCents: fact('boosts'),
    voucherCents: fact('vouchers'),
  };
}

/** A price of one in whole cents, rounded up: what something cost is never shown as less. */
export const unitCentsUp = (cents: number): number => Math.ceil(Math.round(cents * 1_000_000) / 1_000_000);
