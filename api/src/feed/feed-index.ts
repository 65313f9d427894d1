import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  type ClosedLevel,
  type FeedSlot,
  LookAlikes,
  mostOfAnHour,
  type PeersByType,
  type PeerStats,
  type PoolPolicy,
  type SubjectVector,
} from '@poolrise/domain';
import pg from 'pg';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { Db } from '../db/db';
import { EnginePool } from '../db/engine-pool';
import { applicationUrl } from '../db/urls';
import { feedChannel } from '../pools/feed-channel';
import { PeersService } from '../pools/peers.service';
import { PoliciesService } from '../pools/policies.service';
import { PoolBarsService } from '../pools/pool-bars.service';
import { type IndexRow, IndexedNote, type RunState } from './indexed-note';
import { RunningBoosts } from './running-boosts';
import { linkedProducts } from './slot-products';

/** Rows a query; between two of them the event loop serves requests. */
const chunk = 500;
const refreshEveryMs = 10_000;
const boostsEveryMs = 1_000;
const changesWithinMs = 100;
const reconnectMs = 500;
/** A feed that shows fewer impressions in an hour has no crowd to be fair to: one note may have them all [P]. */
const crowdedFrom = 10_000;
const nilId = '00000000-0000-0000-0000-000000000000';

const openRuns = `
  select run.note_id, run.level, run.target, run.entered_at, run.exposure,
    coalesce((select jsonb_agg(jsonb_build_object('level', past.level, 'clicks', past.clicks, 'exposure', greatest(past.exposure, past.impressions)))
      from pool_run past where past.note_id = run.note_id and past.level < run.level and past.closed_at is not null), '[]') as past, run.impressions, run.clicks, run.likes, run.collects, run.comments, run.shares, run.follows
  from pool_run run where run.closed_at is null`;
const indexRows = `
  select note.id as note_id, note.workspace_id, note.creator_id, creator.name as creator_name, note.title, note.type, note.category, note.language,
    note.keywords, note.keyword_weights, ${linkedProducts('note')}, coalesce(run.fresh_from, note.published_at) as published_at, run.policy_id, run.peer_group
  from note join creator on creator.id = note.creator_id
  join pool_run run on run.note_id = note.id and run.closed_at is null`;

/**
 * The notes in motion, in memory. Runs that open or close are heard of at once (NOTIFY), counts are taken over from the
 * database every ten seconds in small bites; served slots are subtracted as they go out. A wrong picture costs a few
 * impressions, never a count: counts are the database's.
 */
