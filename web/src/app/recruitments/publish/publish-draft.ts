import type { BriefTemplateContent, PublishRecruitment, RecruitmentBasis } from '@poolrise/contracts';
import { type Category, isQuote, priceOrder } from '@poolrise/domain';
import {
  type RightsDraft,
  rightsFaults,
  rightsOf,
  usualRightsDraft,
} from '../../collaborations/rights/rights-draft';
import { contentOfBrief } from '../../collaborations/templates/template-draft';
import { centsOf } from '../../ui/cents-of';
import { dayOf, endOfDay } from '../../ui/shanghai-day';
import { wholeOf } from '../../ui/whole-of';

/** A recruitment as it is typed: money, days and counts are text until they are sent. */
export interface PublishDraft {
  name: string;
  brief: string;
  noteType: 'image' | 'video';
  category: Category;
  language: PublishRecruitment['language'];
  quoteLeast: string;
  quoteMost: string;
  wanted: string;
  /** `YYYY-MM-DD` in Shanghai; one applies until the end of that day */
  applyUntil: string;
  draftDays: string;
  protectionDays: string;
  withSample: boolean;
  withOutline: boolean;
  withAdAudit: boolean;
  effectMode: boolean;
  followersLeast: string;
  followersMost: string;
  categories: readonly Category[];
  excellent: boolean;
  credible: boolean;
  rights: RightsDraft;
}

export type PublishField =
  'name' | 'brief' | 'quote' | 'wanted' | 'applyUntil' | 'draftDays' | 'protection' | 'followers' | 'rights';

const nameMost = 80;
const briefMost = 4_000;
export const publishLengths = { nameMost, briefMost };
const dayMs = 86_400_000;
/** A week to apply, and a week to write in. */
const usualDays = 7;
const draftDaysMost = 90;

export const emptyPublish = ({ rules }: RecruitmentBasis, now: Date): PublishDraft => ({
  name: '',
  brief: '',
  noteType: 'image',
  category: 'food',
  language: 'zh',
  quoteLeast: '',
  quoteMost: '',
  wanted: '3',
  applyUntil: dayOf(now.getTime() + usualDays * dayMs),
  draftDays: String(usualDays),
  protectionDays: String(rules.protectionDaysLeast),
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  followersLeast: '1000',
  followersMost: '',
  categories: [],
  excellent: false,
  credible: false,
  rights: usualRightsDraft(),
});

export interface QuotesTyped {
  leastCents: number;
  mostCents: number;
}
/** Both ends of the quote, or null while they are none. */
export function quotesOf({ quoteLeast, quoteMost }: PublishDraft): QuotesTyped | null {
  const [leastCents, mostCents] = [centsOf(quoteLeast), centsOf(quoteMost)];
  if (leastCents === null || mostCents === null || !isQuote(leastCents) || !isQuote(mostCents)) return null;
  return leastCents <= mostCents ? { leastCents, mostCents } : null;
}

/** What one order costs at either end, and all that are wanted at most; cents with fees. Null while there is no quote. */
export function costsOf(
  draft: PublishDraft,
  { rules }: RecruitmentBasis,
): { leastCents: number; mostCents: number; allCents: number | null } | null {
  const quotes = quotesOf(draft);
  if (!quotes) return null;
  const least = priceOrder(quotes.leastCents, draft, rules).totalCents;
  const most = priceOrder(quotes.mostCents, draft, rules).totalCents;
  const wanted = wholeOf(draft.wanted);
  return { leastCents: least, mostCents: most, allCents: wanted === null ? null : wanted * most };
}

/** What keeps the recruitment from going out. */
export function publishFaults(
  draft: PublishDraft,
  { rules, limits }: RecruitmentBasis,
  now: Date,
): PublishField[] {
  const within = (text: string, least: number, most: number): boolean => {
    const whole = wholeOf(text);
    return whole !== null && whole >= least && whole <= most;
  };
  const faults: PublishField[] = [];
  const name = draft.name.trim();
  if (!name || name.length > nameMost) faults.push('name');
  if (!draft.brief.trim() || draft.brief.length > briefMost) faults.push('brief');
  if (!quotesOf(draft)) faults.push('quote');
  if (!within(draft.wanted, 1, limits.wantedMost)) faults.push('wanted');
  const until = endOfDay(draft.applyUntil);
  if (!(until > now.getTime() && until <= now.getTime() + limits.applyDaysMost * dayMs))
    faults.push('applyUntil');
  if (!within(draft.draftDays, 1, draftDaysMost)) faults.push('draftDays');
  if (!within(draft.protectionDays, rules.protectionDaysLeast, rules.protectionDaysMost))
    faults.push('protection');
  if (!followersOf(draft)) faults.push('followers');
  if (rightsFaults(draft.rights).length) faults.push('rights');
  return faults;
}

/** Bounds of followers, null where nothing is asked; null altogether where they are none. */
function followersOf({ followersLeast, followersMost }: PublishDraft) {
  const read = (text: string): number | null | 'unread' => (text.trim() ? (wholeOf(text) ?? 'unread') : null);
  const [least, most] = [read(followersLeast), read(followersMost)];
  if (least === 'unread' || most === 'unread') return null;
  if (least !== null && most !== null && least > most) return null;
  return { followersLeast: least, followersMost: most };
}

/** What goes to the api of a draft without faults. */
export function publishOf(draft: PublishDraft, requestKey: string): PublishRecruitment {
  const { brief, noteType, category, language, withSample, withOutline, withAdAudit, effectMode } = draft;
  const quotes = quotesOf(draft);
  const followers = followersOf(draft);
  if (!quotes || !followers) throw new Error('a draft with faults is not sent');
  return {
    ...{ brief, noteType, category, language, withSample, withOutline, withAdAudit, effectMode },
    name: draft.name.trim(),
    quoteLeastCents: quotes.leastCents,
    quoteMostCents: quotes.mostCents,
    wanted: Number(draft.wanted),
    applyUntil: new Date(endOfDay(draft.applyUntil)).toISOString(),
    draftDays: Number(draft.draftDays),
    protectionDays: Number(draft.protectionDays),
    rights: rightsOf(draft.rights),
    requirements: {
      ...followers,
      categories: [...draft.categories],
      health: draft.excellent ? 'excellent' : 'ordinary',
      withoutUnusual: draft.credible,
    },
    requestKey,
  };
}

/** What the form says, as a template would keep it; null while it says nothing. */
export function templateOf(draft: PublishDraft, { rules }: RecruitmentBasis): BriefTemplateContent | null {
  if (!draft.brief.trim()) return null;
  const { category, language, noteType, withSample, withOutline, withAdAudit, effectMode } = draft;
  return contentOfBrief(draft.brief, {
    ...{ category, language, noteType, withSample, withOutline, withAdAudit, effectMode },
    protectionDays: wholeOf(draft.protectionDays) ?? rules.protectionDaysLeast,
    revisionsMost: null,
    rights: rightsFaults(draft.rights).length ? null : rightsOf(draft.rights),
  });
}
