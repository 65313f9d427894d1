import { isIPv6 } from 'node:net';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';

/** Tries are counted in windows of a quarter of an hour. */
export const windowSeconds = 15 * 60;

/**
 * Counts one try of a subject. Before it is made, so that a hundred at once are a hundred tries; a refusal rolls back with the
 * transaction. @throws Refused too-many-attempts
 */
export async function countAttempt(
  tx: EntityManager,
  subject: string,
  triesMax: number,
  now: Date,
): Promise<void> {
  const [row] = await tx.query<{ failures: number; over_in: number }[]>(
    `insert into sign_in_attempt as attempt (subject, failures, window_started_at) values ($1, 1, $2::timestamptz)
     on conflict (subject) do update set (failures, window_started_at) =
       (select case when over then 1 else attempt.failures + 1 end,
               case when over then $2::timestamptz else attempt.window_started_at end
        from (select attempt.window_started_at <= $2::timestamptz - $3::int * interval '1 second' as over))
     returning failures, extract(epoch from window_started_at - $2::timestamptz)::float8 + $3::int as over_in`,
    [subject, now, windowSeconds],
  );
  if (row && row.failures > triesMax)
    throw new Refused('too-many-attempts', { retryAfterSeconds: Math.max(1, row.over_in) });
}

/** Of IPv6 the network: a household has 2^64 addresses and may walk through them. */
export function addressOf(ip: string): string {
  return `ip:${isIPv6(ip) && !ip.includes('.') ? networkOf(ip) : ip}`;
}

function networkOf(ip: string): string {
  const [head = '', tail = ''] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...(ip.includes('::') ? zeros : []), ...rest].slice(0, 4).join(':');
}
