import {
  type BudgetAsk,
  type BudgetCurve,
  type BudgetLump,
  type BudgetOption,
  type CampaignRail,
  noGuards,
  OwnStream,
} from '@poolrise/domain';

/** What of a hundred options belongs to each rail. */
export const marketMixes: Record<string, Record<CampaignRail, number>> = {
  'all rails': { creators: 80, boosts: 15, search: 5 },
  creators: { creators: 100, boosts: 0, search: 0 },
  'boosts and search': { creators: 0, boosts: 70, search: 30 },
};

/** Of what all creators and all searches cost together: rich enough to choose, too poor to have everything. */
const affordable = 0.15;

/**
 * A made-up market: creators whose prices go by what they bring give or take a half, boosts that flatten, and keywords that are
 * straight until all their searches are bought. One option in four of the boosts has a voucher.
 */
export function budgetMarket(seed: number, options: number, mix: Record<CampaignRail, number>): BudgetAsk {
  const chance = new OwnStream(seed, 'budget market');
  const many = (rail: CampaignRail, make: (at: number) => BudgetOption): BudgetOption[] =>
    Array.from({ length: Math.round((options * mix[rail]) / 100) }, (_, at) => make(at));
  const all = [
    ...many('creators', (at) => aCreator(at, chance)),
    ...many('boosts', (at) => aBoost(at, chance)),
    ...many('search', (at) => aKeyword(at, chance)),
  ];
  const worth = all.reduce((sum, one) => sum + (one.kind === 'lump' ? one.cents : mostOf(one)), 0);
  return { options: all, budgetCents: Math.round(affordable * worth), guards: noGuards };
}

/** A boost is of use until nine tenths of its people are reached. */
const mostOf = ({ room, perCent, maxCents }: BudgetCurve): number =>
  room === null ? maxCents : Math.min(maxCents, (Math.log(10) * room) / perCent);

function aCreator(at: number, chance: OwnStream): BudgetLump {
  const cents = Math.round(20_000 + 180_000 * chance.next());
  return {
    kind: 'lump',
    id: `creator ${at}`,
    rail: 'creators',
    group: ['koc', 'waist', 'head'][at % 3] as string,
    cents,
    value: cents * 0.02 * Math.exp(0.5 * chance.normal()),
    spread: 0.8,
  };
}

const aBoost = (at: number, chance: OwnStream): BudgetCurve => ({
  kind: 'curve',
  id: `boost ${at}`,
  rail: 'boosts',
  openCents: 7_500,
  maxCents: 750_000,
  giftCents: at % 4 === 0 ? 3_000 : 0,
  perCent: 0.01 + 0.03 * chance.next(),
  room: 2_000 + 8_000 * chance.next(),
  spread: 0.25,
});

const aKeyword = (at: number, chance: OwnStream): BudgetCurve => ({
  ...aBoost(1, chance),
  id: `search ${at}`,
  rail: 'search',
  perCent: 0.01 + 0.02 * chance.next(),
  room: null,
  maxCents: Math.round(20_000 + 60_000 * chance.next()),
});
