import type { EngagementEvent, ProductEvent, Slot } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { audience } from '../parameters';
import { RandomStream } from '../random';
import { ReaderApplication, RefusedByProduct } from '../reader-application';
import { NoteKnowledge } from './note-knowledge';
import { Outbox } from './outbox';
import { viewPage } from './page-view';
import { Shopping } from './shopping';
import { readerAt, readerCount, searchOf } from './synthetic-reader';

export interface ReadersOptions {
  apiUrl: string;
  /** An API key with the scopes feed:read and engagements:write. */
  key: string;
  pagesPerSecond: number;
  /** The seed of the demo world: whose notes are how good, and who the readers are. */
  seed: string;
  /** What makes this run differ from the last one: who comes when, and what catches the eye. */
  day: string;
  signal: AbortSignal;
  warn?: (sentence: string) => void;
}

const flushEveryMs = 800;
const pagesAtOnce = 8;
/** When the product is away for long, readers wait instead of piling up reports. */
const unreportedMax = 20_000;

/**
 * Synthetic readers: come at random moments, ask the public API for a page, look, react, buy by what they read, and report it in
 * batches.
 * Ends when the signal does, or with the refusal when the product does not want them (a revoked key, say).
 */
export async function runReaders(options: ReadersOptions): Promise<void> {
  const { pagesPerSecond, seed, signal, warn = console.warn } = options;
  const application = new ReaderApplication(options);
  const knowledge = new NoteKnowledge(seed);
  const random = new RandomStream(seed, 'visits', options.day);
  const shopping = new Shopping(new RandomStream(seed, 'shopping', options.day), randomUUID);
  const sayRefused = refusalCounter(warn);
  const outbox = new Outbox<EngagementEvent>((events) => application.report(events), sayRefused);
  const links = new Outbox<ProductEvent>(
    (events) => application.tell(events),
    (reason, id) => {
      shopping.forget(id);
      sayRefused(reason);
    },
  );
  let refused: Error | undefined;
  let open = 0;

  const stumble = (error: unknown) => {
    if (!signal.aborted) refused ??= error instanceof Error ? error : new Error(String(error));
  };
  const visit = async () => {
    const reader = readerAt(seed, random.below(readerCount));
    const ask = random.chance(audience.searchShare.value)
      ? ({
          placement: 'search',
          query: searchOf(random, reader),
          reader: reader.attributes,
          size: 20,
        } as const)
      : ({ placement: 'discovery', reader: reader.attributes, size: 20 } as const);
    const { slots } = await application.feed(ask);
    const read = (slot: Slot) => links.add(shopping.look(slot, Date.now()));
    outbox.add(viewPage(random, randomUUID, knowledge, reader, slots, read));
  };

  const flush = async () => {
    await Promise.all([outbox.flush(), links.flush()]);
    // Only behind what is acknowledged: a sale is told when its open is known, or not at all.
    links.add(shopping.due(Date.now()));
  };
  const flushing = setInterval(() => void flush().catch(stumble), flushEveryMs);
  try {
    while (!signal.aborted && !refused) {
      if (open < pagesAtOnce && outbox.size + links.size < unreportedMax) {
        open++;
        void visit()
          .catch(stumble)
          .finally(() => open--);
      }
      const pauseMs = (-Math.log(1 - random.next()) * 1000) / pagesPerSecond;
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    clearInterval(flushing);
  }
  if (refused) throw refused;
}

/** The words with which the readers give up. */
export function farewell(error: unknown): string {
  if (error instanceof RefusedByProduct) return `The readers were refused: ${error.message}`;
  return `The readers stopped: ${error instanceof Error ? error.message : String(error)}`;
}

/** Says each reason once; a thousand refused events are one mistake. */
function refusalCounter(warn: (sentence: string) => void): (reason: string) => void {
  const said = new Set<string>();
  return (reason) => {
    // A page that lay open too long is everyday life.
    if (reason === 'token-expired' || said.has(reason)) return;
    said.add(reason);
    warn(`The product refuses events of the readers: ${reason}`);
  };
}
