import {
  type BoostOffer,
  type PortfolioAsk,
  type PortfolioCandidate,
  sketchAudience,
} from '@poolrise/domain';
import { RandomStream } from '../random';

export interface PortfolioWorld {
  creators: number;
  /** people of the target audience */
  people: number;
  /** share of them whom a creator with the largest audience reaches */
  largest: number;
}

export const usualPortfolioWorld: PortfolioWorld = { creators: 500, people: 1_000_000, largest: 0.3 };

const categories = ['beauty', 'fashion', 'food', 'travel', 'home', 'fitness'] as const;
const tierBounds = [
  ['1k', 1_000],
  ['10k', 10_000],
  ['50k', 50_000],
  ['100k', 100_000],
  ['300k', 300_000],
  ['500k', 500_000],
] as const;

/**
 * Creators with followers by Pareto's law and quotes by the price rule of the demo data (domain notes 3.4 [P]), in a
 * world where people follow within an interest: two thirds of an audience come from one of a few crowds, and a tenth to four
 * tenths of the followers of a creator see her note [P].
 */
export function portfolioAsk(seed: string, world: PortfolioWorld, budgetCents: number): PortfolioAsk {
  const random = new RandomStream(seed, 'portfolio');
  const crowd = Math.floor(world.people / categories.length);
  const candidates = Array.from({ length: world.creators }, (_, at): PortfolioCandidate => {
    const followers = Math.min(random.pareto(2_000, 0.9), 3_000_000);
    const target = Math.max(20, Math.floor(Math.min(followers * 0.4, world.people * world.largest)));
    const category = at % categories.length;
    const ids = Array.from({ length: target }, () =>
      random.chance(2 / 3) ? category * crowd + random.below(crowd) : random.below(world.people),
    );
    const priceCents = Math.round(9_900 * (followers / 1_000) ** 0.78 * random.around1(0.45));
    return {
      creatorId: `creator-${at + 1}`,
      priceCents,
      tierKey: tierBounds.findLast(([, from]) => followers >= from)?.[0] ?? '1k',
      category: categories[category] as string,
      sketch: sketchAudience(ids),
      readShare: 0.1 + 0.3 * random.next(),
    };
  });
  return { candidates, budgetCents };
}

/** A world small enough that every set of creators can be looked at: a handful of people and up to fourteen creators. */
export function smallPortfolioAsk(seed: string): PortfolioAsk {
  const random = new RandomStream(seed, 'small portfolio');
  const creators = random.between(8, 14);
  const ask = portfolioAsk(seed, { creators, people: random.between(20_000, 60_000), largest: 0.3 }, 0);
  const all = ask.candidates.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return { ...ask, budgetCents: Math.round(all * (0.15 + 0.5 * random.next())) };
}

/**
 * Boosts for every candidate of a world. Click rates of the categories lie between 2 % and 4 % as in the published table, notes of
 * one differ by a quarter, and a creator's hook and the share of her followers who are of the target are drawn [P]. `times` as
 * many clicks make boosts compete with creators, which is more work for the search.
 */
export function boostOffer(seed: string, { candidates }: PortfolioAsk, times = 1): BoostOffer {
  const random = new RandomStream(seed, 'portfolio boosts');
  return {
    shareMax: 0.5,
    benchmarks: categories.map((category, at) => ({
      category,
      notes: 100,
      impressions: 1_000_000,
      reads: (20_000 + 4_000 * at) * times,
      spread: 0.25,
      through: '2026-11-25',
    })),
    prospects: new Map(
      candidates.map(({ creatorId }) => [
        creatorId,
        { hookLift: random.around1(0.3), targetShare: 0.2 + 0.6 * random.next() },
      ]),
    ),
  };
}
