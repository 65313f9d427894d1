/** Stands in for the browser's EventSource; a test speaks through the last one opened. */
export class FakeStream {
  static last: FakeStream;

  /** From now on the console opens this one. */
  static install(): void {
    Object.assign(globalThis, { EventSource: FakeStream });
  }

  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  private readonly heard = new Map<string, () => void>();

  constructor(readonly url: string) {
    FakeStream.last = this;
  }

  addEventListener(topic: string, heard: () => void): void {
    this.heard.set(topic, heard);
  }

  close(): void {
    this.closed = true;
  }

  tell(topic: string): void {
    this.heard.get(topic)?.();
  }
}
