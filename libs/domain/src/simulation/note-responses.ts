import { EventProcess, OwnStream } from './own-stream';
import type { World, WorldNote } from './world';

export const contentSignals = ['like', 'collect', 'comment', 'share', 'follow'] as const;
export type ContentSignal = (typeof contentSignals)[number];

/** What readers did after opening a note. */
export type SignalCounts = Record<ContentSignal, number>;

export const noSignals = (): SignalCounts => ({ like: 0, collect: 0, comment: 0, share: 0, follow: 0 });

/**
 * How the readers of one note respond: opens come along its expected opens, and each signal along its opens. Paid
 * readers have a chance of their own, so that a boost does not shuffle what the others do.
 */
export class NoteResponses {
  private readonly opens: EventProcess;
  private signals: EventProcess[] | null = null;

  constructor(
    private readonly seed: number,
    private readonly note: Pick<WorldNote, 'id' | 'content'>,
    private readonly world: Pick<World, 'rates' | 'weights'>,
    private readonly paid: boolean,
  ) {
    this.opens = this.process(0);
  }

  /** Opens that as many expected opens bring. */
  open(expected: number): number {
    return this.opens.expose(expected);
  }

  /** Adds what follows these opens to `counts`, and returns its weighted value. */
  follow(opens: number, counts: SignalCounts): number {
    if (opens === 0) return 0;
    this.signals ??= contentSignals.map((_, index) => this.process(index + 1));
    const { rates, weights } = this.world;
    let value = 0;
    for (const [index, signal] of contentSignals.entries()) {
      const events = (this.signals[index] as EventProcess).expose(opens * rates[signal] * this.note.content);
      counts[signal] += events;
      value += events * weights[signal];
    }
    return value;
  }

  private process(part: number): EventProcess {
    return new EventProcess(new OwnStream(this.seed, this.note.id, this.paid ? part + 100 : part));
  }
}
