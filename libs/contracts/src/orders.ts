import {
  categories,
  clockMoveKinds,
  languages,
  orderActors,
  orderModes,
  orderMoveKinds,
  orderStates,
  plainMoveKinds,
  rightsStates,
  sampleAlarmKinds,
} from '@poolrise/domain';
import { z } from 'zod';
import { auditStates } from '@poolrise/domain';
import { CampaignLink } from './campaign-link';
import { climbStates } from './notes';
import { DraftComment, OrderDraft, orderMoved, orderSides } from './order-drafts';
import {
  ExtensionAskView,
  ExtensionRulesView,
  OfferTermsAsk,
  OfferTermsView,
  OrderPriceView,
  PaidExtensionView,
  quote,
  revisions,
  UsageRightsTerms,
} from './order-terms';
import { OrderSampleView, PromiseSample, SendSample } from './order-samples';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line, prose } from './text';

/** Asks a creator for one note. The whole price is held from now on. */
export const InviteCreator = z
  .strictObject({
    creatorId: z.uuid(),
    /** what the cooperation is called, for both */
    name: line(80),
    brief: prose(4_000, 1),
    noteType: z.enum(['image', 'video']),
    category: z.enum(categories),
    language: z.enum(languages),
    quoteCents: quote,
    /** co-creation: what a thousand reads pay, up to the quote; left out, the quote is paid whatever comes of it */
    centsPerThousandReads: cents.min(1).max(100_000_000).optional(),
    withSample: z.boolean().default(false),
    withOutline: z.boolean().default(false),
    withAdAudit: z.boolean().default(false),
    effectMode: z.boolean().default(false),
    /** days for which the creator may not hide or delete the note; 30 to 365 under the rules of today */
    protectionDays: z.int().min(1).max(3_650).default(30),
    /** null: none; left out: half a year of boosts and ads on the platform */
    rights: UsageRightsTerms.nullable().optional(),
    /** how often a draft may be sent back; left out: as often as the rules of today allow */
    revisionsMost: revisions.optional(),
    /** when the first draft is to be there */
    draftDueAt: instant,
    /** the campaign of the brand that it belongs to; one that has not ended */
    campaignId: z.uuid().optional(),
    requestKey: z.uuid(),
  })
  .meta({ id: 'InviteCreator' });
export type InviteCreator = z.infer<typeof InviteCreator>;

/** Moves that carry a text or an address have operations of their own. */
const withText = ['submit-outline', 'submit-draft', 'give-address'] as const;
const plainMoves = plainMoveKinds.filter(
  (kind): kind is Exclude<(typeof plainMoveKinds)[number], (typeof withText)[number]> =>
    !(withText as readonly string[]).includes(kind),
);
export const MoveOrder = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('counter'),
      quoteCents: quote,
      protectionDays: z.int().min(1).max(3_650).optional(),
      /** what else it would change; left out: nothing */
      terms: OfferTermsAsk.optional(),
      ...orderMoved,
    }),
    z.strictObject({
      kind: z.literal('ask-extension'),
      /** until when the note could be used: later than it may be now */
      until: instant,
      /** for the longer time, to the creator; held with the fee from now on */
      quoteCents: quote,
      ...orderMoved,
    }),
    z.strictObject({
      kind: z.literal('counter-extension'),
      /** left out: as asked */
      until: instant.optional(),
      quoteCents: quote,
      ...orderMoved,
    }),
    SendSample,
    PromiseSample,
    z.strictObject({ kind: z.literal('ask-removal'), removal: z.enum(['hide', 'delete']), ...orderMoved }),
    z.strictObject({
      kind: z.literal('resolve'),
      /** of the quote, to the creator */
      creatorBasisPoints: z.int().min(0).max(10_000),
      ...orderMoved,
    }),
    z.strictObject({ kind: z.enum(plainMoves), ...orderMoved }),
  ])
  .meta({ id: 'MoveOrder' });
export type MoveOrder = z.infer<typeof MoveOrder>;

export const OrderRulesView = z.object({
  reviewHours: z.int(),
  rejectionsMost: z.int(),
  negotiationHours: z.int(),
  invitationHours: z.int(),
  protectionDaysLeast: z.int(),
  protectionDaysMost: z.int(),
  payoutDays: z.int(),
  brandFeeBasisPoints: z.int(),
  effectFeeBasisPoints: z.int(),
  creatorFeeBasisPoints: z.int(),
  effectDays: z.int(),
  calledOffBasisPoints: z.int(),
});

/** What the invitation stands on: the creator's own prices, the cash, the rules. */
export const OrderBasis = z
  .object({
    creatorId: z.uuid(),
    creatorName: z.string(),
    /** whether somebody answers for this creator here */
    reachable: z.boolean(),
    imageCents: cents.nullable(),
    videoCents: cents.nullable(),
    categories: z.array(z.enum(categories)),
    cashCents: cents,
    rules: OrderRulesView,
  })
  .meta({ id: 'OrderBasis' });
export type OrderBasis = z.infer<typeof OrderBasis>;

