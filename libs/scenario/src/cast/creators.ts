import { categories, type Category, type Language } from '@poolrise/domain';
import { creatorFigures, audience } from '../parameters';
import { RandomStream } from '../random';
import { nickname } from './names';

export interface CastCreator {
  id: string;
  name: string;
  redId: string;
  language: Language;
  followers: number;
  gender: string;
  cityTier: string;
  /** What they mostly write about, the main one first. */
  categories: Category[];
  /** How well they write, around 1. Independent of followers: few followers are no obstacle. Never in the database. */
  craft: { hook: number; content: number };
  /** How often they publish, around 1. */
  diligence: number;
}

/** How the notes of the scenario are spread over categories [P]: the core crowds of the platform first. */
const categoryShares: readonly (readonly [Category, number])[] = [
  ['beauty', 0.14],
  ['fashion', 0.13],
  ['food', 0.14],
  ['travel', 0.09],
  ['home', 0.08],
  ['mother-baby', 0.07],
  ['pets', 0.06],
  ['fitness', 0.06],
  ['tech', 0.05],
  ['knowledge', 0.07],
  ['outdoor', 0.05],
  ['lifestyle', 0.06],
];

/** Standard deviation of the logarithm of what creators differ in [P]. */
export const craftSpread = 0.2;

/** A crowd of creators: from which stream they are drawn, how many follow them, and where their handles begin. */
export interface Crowd {
  stream: string;
  followers: { minimum: number; alpha: number; maximum: number };
  redIdFrom: number;
}

const everybody: Crowd = {
  stream: 'creators',
  followers: creatorFigures.followers.value,
  redIdFrom: 600_000_000,
};

/** Who takes orders for a living. Their notes stand on the platform and not in the history of this feed. */
export const marketplace: Crowd = {
  stream: 'marketplace',
  followers: creatorFigures.marketplaceFollowers.value,
  redIdFrom: 700_000_000,
};

/** The creators: names, followers (Pareto), what they write about and how well. */
export function castCreators(seed: string, count: number, crowd = everybody): CastCreator[] {
  const random = new RandomStream(seed, crowd.stream);
  const names = new Set<string>();
  return Array.from({ length: count }, (_, index): CastCreator => {
    const language: Language = random.chance(creatorFigures.zhShare.value) ? 'zh' : 'en';
    const main = random.weighted(categoryShares);
    const others = random.sample(
      categories.filter((category) => category !== main),
      random.weighted([
        [0, 0.5],
        [1, 0.35],
        [2, 0.15],
      ]),
    );
    return {
      id: random.uuid(),
      name: freeName(names, () => nickname(random, language, main)),
      redId: String(crowd.redIdFrom + index * 7_919 + random.below(7_919)),
      language,
      followers: followersOf(random, crowd),
      gender: random.weighted(audience.gender.value),
      cityTier: random.weighted(audience.cityTier.value),
      categories: [main, ...others],
      craft: { hook: random.around1(craftSpread), content: random.around1(craftSpread) },
      diligence: random.around1(0.7),
    };
  });
}

function followersOf(random: RandomStream, { followers: { minimum, alpha, maximum } }: Crowd): number {
  return Math.min(maximum, Math.floor(random.pareto(minimum, alpha)));
}

/** Taken names get what people give them: a number or a mark behind. */
function freeName(taken: Set<string>, draw: () => string): string {
  let name = draw();
  for (let tries = 0; taken.has(name) && tries < 5; tries++) name = draw();
  const base = name;
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
  taken.add(name);
  return name;
}
