import type {
  AskFeed,
  EngagementEvent,
  EngagementReceipt,
  FeedView,
  NoteView,
  Problem,
  ProductEvent,
  ProductReceipt,
  PublishNote,
} from '@poolrise/contracts';
import { setTimeout as sleep } from 'node:timers/promises';

/** The product said no, and would say no again. */
export class RefusedByProduct extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

export interface ReaderApplicationOptions {
  apiUrl: string;
  key: string;
  /** Ends waiting and trying again. */
  signal?: AbortSignal;
  /** First pause before another try, in milliseconds; it doubles up to ten seconds. */
  patienceMs?: number;
}

const pauseMsMax = 10_000;
const answerMsMax = 15_000;

/**
 * A reader application: three calls of the public API, and one to publish. It knows nothing of the product but the
 * contract. What fails for the moment (no answer, 429, 5xx) is tried again with the same body.
 */
export class ReaderApplication {
  constructor(private readonly options: ReaderApplicationOptions) {}

  feed(ask: AskFeed): Promise<FeedView> {
    return this.post('/api/v1/feed', ask);
  }

  report(events: readonly EngagementEvent[]): Promise<EngagementReceipt> {
    return this.post('/api/v1/engagements', { events });
  }

  /** What readers did with product links. */
  tell(events: readonly ProductEvent[]): Promise<ProductReceipt> {
    return this.post('/api/v1/product-events', { events });
  }

  publish(note: PublishNote): Promise<NoteView> {
    return this.post('/api/v1/notes', note);
  }

  /** @throws RefusedByProduct for a refusal that no second try would change */
  private async post<Answer>(path: string, body: unknown): Promise<Answer> {
    const { apiUrl, key, signal, patienceMs = 500 } = this.options;
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    };
    for (let pauseMs = patienceMs; ; pauseMs = Math.min(pauseMsMax, pauseMs * 2)) {
      signal?.throwIfAborted();
      const limit = AbortSignal.timeout(answerMsMax);
      const response = await fetch(apiUrl + path, {
        ...request,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      }).catch(() => null);
      if (response?.ok) return (await response.json()) as Answer;
      if (response && response.status < 500 && response.status !== 429) throw await refusalOf(response);
      const askedMs = Number(response?.headers.get('retry-after') ?? 0) * 1000;
      await response?.body?.cancel();
      await sleep(Math.max(pauseMs, askedMs), undefined, { signal });
    }
  }
}

async function refusalOf(response: Response): Promise<RefusedByProduct> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new RefusedByProduct(
    response.status,
    problem.code ?? 'unknown',
    problem.detail ?? response.statusText,
  );
}
