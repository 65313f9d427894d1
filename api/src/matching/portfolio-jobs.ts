import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { PortfolioView } from '@poolrise/contracts';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { planInThread } from './plan-in-thread';
import { planningTaskOf } from './planning-task';
import type { Portfolio } from './portfolio.entity';

/** One that has said nothing for so long lost its worker. */
const silentSeconds = 20;
const mostAttempts = 3;
const heardMs = 5_000;

type DuePortfolio = Pick<Portfolio, 'id' | 'workspaceId' | 'wishes' | 'target' | 'candidates' | 'attempts'>;

/**
 * Plans what was asked for, one at a time and in a thread: the plan first, which people wait for, then its frontier. A worker that
 * dies leaves its row behind, and another begins it again.
 */
@Injectable()
export class PortfolioJobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('portfolios');
  private closing = false;
  private underWay: AbortController | null = null;

  constructor(private readonly db: Db) {}

  beforeApplicationShutdown(): void {
    this.closing = true;
    this.underWay?.abort();
  }

  /** Returns how many were brought to an end. */
  @HandlesJob('portfolio')
  async planDue(): Promise<number> {
    for (let done = 0; ; done++) {
      const due = this.closing ? undefined : await this.claim();
      if (!due) return done;
      try {
        await this.plan(due);
      } catch (error) {
        this.log.error(`portfolio ${due.id} failed: ${String(error)}`);
        await this.write(due, { state: 'failed' });
      }
    }
  }

  private claim(): Promise<DuePortfolio | undefined> {
    const silent = `heard_at < now() - interval '${silentSeconds} seconds'`;
    return this.db.asEngine(async (tx) => {
      await tx.query(
        `update portfolio set state = 'failed', finished_at = now()
         where state = 'running' and ${silent} and attempts >= ${mostAttempts}`,
      );
      const [rows] = await tx.query<[DuePortfolio[], number]>(
        `update portfolio set state = 'running', heard_at = now(), attempts = attempts + 1
         where id = (
           select id from portfolio where state = 'waiting' or (state = 'running' and ${silent})
           order by requested_at limit 1 for update skip locked)
         returning id, workspace_id as "workspaceId", wishes, target, candidates, attempts`,
      );
      return rows[0];
    });
  }

  /** The plan is written down as soon as it is there, the frontier when it is whole; meanwhile the row hears that somebody is at it. */
  private async plan(due: DuePortfolio): Promise<void> {
    const { withoutAudience, ...task } = await this.db.asEngine((tx) => planningTaskOf(tx, due));
    const given = new AbortController();
    this.underWay = given;
    const beats = setInterval(() => {
      void this.write(due, { state: 'running' })
        .then((ours) => !ours && given.abort())
        .catch(() => undefined);
    }, heardMs);
    const frontier: NonNullable<PortfolioView['frontier']> = [];
    try {
      for await (const word of planInThread(task, given.signal)) {
        if ('refusal' in word)
          return void (await this.write(due, { state: 'done', withoutAudience, refusal: word.refusal }));
        if ('point' in word) frontier.push(word.point);
        else if (!(await this.write(due, { state: 'running', withoutAudience, plan: word.plan }))) return;
      }
      await this.write(due, { state: 'done', frontier });
    } catch (error) {
      // Whoever begins it again, or has taken it over, finishes it.
      if (!given.signal.aborted) throw error;
    } finally {
      clearInterval(beats);
      this.underWay = null;
    }
  }

  /** Writes down how far it is; false when another worker has taken it over. */
  private write(
    { id, workspaceId, attempts }: DuePortfolio,
    found: Partial<Pick<Portfolio, 'withoutAudience' | 'plan' | 'refusal' | 'frontier'>> &
      Pick<Portfolio, 'state'>,
  ): Promise<boolean> {
    const json = (value: unknown): string | null => (value ? JSON.stringify(value) : null);
    return this.db.asEngine(async (tx) => {
      const [, written] = await tx.query<[unknown, number]>(
        `update portfolio set state = $3, heard_at = now(), without_audience = coalesce($4, without_audience),
           plan = coalesce($5, plan), refusal = coalesce($6, refusal), frontier = coalesce($7, frontier),
           finished_at = case when $3 in ('done', 'failed') then now() end
         where id = $1 and state = 'running' and attempts = $2`,
        [
          id,
          attempts,
          found.state,
          found.withoutAudience ?? null,
          json(found.plan),
          json(found.refusal),
          json(found.frontier),
        ],
      );
      await announce(tx, workspaceId, 'portfolios');
      return written > 0;
    });
  }
}
