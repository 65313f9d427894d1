import type { AskBudgetPlan } from '@poolrise/contracts';
import {
  boostOption,
  type BudgetAsk,
  type BudgetOption,
  campaignRails,
  creatorOption,
  dayInShanghai,
  giveVouchers,
  type KeywordMatch,
  type RailCents,
  type RailGuard,
  searchOption,
  searchOptionId,
  type Voucher,
  stackingRuleOn,
} from '@poolrise/domain';
import { boostRailSql, moneySql } from '../campaigns/campaign-money';
import type { KeptCampaign } from '../campaigns/kept-campaign.entity';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import type { Asks } from '../matching/match-candidates';
import { type BookablePortfolio, bookablePortfolio, creatorsFor, type NamedCreator } from './budget-creators';
import { boostableNotes, type NamedNote, payableVouchers, searchedKeywords } from './budget-media';
import type { BudgetInputs } from './budget-plan.entity';

const dayMs = 86_400_000;

export type PlannedCampaign = Pick<
  KeptCampaign,
  | 'id'
  | 'workspaceId'
  | 'budgetCents'
  | 'rails'
  | 'flights'
  | 'keywords'
  | 'negatives'
  | 'audience'
  | 'startsAt'
  | 'endsAt'
>;

/** Everything that a plan of a campaign's budget depends on, as it stands now. @throws Refused not-found for the portfolio */
export async function budgetInputs(
  tx: Asks,
  campaign: PlannedCampaign,
  asked: AskBudgetPlan,
  { people, now }: { people: number; now: Date },
): Promise<BudgetInputs> {
  const { goal, assumptions, portfolioId } = asked;
  const portfolio = await portfolioOf(tx, portfolioId);
  const { creators, withoutReads } = portfolio
    ? await creatorsFor(tx, portfolio, {
        campaignId: campaign.id,
        audience: campaign.audience,
        readsSpread: assumptions.readsSpread,
      })
    : { creators: [], withoutReads: 0 };
  const notes = await boostableNotes(tx, campaign.workspaceId, campaign.id);
  const vouchers = await payableVouchers(tx, campaign.workspaceId, now);
  const searched = await searchedKeywords(tx, notes, campaign, now);
  const days = daysLeft(campaign, now);
  const media = mediaOptions(asked, { notes, vouchers, searched, days, people, now });
  const goneOut = await goneOutOf(tx, campaign.id);
  const spent = campaignRails.reduce((sum, rail) => sum + goneOut[rail], 0);
  return {
    ask: {
      options: [...creators.map((one) => creatorOption(one, goal)), ...media],
      budgetCents: Math.max(0, campaign.budgetCents - spent),
      guards: guardsOf(asked, goneOut),
    },
    options: namesOf(creators, notes, searched),
    budgetCents: campaign.budgetCents,
    goneOut,
    counted: {
      people: assumptions.people ?? people,
      days,
      creators: creators.length,
      withoutReads,
      notes: notes.length,
      keywords: campaign.keywords.length,
      tooQuiet: campaign.keywords.length - media.filter(({ rail }) => rail === 'search').length,
      vouchers: vouchers.length,
    },
    basis: basisOf(campaign, portfolio, vouchers),
  };
}

async function portfolioOf(tx: Asks, portfolioId: string | null): Promise<BookablePortfolio | null> {
  if (portfolioId === null) return null;
  const found = await bookablePortfolio(tx, portfolioId);
  if (!found) throw new Refused('not-found', { field: '/portfolioId' });
  return found;
}

/** Fingerprints of what a plan rests on; what is counted anew every hour is not in it, or every plan would be old at once. */
export const basisOf = (
  { budgetCents, flights, keywords, negatives, audience }: PlannedCampaign,
  portfolio: BookablePortfolio | null,
  vouchers: readonly Voucher[],
): BudgetInputs['basis'] => ({
  campaign: requestFingerprint({ budgetCents, flights, keywords, negatives, audience }),
  candidates: requestFingerprint(portfolio?.candidates ?? []),
  vouchers: requestFingerprint(vouchers),
});

