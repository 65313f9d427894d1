import type { MetricId } from '../metrics/definitions';
import { platformFee, serviceFeeCentsUp } from '../creators/platform-fee';
import { estimatedFact, exactFact, type FactRow, type FactValue } from '../metrics/fact-value';

export const costPartKeys = ['quote', 'fee', 'ads', 'boosts', 'vouchers'] as const;
export type CostPartKey = (typeof costPartKeys)[number];

/** The metric that each part of a cost is a figure of. */
export const costPartMetrics = {
  quote: 'quoteSum',
  fee: 'serviceFeeSum',
  ads: 'adSpend',
  boosts: 'boostSpend',
  vouchers: 'vouchersUsed',
} as const satisfies Record<CostPartKey, MetricId>;

/** What an order says of its price; cents, null where it does not. */
export interface OrderMoney {
  quoteCents: number | null;
  serviceFeeCents: number | null;
  /** quote and fee together (蒲公英金额) */
  amountCents: number | null;
  effectMode: boolean;
}

/** What is known of the money that went into one note; cents, null where a source should say and does not. */
export interface NoteCostRecords {
  /** null when the note was not ordered from anybody */
  order: OrderMoney | null;
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

/**
 * Quote and fee of an order. Where a sheet has only the two together they are told apart by the platform's fee, and where it
 * has no fee it follows from the quote: both are estimates.
 */
function orderParts({ quoteCents, serviceFeeCents, amountCents, effectMode }: OrderMoney): CostPart[] {
  const estimate = (key: CostPartKey, cents: number): CostPart => ({ key, state: 'estimated', cents });
  if (quoteCents !== null && serviceFeeCents !== null)
    return [known('quote', quoteCents), known('fee', serviceFeeCents)];
  if (quoteCents !== null && amountCents !== null && amountCents >= quoteCents)
    return [known('quote', quoteCents), known('fee', amountCents - quoteCents)];
  if (quoteCents !== null)
    return [known('quote', quoteCents), estimate('fee', serviceFeeCentsUp(quoteCents, effectMode))];
  if (amountCents === null) return [unknown('quote'), stated('fee', serviceFeeCents)];
  const quote =
    serviceFeeCents === null
      ? Math.round(amountCents / (1 + platformFee.share * (effectMode ? 2 : 1)))
      : Math.max(0, amountCents - serviceFeeCents);
  return [estimate('quote', quote), estimate('fee', amountCents - quote)];
}

/**
 * Money for traffic: as its rows say, nothing when there can have been none, otherwise unknown. Some of the rows sum up to
 * too little, which must not pass for the cost.
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
    ...(order ? orderParts(order) : [known('quote', 0), known('fee', 0)]),
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
  // Vouchers may have paid for all of boosts that are unknown, or unknown ones for all of the boosts.
  const boosted = boosts.cents === null || vouchers.cents === null ? 0 : boosts.cents - vouchers.cents;
  // Ad rows that are not all are a lower bound.
  const ordered = parts.filter(({ key }) => key === 'quote' || key === 'fee');
  const atLeastCents = ordered.reduce((all, { cents }) => all + (cents ?? 0), 0) + (adCents ?? 0) + boosted;
  return {
    parts,
    totalCents: missing ? null : sum,
    atLeastCents,
    state: missing ? 'unknown' : isOrderGuessed(parts) ? 'estimated' : 'known',
  };
}

/** Quote and fee together; null when one of them is unknown. */
function orderCentsOf(parts: readonly CostPart[]): number | null {
  const [quote, fee] = (['quote', 'fee'] as const).map(
    (key) => parts.find((part) => part.key === key)?.cents ?? null,
  );
  return typeof quote === 'number' && typeof fee === 'number' ? quote + fee : null;
}

/**
 * Whether quote and fee together are a guess. Where the quote was worked out, it was from their stated sum, and only how they
 * are told apart is one.
 */
const isOrderGuessed = (parts: readonly CostPart[]): boolean =>
  parts.some(({ key, state }) => key === 'quote' && state === 'known') &&
  parts.some(({ key, state }) => key === 'fee' && state === 'estimated');

/** The parts as facts of a row, so that every price of a report stands on them. */
export function costFacts({ parts }: TrueCost): FactRow {
  const part = (key: CostPartKey): CostPart => parts.find((one) => one.key === key) ?? unknown(key);
  const fact = (one: CostPart): FactValue | null => {
    if (one.state === 'unknown') return null;
    return one.state === 'estimated' ? estimatedFact(one.cents, 0) : exactFact(one.cents);
  };
  const order = orderCentsOf(parts);
  return {
    quoteCents: fact(part('quote')),
    serviceFeeCents: fact(part('fee')),
    orderCents: order === null ? null : isOrderGuessed(parts) ? estimatedFact(order, 0) : exactFact(order),
    adCents: fact(part('ads')),
    boostCents: fact(part('boosts')),
    voucherCents: fact(part('vouchers')),
  };
}

/** A price of one in whole cents, rounded up: what something cost is never shown as less. */
export const unitCentsUp = (cents: number): number => Math.ceil(Math.round(cents * 1_000_000) / 1_000_000);
