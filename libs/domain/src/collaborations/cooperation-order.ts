import type { OfferTerms } from './offer-terms';
import type { OrderRules } from './order-rules';
import { type ExtensionAsk, extensionLapses, type PaidExtension } from './rights-extension';
import type { OrderSample } from './sample-parcels';
import type { UsageRights } from './usage-rights';

/** How the two find each other: the brand invites, creators apply to a brief, or a brief pays many by effect. */
export const orderModes = ['custom', 'recruitment', 'co-creation'] as const;
export type OrderMode = (typeof orderModes)[number];

/** Who moves an order. The clock moves what nobody answered in time. */
export const orderActors = ['brand', 'creator', 'platform', 'clock'] as const;
export type OrderActor = (typeof orderActors)[number];

export const orderStates = [
  // finding each other
  'applied',
  'invited',
  // the work
  'sample-due',
  'sample-sent',
  'outline-due',
  'outline-review',
  'draft-due',
  'platform-audit',
  'brand-review',
  'ad-audit',
  'ready',
  // after publishing
  'published',
  'note-removed',
  'completed',
  'disputed',
  // ends
  'settled',
  'declined',
  'withdrawn',
  'expired',
  'cancelled',
  'resolved',
] as const;
export type OrderState = (typeof orderStates)[number];

/** Nothing moves an order out of these, and nothing of it is held any more. */
export const orderEnds = [
  'settled',
  'declined',
  'withdrawn',
  'expired',
  'cancelled',
  'resolved',
] as const satisfies readonly OrderState[];
export const hasEnded = ({ state }: { state: OrderState }): boolean =>
  (orderEnds as readonly OrderState[]).includes(state);

/** What is agreed beside the price. */
export interface OrderTerms {
  noteType: 'image' | 'video';
  /** a product is sent before the work begins */
  withSample: boolean;
  /** an outline is approved before the draft */
  withOutline: boolean;
  /** the note will be used in ads and needs the audit of ads; an image note may be edited for it later */
  withAdAudit: boolean;
  /** the platform adds impressions for a fee, and gives the fee back when they are not enough */
  effectMode: boolean;
  protectionDays: number;
  /** when the first draft is to be there, epoch milliseconds */
  draftDueAt: number;
  /** co-creation: what a thousand reads pay, in cents, up to the quote; null where the quote is paid whatever comes of it */
  centsPerThousandReads: number | null;
  /** what the brand may do with the note besides; null: nothing; left out of orders from before it was written down */
  rights?: UsageRights | null;
  /** how often the brand may send a draft back, where fewer times were agreed on than the rules allow */
  revisionsMost?: number;
}

/** What is on the table, and who put it there; the other side answers. Cents. */
export interface OrderOffer {
  by: 'brand' | 'creator';
  quoteCents: number;
  protectionDays: number;
  /** what it would change of the order's terms; left out while nobody asked for a change */
  terms?: OfferTerms;
}

/** What the creator asks for while the note is protected. */
export interface ProtectionRequest {
  kind: 'hide' | 'delete';
  askedAt: number;
}

/**
 * A cooperation order as it stands. Times are epoch milliseconds, money is in cents.
 * Source of states and rules: Pugongying, see `order-rules.ts` and the glossary, 8.2.
 */
export interface CooperationOrder {
  mode: OrderMode;
  state: OrderState;
  /** since when it has been in that state: what the timers run from */
  since: number;
  terms: OrderTerms;
  rules: OrderRules;
  offer: OrderOffer;
  /** what the brand has in escrow for it */
  heldCents: number;
  /** drafts that the brand has sent back */
  rejections: number;
  /** whether a draft was ever handed in */
  draftedOnce: boolean;
  publishedAt: number | null;
  request: ProtectionRequest | null;
  /** the creator may take the note down: the brand allowed it */
  mayRemove: boolean;
  /** of a dispute: where the order stood, and since when, so that it can go on there */
  disputed: { from: OrderState; since: number } | null;
  /** a wish for longer rights that nobody has answered yet */
  extension: ExtensionAsk | null;
  /** longer rights that were agreed on, the first before the others */
  extensions: PaidExtension[];
  /** what is sent before the work begins */
  sample: OrderSample;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** When the protection of a published note ends. */
export const protectionEnds = ({
  publishedAt,
  offer,
}: Pick<CooperationOrder, 'publishedAt' | 'offer'>): number | null =>
  publishedAt === null ? null : publishedAt + offer.protectionDays * dayMs;

/** Until when the brand may answer a wish to hide or delete. */
export const requestLapses = ({ request, rules }: CooperationOrder): number | null =>
  request && request.askedAt + rules.negotiationHours * hourMs;

/**
 * When the clock moves this order if nobody else does; null where it waits for somebody without a limit. Everything that a
 * timer needs stands in the order, so a worker that was away finds the same moment later. A wish for longer rights lapses
 * whatever else becomes of the order.
 */
export function dueAt(order: CooperationOrder): number | null {
  const times = [lifeDueAt(order), extensionLapses(order)].filter((at) => at !== null);
  return times.length ? Math.min(...times) : null;
}

function lifeDueAt(order: CooperationOrder): number | null {
  const { state, since, rules } = order;
  switch (state) {
    case 'applied':
    case 'invited':
      return since + rules.invitationHours * hourMs;
    case 'outline-review':
    case 'brand-review':
      return since + rules.reviewHours * hourMs;
    case 'published': {
      const times = [protectionEnds(order), requestLapses(order)].filter((at) => at !== null);
      return Math.min(...times);
    }
    case 'completed':
      return since + rules.payoutDays * dayMs;
    default:
      return null;
  }
}

/** The first state of the work, and the next one after a sample or an outline. */
export function workFrom(terms: OrderTerms, after: 'agreed' | 'sample' | 'outline'): OrderState {
  if (after === 'agreed' && terms.withSample) return 'sample-due';
  if (after !== 'outline' && terms.withOutline) return 'outline-due';
  return 'draft-due';
}