/** From now, or from the first flight, to the end of the last one. */
function daysLeft({ startsAt, endsAt }: PlannedCampaign, now: Date): number {
  if (!startsAt || !endsAt) return 0;
  return Math.max(0, (endsAt.getTime() - Math.max(now.getTime(), startsAt.getTime())) / dayMs);
}

function mediaOptions(
  { goal, assumptions }: AskBudgetPlan,
  about: {
    notes: readonly NamedNote[];
    vouchers: Awaited<ReturnType<typeof payableVouchers>>;
    searched: Awaited<ReturnType<typeof searchedKeywords>>;
    days: number;
    people: number;
    now: Date;
  },
): BudgetOption[] {
  const { notes, vouchers, searched, days, now } = about;
  if (days <= 0) return [];
  const boost = { goal, people: assumptions.people ?? about.people, orders: Math.floor(days) };
  const worths = notes.map((note) => ({ ...note, worth: boostOption(note, boost).perCent }));
  const gifts = giveVouchers(vouchers, worths, { goal, stacking: stackingRuleOn(dayInShanghai(now)) });
  return [
    ...notes.map((note) => {
      const gift = gifts.get(note.noteId);
      return boostOption(note, { ...boost, ...(gift && { gift }) });
    }),
    ...searched.flatMap((one) => {
      const note = notes.find(({ noteId }) => noteId === one.noteId);
      const option =
        note && searchOption({ ...one, note }, { goal, days, searchShare: assumptions.searchShare });
      return option ? [option] : [];
    }),
  ];
}

/** Of the rest: what has gone out of a rail is taken off both ends of its guard. */
function guardsOf({ rails, tiers, ceilingCents }: AskBudgetPlan, goneOut: RailCents): BudgetAsk['guards'] {
  const rest = (cents: number, gone: number): number => Math.max(0, cents - gone);
  return {
    rails: Object.fromEntries(
      campaignRails.map((rail): [string, RailGuard] => {
        const { minCents, maxCents } = rails[rail];
        const gone = goneOut[rail];
        return [
          rail,
          { minCents: rest(minCents, gone), maxCents: maxCents === null ? null : rest(maxCents, gone) },
        ];
      }),
    ) as BudgetAsk['guards']['rails'],
    tiers: tiers.map(({ tierKey, minCents }) => ({ group: tierKey, minCents })),
    ceilingCents,
  };
}

/** What has gone out of each rail or is held: orders in escrow or paid, boosts charged, and what running boosts still hold. */
export async function goneOutOf(tx: Asks, campaignId: string): Promise<RailCents> {
  const rows = await tx.query<{ rail: keyof RailCents; cents: number }[]>(
    `select rail, sum(cents)::float8 as cents from (
       select rail, cents from (${moneySql}) money
       union all
       select ${boostRailSql}, budget_cents - spent_cents from boost where campaign_id = any($1) and ended_at is null
     ) gone group by rail`,
    [[campaignId]],
  );
  const gone = { creators: 0, boosts: 0, search: 0 };
  for (const { rail, cents } of rows) gone[rail] += cents;
  return gone;
}

const namesOf = (
  creators: readonly NamedCreator[],
  notes: readonly NamedNote[],
  searched: readonly { keyword: string; match: KeywordMatch; noteId: string }[],
): BudgetInputs['options'] => [
  ...creators.map(({ creatorId, name, tierKey }) => ({
    id: `creator ${creatorId}`,
    name,
    creatorId,
    noteId: null,
    tierKey,
  })),
  ...notes.map(({ noteId, title }) => ({
    id: `boost ${noteId}`,
    name: title,
    creatorId: null,
    noteId,
    tierKey: null,
  })),
  ...searched.map(({ keyword, match, noteId }) => ({
    id: searchOptionId(keyword, match),
    name: keyword,
    creatorId: null,
    noteId,
    tierKey: null,
  })),
];
