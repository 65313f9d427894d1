import type { BriefTemplateContent, OrderBasis } from '@poolrise/contracts';
import { isQuote, priceOrder, quoteBounds } from '@poolrise/domain';
import { centsOf } from '../../ui/cents-of';
import { dayOf, endOfDay } from '../../ui/shanghai-day';
import { wholeOf } from '../../ui/whole-of';
import type { InviteAsk } from '../orders-api';
import { briefOf, contentOfBrief } from '../templates/template-draft';
import { type RightsDraft, rightsFaults, rightsOf, usualRightsDraft } from '../rights/rights-draft';

/** An invitation as it is typed: money and days are text until they are sent. */
export interface InviteDraft {
  name: string;
  brief: string;
  noteType: InviteAsk['noteType'];
  category: InviteAsk['category'];
  language: InviteAsk['language'];
  /** `YYYY-MM-DD` in Shanghai; the draft is due at the end of that day */
  draftDue: string;
  quote: string;
  protectionDays: string;
  withSample: boolean;
  withOutline: boolean;
  withAdAudit: boolean;
  effectMode: boolean;
  coCreation: boolean;
  perThousand: string;
  /** the campaign that the order belongs to */
  campaignId: string | null;
  rights: RightsDraft;
  /** how often a draft may be sent back */
  revisions: string;
}

export type InviteField =
  'name' | 'brief' | 'draftDue' | 'quote' | 'protection' | 'perThousand' | 'rights' | 'revisions' | 'cash';

const nameMost = 80;
const briefMost = 4_000;
export const inviteLengths = { nameMost, briefMost };
/** A week to write in. */
const draftDays = 7;
const dayMs = 86_400_000;

/** What stands in the form at first: the creator's own kind, field and price. */
export function emptyInvite(basis: OrderBasis, now: Date): InviteDraft {
  const noteType = basis.imageCents === null && basis.videoCents !== null ? 'video' : 'image';
  return {
    name: '',
    brief: '',
    noteType,
    category: basis.categories[0] ?? 'lifestyle',
    language: 'zh',
    draftDue: dayOf(now.getTime() + draftDays * dayMs),
    quote: quotedFor(basis, noteType),
    protectionDays: String(basis.rules.protectionDaysLeast),
    withSample: false,
    withOutline: false,
    withAdAudit: false,
    effectMode: false,
    coCreation: false,
    perThousand: '',
    campaignId: null,
    rights: usualRightsDraft(),
    revisions: String(basis.rules.rejectionsMost),
  };
}

/** The creator's public price of a kind of note, as a person would type it. */
export function quotedFor({ imageCents, videoCents }: OrderBasis, noteType: InviteDraft['noteType']): string {
  const cents = noteType === 'image' ? imageCents : videoCents;
  return cents === null ? '' : String(cents / 100);
}

export function quoteOf({ quote }: InviteDraft): number | null {
  const cents = centsOf(quote);
  return cents !== null && isQuote(cents) ? cents : null;
}

/** What it costs and leaves; null while there is no price. */
export function priceOfInvite(draft: InviteDraft, basis: OrderBasis): ReturnType<typeof priceOrder> | null {
  const quoteCents = quoteOf(draft);
  return quoteCents === null ? null : priceOrder(quoteCents, draft, basis.rules);
}

export interface Fault {
  field: InviteField;
  /** of `cash`: what is missing */
  cents?: number;
}

/** What keeps the invitation from going out, field by field. */
export function inviteFaults(draft: InviteDraft, basis: OrderBasis, now: Date): Fault[] {
  const { rules, cashCents } = basis;
  const faults: Fault[] = [];
  const name = draft.name.trim();
  if (!name || name.length > nameMost) faults.push({ field: 'name' });
  if (!draft.brief.trim() || draft.brief.length > briefMost) faults.push({ field: 'brief' });
  if (!(endOfDay(draft.draftDue) > now.getTime())) faults.push({ field: 'draftDue' });
  const price = priceOfInvite(draft, basis);
  if (!price) faults.push({ field: 'quote' });
  const days = wholeOf(draft.protectionDays);
  if (days === null || days < rules.protectionDaysLeast || days > rules.protectionDaysMost)
    faults.push({ field: 'protection' });
  if (draft.coCreation && !centsOf(draft.perThousand)) faults.push({ field: 'perThousand' });
  const revisions = wholeOf(draft.revisions);
  if (revisions === null || revisions > rules.rejectionsMost) faults.push({ field: 'revisions' });
  if (rightsFaults(draft.rights).length) faults.push({ field: 'rights' });
  if (price && price.totalCents > cashCents)
    faults.push({ field: 'cash', cents: price.totalCents - cashCents });
  return faults;
}

/** The draft as a template has it; what the rules of today do not allow is brought within them. */
export function withTemplate(
  draft: InviteDraft,
  content: BriefTemplateContent,
  { rules }: OrderBasis,
): InviteDraft {
  return {
    ...draft,
    ...briefOf(content, rules),
    revisions: String(Math.min(content.revisionsMost ?? rules.rejectionsMost, rules.rejectionsMost)),
  };
}

/** What the form says, as a template would keep it; null while it says nothing. */
export function templateOf(draft: InviteDraft, { rules }: OrderBasis): BriefTemplateContent | null {
  if (!draft.brief.trim()) return null;
  const { category, language, noteType, withSample, withOutline, withAdAudit, effectMode } = draft;
  const revisions = wholeOf(draft.revisions);
  return contentOfBrief(draft.brief, {
    ...{ category, language, noteType, withSample, withOutline, withAdAudit, effectMode },
    protectionDays: wholeOf(draft.protectionDays) ?? rules.protectionDaysLeast,
    revisionsMost: revisions === rules.rejectionsMost ? null : revisions,
    rights: rightsFaults(draft.rights).length ? null : rightsOf(draft.rights),
  });
}

/** What goes to the api of a draft without faults. */
export function inviteOf(draft: InviteDraft, creatorId: string): InviteAsk {
  const { name, brief, noteType, category, language, withSample, withOutline, withAdAudit, effectMode } =
    draft;
  const perThousand = draft.coCreation ? centsOf(draft.perThousand) : null;
  return {
    creatorId,
    name: name.trim(),
    brief,
    noteType,
    category,
    language,
    quoteCents: quoteOf(draft) ?? quoteBounds.leastCents,
    ...(perThousand === null ? {} : { centsPerThousandReads: perThousand }),
    withSample,
    withOutline,
    withAdAudit,
    effectMode,
    protectionDays: Number(draft.protectionDays),
    rights: rightsOf(draft.rights),
    revisionsMost: Number(draft.revisions),
    draftDueAt: new Date(endOfDay(draft.draftDue)).toISOString(),
    ...(draft.campaignId === null ? {} : { campaignId: draft.campaignId }),
  };
}
