import { dayInShanghai } from '../pools/traffic-clock';
import { type Carrier, carriers, looksLikeNumberOf, tidyNumber } from './carriers';
import type { CooperationOrder, OrderState } from './cooperation-order';
import { type SampleRules, sampleRulesOn } from './sample-rules';

/** What the brand writes down of a parcel. */
export interface ParcelSlip {
  carrier: Carrier;
  /** as `tidyNumber` leaves it */
  number: string;
  product: string;
  /** pieces */
  quantity: number;
  /** of all pieces, in cents: the creator may have to declare it */
  valueCents: number;
}

/** A parcel and what became of it. Times are epoch milliseconds; once written they stay. */
export interface Parcel extends ParcelSlip {
  sentAt: number;
  /** when the creator said that it never arrived */
  missedAt: number | null;
  /** when the creator said that it is there; also of one that was said never to arrive, and came after all */
  receivedAt: number | null;
}

/** The sample of an order; empty where none was agreed on. Times are epoch milliseconds. */
export interface OrderSample {
  /** when the order was accepted with a sample in it; null before, and of orders from before it was written down */
  agreedAt: number | null;
  /** when the creator last said where to send it; what was said is kept elsewhere */
  addressAt: number | null;
  /** the day by which the brand promised to send, `YYYY-MM-DD` in Shanghai; null once it is sent */
  promisedDay: string | null;
  /** the first before the others */
  parcels: Parcel[];
}
export const noSample: OrderSample = { agreedAt: null, addressAt: null, promisedDay: null, parcels: [] };

export const parcelBounds = {
  numberMost: 40,
  productMost: 80,
  quantityMost: 999,
  valueCentsMost: 100_000_000,
} as const;

export type SampleMove =
  | {
      kind: 'send-sample';
      parcel: ParcelSlip;
      /** the number is meant, though it looks like none */ sure?: boolean;
    }
  | { kind: 'promise-sample'; day: string };

export type SampleRefusal =
  | 'number-not-of-carrier'
  | 'number-unusual'
  | 'parcel-out-of-bounds'
  | 'too-many-parcels'
  | 'promise-out-of-bounds';

const dayMs = 86_400_000;
const stages: readonly OrderState[] = ['sample-due', 'sample-sent'];

/** The rules of sending the sample of this order: those of the day on which it came to where it stands. */
export const sampleRulesOf = ({ since }: Pick<CooperationOrder, 'since'>): SampleRules =>
  sampleRulesOn(dayInShanghai(new Date(since)));

/** The end of a day in Shanghai, epoch milliseconds. */
const endOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`) + dayMs;

/** What is wrong with a move about the sample that this side may make; null when nothing is. */
export function sampleFault(order: CooperationOrder, move: SampleMove, now: number): SampleRefusal | null {
  const { promiseDaysMost, parcelsMost } = sampleRulesOf(order);
  if (move.kind === 'promise-sample') {
    const end = endOf(move.day);
    return end > now && end <= now + (promiseDaysMost + 1) * dayMs ? null : 'promise-out-of-bounds';
  }
  if (order.sample.parcels.length >= parcelsMost) return 'too-many-parcels';
  const { carrier, number, product, quantity, valueCents } = move.parcel;
  const whole = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  const fits =
    carriers.includes(carrier) &&
    product.trim().length > 0 &&
    product.length <= parcelBounds.productMost &&
    tidyNumber(number).length > 0 &&
    tidyNumber(number).length <= parcelBounds.numberMost &&
    whole(quantity, 1, parcelBounds.quantityMost) &&
    whole(valueCents, 0, parcelBounds.valueCentsMost);
  if (!fits) return 'parcel-out-of-bounds';
  if (looksLikeNumberOf(carrier, number, dayInShanghai(new Date(now)))) return null;
  if (carrier !== 'other') return 'number-not-of-carrier';
  return move.sure ? null : 'number-unusual';
}

/** The sample once another parcel is on its way. */
export function withParcel(sample: OrderSample, slip: ParcelSlip, now: number): OrderSample {
  const { carrier, product, quantity, valueCents } = slip;
  const number = tidyNumber(slip.number);
  const parcel: Parcel = {
    ...{ carrier, number, product, quantity, valueCents },
    sentAt: now,
    missedAt: null,
    receivedAt: null,
  };
  return { ...sample, promisedDay: null, parcels: [...sample.parcels, parcel] };
}

/** The sample once the creator said what became of the latest parcel; of those before nothing changes. */
export function withAnswer(sample: OrderSample, change: Partial<Pick<Parcel, 'missedAt' | 'receivedAt'>>) {
  const latest = sample.parcels.length - 1;
  const parcels = sample.parcels.map((parcel, at) => (at === latest ? { ...parcel, ...change } : parcel));
  return { ...sample, parcels };
}

/** `unsent`: promised for a day and not sent; `near-draft`: not there shortly before the draft is due; `unanswered`: sent, and silence since. */
export const sampleAlarmKinds = ['near-draft', 'unsent', 'unanswered'] as const;
export type SampleAlarmKind = (typeof sampleAlarmKinds)[number];

export interface SampleAlarm {
  kind: SampleAlarmKind;
  /** when it is to be said if nothing happens, epoch milliseconds */
  at: number;
  /** which promise, deadline or parcel: whatever has kind and mark in common is said once */
  mark: string;
}

/**
 * What is said of a sample, and when, if nothing happens before. It follows from the order alone, so that whoever was away
 * finds the same moments, and a move that settles a matter takes its alarm back.
 */
export function sampleAlarms(
  order: Pick<CooperationOrder, 'state' | 'since' | 'terms' | 'sample'>,
): SampleAlarm[] {
  const { state, since, sample, terms } = order;
  if (!stages.includes(state)) return [];
  const { answerDays, nearDraftDays } = sampleRulesOf(order);
  const near = Math.max(terms.draftDueAt - nearDraftDays * dayMs, sample.agreedAt ?? 0);
  const alarms: SampleAlarm[] = [
    { kind: 'near-draft', at: near, mark: new Date(terms.draftDueAt).toISOString() },
  ];
  if (state === 'sample-due' && sample.promisedDay !== null)
    alarms.push({ kind: 'unsent', at: endOf(sample.promisedDay), mark: sample.promisedDay });
  if (state === 'sample-sent')
    alarms.push({ kind: 'unanswered', at: since + answerDays * dayMs, mark: `${sample.parcels.length}` });
  return alarms;
}

/** What is late about a sample now, the gravest first. @param now epoch milliseconds */
export function sampleTroubles(order: Parameters<typeof sampleAlarms>[0], now: number): SampleAlarmKind[] {
  const due = sampleAlarms(order).filter(({ at }) => at <= now);
  return sampleAlarmKinds.filter((kind) => due.some((alarm) => alarm.kind === kind));
}

/** When the creator had the sample in hand; null before. */
export const sampleReceivedAt = ({ sample }: Pick<CooperationOrder, 'sample'>): number | null =>
  sample.parcels.find(({ receivedAt }) => receivedAt !== null)?.receivedAt ?? null;
