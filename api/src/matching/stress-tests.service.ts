import { Injectable } from '@nestjs/common';
import type { AskStressTest, StressDesk, StressTestView } from '@poolrise/contracts';
import { stressDraws } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import { usualStress } from './stress-evidence';
import { inputsKeyOf, plannedPortfolio, stressInputs } from './stress-inputs';
import { StressTest } from './stress-test.entity';

/** Kept of one portfolio, those asked for last. */
const keptOfPortfolio = 10;
/** Of one workspace that may wait or run at once: they share a worker with everything else. */
const mostUnfinished = 3;

/** Stress tests of plans as people ask for them. */
@Injectable()
export class StressTestsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
  ) {}

  /** @throws Refused not-found, portfolio-without-plan */
  desk(workspaceId: string, portfolioId: string, now = new Date()): Promise<StressDesk> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const planned = await plannedPortfolio(tx, portfolioId);
      const [latest] = await tx.query<{ id: string }[]>(
        'select id from stress_test where portfolio_id = $1 order by requested_at desc, id limit 1',
        [portfolioId],
      );
      return {
        asOf: now.toISOString(),
        ...(await usualStress(tx, workspaceId, planned)),
        window: planned.window,
        draws: stressDraws.usual,
        test: latest ? await stressTestView(tx, latest.id) : null,
      };
    });
  }

  /**
   * Promises a stress test, or returns the one that was asked the same of the same plan, which comes to the front. One that
   * failed is tried again.
   * @throws Refused not-found, portfolio-without-plan, too-many-portfolios
   */
  async ask(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    portfolioId: string,
    asked: AskStressTest,
    now = new Date(),
  ): Promise<StressTestView> {
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      const inputs = await stressInputs(tx, await plannedPortfolio(tx, portfolioId), asked);
      // The workspace is the one lock: two askers at once are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 42))', [workspaceId]);
      const inputsKey = inputsKeyOf(inputs);
      const [earlier] = await tx.query<[{ id: string }[], number]>(
        `update stress_test set requested_at = $3, asked = $4,
           attempts = case when state = 'failed' then 0 else attempts end,
           finished_at = case when state <> 'failed' then finished_at end,
           state = case when state = 'failed' then 'waiting' else state end
         where portfolio_id = $1 and inputs_key = $2 returning id`,
        [portfolioId, inputsKey, now, asked],
      );
      if (!earlier[0]) await refuseTooMany(tx, workspaceId);
      const { id } =
        earlier[0] ??
        (await tx.save(
          tx.create(StressTest, {
            workspaceId,
            portfolioId,
            inputsKey,
            asked,
            inputs,
            requestedBy: person.id,
            requestedAt: now,
            state: 'waiting',
          }),
        ));
      await tx.query(
        `delete from stress_test where portfolio_id = $1 and state in ('done', 'failed') and id not in (
           select id from stress_test where portfolio_id = $1 order by requested_at desc, id limit ${keptOfPortfolio})`,
        [portfolioId],
      );
      await announce(tx, workspaceId, 'portfolios');
      return stressTestView(tx, id);
    });
    this.jobs.nudge('stress-test', 10);
    return view;
  }
}

async function refuseTooMany(tx: EntityManager, workspaceId: string): Promise<void> {
  const [unfinished] = await tx.query<{ n: number }[]>(
    `select count(*)::integer as n from stress_test where workspace_id = $1 and state in ('waiting', 'running')`,
    [workspaceId],
  );
  if ((unfinished?.n ?? 0) >= mostUnfinished)
    throw new Refused('too-many-portfolios', { figures: { most: mostUnfinished } });
}

type Row = Omit<StressTestView, 'creators' | 'requestedAt' | 'finishedAt'> & {
  requestedAt: Date;
  finishedAt: Date | null;
};

async function stressTestView(tx: EntityManager, stressTestId: string): Promise<StressTestView> {
  const [row] = await tx.query<Row[]>(
    `select stress_test.id, portfolio_id as "portfolioId", state, asked, report,
       (inputs -> 'ownSpreads')::integer as "ownSpreads",
       jsonb_array_length(inputs -> 'picks') + jsonb_array_length(inputs -> 'reserves') as publishers,
       coalesce(person.name, '') as "requestedBy", requested_at as "requestedAt", finished_at as "finishedAt"
     from stress_test left join person on person.id = requested_by where stress_test.id = $1`,
    [stressTestId],
  );
  if (!row) throw new Error(`stress test ${stressTestId} is gone within its own transaction`);
  const { report } = row;
  const named = [
    ...(report?.hangsOn ?? []).map(({ creatorId }) => creatorId),
    ...(report?.remedies ?? []).flatMap((remedy) => ('creatorId' in remedy ? [remedy.creatorId] : [])),
  ];
  return {
    ...row,
    creators: await tx.query('select id, name from creator where id = any($1)', [named]),
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
