import { quoteBounds, rightsBounds, rightsChannels, rightsTerritories } from '@poolrise/domain';
import { z } from 'zod';
import { cents, instant } from './text';

export const quote = cents.min(quoteBounds.leastCents).max(quoteBounds.mostCents);

/** What the brand may do with the note besides, from its publishing on. */
export const UsageRightsTerms = z.strictObject({
  channels: z.array(z.enum(rightsChannels)).min(1).max(rightsChannels.length),
  territory: z.enum(rightsTerritories),
  editsAllowed: z.boolean(),
  days: z.int().min(rightsBounds.daysLeast).max(rightsBounds.daysMost),
});
export type UsageRightsTerms = z.infer<typeof UsageRightsTerms>;

/** How often the brand may send a draft back; at most as often as the rules of the order allow. */
export const revisions = z.int().min(0).max(100);

/** What a counter-offer changes beside price and protection; what is left out stays as the last word had it. */
export const OfferTermsAsk = z.strictObject({
  withSample: z.boolean().optional(),
  withOutline: z.boolean().optional(),
  withAdAudit: z.boolean().optional(),
  revisionsMost: revisions.optional(),
  draftDueAt: instant.optional(),
  /** null: none */
  rights: UsageRightsTerms.nullable().optional(),
});
export type OfferTermsAsk = z.infer<typeof OfferTermsAsk>;

/** The terms of one offer, all of them. */
export const OfferTermsView = z.object({
  withSample: z.boolean(),
  withOutline: z.boolean(),
  withAdAudit: z.boolean(),
  revisionsMost: z.int(),
  draftDueAt: instant,
  rights: UsageRightsTerms.nullable(),
});
export type OfferTermsView = z.infer<typeof OfferTermsView>;

export const OrderPriceView = z.object({
  quoteCents: cents,
  brandFeeCents: cents,
  effectFeeCents: cents,
  creatorFeeCents: cents,
  totalCents: cents,
  netCents: cents,
});

/** What longer rights would stand on today. */
export const ExtensionRulesView = z.object({
  answerHours: z.int(),
  brandFeeBasisPoints: z.int(),
  creatorFeeBasisPoints: z.int(),
});

/** A wish for longer rights that waits for an answer. */
export const ExtensionAskView = z.object({
  by: z.enum(['brand', 'creator']),
  until: instant,
  price: OrderPriceView,
  /** in the brand's escrow for it now */
  heldCents: cents,
  askedAt: instant,
  /** silence until then is a no */
  lapsesAt: instant,
  /** of the day on which it was asked for */
  rules: ExtensionRulesView,
});
export type ExtensionAskView = z.infer<typeof ExtensionAskView>;

/** Longer rights that were agreed on and paid. */
export const PaidExtensionView = z.object({
  at: instant,
  until: instant,
  quoteCents: cents,
  brandFeeCents: cents,
  creatorFeeCents: cents,
  netCents: cents,
});
