import type { BoostReaders, PacedBoost, SaidReader } from '@poolrise/domain';
import { defaultTrafficClock, trafficShare } from '@poolrise/domain';
import type { RandomStream } from '../random';

/** A crowd of boosts over two days and the readers they share. */
export interface PacingWorld {
  boosts: number;
  /** Paid slots that readers see for every impression that is planned in the same hour: above 1 there is room for all. */
  room: number;
  /** The policy's clock is wrong: the readers of each hour are off by a factor with this spread (log-normal). */
  clockError: number;
  /** Share of served slots that no reader scrolls to. */
  unseen: number;
  /** Seconds from a page to its events, at most. */
  reportWithin: number;
  /** Seconds between two rounds of the pacing job. */
  roundEvery: number;
}

export const usualPacing: PacingWorld = {
  boosts: 10_000,
  room: 1.3,
  clockError: 0.15,
  unseen: 0.15,
  reportWithin: 60,
  roundEvery: 30,
};

export interface WorldBoost extends PacedBoost {
  category: string;
}

export interface WorldReader {
  said: SaidReader;
  likes: ReadonlySet<string>;
}

export const hourMs = 3_600_000;
export const worldHours = 48;
/** Midnight in Shanghai. */
export const worldStart = Date.UTC(2026, 10, 19, 16);

const categories = ['beauty', 'fashion', 'food', 'travel', 'home', 'pets', 'fitness', 'tech'];
const women = 0.7;
const ages = [
  ['<18', 0.08],
  ['18-24', 0.38],
  ['25-34', 0.36],
  ['35-44', 0.13],
  ['>44', 0.05],
] as const;
const tiers = [
  ['tier1', 0.3],
  ['new_tier1', 0.25],
  ['tier2', 0.2],
  ['tier3', 0.15],
  ['tier4_5', 0.1],
] as const;
const audiences: readonly (readonly [BoostReaders, number])[] = [
  [{}, 0.4],
  [{ genders: ['female'] }, 0.2],
  [{ genders: ['male'] }, 0.05],
  [{ ageBands: ['18-24', '25-34'] }, 0.15],
  [{ cityTiers: ['tier1', 'new_tier1'] }, 0.1],
];
/** What is left of the audiences: readers of two categories. */
const byInterest = 0.1;

/** A boost of 50 to 500 impressions over 6 to 36 hours, within the two days. */
export function aBoost(at: number, random: RandomStream): WorldBoost {
  const hours = 6 + 30 * random.next();
  const startsAt = worldStart + (worldHours - hours) * random.next() * hourMs;
  const audience = random.weighted([...audiences, [null, byInterest] as const]);
  return {
    boostId: `boost-${at}`,
    plannedImpressions: Math.round(50 * 10 ** random.next()),
    deliveredImpressions: 0,
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + hours * hourMs),
    audience: audience ?? { interests: random.sample(categories, 2) },
    category: random.pick(categories),
  };
}

export function aReader(random: RandomStream): WorldReader {
  const interests = random.sample(categories, 3);
  const said = {
    gender: random.chance(women) ? 'female' : 'male',
    ageBand: random.weighted(ages),
    cityTier: random.weighted(tiers),
    interests,
  };
  return { said, likes: new Set(interests) };
}

/** Paid slots that go out in each hour: as many as are planned for it, times the room, more or less. */
export function slotsByHour(
  boosts: readonly WorldBoost[],
  world: PacingWorld,
  random: RandomStream,
): Float64Array {
  const planned = new Float64Array(worldHours);
  for (const { plannedImpressions, startsAt, endsAt } of boosts) {
    const window = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
    const shareAt = (hour: number) =>
      trafficShare(defaultTrafficClock, { ...window, now: worldStart + hour * hourMs });
    for (let hour = 0; hour < worldHours; hour++)
      planned[hour] = (planned[hour] ?? 0) + plannedImpressions * (shareAt(hour + 1) - shareAt(hour));
  }
  return planned.map(
    (count) => (count * world.room * Math.exp(world.clockError * random.normal())) / (1 - world.unseen),
  );
}