@Injectable()
export class FeedIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('feed');
  private readonly notes = new Map<string, IndexedNote>();
  private dense: IndexedNote[] = [];
  /** Who engages with what, as this process hears of it; begins anew with it, from the acts of the readers who come by. */
  private readonly lookAlikes = new LookAlikes();
  private readonly peers = new Map<string, PeersByType>();
  private readonly changed = new Set<string>();
  private listener: pg.Client | undefined;
  private timers: NodeJS.Timeout[] = [];
  private changeTimer: NodeJS.Timeout | undefined;
  private closing = false;
  private policyInForce: PoolPolicy | undefined;
  private mostAnHour = Infinity;
  /** Notes that a notice brought while a refresh was on its way past them: it must not take them for gone. */
  private readonly broughtMeanwhile = new Set<string>();
  /** The running boosts, paced anew every second, and the trials of their notes. */
  readonly boosts = new RunningBoosts();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly engine: EnginePool,
    private readonly db: Db,
    private readonly policies: PoliciesService,
    private readonly peersService: PeersService,
    private readonly bars: PoolBarsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
    await this.refresh();
    await this.refreshBoosts();
    this.timers = [
      this.every(refreshEveryMs, () => this.refresh()),
      this.every(boostsEveryMs, () => this.refreshBoosts()),
    ];
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    this.timers.forEach(clearInterval);
    clearTimeout(this.changeTimer);
    await this.listener?.end().catch(() => undefined);
  }

  /** All notes in motion; the array is replaced, never changed, when a note comes or goes. */
  get candidates(): readonly IndexedNote[] {
    return this.dense;
  }

  get(noteId: string): IndexedNote | undefined {
    return this.notes.get(noteId);
  }

  /** A slot went out: what it takes from its note's quota or its boost's plan is taken at once, and counted later. */
  serve(slot: FeedSlot): void {
    if (slot.rail === 'paid') this.boosts.serve(slot.boostId);
    else if (slot.rail !== 'search') this.notes.get(slot.noteId)?.take();
  }

  /** The policy in force: its ad load and clock shape the page. */
  get policy(): PoolPolicy {
    if (!this.policyInForce) throw new Error('the feed was asked before its index was loaded');
    return this.policyInForce;
  }

  /** A reader engaged with a note: its look-alike moves a little. Notes no longer in motion are matched with nobody. */
  hear(noteId: string, taste: SubjectVector | undefined, worth: number): void {
    const note = this.notes.get(noteId);
    if (!note) return;
    this.lookAlikes.learn(note, taste, worth);
    note.lookAlike = this.lookAlikes.of(noteId, note.category);
  }

  /** What readers of a category engage with; undefined while nothing is known. */
  usual(category: string): SubjectVector | undefined {
    return this.lookAlikes.usual(category);
  }

  /** Takes over all open runs: new ones, moved ones, and the absence of closed ones. */
  async refresh(now = Date.now()): Promise<void> {
    await this.db.asEngine(async (tx) => {
      this.policyInForce = (await this.policies.inForce(tx)).document;
      const capacity = await this.bars.capacityAnHour(tx);
      this.mostAnHour = capacity < crowdedFrom ? Infinity : mostOfAnHour * capacity;
    });
    this.peers.clear();
    this.broughtMeanwhile.clear();
    const open = new Set<string>();
    for (let after = nilId; ;) {
      const { rows } = await this.engine.pool.query<RunState>({
        name: 'feed-open-runs',
        text: `${openRuns} and run.note_id > $1 order by run.note_id limit ${chunk}`,
        values: [after],
      });
      await this.addUnknown(rows.filter((run) => !this.notes.has(run.note_id)).map((run) => run.note_id));
      for (const run of rows) {
        open.add(run.note_id);
        await this.followRun(run, now);
      }
      const last = rows.at(-1);
      if (!last || rows.length < chunk) break;
      after = last.note_id;
    }
    let gone = false;
    for (const noteId of this.notes.keys())
      if (!open.has(noteId) && !this.broughtMeanwhile.has(noteId)) gone = this.notes.delete(noteId) || gone;
    this.lookAlikes.keepOnly(this.notes);
    if (gone || this.dense.length !== this.notes.size) this.dense = [...this.notes.values()];
  }

  private async followRun(run: RunState, now: number): Promise<void> {
    const note = this.notes.get(run.note_id);
    if (!note) return;
    note.follow(run);
    const policy = await this.policyOf(note);
    const closed: ClosedLevel[] = [];
    for (const { level, clicks, exposure } of run.past) {
      const { clickRate } = await this.peersOf(note, policy, now, level);
      closed.push({ level, clicks, expectedClicks: exposure * clickRate });
    }
    note.refresh(policy, await this.peersOf(note, policy, now, run.level), now, {
      closed,
      mostAnHour: this.mostAnHour,
    });
  }

  private async policyOf(note: IndexedNote): Promise<PoolPolicy> {
    return (
      this.policies.known(note.policyId) ?? this.db.asEngine((tx) => this.policies.byId(tx, note.policyId))
    );
  }

  private async peersOf(
    note: IndexedNote,
    policy: PoolPolicy,
    now: number,
    level: number,
  ): Promise<PeerStats> {
    const key = `${note.policyId} ${level} ${note.peerGroup} ${note.category}`;
    const known = this.peers.get(key);
    if (known) return known[note.noteType];
    const found = await this.db.asEngine((tx) =>
      this.peersService.of(
        tx,
        { policyId: note.policyId, level, group: note.peerGroup },
        policy,
        note.category,
        new Date(now),
      ),
    );
    this.peers.set(key, found);
    return found[note.noteType];
  }

  private async addUnknown(ids: string[]): Promise<void> {
    if (!ids.length) return;
    const { rows } = await this.engine.pool.query<IndexRow>({
      name: 'feed-notes',
      text: `${indexRows} where note.id = any($1::uuid[])`,
      values: [ids],
    });
    for (const row of rows) this.notes.set(row.note_id, new IndexedNote(row));
  }

  private refreshBoosts(now = Date.now()): Promise<void> {
    return this.db.asEngine((tx) => this.boosts.refresh(tx, this.policy.trafficClock, now));
  }

  /** A run opened or closed: looks at those notes only. */
  private async applyChanges(): Promise<void> {
    const ids = [...this.changed];
    this.changed.clear();
    const { rows } = await this.engine.pool.query<RunState>({
      name: 'feed-changed-runs',
      text: `${openRuns} and run.note_id = any($1::uuid[])`,
      values: [ids],
    });
    await this.addUnknown(rows.filter((run) => !this.notes.has(run.note_id)).map((run) => run.note_id));
    const now = Date.now();
    for (const run of rows) await this.followRun(run, now);
    const open = new Set(rows.map((run) => run.note_id));
    for (const noteId of open) this.broughtMeanwhile.add(noteId);
    for (const noteId of ids) if (!open.has(noteId)) this.notes.delete(noteId);
    this.dense = [...this.notes.values()];
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: applicationUrl(this.config.DATABASE_URL),
      keepAlive: true,
    });
    client.on('error', (error) => this.log.warn(`listening connection lost: ${error.message}`));
    client.on('end', () => this.closing || setTimeout(() => void this.listenAgain(), reconnectMs));
    client.on('notification', ({ payload }) => {
      if (payload) this.changed.add(payload);
      this.changeTimer ??= setTimeout(() => {
        this.changeTimer = undefined;
        this.applyChanges().catch((error: unknown) =>
          this.log.warn(`changes will be seen at the next refresh: ${String(error)}`),
        );
      }, changesWithinMs);
    });
    await client.connect();
    await client.query(`listen ${feedChannel}`);
    this.listener = client;
  }

  private async listenAgain(): Promise<void> {
    try {
      await this.listen();
      await this.refresh();
    } catch {
      if (!this.closing) setTimeout(() => void this.listenAgain(), reconnectMs);
    }
  }

  private every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
    let running = false;
    return setInterval(() => {
      if (running) return;
      running = true;
      work()
        .catch((error: unknown) => this.log.warn(`the feed works on with what it has: ${String(error)}`))
        .finally(() => (running = false));
    }, ms);
  }
}
