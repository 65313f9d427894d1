import { instant, type RefusalReason } from '@poolrise/contracts';
import { estimateSkew, lateMsMax, pageLifeMs, placeInTime, type TimeClaim } from '@poolrise/domain';
import { Refused } from '../http/refused';
import type { Impression } from './impression-token';
import type { ReadEvent } from './read-batch';

/** An event that is good but for its time. */
export interface Untimed extends Omit<ReadEvent, 'at'> {
  /** ms since 1970 by the application's clock; null when it does not say, which is: now */
  occurredAt: number | null;
}

/** ms since 1970, or null unless the contract takes it for an instant. */
export function readInstant(value: unknown): number | null {
  return instant.safeParse(value).success ? Date.parse(value as string) : null;
}

/** When a batch says it was sent. @throws Refused when that is no instant */
export function readSentAt(value: unknown): number | null {
  if (value === undefined) return null;
  const sentAt = readInstant(value);
  if (sentAt === null)
    throw new Refused('invalid-input', {
      field: '/sentAt',
      detail: 'sentAt is an instant of ISO 8601 with its offset, as 2026-11-25T08:00:00.000Z.',
    });
  return sentAt;
}

/** Why an event of this impression comes too late, or null. One that says when it happened may arrive days later. */
export function lateness({ expiresAt }: Impression, saysWhen: boolean, nowMs: number): RefusalReason | null {
  if (nowMs < expiresAt * 1000) return null;
  if (!saysWhen) return 'token-expired';
  return nowMs > expiresAt * 1000 + lateMsMax ? 'event-too-late' : null;
}

/** Gives every event its time, or refuses it. What does not say when happened as it arrived. */
export function placeEvents(
  events: readonly Untimed[],
  sentAt: number | null,
  nowMs: number,
  refuse: (event: Untimed, reason: RefusalReason) => void,
): ReadEvent[] {
  const claims = events.map(({ occurredAt, impression }) =>
    occurredAt === null ? null : claimOf(occurredAt, impression, nowMs),
  );
  const said = claims.filter((claim) => claim !== null);
  const skew = said.length ? estimateSkew(said, sentAt === null ? null : nowMs - sentAt) : 0;
  return events.flatMap((event, index) => {
    const claim = claims[index];
    const at = claim ? placeInTime(claim, skew, nowMs) : nowMs;
    if (typeof at === 'number') return { ...event, at };
    refuse(event, at);
    return [];
  });
}

/** A page is served its life before it ends, and the token says when that is: both are times of our own clock. */
const claimOf = (occurredAt: number, { expiresAt }: Impression, nowMs: number): TimeClaim => ({
  occurredAt,
  from: expiresAt * 1000 - pageLifeMs,
  to: Math.min(nowMs, expiresAt * 1000),
});
