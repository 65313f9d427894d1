import { Injectable } from '@nestjs/common';
import type { AskPortfolio, PortfolioList, PortfolioView, PortfolioWishes } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import { find } from './briefs.service';
import { MatchesService } from './matches.service';
import { candidatesFor } from './portfolio-candidates';
import { Portfolio } from './portfolio.entity';
import { portfolioView } from './portfolio-view';

/** Kept of one brief, the newest. */
const keptOfBrief = 20;
/** Of one workspace that may wait or be planned at once: they share a worker with everything else. */
const mostUnfinished = 3;

/** Portfolios as people ask for them. */
@Injectable()
export class PortfoliosService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly matches: MatchesService,
  ) {}

  /**
   * Promises a portfolio, or returns the one already promised under the same request key.
   * @throws Refused not-found, invalid-input, request-key-reused, too-many-portfolios
   */
  async ask(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    briefId: string,
    { wishes, requestKey }: AskPortfolio,
    now = new Date(),
  ): Promise<PortfolioView> {
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      const { wishes: brief } = await find(tx, briefId);
      // The workspace is the one lock: two askers at once are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 27))', [workspaceId]);
      const earlier = await sameAsk(tx, { workspaceId, requestKey, briefId, wishes });
      if (earlier) return portfolioView(tx, earlier);
      await refuseTooMany(tx, workspaceId);
      const candidates = candidatesFor(wishes, await this.matches.rank(tx, briefId));
      const { id } = await tx.save(
        tx.create(Portfolio, {
          workspaceId,
          briefId,
          requestKey,
          wishes,
          target: brief.target,
          candidates,
          requestedBy: person.id,
          requestedAt: now,
          state: 'waiting',
        }),
      );
      await tx.query(
        `delete from portfolio where brief_id = $1 and state in ('done', 'failed') and id not in (
           select id from portfolio where brief_id = $1 order by requested_at desc, id limit ${keptOfBrief})`,
        [briefId],
      );
      await announce(tx, workspaceId, 'portfolios');
      return portfolioView(tx, id);
    });
    this.jobs.nudge('portfolio', 10);
    return view;
  }

  /** @throws Refused not-found */
  one(workspaceId: string, portfolioId: string): Promise<PortfolioView> {
    return this.db.inWorkspace(workspaceId, (tx) => portfolioView(tx, portfolioId));
  }

  /** @throws Refused not-found */
  list(workspaceId: string, briefId: string): Promise<PortfolioList> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await find(tx, briefId);
      const items = await tx.query<(Omit<PortfolioList['items'][number], 'requestedAt'> & { at: Date })[]>(
        `select portfolio.id, state, (wishes ->> 'budgetCents')::float8 as "budgetCents",
           jsonb_array_length(plan -> 'picks') as creators, (plan -> 'net' ->> 'people')::float8 as people,
           coalesce(person.name, '') as "requestedBy", requested_at as at
         from portfolio left join person on person.id = requested_by
         where brief_id = $1 order by requested_at desc, portfolio.id limit ${keptOfBrief}`,
        [briefId],
      );
      return { items: items.map(({ at, ...item }) => ({ ...item, requestedAt: at.toISOString() })) };
    });
  }
}

async function sameAsk(
  tx: EntityManager,
  ask: { workspaceId: string; requestKey: string; briefId: string; wishes: PortfolioWishes },
): Promise<string | null> {
  const [earlier] = await tx.query<{ id: string; same: boolean }[]>(
    `select id, brief_id = $3 and wishes = $4::jsonb as same from portfolio where workspace_id = $1 and request_key = $2`,
    [ask.workspaceId, ask.requestKey, ask.briefId, JSON.stringify(ask.wishes)],
  );
  if (earlier && !earlier.same) throw new Refused('request-key-reused', { field: '/requestKey' });
  return earlier?.id ?? null;
}

async function refuseTooMany(tx: EntityManager, workspaceId: string): Promise<void> {
  const [unfinished] = await tx.query<{ n: number }[]>(
    `select count(*)::integer as n from portfolio where workspace_id = $1 and state in ('waiting', 'running')`,
    [workspaceId],
  );
  if ((unfinished?.n ?? 0) >= mostUnfinished)
    throw new Refused('too-many-portfolios', { figures: { most: mostUnfinished } });
}
