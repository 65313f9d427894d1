import type { EngagementEvent } from '@poolrise/contracts';
import type { ReaderApplication } from '../reader-application';

const batchMax = 500;

/**
 * Events on their way to the product. A batch that was not acknowledged is sent again with the same ids, until it is:
 * the product counts each event once, however often it comes.
 */
export class Outbox {
  private waiting: EngagementEvent[] = [];
  private flushing: Promise<void> | null = null;

  constructor(
    private readonly application: ReaderApplication,
    private readonly onRefused: (reason: string) => void,
  ) {}

  /** Events that are not acknowledged yet. */
  get size(): number {
    return this.waiting.length;
  }

  add(events: readonly EngagementEvent[]): void {
    this.waiting.push(...events);
  }

  /** Sends what waits; one flush at a time. */
  flush(): Promise<void> {
    this.flushing ??= this.send().finally(() => (this.flushing = null));
    return this.flushing;
  }

  private async send(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, batchMax);
      const receipt = await this.application.report(batch);
      this.waiting = this.waiting.slice(batch.length);
      for (const { reason } of receipt.refused) this.onRefused(reason);
    }
  }
}
