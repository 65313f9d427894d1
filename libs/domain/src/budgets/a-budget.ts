import { OwnStream } from '../simulation/own-stream';
import { type BudgetAsk, type BudgetCurve, type BudgetLump, type BudgetOption, noGuards } from './budget-ask';
import { type BudgetProblem, mediaRails } from './budget-problem';
import { openedSpendAt, valueOf } from './response-curve';

/** Builders for the specs of budgets, and the slow road to the truth. */
export const aLump = (
  id: string,
  cents: number,
  value: number,
  part: Partial<BudgetLump> = {},
): BudgetLump => ({
  kind: 'lump',
  id,
  rail: 'creators',
  group: 'koc',
  cents,
  value,
  spread: 0.8,
  ...part,
});

export const aCurve = (id: string, perCent: number, part: Partial<BudgetCurve> = {}): BudgetCurve => ({
  kind: 'curve',
  id,
  rail: 'boosts',
  openCents: 7_500,
  maxCents: 750_000,
  giftCents: 0,
  perCent,
  room: 20_000,
  spread: 0.25,
  ...part,
});

export const aBudget = (options: BudgetOption[], budgetCents: number, guards = noGuards): BudgetAsk => ({
  options,
  budgetCents,
  guards,
});

/** A market in which all rails are of use: creators with prices by what they bring, boosts that flatten, straight keywords. */
export function aMarket(seed: number, { lumps = 8, boosts = 3, keywords = 2 } = {}): BudgetOption[] {
  const chance = new OwnStream(seed, 'market');
  const many = <T>(count: number, make: (at: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at));
  return [
    ...many(lumps, (at) => {
      const cents = Math.round(20_000 + 180_000 * chance.next());
      return aLump(`creator ${at}`, cents, cents * 0.02 * Math.exp(0.5 * chance.normal()), {
        group: ['koc', 'waist', 'head'][at % 3] as string,
      });
    }),
    ...many(boosts, (at) =>
      aCurve(`boost ${at}`, 0.01 + 0.03 * chance.next(), {
        room: 2_000 + 8_000 * chance.next(),
        giftCents: at === 0 ? 3_000 : 0,
      }),
    ),
    ...many(keywords, (at) =>
      aCurve(`search ${at}`, 0.01 + 0.02 * chance.next(), {
        rail: 'search',
        room: null,
        maxCents: Math.round(20_000 + 60_000 * chance.next()),
      }),
    ),
  ];
}

/** The best of all plans: every set of creators beside every set of open curves, the rest by the finest steps of one rate. */
export function bruteForce(problem: BudgetProblem): number {
  const { lumps, tiers, bounds, budgetCents } = problem;
  const curves = mediaRails.flatMap((rail) => problem.curves[rail].map((curve) => ({ rail, curve })));
  let best = -Infinity;
  const restValues = new Map<number, number>();
  for (let set = 0; set < 2 ** lumps.length; set++) {
    const chosen = lumps.filter((_, at) => set & (1 << at));
    const cents = chosen.reduce((sum, one) => sum + one.cents, 0);
    if (cents > bounds.creators.max || cents < bounds.creators.min || cents > budgetCents) continue;
    const kept = tiers.every(
      ({ group, min }) => chosen.reduce((sum, one) => sum + (one.group === group ? one.cents : 0), 0) >= min,
    );
    if (!kept) continue;
    const left = budgetCents - cents;
    const media = restValues.get(left) ?? bestMedia(curves, left, problem);
    restValues.set(left, media);
    best = Math.max(best, media + chosen.reduce((sum, one) => sum + one.value, 0));
  }
  return best;
}

type Placed = { rail: (typeof mediaRails)[number]; curve: BudgetCurve };

function bestMedia(curves: readonly Placed[], cents: number, { bounds }: BudgetProblem): number {
  let best = -Infinity;
  for (let set = 0; set < 2 ** curves.length; set++) {
    const open = curves.filter((_, at) => set & (1 << at));
    // With a rate of its own for search, every split between the two rails within their bounds is looked at.
    const spendOf = (rail: Placed['rail'], most: number) => {
      const mine = open.filter((one) => one.rail === rail).map(({ curve }) => curve);
      return greedy(mine, Math.min(most, bounds[rail].max));
    };
    for (let part = 0; part <= splits; part++) {
      const search = spendOf('search', (cents * part) / splits);
      const boosts = search && spendOf('boosts', cents - search.cents);
      if (!search || !boosts || search.cents < bounds.search.min - 1 || boosts.cents < bounds.boosts.min - 1)
        continue;
      best = Math.max(best, search.value + boosts.value);
    }
  }
  return best;
}

const splits = 60;

/** All open, each at its least, and the rest in a thousand steps to whoever brings most; null where the least is too much. */
function greedy(curves: readonly BudgetCurve[], cents: number): { cents: number; value: number } | null {
  const least = curves.reduce((sum, one) => sum + one.openCents, 0);
  if (least > cents + 1e-6) return null;
  let [low, high] = [0, 1];
  const at = (rate: number) => curves.map((one) => openedSpendAt(one, rate, one.openCents, one.maxCents));
  const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > cents) low = middle;
    else high = middle;
  }
  const spends = at(high);
  const more = at(low);
  let left = cents - sum(spends);
  spends.forEach((spent, place) => {
    const further = Math.max(0, Math.min(left, (more[place] as number) - spent));
    spends[place] = spent + further;
    left -= further;
  });
  return {
    cents: sum(spends),
    value: curves.reduce((all, one, place) => all + valueOf(one, spends[place] as number), 0),
  };
}
