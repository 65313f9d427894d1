import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { EngagementReceipt, RefusalReason } from '@poolrise/contracts';
import { lateMsMax } from '@poolrise/domain';
import { EnginePool } from '../db/engine-pool';
import { JobsService } from '../jobs/jobs.service';
import { liveChannel } from '../live/announce';
import { EventWriter } from './event-writer';
import { applicationTag } from './impression-token';
import { readBatch, type ReadEvent } from './read-batch';
import { TokenSecret } from './token-secret';
import { TrafficGuard } from './traffic-guard';

const remedies: Record<RefusalReason, string> = {
  'event-malformed': 'Send id (UUID), token, kind, and value only for dwell and purchase.',
  'token-forged': 'Send the token of the slot as the feed gave it.',
  'token-expired':
    'Say in occurredAt when it happened; without it, events are taken while the page is valid.',
  'token-foreign': 'Report events with the key that asked the feed.',
  'impression-missing': 'Send the impression first or in the same batch, then this event again.',
  'value-missing': 'Send value: seconds for dwell, cents for purchase.',
  'value-unexpected': 'Leave value out for this kind.',
  'event-id-reused': 'Give every event an id of its own.',
  'event-too-late': `Report events within ${lateMsMax / 86_400_000} days of their page.`,
  'occurred-before-page': 'Send in occurredAt when it happened: after its page was served.',
  'occurred-after-page':
    'Send in occurredAt when it happened: while its page was valid. Ask for a new page after that.',
  'occurred-in-future':
    'Send in occurredAt when it happened, and in sentAt what the same clock says at the sending.',
};
/** How often pages that watch a note are told that its counts moved. */
const announceEveryMs = 500;

/** Records what readers did. */
@Injectable()
export class EngagementService implements OnApplicationShutdown {
  private readonly log = new Logger('engagement');
  private readonly writer: EventWriter;
  private readonly moved = new Set<string>();
  private readonly listeners: ((events: readonly ReadEvent[]) => void)[] = [];
  private readonly followers: ((workspaces: readonly string[]) => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly engine: EnginePool,
    private readonly secret: TokenSecret,
    private readonly jobs: JobsService,
    private readonly guard: TrafficGuard,
  ) {
    this.writer = new EventWriter(engine.pool, ({ workspaces, due, events }) => {
      if (due) this.jobs.nudge('pool-review');
      for (const listener of this.listeners) listener(events);
      for (const follower of this.followers) follower(workspaces);
      this.announceLater(workspaces);
    });
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** Calls `listener` with events that are durable; the feed keeps its picture of the pools fresh by it. */
  onRecorded(listener: (events: readonly ReadEvent[]) => void): void {
    this.listeners.push(listener);
  }

  /** Calls `follower` with workspaces whose notes moved, after their events are durable; it must not wait for anything. */
  onMoved(follower: (workspaces: readonly string[]) => void): void {
    this.followers.push(follower);
  }

  /**
   * Counts the good events of a batch, once each, and says what was wrong with the others. What no people can have done is set
   * aside instead, once each as well. Durable when it resolves.
   */
  async ingest(applicationId: string, body: unknown): Promise<EngagementReceipt> {
    const tokens = await this.secret.tokens();
    const now = Date.now();
    const batch = readBatch(body, tokens, applicationTag(applicationId), now);
    const admitted = await this.guard.admit(applicationId, batch.events, now);
    const recorded = await this.writer.record(admitted.events);
    const uncounted = new Set([...recorded.repeated, ...recorded.orphans]);
    this.guard.counted(
      applicationId,
      admitted,
      now,
      uncounted.size ? ({ index }) => !uncounted.has(index) : null,
    );
    const refused = [...batch.refused];
    if (recorded.orphans.length) {
      const ids = new Map(batch.events.map((event) => [event.index, event.id]));
      for (const index of recorded.orphans)
        refused.push({ index, id: ids.get(index) ?? '', reason: 'impression-missing' });
    }
    const repeats = recorded.repeated.length + admitted.repeats;
    const duplicates = batch.duplicates + repeats;
    return {
      accepted: batch.events.length - repeats - recorded.orphans.length,
      duplicates,
      refused: refused
        .sort((a, b) => a.index - b.index)
        .map((event) => ({ ...event, remedy: remedies[event.reason] })),
    };
  }

  /** Counts are durable already; that somebody is told of them may be lost, so it does not ride in the hot transaction. */
  private announceLater(workspaces: string[]): void {
    for (const workspaceId of workspaces) this.moved.add(workspaceId);
    if (!this.moved.size) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const payloads = [...this.moved].map((workspaceId) => `${workspaceId} pools`);
      this.moved.clear();
      this.engine.pool
        .query(`select pg_notify($1, payload) from unnest($2::text[]) payload`, [liveChannel, payloads])
        .catch((error: unknown) => this.log.warn(`nobody was told of new counts: ${String(error)}`));
    }, announceEveryMs);
  }
}
