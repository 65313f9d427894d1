import type { OrderView, OfferTermsAsk } from '@poolrise/contracts';
import { type Bargain, changedParts, type OfferTerms } from '@poolrise/domain';
import { dayOf, endOfDay } from '../../ui/shanghai-day';
import { wholeOf } from '../../ui/whole-of';
import { type RightsDraft, rightsDraftOf, rightsFaults, rightsOf } from '../rights/rights-draft';

/** The terms of an offer as they are typed. */
export interface TermsDraft extends Pick<OfferTerms, 'withSample' | 'withOutline' | 'withAdAudit'> {
  revisions: string;
  /** `YYYY-MM-DD` in Shanghai */
  draftDue: string;
  rights: RightsDraft;
}

export const termsDraftOf = ({ revisionsMost, draftDueAt, rights, ...stages }: OfferTerms): TermsDraft => ({
  ...stages,
  revisions: String(revisionsMost),
  draftDue: dayOf(draftDueAt),
  rights: rightsDraftOf(rights),
});

export type TermsField = 'revisions' | 'draftDue' | 'rights';

/** What is wrong with the terms as they are typed; a day that was not touched may have gone by. */
export function termsFaults(
  draft: TermsDraft,
  before: OfferTerms,
  { rejectionsMost }: Pick<OrderView['rules'], 'rejectionsMost'>,
  now: Date,
): TermsField[] {
  const revisions = wholeOf(draft.revisions);
  const untouched = draft.draftDue === dayOf(before.draftDueAt);
  return [
    ...(revisions === null || revisions > rejectionsMost ? ['revisions' as const] : []),
    ...(untouched || endOfDay(draft.draftDue) > now.getTime() ? [] : ['draftDue' as const]),
    ...(rightsFaults(draft.rights).length ? ['rights' as const] : []),
  ];
}

/** The terms of a draft without faults. A day that was not touched keeps its hour. */
export const termsOf = (draft: TermsDraft, before: OfferTerms): OfferTerms => ({
  withSample: draft.withSample,
  withOutline: draft.withOutline,
  withAdAudit: draft.withAdAudit,
  revisionsMost: Number(draft.revisions),
  draftDueAt: draft.draftDue === dayOf(before.draftDueAt) ? before.draftDueAt : endOfDay(draft.draftDue),
  rights: rightsOf(draft.rights),
});

/** What goes to the api: only what is not as it was, so that an untouched term is nobody's proposal. */
export function termsAsk(before: Bargain, after: Bargain): OfferTermsAsk | undefined {
  const changed = new Set(changedParts(before, after));
  const ask: OfferTermsAsk = {
    ...(changed.has('withSample') && { withSample: after.withSample }),
    ...(changed.has('withOutline') && { withOutline: after.withOutline }),
    ...(changed.has('withAdAudit') && { withAdAudit: after.withAdAudit }),
    ...(changed.has('revisionsMost') && { revisionsMost: after.revisionsMost }),
    ...(changed.has('draftDueAt') && { draftDueAt: new Date(after.draftDueAt).toISOString() }),
    ...(changed.has('rights') && { rights: after.rights }),
  };
  return Object.keys(ask).length ? ask : undefined;
}
