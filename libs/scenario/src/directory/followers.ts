import { type FollowersOnDay, type ObservedNote, sumOf } from '@poolrise/domain';
import type { RandomStream } from '../random';
import { daysAgo } from './days';
import { boughtFollowers } from './fraud';
import type { FraudLabel } from './plan';

/** Days of followers that the platform shows. */
export const followerDays = 120;

/** When those who follow after a note do so, from its day on [P]. */
const followsByDay = [0.4, 0.28, 0.15, 0.09, 0.05, 0.03];

export interface GrowthAsk {
  followers: number;
  /** followers gained per read */
  followRate: number;
  notes: readonly ObservedNote[];
  label: FraudLabel | null;
  now: Date;
  /** the days that are asked for, oldest first, ending yesterday: `lastDays(now, followerDays)` */
  days: readonly string[];
}

/** Followers at the end of each of the last 120 days, ending yesterday with those the creator has. */
export function followersByDay(random: RandomStream, ask: GrowthAsk): FollowersOnDay[] {
  const gains = honestGains(random, ask);
  if (ask.label?.kind === 'bought-followers') addPurchases(random, gains, ask.followers, ask.label.strength);
  // Nobody began at nothing four months ago.
  const sum = sumOf(gains.slice(1));
  const scale = Math.min(1, (0.85 * ask.followers) / Math.max(1, sum));
  let followers = ask.followers;
  const rows: FollowersOnDay[] = [];
  for (let ago = 1; ago <= followerDays; ago++) {
    rows.push({ day: ask.days[followerDays - ago] ?? '', followers });
    followers = Math.max(1, followers - Math.round(scale * (gains[ago] ?? 0)));
  }
  return rows.reverse();
}

/** Net gain by days ago: a steady part with the week's tide, some who leave, what notes brought, and now and then luck. */
function honestGains(random: RandomStream, { followers, followRate, notes, now }: GrowthAsk): number[] {
  const daily = followers * 0.0009 * random.around1(0.8);
  const leaving = followers * 0.0003;
  const tide = 0.25 * random.next();
  const gains = Array.from({ length: followerDays + 1 }, (_, ago) => {
    const week = 1 + tide * Math.sin((2 * Math.PI * (daysAgoOfWeek(now) - ago)) / 7);
    const come = daily * week * random.around1(0.25);
    return random.poisson(come) - random.poisson(leaving * random.around1(0.3));
  });
  const fromNotes = gains.map(() => 0);
  for (const note of notes) {
    const first = daysAgo(now, note.publishedAt);
    followsByDay.forEach((share, day) => {
      const ago = first - day;
      if (ago >= 1) fromNotes[ago] = (fromNotes[ago] ?? 0) + note.readsNatural * followRate * share;
    });
  }
  const most = 0.45 * followers;
  const scale = Math.min(1, most / Math.max(1, sumOf(fromNotes)));
  fromNotes.forEach((gain, ago) => (gains[ago] = (gains[ago] ?? 0) + random.poisson(gain * scale)));
  // A talk, a television programme, a bigger friend: growth that no note of hers explains.
  if (random.chance(0.015)) {
    const ago = random.between(5, followerDays - 5);
    [0.6, 0.25, 0.15].forEach(
      (share, day) =>
        (gains[ago - day] =
          (gains[ago - day] ?? 0) + Math.round(followers * 0.06 * share * random.around1(0.4))),
    );
  }
  return gains;
}

const daysAgoOfWeek = (now: Date): number => Math.floor(now.getTime() / 86_400_000) % 7;

function addPurchases(random: RandomStream, gains: number[], followers: number, strength: number): void {
  for (const bought of boughtFollowers(random, followers, strength)) {
    const ago = random.between(3, followerDays - 2);
    // Sellers deliver in one night; the careful ask for it over three days.
    const days = strength < 0.45 && random.chance(0.5) ? 3 : 1;
    for (let day = 0; day < days; day++)
      gains[ago - day] = (gains[ago - day] ?? 0) + Math.round(bought / days);
    // The platform finds a few of them out in the weeks that follow.
    for (let day = ago - days; day >= 1; day--)
      gains[day] = (gains[day] ?? 0) - random.poisson((bought * 0.1) / ago);
  }
}
