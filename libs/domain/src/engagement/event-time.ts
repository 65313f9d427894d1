const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How long a page is read: what is reported of it happened within this time of its being served. Milliseconds. */
export const pageLifeMs = 30 * minuteMs;
/** How long after its page ended an event may still arrive: a phone that lay in a drawer for a week, and a day. */
export const lateMsMax = 8 * dayMs;
/** Clocks and networks differ by as much without anybody being wrong. */
export const clockToleranceMs = minuteMs;
/** The most that a clock is corrected by: from UTC−12 to UTC+14, the worst that a wrong time zone can do. */
const skewMsMax = 26 * 60 * minuteMs;

/** What an application says of one event, and when it can have happened: instants in ms since 1970. */
export interface TimeClaim {
  occurredAt: number;
  /** when its page was served */
  from: number;
  /** when its page ended, or now if that is sooner */
  to: number;
}

/**
 * By how many ms to move the times of one batch: 0 for a clock that is right, -3,600,000 for one that is an hour ahead.
 *
 * A batch may say when it was sent; then the difference to its arrival is the skew, unless more of its events would be
 * possible without any (the same words sent again an hour later). Without that, every event bounds the skew, because its
 * page was served before it and its report arrived after it: the skew that makes most events possible is taken, and of
 * those the smallest. Differences within `clockToleranceMs` are no skew.
 *
 * Source: the interval intersection of Marzullo's algorithm (1984), on which NTP rests (RFC 5905, section 11.2.1).
 *
 * @param declaredMs arrival minus the time at which the batch says it was sent; null when it does not say
 */
export function estimateSkew(claims: readonly TimeClaim[], declaredMs: number | null): number {
  const fitting = fits(claims, 0);
  if (declaredMs === null) return fitting === claims.length ? 0 : nearestOfMost(claims);
  if (Math.abs(declaredMs) <= clockToleranceMs) return 0;
  return fits(claims, declaredMs) >= fitting ? declaredMs : 0;
}

const isPossible = ({ occurredAt, from, to }: TimeClaim, skewMs: number): boolean =>
  occurredAt + skewMs >= from - clockToleranceMs && occurredAt + skewMs <= to + clockToleranceMs;

const fits = (claims: readonly TimeClaim[], skewMs: number): number =>
  claims.reduce((count, claim) => count + (isPossible(claim, skewMs) ? 1 : 0), 0);

/** The skew within which most intervals overlap; of several the one nearest to 0. */
function nearestOfMost(claims: readonly TimeClaim[]): number {
  const ends = claims
    .map(({ occurredAt, from, to }) => ({
      low: Math.max(-skewMsMax, from - occurredAt),
      high: Math.min(skewMsMax, to - occurredAt),
    }))
    .filter(({ low, high }) => low <= high)
    .flatMap(({ low, high }) => [
      { at: low, opens: 1 },
      { at: high, opens: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.opens - a.opens);
  let [depth, most, best] = [0, 0, 0];
  ends.forEach(({ at, opens }, index) => {
    depth += opens;
    // Where an interval opens a stretch begins that is covered `depth` times, up to the next end.
    const nearest = Math.min(Math.max(0, at), ends[index + 1]?.at ?? at);
    if (opens > 0 && (depth > most || (depth === most && Math.abs(nearest) < Math.abs(best))))
      [most, best] = [depth, nearest];
  });
  return best;
}

export type TimeRefusal = 'occurred-before-page' | 'occurred-in-future' | 'occurred-after-page';

/**
 * When an event happened, in ms since 1970: the corrected time, held to when it can have happened.
 *
 * @param receivedAt when it arrived
 * @returns a refusal when even the corrected time cannot be true by more than the tolerance
 */
export function placeInTime(
  { occurredAt, from, to }: TimeClaim,
  skewMs: number,
  receivedAt: number,
): number | TimeRefusal {
  const at = occurredAt + skewMs;
  if (at > receivedAt + clockToleranceMs) return 'occurred-in-future';
  if (at < from - clockToleranceMs) return 'occurred-before-page';
  if (at > to + clockToleranceMs) return 'occurred-after-page';
  return Math.min(Math.max(at, from), to);
}
