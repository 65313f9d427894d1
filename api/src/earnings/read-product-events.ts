import { ProductEvent, productBatchMax, type ProductRefusal } from '@poolrise/contracts';
import { clockToleranceMs, pageLifeMs, placeInTime } from '@poolrise/domain';
import { type Impression, type ImpressionTokens, slotNumber } from '../engagement/impression-token';
import { lateness } from '../engagement/read-times';
import { Refused } from '../http/refused';
import type { ReadProductEvent } from './decide-product-events';

export interface ReadProductBatch {
  events: ReadProductEvent[];
  refused: { index: number; id: string; reason: ProductRefusal }[];
  sent: number;
}

/**
 * Reads a batch event by event: one bad event is refused with its reason while the good ones count.
 * @throws Refused when the envelope itself is no batch
 */
export function readProductBatch(
  body: unknown,
  tokens: ImpressionTokens,
  application: number,
  now: number,
): ReadProductBatch {
  const sent = envelope(body);
  const batch: ReadProductBatch = { events: [], refused: [], sent: sent.length };
  sent.forEach((one, index) => {
    const read = ProductEvent.safeParse(one);
    const event = read.success ? eventOf(read.data, index, tokens, application, now) : 'event-malformed';
    if (typeof event !== 'string') batch.events.push(event);
    else batch.refused.push({ index, id: idOf(one), reason: event });
  });
  return batch;
}

function eventOf(
  event: ProductEvent,
  index: number,
  tokens: ImpressionTokens,
  application: number,
  now: number,
): ReadProductEvent | ProductRefusal {
  // One id in two spellings is one id.
  const id = event.id.toLowerCase();
  const said = event.occurredAt === undefined ? null : Date.parse(event.occurredAt);
  if (event.kind !== 'open') {
    const { kind, reference, cents } = event;
    const at =
      said !== null && said > now + clockToleranceMs ? 'occurred-in-future' : Math.min(said ?? now, now);
    return { kind, index, id, at, openId: event.openId.toLowerCase(), reference, cents };
  }
  const impression = tokens.read(event.token, application);
  if (typeof impression === 'string') return impression;
  const { noteId, rail, reader } = impression;
  const slot = slotNumber(impression);
  return {
    ...{ kind: 'open', index, id, at: openedAt(impression, said, now) },
    ...{ noteId, product: event.product, slot, rail, reader },
  };
}

/** A link is opened while its page is read, and may be reported for as long afterwards as everything else of the page. */
function openedAt(impression: Impression, said: number | null, now: number): number | ProductRefusal {
  const late = lateness(impression, said !== null, now);
  if (late === 'token-expired' || late === 'event-too-late') return late;
  if (said === null) return now;
  const ends = impression.expiresAt * 1000;
  return placeInTime({ occurredAt: said, from: ends - pageLifeMs, to: Math.min(now, ends) }, 0, now);
}

const idOf = (event: unknown): string => {
  const id = typeof event === 'object' && event !== null && 'id' in event ? event.id : '';
  return typeof id === 'string' ? id.slice(0, 64) : '';
};

function envelope(body: unknown): unknown[] {
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  const extra = fields.find((field) => field !== 'events');
  if (extra !== undefined)
    throw new Refused('invalid-input', {
      field: `/${extra.slice(0, 60)}`,
      detail: 'The body has a field that is not known.',
    });
  const events = typeof body === 'object' && body !== null && 'events' in body ? body.events : null;
  if (!Array.isArray(events) || events.length < 1 || events.length > productBatchMax)
    throw new Refused('invalid-input', {
      field: '/events',
      detail: `A batch holds 1 to ${productBatchMax} events.`,
    });
  return events;
}
