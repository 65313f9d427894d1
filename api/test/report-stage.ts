import type { ReportDesk } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { aClient, anAgency, type Caller } from './agencies';
import { freshDatabase, type TestDatabase } from './database';
import { aBrandWithNote } from './money';
import type { BrowserHeaders } from './people';
import { startServer, type TestServer } from './server';

/** Today in Shanghai. */
export const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What the kept reports of specs show. */
export const deskSpec = {
  metrics: ['impressions', 'ctr', 'noteCpm'],
  dimensions: ['note'],
  period: { from: '2026-01-01', to: today },
  sort: { by: 'impressions' },
};

/** The desk of reports through the whole server: `raise` once, and before each try `enter` a client's room that is new. */
export class ReportStage {
  database!: TestDatabase;
  server!: TestServer;
  zhou!: Caller;
  room!: string;
  headers!: BrowserHeaders;

  async raise(): Promise<void> {
    this.database = await freshDatabase();
    this.server = await startServer(this.database);
  }

  async enter(): Promise<void> {
    this.zhou = await anAgency(this.database.db);
    this.room = await aClient(this.server, this.zhou, '青屿咖啡');
    this.headers = this.zhou.in(this.room);
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.database.close();
  }

  readonly call = async <T>(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
    by: BrowserHeaders | undefined = this.headers,
  ) => {
    const answer = await this.server.inject({
      method,
      url: `/api/v1/${url}`,
      ...(by && { headers: by }),
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: jsonOf<T>(answer.body), answer };
  };

  readonly write = async (over: object = {}): Promise<ReportDesk> =>
    (
      await this.call<ReportDesk>('POST', 'reports', {
        name: `三月 ${randomUUID().slice(0, 6)}`,
        spec: deskSpec,
        requestKey: randomUUID(),
        ...over,
      })
    ).body;

  /** Somebody without an account, at the door of a link. */
  readonly visit = (path: string, payload: object, ip = '203.0.113.7') =>
    this.server.inject({
      method: 'POST',
      url: `/api/v1/share/${path}`,
      payload,
      remoteAddress: ip,
      headers: { 'x-requested-with': 'poolrise' },
    });

  /** A note of the room with so many impressions some hours ago, a tenth of which opened it. */
  readonly aNote = async (title: string, impressions: number): Promise<string> => {
    const { noteId } = await aBrandWithNote(this.database.db);
    await this.database.owner('update note set workspace_id = $1, title = $2 where id = $3', [
      this.room,
      title,
      noteId,
    ]);
    await this.database.owner(
      `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks) values ($1, $2, date_trunc('hour', now()) - interval '3 hours', 0, 1, $3, $4)`,
      [noteId, this.room, impressions, Math.round(impressions / 10)],
    );
    return noteId;
  };
}

/** A file is no JSON, and nothing is none either. */
function jsonOf<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined as T;
  }
}
