import type { CooperationOrder, OrderOffer, OrderTerms } from './cooperation-order';
import { rightsBounds, type UsageRights } from './usage-rights';

/** What two sides bargain about beside the price and the protection. */
export interface OfferTerms {
  withSample: boolean;
  withOutline: boolean;
  withAdAudit: boolean;
  /** how often the brand may send a draft back; the next one needs no approval of the brand */
  revisionsMost: number;
  /** when the first draft is to be there, epoch milliseconds */
  draftDueAt: number;
  rights: UsageRights | null;
}

/** How often the brand may send a draft back: as agreed, or as the rules of the order have it. */
export const revisionsMost = ({ terms, rules }: Pick<CooperationOrder, 'terms' | 'rules'>): number =>
  terms.revisionsMost ?? rules.rejectionsMost;

/** The terms that accepting the offer on the table would freeze. */
export function offeredTerms({
  terms,
  rules,
  offer,
}: Pick<CooperationOrder, 'terms' | 'rules' | 'offer'>): OfferTerms {
  const { withSample, withOutline, withAdAudit, draftDueAt, rights = null } = terms;
  return {
    ...{ withSample, withOutline, withAdAudit, draftDueAt, rights },
    revisionsMost: revisionsMost({ terms, rules }),
    ...offer.terms,
  };
}

/**
 * The order's terms once its offer is accepted. What nobody changed stays as it was written down, so that an order from
 * before rights were known does not learn that there are none.
 */
export const agreedTerms = ({ terms, offer }: Pick<CooperationOrder, 'terms' | 'offer'>): OrderTerms => ({
  ...terms,
  ...offer.terms,
  protectionDays: offer.protectionDays,
});

/** Everything that an offer may change, as lists name it. */
export const bargainParts = [
  'quoteCents',
  'protectionDays',
  'rights',
  'withSample',
  'withOutline',
  'withAdAudit',
  'revisionsMost',
  'draftDueAt',
] as const;
export type BargainPart = (typeof bargainParts)[number];
export type Bargain = Pick<OrderOffer, 'quoteCents' | 'protectionDays'> & OfferTerms;

/** What is bargained about, as it stands on the table. */
export const bargainOf = (order: Pick<CooperationOrder, 'terms' | 'rules' | 'offer'>): Bargain => ({
  quoteCents: order.offer.quoteCents,
  protectionDays: order.offer.protectionDays,
  ...offeredTerms(order),
});

/** What of an offer is not as it was in the one before; parts that either leaves out are not compared. */
export const changedParts = (before: Partial<Bargain>, after: Partial<Bargain>): BargainPart[] =>
  bargainParts.filter((part) => {
    const [was, is] = [before[part], after[part]];
    if (was === undefined || is === undefined) return false;
    return part === 'rights' ? !sameRights(before.rights, after.rights) : was !== is;
  });

/** Whether two agreements let a brand do the same; the order of channels says nothing. */
export function sameRights(
  one: UsageRights | null | undefined,
  other: UsageRights | null | undefined,
): boolean {
  if (!one || !other) return !one && !other;
  return (
    one.territory === other.territory &&
    one.editsAllowed === other.editsAllowed &&
    one.days === other.days &&
    one.channels.length === other.channels.length &&
    one.channels.every((channel) => other.channels.includes(channel))
  );
}

export type TermsRefusal = 'revisions-out-of-bounds' | 'rights-out-of-bounds' | 'draft-due-past';

/**
 * What keeps terms from being offered; null when nothing does. Fewer revisions than the rules allow may be agreed on, and
 * never more.
 * @param now epoch milliseconds
 */
export function termsFault(
  { revisionsMost: revisions, rights, draftDueAt }: Partial<OfferTerms>,
  { rules }: Pick<CooperationOrder, 'rules'>,
  now: number,
): TermsRefusal | null {
  const counted =
    revisions === undefined ||
    (Number.isInteger(revisions) && revisions >= 0 && revisions <= rules.rejectionsMost);
  if (!counted) return 'revisions-out-of-bounds';
  if (rights && !isRights(rights)) return 'rights-out-of-bounds';
  return draftDueAt !== undefined && !(draftDueAt > now) ? 'draft-due-past' : null;
}

const isRights = ({ channels, days }: UsageRights): boolean =>
  channels.length > 0 &&
  Number.isInteger(days) &&
  days >= rightsBounds.daysLeast &&
  days <= rightsBounds.daysMost;
