import { OwnStream } from '../simulation/own-stream';
import type { LiftStep, PortfolioAsk, PortfolioCandidate } from './portfolio-ask';
import { sketchAudience } from './reach-sketch';
import type { TierMix } from './tier-mix-presets';

/** A candidate who reaches these people for 100 yuan. */
export const aCandidate = (
  creatorId: string,
  people: Iterable<number>,
  over: Partial<PortfolioCandidate> = {},
): PortfolioCandidate => ({
  creatorId,
  priceCents: 10_000,
  tierKey: 'junior',
  category: 'beauty',
  sketch: sketchAudience(people),
  ...over,
});

export const people = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

export interface InstanceWishes {
  mix?: boolean;
  lift?: boolean;
  limits?: boolean;
  /** not everybody who follows reads */
  chance?: boolean;
}

const tiers = ['small', 'large'] as const;

/** Up to fourteen creators, large and small, whose audiences overlap, and a budget for some of them. The same seed is the same ask. */
export function anInstance(seed: number, wishes: InstanceWishes = {}): PortfolioAsk {
  const random = new OwnStream(seed, 'portfolio instance');
  const below = (most: number): number => Math.floor(random.next() * most);
  const world = 60 + below(200);
  const candidates = Array.from({ length: 7 + below(8) }, (_, at): PortfolioCandidate => {
    const size = Math.min(world, Math.ceil(4 + 6 * random.next() ** -1));
    // A stretch of neighbours who share an interest, and as many again from anywhere.
    const from = below(world);
    const ids = [
      ...Array.from({ length: Math.ceil(size / 2) }, (__, next) => (from + next) % world),
      ...Array.from({ length: Math.floor(size / 2) }, () => below(world)),
    ];
    const priceCents = Math.round(1_000 * size ** 0.9 * Math.exp(0.5 * random.normal()));
    return aCandidate(`creator-${at}`, ids, {
      priceCents,
      tierKey: size > 20 ? tiers[1] : tiers[0],
      category: ['beauty', 'food', 'home'][below(3)] as string,
      readShare: wishes.chance ? 0.2 + 0.8 * random.next() : 1,
      ...(wishes.lift && { lift: aLift(random, priceCents) }),
    });
  });
  const all = candidates.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return {
    candidates,
    budgetCents: Math.round(all * (0.15 + 0.5 * random.next())),
    ...(wishes.limits && { maxCreators: 2 + below(5), maxPerCategory: 1 + below(3) }),
    ...(wishes.mix && { mix: aMix(random) }),
    ...(wishes.lift && { boostShareMax: 0.1 + 0.9 * random.next() }),
  };
}

/** Two steps, the second worth half of the first. */
function aLift(random: OwnStream, priceCents: number): LiftStep[] {
  const cents = Math.ceil(priceCents * (0.2 + 0.4 * random.next()));
  const readers = 1 + 4 * random.next();
  return [
    { cents, readers },
    { cents, readers: readers / 2 },
  ];
}

const aMix = (random: OwnStream): TierMix => {
  const large = 0.2 + 0.4 * random.next();
  return {
    tolerance: 0.15,
    shares: [
      { tierKeys: ['large'], shareOfCreators: large, shareOfSpend: 0.6 },
      { tierKeys: ['small'], shareOfCreators: 1 - large, shareOfSpend: 0.4 },
    ],
  };
};
