const batchMax = 500;

/** What the product answers to a batch: which of its events it will never take, and why. */
export interface BatchReceipt {
  refused: readonly { id: string; reason: string }[];
}

/**
 * Events on their way to the product. A batch that was not acknowledged is sent again with the same ids, until it is:
 * the product counts each event once, however often it comes.
 */
export class Outbox<Event extends { id: string }> {
  private waiting: Event[] = [];
  private flushing: Promise<void> | null = null;

  constructor(
    private readonly deliver: (batch: readonly Event[]) => Promise<BatchReceipt>,
    private readonly onRefused: (reason: string, id: string) => void,
  ) {}

  /** Events that are not acknowledged yet. */
  get size(): number {
    return this.waiting.length;
  }

  add(events: readonly Event[]): void {
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
      const receipt = await this.deliver(batch);
      this.waiting = this.waiting.slice(batch.length);
      for (const { id, reason } of receipt.refused) this.onRefused(reason, id);
    }
  }
}
