import { dayInShanghai } from '../pools/traffic-clock';
import type { CooperationOrder, OrderTerms } from './cooperation-order';
import { priceOrder } from './order-money';
import type { OrderMove } from './order-moves';
import { orderRulesOn } from './order-rules';
import { noSample, type ParcelSlip } from './sample-parcels';

export const noon = Date.UTC(2026, 10, 2, 4);
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const someTerms = (terms: Partial<OrderTerms> = {}): OrderTerms => ({
  noteType: 'image',
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  draftDueAt: noon + 7 * dayMs,
  centsPerThousandReads: null,
  ...terms,
});

/** An invitation of 5,000 yuan, held in full. */
export function anInvitation(
  change: Partial<Omit<CooperationOrder, 'terms'>> & { terms?: Partial<OrderTerms> } = {},
): CooperationOrder {
  const terms = someTerms(change.terms);
  const rules = change.rules ?? orderRulesOn('2026-11-02');
  const offer = change.offer ?? { by: 'brand', quoteCents: 500_000, protectionDays: terms.protectionDays };
  return {
    mode: 'custom',
    state: 'invited',
    since: noon,
    heldCents: offer.by === 'brand' ? priceOrder(offer.quoteCents, terms, rules).totalCents : 0,
    rejections: 0,
    draftedOnce: false,
    publishedAt: null,
    request: null,
    mayRemove: false,
    disputed: null,
    extension: null,
    extensions: [],
    sample: noSample,
    ...change,
    terms,
    rules,
    offer,
  };
}

export const aParcel = (change: Partial<ParcelSlip> = {}): ParcelSlip => ({
  carrier: 'sf',
  number: 'SF1234567890123',
  product: '茉莉冷泡茶 Jasmine cold brew',
  quantity: 2,
  valueCents: 12_800,
  ...change,
});

/** A move of this kind, where the kind alone does not say it all. */
export function aMoveOf(kind: OrderMove['kind'], size: number): OrderMove {
  if (kind === 'counter') return { kind, quoteCents: 100 + size };
  if (kind === 'send-sample') return { kind, parcel: aParcel({ quantity: 1 + (size % 9) }) };
  if (kind === 'promise-sample') return { kind, day: dayInShanghai(new Date(noon + (size % 90) * dayMs)) };
  if (kind === 'ask-removal') return { kind, removal: size % 2 ? 'hide' : 'delete' };
  if (kind === 'resolve') return { kind, creatorBasisPoints: size % 10_001 };
  if (kind === 'ask-extension' || kind === 'counter-extension')
    return { kind, quoteCents: 100 + (size % 40_000), until: noon + (400 + (size % 3_000)) * dayMs };
  return { kind };
}
