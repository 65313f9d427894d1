import type { CastCreator } from '../cast/creators';
import type { RandomStream } from '../random';
import type { CreatorPrices } from './prices';

/** What the platform works out for itself and shows without its formula. */
export interface Efficiency {
  /** videos seen to the end; null for who publishes none */
  finishShare: number | null;
  /** estimated price of one visitor of a shop; null for who takes no orders */
  cpuvCents: number | null;
}

/** Videos that hold their readers are finished more often; a visitor costs the more the less is read for the price. [P] */
export function efficiencyOf(
  random: RandomStream,
  { craft, followers }: Pick<CastCreator, 'craft' | 'followers'>,
  { pictureCents, videoCents }: CreatorPrices,
  videos: boolean,
): Efficiency {
  const finishShare = Math.min(0.85, 0.35 * craft.content * random.around1(0.2));
  const cents = pictureCents ?? videoCents;
  const visitors = Math.max(1, 0.012 * followers ** 0.85 * craft.hook * random.around1(0.35));
  return {
    finishShare: videos ? finishShare : null,
    cpuvCents: cents === null ? null : Math.round(cents / visitors),
  };
}
