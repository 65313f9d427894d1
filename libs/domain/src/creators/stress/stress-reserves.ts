import { estimateReach } from '../reach-estimate';
import type { StressPick, StressReserve } from './stress-ask';
import type { StressWorld } from './stress-world';

/**
 * Who may come in the place of each pick: whom the plan itself names, then the others by readers for their money beside the rest
 * of the plan. Of another tier or category nobody may, where the plan is held to it.
 */
export function replacementsOf(world: StressWorld): number[][] {
  const { picks, reserves, sameTier, sameCategory } = world.ask;
  return picks.map(({ swapId, tierKey, category }, pick) => {
    const gains = gainsBeside(world, [pick]);
    return reserves
      .map((reserve, at) => ({ reserve, number: picks.length + at }))
      .filter(
        ({ reserve }) =>
          reserve.creatorId === swapId ||
          ((!sameTier || reserve.tierKey === tierKey) && (!sameCategory || reserve.category === category)),
      )
      .sort(
        (one, other) =>
          Number(other.reserve.creatorId === swapId) - Number(one.reserve.creatorId === swapId) ||
          perCent(other) - perCent(one),
      )
      .map(({ number }) => number);

    function perCent({ reserve, number }: { reserve: { priceCents: number }; number: number }): number {
      return (gains[number] as number) / Math.max(1, reserve.priceCents);
    }
  });
}

/** Readers that each reserve would add to the plan without some picks, as planned; 0 for the picks themselves. */
export function gainsBeside(world: StressWorld, out: readonly number[]): Float64Array {
  const { creators, field, scale, ask } = world;
  const chances = world.plannedChances(out);
  const bare = field.readers(chances);
  const gains = new Float64Array(creators.length);
  for (let one = ask.picks.length; one < creators.length; one++) {
    chances[one] = creators[one]?.readShare ?? 0;
    gains[one] = scale * (field.readers(chances) - bare);
    chances[one] = 0;
  }
  return gains;
}

/** So many are looked at: more thin the common sample and change little. */
const reservesMax = 20;

/** Whom the plan itself names, then who reaches most for her money; bounded, as each costs a place in the common sample. */
export function nearestReserves(
  picks: readonly Pick<StressPick, 'swapId'>[],
  reserves: readonly StressReserve[],
): StressReserve[] {
  const named = new Set(picks.map(({ swapId }) => swapId));
  const worth = ({ sketch, readShare, priceCents }: StressReserve): number =>
    (readShare * estimateReach(sketch).people) / Math.max(1, priceCents);
  return reserves
    .toSorted(
      (one, other) =>
        Number(named.has(other.creatorId)) - Number(named.has(one.creatorId)) || worth(other) - worth(one),
    )
    .slice(0, reservesMax);
}
