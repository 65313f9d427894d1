import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../../config';
import { CONFIG } from '../../config.module';
import { applicationUrl } from '../../db/urls';
import { CreatorIndex, type IndexRow, plainTraits } from './creator-index';
import { columns } from './creator-question';
import { traitsSql, valuesSql } from './find-in-postgres';

/** Rows a fetch; between two of them the event loop serves requests. */
const rowsAFetch = 250;
const lookEveryMs = 1_000;
/** A nudge is waited on a little: writers that come in a crowd are then followed together. */
const nudgeMs = 100;
const reconnectMs = 500;
/** An index that has not looked for so long is not asked: PostgreSQL answers then. */
const staleAfterMs = 10_000;

const recordSql = `
  record.search_name, record.followers,
  json_build_array(${traitsSql(plainTraits)}, sub_categories, served_brands, content_words)::text,
  ${valuesSql(columns)}::text, audience_shares::text`;
const everybodySql = `select record.id, ${recordSql} from creator_record record where deleted_at is null`;

/**
 * Records that a snapshot did not see as they are now. A row carries the transaction that wrote it, and the snapshot knows
 * which transactions it saw: one that began before and committed after is not among them, however long it took. What an
 * index of the change walks along is the oldest transaction that the snapshot saw running. Numbers from the future come with
 * a restored dump, and are nobody's change.
 */
export function changesSql(since: string): string {
  const unseen = `changed_in >= pg_snapshot_xmin('${since}')::text::bigint
    and changed_in < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    and not pg_visible_in_snapshot(changed_in::text::xid8, '${since}')`;
  return `
    with changed as (
      select id from creator where ${unseen}
      union select creator_id from creator_figures where ${unseen}
      union select creator_id from creator_gone where ${unseen}
    )
    select changed.id, ${recordSql} from changed
    left join creator_record record on record.id = changed.id and record.deleted_at is null`;
}
type Fetched = [id: string, ...record: (string | null)[]];

/**
 * Keeps an index true to the database. It is read once as a whole and then by what came since, in snapshots that leave no
 * gap between them, so that a process that was killed or cut off only has to look again. Notices make it look sooner; that
 * it looks does not depend on them.
 */
@Injectable()
export class IndexFollower implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('creators');
  private current = new CreatorIndex();
  private client: pg.Client | undefined;
  /** the last snapshot that was read to its end */
  private seen: string | undefined;
  private lookedAt = -Infinity;
  private looking: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private dueAt = Infinity;
  private closing = false;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'DATABASE_URL'>) {}

  onApplicationBootstrap(): void {
    this.lookIn(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
    await this.looking?.catch(() => undefined);
  }

  get index(): CreatorIndex {
    return this.current;
  }

  /** Whether the index may be asked. */
  get ready(): boolean {
    return this.seen !== undefined && performance.now() - this.lookedAt < staleAfterMs;
  }

  /** Takes over everything that is committed by now. One look at a time; whoever comes during one waits for the next. */
  async look(): Promise<void> {
    while (this.looking) await this.looking.catch(() => undefined);
    this.looking = this.readChanges().finally(() => (this.looking = undefined));
    await this.looking;
  }

  private async readChanges(): Promise<void> {
    const began = performance.now();
    const client = (this.client ??= await this.connect());
    try {
      await client.query('begin transaction isolation level repeatable read, read only');
      const { rows } = await client.query<{ snapshot: string }>(
        'select pg_current_snapshot()::text as snapshot',
      );
      if (this.seen === undefined) await this.reserve(client);
      await client.query(
        `declare changes no scroll cursor for ${this.seen === undefined ? everybodySql : changesSql(this.seen)}`,
      );
      while (await this.takeOver(client));
      await client.query('commit');
      if (this.seen === undefined)
        this.log.log(`${this.index.size} creators indexed in ${Math.round(performance.now() - began)} ms`);
      this.seen = rows[0]?.snapshot;
      this.lookedAt = performance.now();
    } catch (error) {
      // Whoever goes between two first looks would be in neither of them, and stay.
      if (this.seen === undefined) this.current = new CreatorIndex();
      this.drop(client);
      throw error;
    }
  }

  private async reserve(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::integer as count from creator where deleted_at is null',
    );
    this.index.reserve(rows[0]?.count ?? 0);
  }

  private async takeOver(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<Fetched>({
      text: `fetch ${rowsAFetch} from changes`,
      rowMode: 'array',
      types: undecoded,
    });
    for (const [id, ...record] of rows)
      if (record[0] === null) this.index.remove(id);
      else this.index.put(readRecord(id, record as string[]));
    return rows.length === rowsAFetch;
  }

  /** A connection of its own, on which the notices come as well. */
  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: applicationUrl(this.config.DATABASE_URL),
      keepAlive: true,
      statement_timeout: 120_000,
    });
    client.on('error', (error) =>
      this.log.warn(`the connection that follows creators was lost: ${error.message}`),
    );
    client.on('end', () => this.drop(client));
    client.on('notification', () => this.lookIn(nudgeMs));
    await client.connect();
    await client.query('listen poolrise_creators');
    return client;
  }

  private drop(client: pg.Client): void {
    if (this.client === client) this.client = undefined;
    void client.end().catch(() => undefined);
  }

  private lookIn(ms: number): void {
    const dueAt = performance.now() + ms;
    // A look under way looks again afterwards; an earlier appointment stands.
    if (this.closing || dueAt >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => {
      this.dueAt = Infinity;
      this.look()
        .then(() => lookEveryMs)
        .catch((error: unknown) => {
          if (!this.closing) this.log.warn(`the index of creators waits: ${String(error)}`);
          return reconnectMs;
        })
        .then((next) => this.lookIn(next))
        .catch(() => undefined);
    }, ms);
  }
}

const asText = (value: string): string => value;
const undecoded = { getTypeParser: () => asText } as unknown as pg.CustomTypesConfig;

function readRecord(id: string, record: string[]): IndexRow {
  const [searchName = '', followers, lists = '[]', values = '{}', audience = '{}'] = record;
  const words = JSON.parse(lists) as string[][];
  return {
    id,
    searchName,
    followers: Number(followers),
    traits: words.slice(0, plainTraits.length),
    terms: words.slice(plainTraits.length),
    // NULL is no number, and so NaN.
    values: values.slice(1, -1).split(',').map(Number),
    audience: audience === '{}' ? [] : audience.slice(1, -1).split(',').map(Number),
  };
}
