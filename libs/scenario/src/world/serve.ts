import {
  deliveryCurve,
  noCounts,
  trafficShare,
  type EngagementCounts,
  type PoolPolicy,
  type Rail,
} from '@poolrise/domain';
import { platform, response } from '../parameters';
import type { RandomStream } from '../random';
import { oddsOf, type ResponseOdds } from '../respond';
import type { OpenRun } from './ladder';
import { hourMs, trafficOfHour } from './publish';
import type { WorldNote } from './world-note';

const leastFit = Math.min(...response.fitOfLevel.value);

export interface Serving {
  run: OpenRun;
  rail: Rail;
  impressions: number;
}

/**
 * One hour of the feed: who gets how many impressions. The guarantee first, along its curve; then the pools, the small
 * ones before the large, in each the best forecast first and no note more than its share, until the hour's impressions
 * are used up.
 */
export function serveHour(
  random: RandomStream,
  policy: PoolPolicy,
  open: Iterable<OpenRun>,
  hour: number,
): Serving[] {
  const servings: Serving[] = [];
  let left = capacityOf(random, hour);
  const climbing: OpenRun[] = [];
  for (const run of open) {
    if (run.level > 0) climbing.push(run);
    else servings.push(...guarantee(random, policy, run, hour));
  }
  for (const { impressions } of servings) left -= impressions;
  climbing.sort((a, b) => smallPool(b) - smallPool(a) || b.forecast - a.forecast || a.note - b.note);
  const cap = Math.max(1, Math.floor(left * platform.capPerNote.value));
  const pace = trafficOfHour(hour);
  for (const run of climbing) {
    if (left <= 0) break;
    const wish = (run.target / (platform.shortestHours.value[run.level] ?? 24)) * pace * random.around1(0.2);
    const impressions = Math.min(left, cap, Math.ceil(wish), run.target - run.organic.impressions);
    if (impressions <= 0) continue;
    servings.push({ run, rail: 'organic', impressions });
    left -= impressions;
  }
  return servings;
}

/** Pools up to ten thousand take a few percent of all impressions; starving them would leave nobody to climb. */
const smallPool = (run: OpenRun): number => (run.level <= 3 ? 1 : 0);

/** Impressions of this hour, all notes together. */
function capacityOf(random: RandomStream, hour: number): number {
  return Math.round((platform.impressionsPerDay.value / 24) * trafficOfHour(hour) * random.around1(0.04));
}

function guarantee(
  random: RandomStream,
  { trafficClock, coldStart }: PoolPolicy,
  run: OpenRun,
  hour: number,
): Serving[] {
  const often = platform.guarantee.value;
  const endsAt = run.enteredAt + coldStart.hours * hourMs;
  const elapsed = trafficShare(trafficClock, { startsAt: run.enteredAt, endsAt, now: hour + hourMs });
  // The feed catches up in strides; what an hour misses, the next one owes.
  if (elapsed < 1 && !random.chance(often.hours)) return [];
  const owed = run.target * deliveryCurve(elapsed, coldStart.theta ?? 0) - run.guaranteedImpressions;
  const room = run.target - run.organic.impressions;
  const guaranteed = Math.max(0, Math.min(room, random.poisson(Math.max(0, owed))));
  const lucky = random.chance(often.organicHours) ? guaranteed * often.organicShare : 0;
  const organic = Math.min(room - guaranteed, random.poisson(lucky));
  const servings: Serving[] = [];
  if (guaranteed > 0) servings.push({ run, rail: 'guaranteed', impressions: guaranteed });
  if (organic > 0) servings.push({ run, rail: 'organic', impressions: organic });
  return servings;
}

/** Impressions that search brings each of these notes in this hour, where it brings any; the older the fewer. */
export function searchHour(
  random: RandomStream,
  found: readonly { index: number; note: WorldNote }[],
  hour: number,
): { index: number; impressions: number }[] {
  const perDayOf = platform.searchPerDay.value;
  const pace = trafficOfHour(hour) / 24;
  const servings: { index: number; impressions: number }[] = [];
  for (const { index, note } of found) {
    if (note.auditState !== 'passed') continue;
    const perDay = perDayOf.all + perDayOf.byHook * note.quality.hook;
    const halfLives = (hour - note.publishedAt) / hourMs / platform.searchHalfLifeHours.value;
    const impressions = random.poisson(perDay * pace * Math.pow(0.5, halfLives));
    if (impressions > 0) servings.push({ index, impressions });
  }
  return servings;
}

/** What readers did in these impressions. */
export function respond(
  random: RandomStream,
  note: WorldNote,
  rail: Rail,
  level: number,
  impressions: number,
): EngagementCounts {
  return draw(
    random,
    oddsOf(note.category, note.quality, rail, response.fitOfLevel.value[level] ?? leastFit),
    impressions,
  );
}

function draw(random: RandomStream, odds: ResponseOdds, impressions: number): EngagementCounts {
  const counts = noCounts();
  counts.impressions = impressions;
  counts.clicks = random.binomial(impressions, odds.click);
  counts.hides = random.binomial(impressions, odds.hidePerImpression);
  if (counts.clicks === 0) return counts;
  counts.likes = random.binomial(counts.clicks, odds.like);
  counts.collects = random.binomial(counts.clicks, odds.collect);
  counts.comments = random.binomial(counts.clicks, odds.comment);
  counts.shares = random.binomial(counts.clicks, odds.share);
  counts.follows = random.binomial(counts.clicks, odds.follow);
  counts.purchases = random.binomial(counts.clicks, odds.purchase);
  counts.dwellSeconds = Math.round(counts.clicks * odds.dwellSeconds * random.around1(0.3));
  return counts;
}
