import {
  dwellSecondsMax,
  engagementBatchMax,
  purchaseCentsMax,
  type RefusalReason,
} from '@poolrise/contracts';
import { engagementKinds, isRepeatable } from '@poolrise/domain';
import { Refused } from '../http/refused';
import { type Impression, type ImpressionTokens, slotNumber } from './impression-token';
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
  nowSeconds: number,
): ReadBatch {
  const sent = eventsIn(body);
  const batch: ReadBatch = { events: [], duplicates: 0, refused: [] };
  const impressions = new Map<string, ReturnType<ImpressionTokens['read']>>();
  const byId = new Map<string, ReadEvent>();
  const seen = new SeenEvents();

  for (let index = 0; index < sent.length; index++) {
    const event = sent[index] as { id?: unknown; token?: unknown; kind?: unknown; value?: unknown } | null;
    const refuse = (reason: RefusalReason) =>
      batch.refused.push({ index, id: typeof event?.id === 'string' ? event.id.slice(0, 64) : '', reason });
    if (event === null || typeof event !== 'object' || Array.isArray(event)) {
      refuse('event-malformed');
      continue;
    }
    const { id, token, value } = event;
    const kind = kinds.get(event.kind);
    const known = 3 + (value === undefined ? 0 : 1);
    if (
      typeof id !== 'string' ||
      id.length !== 36 ||
      !uuid.test(id) ||
      typeof token !== 'string' ||
      token.length < 20 ||
      token.length > 200 ||
      kind === undefined ||
      keysOf(event) !== known
    ) {
      refuse('event-malformed');
      continue;
    }
    if (
      value !== undefined &&
      (!Number.isInteger(value) ||
        (value as number) < 0 ||
        (value as number) > (kind === dwell ? dwellSecondsMax : purchaseCentsMax))
    ) {
      refuse('event-malformed');
      continue;
    }
    if (valued[kind] !== (value !== undefined)) {
      refuse(valued[kind] ? 'value-missing' : 'value-unexpected');
      continue;
    }

    let impression = impressions.get(token);
    if (impression === undefined)
      impressions.set(token, (impression = tokens.read(token, application, nowSeconds)));
    if (typeof impression === 'string') {
      refuse(impression);
      continue;
    }

    const ownId = id.toLowerCase();
    const read: ReadEvent = {
      index,
      id,
      kind,
      key: repeatable[kind] ? ownId : nilKey,
      value: (value as number | undefined) ?? 0,
      slot: slotNumber(impression),
      impression,
    };
    const earlier = byId.get(ownId);
    if (earlier && (earlier.kind !== kind || earlier.value !== read.value || earlier.slot !== read.slot)) {
      refuse('event-id-reused');
      continue;
    }
    byId.set(ownId, read);
    if (seen.add(read)) batch.events.push(read);
    else batch.duplicates++;
  }
  return batch;
}

function keysOf(event: object): number {
  let keys = 0;
  for (const key in event) if ((event as Record<string, unknown>)[key] !== undefined) keys++;
  return keys;
}

function eventsIn(body: unknown): unknown[] {
  const keys = body !== null && typeof body === 'object' && !Array.isArray(body) ? Object.keys(body) : [];
  const extra = keys.find((key) => key !== 'events');
  if (extra !== undefined)
    throw new Refused('invalid-input', {
      field: `/${extra.slice(0, 60)}`,
      detail: 'The body has a field that is not known.',
    });
  const events = (body as { events?: unknown } | null | undefined)?.events;
  if (!Array.isArray(events) || events.length < 1 || events.length > engagementBatchMax)
    throw new Refused('invalid-input', {
      field: '/events',
      detail: `A batch holds 1 to ${engagementBatchMax} events.`,
    });
  return events;
}
