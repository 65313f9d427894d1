import {
  dwellSecondsMax,
  engagementBatchMax,
  purchaseCentsMax,
  type RefusalReason,
} from '@poolrise/contracts';
import { engagementKinds, isRepeatable } from '@poolrise/domain';
import { Refused } from '../http/refused';
import { type Impression, type ImpressionTokens, slotNumber } from './impression-token';
import { lateness, placeEvents, readInstant, readSentAt, type Untimed } from './read-times';
import { SeenEvents } from './seen-events';

/** An event that may be recorded, with what its token says. */
export interface ReadEvent {
  /** place in the batch, for the receipt */
  index: number;
  id: string;
  kind: number;
  /** own id for kinds that may repeat, nil for those that happen once an impression */
  key: string;
  value: number;
  /** when it happened, in ms since 1970: by the application's corrected clock, or when it arrived */
  at: number;
  /** whether the application said when */
  timed: boolean;
  /** the impression's name, page and position, as one number */
  slot: number;
  impression: Impression;
}

export interface ReadBatch {
  events: ReadEvent[];
  duplicates: number;
  refused: { index: number; id: string; reason: RefusalReason }[];
}

export const nilKey = '00000000-0000-0000-0000-000000000000';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const kinds = new Map<unknown, number>(engagementKinds.map((kind, index) => [kind, index]));
const repeatable = engagementKinds.map(isRepeatable);
/** Kinds that carry a value: seconds of dwell, cents of a purchase. */
const valued = engagementKinds.map((kind) => kind === 'dwell' || kind === 'purchase');
const dwell = engagementKinds.indexOf('dwell');

/** What may stand in an event. */
interface Sent {
  id?: unknown;
  token?: unknown;
  kind?: unknown;
  value?: unknown;
  occurredAt?: unknown;
}

/** What a token says, or why it says nothing. */
type TokenReading = ReturnType<ImpressionTokens['read']>;
/** An event that is good but for its time, with that of its arrival until it is placed. */
type Readable = Untimed & ReadEvent;

/**
 * Checks a batch by hand, event by event: one bad event is refused with its reason while the good ones count.
 * The contract's zod schema says the same and a spec holds the two together; by hand it is some ten times faster, and at a
 * hundred thousand events a second that decides (pools.md section 3: validation is the ceiling).
 *
 * @throws Refused when the envelope itself is not a batch.
 */
export function readBatch(
  body: unknown,
  tokens: ImpressionTokens,
  application: number,
  nowMs: number,
): ReadBatch {
  const { events: sent, sentAt } = envelope(body);
  const batch: ReadBatch = { events: [], duplicates: 0, refused: [] };
  const good: Readable[] = [];
  let saysWhen = false;
  const impressions = new Map<string, TokenReading>();
  const impressionOf = (token: string): TokenReading => {
    let impression = impressions.get(token);
    if (impression === undefined) impressions.set(token, (impression = tokens.read(token, application)));
    return impression;
  };

  for (let index = 0; index < sent.length; index++) {
    const event = sent[index] as Sent | null;
    const read = readEvent(event, index, impressionOf, nowMs);
    if (typeof read === 'string') {
      const id = typeof event?.id === 'string' ? event.id.slice(0, 64) : '';
      batch.refused.push({ index, id, reason: read });
      continue;
    }
    saysWhen ||= read.timed;
    good.push(read);
  }
  const placed = saysWhen
    ? placeEvents(good, sentAt, nowMs, ({ index, id }, reason) => batch.refused.push({ index, id, reason }))
    : good;
  takeOnce(batch, placed);
  return batch;
}

/** The event with the time of its arrival, or why it cannot be recorded. */
function readEvent(
  event: Sent | null,
  index: number,
  impressionOf: (token: string) => TokenReading,
  nowMs: number,
): Readable | RefusalReason {
  if (event === null || typeof event !== 'object' || Array.isArray(event)) return 'event-malformed';
  const { id, token, value } = event;
  const kind = kinds.get(event.kind);
  const timed = event.occurredAt !== undefined;
  const occurredAt = timed ? readInstant(event.occurredAt) : null;
  const known = 3 + (value === undefined ? 0 : 1) + (timed ? 1 : 0);
  if (
    typeof id !== 'string' ||
    id.length !== 36 ||
    !uuid.test(id) ||
    typeof token !== 'string' ||
    token.length < 20 ||
    token.length > 200 ||
    kind === undefined ||
    (timed && occurredAt === null) ||
    keysOf(event) !== known ||
    (value !== undefined && !isValueOf(kind, value))
  )
    return 'event-malformed';
  if (valued[kind] !== (value !== undefined)) return valued[kind] ? 'value-missing' : 'value-unexpected';

  const impression = impressionOf(token);
  if (typeof impression === 'string') return impression;
  const late = lateness(impression, timed, nowMs);
  if (late) return late;
  return {
    index,
    id,
    kind,
    key: repeatable[kind] ? id.toLowerCase() : nilKey,
    value: (value as number | undefined) ?? 0,
    at: nowMs,
    timed,
    occurredAt,
    slot: slotNumber(impression),
    impression,
  };
}

function isValueOf(kind: number, value: unknown): boolean {
  const most = kind === dwell ? dwellSecondsMax : purchaseCentsMax;
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

/** Takes each event once: the same again is a repeat, something else under its id is refused. */
function takeOnce(batch: ReadBatch, events: readonly ReadEvent[]): void {
  const byId = new Map<string, ReadEvent>();
  const seen = new SeenEvents();
  for (const event of events) {
    const { index, id, kind, value, slot } = event;
    const ownId = id.toLowerCase();
    const earlier = byId.get(ownId);
    if (earlier && (earlier.kind !== kind || earlier.value !== value || earlier.slot !== slot)) {
      batch.refused.push({ index, id, reason: 'event-id-reused' });
      continue;
    }
    byId.set(ownId, event);
    if (seen.add(event)) batch.events.push(event);
    else batch.duplicates++;
  }
}

function keysOf(event: object): number {
  let keys = 0;
  for (const key in event) if ((event as Record<string, unknown>)[key] !== undefined) keys++;
  return keys;
}

function envelope(body: unknown): { events: unknown[]; sentAt: number | null } {
  const keys = body !== null && typeof body === 'object' && !Array.isArray(body) ? Object.keys(body) : [];
  const extra = keys.find((key) => key !== 'events' && key !== 'sentAt');
  if (extra !== undefined)
    throw new Refused('invalid-input', {
      field: `/${extra.slice(0, 60)}`,
      detail: 'The body has a field that is not known.',
    });
  const { events, sentAt } = (body ?? {}) as { events?: unknown; sentAt?: unknown };
  if (!Array.isArray(events) || events.length < 1 || events.length > engagementBatchMax)
    throw new Refused('invalid-input', {
      field: '/events',
      detail: `A batch holds 1 to ${engagementBatchMax} events.`,
    });
  return { events, sentAt: readSentAt(sentAt) };
}
