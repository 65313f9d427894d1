import { boostTerms, type BoostTerms } from '../boosts/boost-terms';
import type { BoostGoal } from '../boosts/boost-goal';
import {
  type BoostForecast,
  forecastBoost,
  type ForecastFigure,
  type NoteEvidence,
} from '../boosts/forecast-boost';
import { naturalRates, ratesOf } from '../metrics/benchmarks';
import type { KeywordMatch } from '../campaigns/campaign';
import { decileDeviate } from '../probability/gamma-quantile';
import { burnOrder } from '../vouchers/burn-order';
import type { StackingRule } from '../vouchers/stacking';
import type { Voucher } from '../vouchers/voucher';
import { groupOf, useAt } from '../vouchers/voucher-group';
import type { BudgetCurve, BudgetLump } from './budget-ask';
import type { BudgetGoal } from './budget-assumptions';

/** A creator who may be booked. Counts are of one note. */
export interface CreatorProspect {
  creatorId: string;
  tierKey: string;
  category: string;
  /** the quote with the platform's fee */
  priceCents: number;
  impressions: number;
  reads: number;
  /** interactions for every read of her notes; the category's where it is null */
  perRead: number | null;
  /** of her readers, who are of the audience, 0 to 1 */
  targetShare: number;
  spread: number;
}

const reactionsOf = (category: string) => {
  const { like, collect, comment, share, follow } = ratesOf(naturalRates, category);
  return { engagements: like + collect + comment + share + follow, follows: follow };
};

/** A creator's note as an option: her median times the share of the audience. */
export function creatorOption(one: CreatorProspect, goal: BudgetGoal): BudgetLump {
  const natural = reactionsOf(one.category);
  const brings: Record<BudgetGoal, number> = {
    reach: one.impressions,
    reads: one.reads,
    engagements: one.reads * (one.perRead ?? natural.engagements),
    follows: one.reads * natural.follows,
  };
  return {
    kind: 'lump',
    id: `creator ${one.creatorId}`,
    rail: 'creators',
    group: one.tierKey,
    cents: one.priceCents,
    value: brings[goal] * one.targetShare,
    spread: one.spread,
  };
}

/** A note that may be boosted, or stand in search. */
export interface MediaProspect {
  noteId: string;
  category: string;
  evidence: NoteEvidence;
}

/** The goal that the platform is told. */
export const boostGoalOf = (goal: BudgetGoal): BoostGoal =>
  goal === 'follows' ? 'follows' : goal === 'engagements' ? 'likes-collects' : 'reads';

/** Figures per cent are taken at this budget: large enough that the luck of single readers is small beside that between notes. */
const referenceCents = 100_000;

function perCentOf(goal: BudgetGoal, { category, evidence }: MediaProspect, terms: BoostTerms) {
  const forecast = forecastBoost({
    goal: boostGoalOf(goal),
    budgetCents: referenceCents,
    voucherImpressions: 0,
    category,
    durationHours: 24,
    noteEvidence: evidence,
    terms,
  });
  if (goal === 'reach') return { perCent: forecast.impressions / referenceCents, perPerson: 1, spread: 0 };
  const figure: ForecastFigure = forecast[goal];
  return {
    perCent: figure.expected / referenceCents,
    // Who has read a note once brings no more by reading it again.
    perPerson: ratio(figure, forecast),
    spread: figure.expected > 0 ? Math.log(figure.high / figure.low) / (2 * decileDeviate) : 0,
  };
}

const ratio = ({ expected }: ForecastFigure, { reads }: BoostForecast): number =>
  reads.expected > 0 ? expected / reads.expected : 0;

/** Boosts of one note, one order after the other. */
export function boostOption(
  note: MediaProspect,
  about: {
    goal: BudgetGoal;
    people: number;
    /** orders that fit into the time, one at a time */
    orders: number;
    gift?: VoucherGift;
    terms?: BoostTerms;
  },
): BudgetCurve {
  const { goal, people, orders, gift, terms = boostTerms } = about;
  const { perCent, perPerson, spread } = perCentOf(goal, note, terms);
  return {
    kind: 'curve',
    id: `boost ${note.noteId}`,
    rail: 'boosts',
    openCents: gift?.openCents ?? terms.minBudgetCents,
    maxCents: Math.max(orders, 1) * terms.maxBudgetCents,
    giftCents: gift?.giftCents ?? 0,
    perCent,
    room: people * perPerson,
    spread,
  };
}

/** A keyword that readers search for. */
export interface KeywordProspect {
  keyword: string;
  /** one text may stand in a campaign with several */
  match: KeywordMatch;
  /** pages searched with it in a day */
  pagesPerDay: number;
  /** how much oftener the notes are opened in search than in the feed */
  searchLift: number;
  /** the note that would stand there */
  note: MediaProspect;
}

/** What a keyword is called among the options of a plan. */
export const searchOptionId = (keyword: string, match: KeywordMatch): string => `search ${match} ${keyword}`;

/** Paid places among what was searched for: straight up to the traffic. Null where it does not pay for the smallest order. */
export function searchOption(
  { keyword, match, pagesPerDay, searchLift, note }: KeywordProspect,
  about: { goal: BudgetGoal; days: number; searchShare: number; terms?: BoostTerms },
): BudgetCurve | null {
  const { goal, days, searchShare, terms = boostTerms } = about;
  const maxCents = Math.floor((pagesPerDay * days * searchShare * terms.centsPerThousand) / 1_000);
  if (maxCents < terms.minBudgetCents) return null;
  const { perCent, spread } = perCentOf(goal, note, terms);
  return {
    kind: 'curve',
    id: searchOptionId(keyword, match),
    rail: 'search',
    openCents: terms.minBudgetCents,
    maxCents,
    giftCents: 0,
    perCent: perCent * (goal === 'reach' ? 1 : searchLift),
    room: null,
    spread,
  };
}

/** What vouchers do for one note: the wallet's part of the smallest budget that wastes nothing of them, and what they add. */
export interface VoucherGift {
  voucherIds: string[];
  openCents: number;
  giftCents: number;
}

/**
 * Gives each voucher to the note that money is spent best on among those it may be used on, in the order in which vouchers burn.
 * A note takes as many as may stand together.
 */
export function giveVouchers(
  vouchers: readonly Voucher[],
  notes: readonly { noteId: string; category: string; worth: number }[],
  { goal, stacking, terms = boostTerms }: { goal: BudgetGoal; stacking: StackingRule; terms?: BoostTerms },
): Map<string, VoucherGift> {
  const given = new Map<string, Voucher[]>();
  const gifts = new Map<string, VoucherGift>();
  const ranked = [...notes].sort((one, other) => other.worth - one.worth);
  for (const voucher of burnOrder(vouchers))
    for (const note of ranked) {
      const together = [...(given.get(note.noteId) ?? []), voucher];
      const group = groupOf(together, [note], { terms, stacking });
      if (!group?.places.some((place) => place.goal === boostGoalOf(goal))) continue;
      const use = useAt(group, group.fullBudgetCents, terms.centsPerThousand);
      given.set(note.noteId, together);
      gifts.set(note.noteId, {
        voucherIds: together.map(({ id }) => id),
        openCents: use.walletCents,
        giftCents: use.savedCents,
      });
      break;
    }
  return gifts;
}
