import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { liveTopics } from '@poolrise/contracts';
import pg from 'pg';
import { filter, interval, map, merge, type Observable, Subject } from 'rxjs';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { applicationUrl } from '../db/urls';
import { liveChannel } from './announce';

/** Announcements of a quarter second become one message a topic. */
const coalesceMs = 250;
const pingMs = 15_000;
const reconnectMs = 500;

export interface LiveMessage {
  type: string;
  data: object;
}

/** One LISTEN connection for the process, fanned out to the open streams of each workspace. */
@Injectable()
export class LiveService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('live');
  private readonly changes = new Subject<{ workspaceId: string; topic: string }>();
  private readonly waiting = new Set<string>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    this.changes.complete();
    await this.client?.end().catch(() => undefined);
  }

  /** What changed in a workspace, as server-sent events; a ping now and then keeps proxies from closing the line. */
  of(workspaceId: string): Observable<LiveMessage> {
    return merge(
      this.changes.pipe(
        filter((change) => change.workspaceId === workspaceId || change.workspaceId === '*'),
        map((change) => ({ type: change.topic, data: {} })),
      ),
      interval(pingMs).pipe(map(() => ({ type: 'ping', data: {} }))),
    );
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: applicationUrl(this.config.DATABASE_URL),
      keepAlive: true,
    });
    client.on('error', (error) => this.log.warn(`listening connection lost: ${error.message}`));
    client.on('end', () => {
      if (this.closing) return;
      setTimeout(() => void this.reconnect(), reconnectMs);
    });
    client.on('notification', ({ payload }) => this.collect(payload ?? ''));
    await client.connect();
    await client.query(`listen ${liveChannel}`);
    this.client = client;
  }

  /** What was announced while nobody listened is unknown, so every open page is told to look again. */
  private async reconnect(): Promise<void> {
    try {
      await this.connect();
      for (const topic of liveTopics) this.changes.next({ workspaceId: '*', topic });
    } catch {
      if (!this.closing) setTimeout(() => void this.reconnect(), reconnectMs);
    }
  }

  private collect(payload: string): void {
    this.waiting.add(payload);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const change of this.waiting) {
        const [workspaceId = '', topic = ''] = change.split(' ');
        this.changes.next({ workspaceId, topic });
      }
      this.waiting.clear();
    }, coalesceMs);
  }
}