export const OrderRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mode: z.enum(orderModes),
    state: z.enum(orderStates),
    side: z.enum(orderSides),
    brandName: z.string(),
    creatorId: z.uuid(),
    creatorName: z.string(),
    noteType: z.enum(['image', 'video']),
    price: OrderPriceView,
    /** whose turn it is; null while only time has to pass, or it is over */
    waitsFor: z.enum(orderActors).nullable(),
    /** when the clock moves it if nobody else does */
    dueAt: instant.nullable(),
    draftDueAt: instant,
    protectionEndsAt: instant.nullable(),
    rejections: z.int(),
    /** what is gravest of what is late about the sample now */
    sampleTrouble: z.enum(sampleAlarmKinds).nullable(),
    changedAt: instant,
    /** raised by one with every move */
    version: z.int(),
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof OrderRow>;

/** `open` are those that are not over; `mine` those that wait for this side. */
export const orderFilters = ['open', 'mine', 'over', 'all'] as const;
export const OrdersQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(orderFilters).default('open'),
  q: line(100, 0).optional(),
});
export type OrdersQuery = z.infer<typeof OrdersQuery>;
export const OrderPage = pageOf(OrderRow);

/** One line of an order's life, the first first. */
export const OrderStep = z.object({
  at: instant,
  actor: z.enum(orderActors),
  /** who it was; null for the clock and for machines */
  by: z.string().nullable(),
  kind: z.enum(['invite', 'apply', ...orderMoveKinds, ...clockMoveKinds]),
  words: z.string(),
  /** of offers */
  quoteCents: cents.nullable(),
  protectionDays: z.int().nullable(),
  /** of offers: every other term; null of those from before they were written down */
  terms: OfferTermsView.nullable(),
  /** of longer rights: until when */
  until: instant.nullable(),
  /** of a promise to send: by which day */
  day: z.iso.date().nullable(),
  /** of `resolve` */
  creatorBasisPoints: z.int().nullable(),
  state: z.enum(orderStates),
});
export type OrderStep = z.infer<typeof OrderStep>;

export const OrderView = OrderRow.extend({
  brief: z.string(),
  category: z.enum(categories),
  language: z.enum(languages),
  /** as agreed; until then, as the offer on the table has them */
  terms: OfferTermsView.omit({ draftDueAt: true }).extend({
    effectMode: z.boolean(),
    centsPerThousandReads: cents.nullable(),
  }),
  rules: OrderRulesView,
  offer: z.object({ by: z.enum(['brand', 'creator']), quoteCents: cents, protectionDays: z.int() }),
  /** in the brand's escrow now */
  heldCents: cents,
  publishedAt: instant.nullable(),
  /** until when the note may be used as agreed; null while it is not out, or nothing was agreed on */
  rightsUntil: instant.nullable(),
  extension: ExtensionAskView.nullable(),
  /** longer rights that were paid, the first before the others */
  extensions: z.array(PaidExtensionView),
  extensionRules: ExtensionRulesView,
  /** to which it belongs; for the brand alone, which planned it */
  campaign: CampaignLink.nullable(),
  /** null where none was agreed on */
  sample: OrderSampleView.nullable(),
  request: z.object({ kind: z.enum(['hide', 'delete']), askedAt: instant, lapsesAt: instant }).nullable(),
  mayRemove: z.boolean(),
  /** how the note does, counted from what its readers did */
  note: z
    .object({
      id: z.uuid(),
      title: z.string(),
      auditState: z.enum(auditStates),
      state: z.enum(climbStates),
      level: z.int(),
      impressions: z.int(),
      reads: z.int(),
      interactions: z.int(),
    })
    .nullable(),
  /** what was paid; null before */
  payment: z
    .object({
      earnedCents: cents,
      brandFeeCents: cents,
      effectFeeCents: cents,
      creatorFeeCents: cents,
      netCents: cents,
      refundCents: cents,
      at: instant,
    })
    .nullable(),
  drafts: z.array(OrderDraft),
  comments: z.array(DraftComment),
  /** for the platform: words of the lexicon in the latest draft, the gravest first; null for the two sides */
  findings: z
    .array(z.object({ word: z.string(), leadsTo: z.enum(['human_review', 'limited', 'rejected']) }))
    .nullable(),
  history: z.array(OrderStep),
  /** what this side may do now */
  legal: z.array(z.enum(orderMoveKinds)),
  /** whose business licence the platform has checked: the brand's, the creator's */
  verified: z.object({ brand: z.boolean(), creator: z.boolean() }),
}).meta({ id: 'OrderView' });
export type OrderView = z.infer<typeof OrderView>;

/** What waits for the platform: drafts in audit, notes reported as gone, and disputes, the oldest first. */
export const OrderDeskQuery = z.strictObject({ ...pageQuery });

/** Rights of one published note, as one of the two sides has them. */
export const UsageRightsRow = z
  .object({
    orderId: z.uuid(),
    name: z.string(),
    side: z.enum(['brand', 'creator']),
    brandName: z.string(),
    creatorName: z.string(),
    noteId: z.uuid().nullable(),
    rights: UsageRightsTerms,
    state: z.enum(rightsStates),
    publishedAt: instant,
    until: instant,
  })
  .meta({ id: 'UsageRightsRow' });
export type UsageRightsRow = z.infer<typeof UsageRightsRow>;
/** `running`: those that hold, the first to end before the others; `expired`: the latest first. */
export const rightsFilters = ['running', 'expired'] as const;
export const UsageRightsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(rightsFilters).default('running'),
});
export type UsageRightsQuery = z.infer<typeof UsageRightsQuery>;
export const UsageRightsPage = pageOf(UsageRightsRow);
