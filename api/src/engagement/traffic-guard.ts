import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { judgeApplication, judgeReader, readerEventsMin, type TrafficFinding } from '@poolrise/domain';
import { EnginePool } from '../db/engine-pool';
import type { ReadEvent } from './read-batch';
import { ApplicationWatch } from './application-watch';
import { bothWaits, sumOf, TrafficCounts } from './traffic-counts';
import {
  addToWindows,
  holdEvents,
  type KnownQuarantine,
  knownEvents,
  knownQuarantines,
  openQuarantine,
} from './quarantine-store';

const lookEveryMs = 1_000;
/** The longest that pages of half an hour are read: each is good for half an hour. */
const readerSecondsMax = 3_600;

export interface Admitted {
  /** events to count */
  events: readonly ReadEvent[];
  /** events held that were held before */
  repeats: number;
  /** what they come to, as they were judged */
  counts: TrafficCounts | null;
}

/** A suspicion: of one reader, or with null of the whole application. */
interface Suspicion {
  reader: number | null;
  finding: TrafficFinding;
}

/**
 * Sets traffic aside that no people can have made (decision 7). Every batch is judged together with what was counted before it;
 * what is held is durable before the batch is acknowledged, and counted by nobody until an operator releases it.
 */
@Injectable()
export class TrafficGuard implements OnApplicationShutdown {
  private readonly log = new Logger('quarantine');
  private readonly watches = new Map<string, ApplicationWatch>();
  private quarantines = new Map<string, KnownQuarantine[]>();
  private looking: Promise<void> | undefined;
  private lookedAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly engine: EnginePool) {}

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** The events to count; the others are held. */
  async admit(applicationId: string, events: readonly ReadEvent[], nowMs: number): Promise<Admitted> {
    // The first look is waited for: until then it is not known what is held.
    if (this.lookedAt === -Infinity) await this.look();
    let admitted: Admitted = { events, repeats: 0, counts: null };
    for (const quarantine of this.quarantines.get(applicationId) ?? [])
      if (quarantine.state === 'open') admitted = await this.hold(quarantine, admitted, nowMs);
    for (;;) {
      const counts = new TrafficCounts().add(admitted.events);
      const suspicion = await this.suspect(applicationId, admitted.events, counts, nowMs);
      if (!suspicion) return { ...admitted, counts };
      const { reader, finding } = suspicion;
      const id = await openQuarantine(this.engine.pool, applicationId, reader, finding);
      const opened: KnownQuarantine = {
        id,
        api_key_id: applicationId,
        reader,
        state: 'open',
        decided_at: null,
      };
      this.remember(opened);
      const held = await this.hold(opened, admitted, nowMs);
      // Answered in between: the look that follows tells how.
      if (held.events.length === admitted.events.length) return held;
      admitted = held;
    }
  }

  /** Takes note of what was counted; `isCounted` leaves out repeats and events without their impression. */
  counted(
    applicationId: string,
    admitted: Admitted,
    nowMs: number,
    isCounted: ((event: ReadEvent) => boolean) | null,
  ): void {
    if (!admitted.events.length) return;
    const counts =
      isCounted || !admitted.counts
        ? new TrafficCounts().add(admitted.events.filter(isCounted ?? (() => true)))
        : admitted.counts;
    this.watchOf(applicationId).add(counts, nowMs);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.look().catch((error: unknown) =>
        this.log.warn(`counts of traffic were not told: ${String(error)}`),
      );
    }, lookEveryMs).unref();
  }

  private async hold(quarantine: KnownQuarantine, before: Admitted, nowMs: number): Promise<Admitted> {
    const { reader } = quarantine;
    const held = before.events.filter(({ impression }) => reader === null || impression.reader === reader);
    if (!held.length) return before;
    const repeats = await holdEvents(this.engine.pool, quarantine.id, held, new Date(nowMs));
    if (repeats === null) {
      await this.look();
      return before;
    }
    return {
      counts: null,
      events: reader === null ? [] : before.events.filter(({ impression }) => impression.reader !== reader),
      repeats: before.repeats + repeats,
    };
  }

  /** Judges a batch. A suspicion counts only when it stands without the events that are recorded already. */
  private async suspect(
    applicationId: string,
    events: readonly ReadEvent[],
    counts: TrafficCounts,
    nowMs: number,
  ): Promise<Suspicion | null> {
    const first = this.judge(applicationId, counts, nowMs);
    if (!first) return null;
    const known = await knownEvents(this.engine.pool, events, new Date(nowMs));
    if (!known.size) return first;
    const fresh = new TrafficCounts().add(events.filter((_, at) => !known.has(at)));
    return this.judge(applicationId, fresh, nowMs);
  }

  private judge(applicationId: string, now: TrafficCounts, nowMs: number): Suspicion | null {
    const before = this.watchOf(applicationId).counts;
    for (const [key, { reader, since, all, kinds, waits }] of now.readers) {
      const earlier = before.readers.get(key);
      if (all + (earlier?.all ?? 0) < readerEventsMin || this.trusts(applicationId, reader)) continue;
      const seconds = (nowMs - Math.min(since, earlier?.since ?? since)) / 1000;
      const finding = judgeReader(
        sumOf(kinds, earlier?.kinds),
        Math.min(readerSecondsMax, seconds),
        bothWaits(waits, earlier?.waits),
      );
      if (finding) return { reader, finding };
    }
    if (this.trusts(applicationId, null)) return null;
    for (const [window, kinds] of now.windows) {
      const finding = judgeApplication(sumOf(kinds, before.windows.get(window)));
      if (finding) return { reader: null, finding };
    }
    return null;
  }

  /** Whether an operator has released this traffic lately. */
  private trusts(applicationId: string, reader: number | null): boolean {
    const known = this.quarantines.get(applicationId);
    return (
      known?.some(
        (one) => one.reader === reader && (one.state === 'releasing' || one.state === 'released'),
      ) ?? false
    );
  }

  private watchOf(applicationId: string): ApplicationWatch {
    let watch = this.watches.get(applicationId);
    if (!watch) this.watches.set(applicationId, (watch = new ApplicationWatch()));
    return watch;
  }

  private remember(quarantine: KnownQuarantine): void {
    const known = this.quarantines.get(quarantine.api_key_id) ?? [];
    if (known.some(({ id }) => id === quarantine.id)) return;
    this.quarantines.set(quarantine.api_key_id, [...known, quarantine]);
  }

  /** Tells the other processes what was counted here, and learns what they counted and what operators decided. */
  private look(): Promise<void> {
    this.looking ??= this.exchange().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async exchange(): Promise<void> {
    const known = await knownQuarantines(this.engine.pool);
    this.quarantines = new Map();
    for (const quarantine of known) this.remember(quarantine);
    this.lookedAt = Date.now();
    for (const { api_key_id, reader, decided_at } of known)
      if (decided_at) this.watches.get(api_key_id)?.startAgain(decided_at.getTime(), reader);
    const untold = [...this.watches].flatMap(([applicationId, watch]) =>
      watch.takeUntold().map(([window, kinds]) => ({ applicationId, window, kinds })),
    );
    for (const { applicationId, window, kinds } of await addToWindows(this.engine.pool, untold))
      this.watchOf(applicationId).told(window, kinds);
    for (const [applicationId, watch] of this.watches) {
      watch.forget(this.lookedAt);
      if (watch.isIdle) this.watches.delete(applicationId);
    }
  }
}
