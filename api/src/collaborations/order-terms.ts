import type { ExtensionAskView, MoveOrder, OfferTermsView, OrderView } from '@poolrise/contracts';
import {
  type CooperationOrder,
  extensionLapses,
  type OfferTerms,
  offeredTerms,
  type OrderMove,
  priceExtension,
  type UsageRights,
} from '@poolrise/domain';
import type { StepTaken } from './order-steps';

/** Rights as the contract has them; null where none are written down. */
export const rightsView = (rights: UsageRights | null | undefined): OrderView['terms']['rights'] =>
  rights ? { ...rights, channels: [...rights.channels] } : null;

export const termsView = ({ rights, draftDueAt, ...terms }: OfferTerms): OfferTermsView => ({
  ...terms,
  draftDueAt: new Date(draftDueAt).toISOString(),
  rights: rightsView(rights),
});

/** What the history keeps of the offer on the table: all of it, so that what changed can be told later. */
export const offerDetail = (order: CooperationOrder): NonNullable<StepTaken['detail']> => ({
  quoteCents: order.offer.quoteCents,
  protectionDays: order.offer.protectionDays,
  terms: termsView(offeredTerms(order)),
});

/** A move as the domain knows it: instants are epoch milliseconds there. */
export function moveOf(ask: MoveOrder): OrderMove {
  switch (ask.kind) {
    case 'counter': {
      const { kind, quoteCents, protectionDays, terms } = ask;
      const { draftDueAt, ...others } = terms ?? {};
      return {
        kind,
        quoteCents,
        ...(protectionDays !== undefined && { protectionDays }),
        ...(terms && { terms: { ...others, ...(draftDueAt && { draftDueAt: Date.parse(draftDueAt) }) } }),
      };
    }
    case 'ask-extension':
      return { kind: ask.kind, quoteCents: ask.quoteCents, until: Date.parse(ask.until) };
    case 'counter-extension':
      return {
        kind: ask.kind,
        quoteCents: ask.quoteCents,
        ...(ask.until && { until: Date.parse(ask.until) }),
      };
    case 'send-sample': {
      const { kind, parcel, sure } = ask;
      return { kind, parcel, sure };
    }
    case 'promise-sample':
      return { kind: ask.kind, day: ask.day };
    case 'ask-removal':
      return { kind: ask.kind, removal: ask.removal };
    case 'resolve':
      return { kind: ask.kind, creatorBasisPoints: ask.creatorBasisPoints };
    default:
      return { kind: ask.kind };
  }
}

/** What the history keeps of a move besides that it was made. @param before the order that was moved */
export function detailOf(
  move: OrderMove,
  before: CooperationOrder,
  after: CooperationOrder,
): NonNullable<StepTaken['detail']> {
  if (move.kind === 'counter') return offerDetail(after);
  if (move.kind === 'resolve') return { creatorBasisPoints: move.creatorBasisPoints };
  if (move.kind === 'promise-sample') return { day: move.day };
  const asked = after.extension ?? before.extension;
  if (!move.kind.endsWith('-extension') || !asked) return {};
  return { quoteCents: asked.quoteCents, until: new Date(asked.until).toISOString() };
}

export function extensionView(order: CooperationOrder): ExtensionAskView | null {
  const { extension } = order;
  if (!extension) return null;
  const { by, until, askedAt, heldCents, quoteCents, rules } = extension;
  return {
    ...{ by, heldCents, rules },
    until: new Date(until).toISOString(),
    price: priceExtension(quoteCents, rules),
    askedAt: new Date(askedAt).toISOString(),
    lapsesAt: new Date(extensionLapses(order) ?? askedAt).toISOString(),
  };
}

export const extensionsView = ({ extensions }: CooperationOrder): OrderView['extensions'] =>
  extensions.map(({ at, until, ...money }) => ({
    at: new Date(at).toISOString(),
    until: new Date(until).toISOString(),
    ...money,
  }));
