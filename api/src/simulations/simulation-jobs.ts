import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { ReplayChange } from '@poolrise/contracts';
import type { PoolPolicy } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { PoliciesService } from '../pools/policies.service';
import { documentOf } from '../pools/policy-versions.service';
import { HistoryQueries, spanOfDays } from './history.queries';
import { oneMoreInThread } from './one-more-in-thread';
import { policyGame } from './policy-game';
import { PresentQueries } from './present.queries';
import { type KnownChange, replayGame } from './replay-game';
import type { SimulationGame } from './simulation-game';
import type { PolicyQuestion, SimulationRun, VoucherQuestion } from './simulation-run.entity';

/** How long it computes before it lets the other work of the process go on. */
const sliceMs = 12;
/** How often it says how far it is, and looks whether it was cancelled. */
const reportMs = 400;
/** A run that has said nothing for so long lost its worker. */
const silentSeconds = 15;
const mostAttempts = 3;

type DueRun = {
  id: string;
  workspace_id: string;
  requested_at: Date;
  attempts: number;
} & (
  | { kind: 'replay'; note_id: string; change: ReplayChange }
  | { kind: 'policy-preview'; change: PolicyQuestion }
  | { kind: 'one-more-voucher'; note_id: string; change: VoucherQuestion }
);
type DueGame = Exclude<DueRun, { kind: 'one-more-voucher' }>;
type DueQuestion = Extract<DueRun, { kind: 'one-more-voucher' }>;

/** Runs what was asked for, one at a time. A worker that dies leaves its row behind, and another begins it again. */
@Injectable()
export class SimulationJobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('simulations');
  private closing = false;

  constructor(
    private readonly db: Db,
    private readonly histories: HistoryQueries,
    private readonly policies: PoliciesService,
    private readonly present: PresentQueries,
  ) {}

  /** A process that ends lets go of its run, so that nobody waits for the end of it and another begins it at once. */
  beforeApplicationShutdown(): void {
    this.closing = true;
  }

  /** Returns how many were brought to an end. */
  @HandlesJob('simulation')
  async runDue(): Promise<number> {
    for (let done = 0; ; done++) {
      const run = this.closing ? undefined : await this.claim();
      if (!run) return done;
      try {
        await (run.kind === 'one-more-voucher' ? this.listen(run) : this.run(run));
      } catch (error) {
        this.log.error(`simulation ${run.id} failed: ${String(error)}`);
        await this.finish(run, 'failed', null);
      }
    }
  }

  private async claim(): Promise<DueRun | undefined> {
    return this.db.asEngine(async (tx) => {
      const [, lost] = await tx.query<[unknown, number]>(
        `update simulation_run set state = 'failed', finished_at = now()
         where state = 'running' and heard_at < now() - interval '${silentSeconds} seconds' and attempts >= ${mostAttempts}`,
      );
      if (lost > 0) this.log.error(`${lost} simulations lost their worker ${mostAttempts} times`);
      const [rows] = await tx.query<[DueRun[], number]>(
        `update simulation_run set state = 'running', heard_at = now(), attempts = attempts + 1, progress = 0
         where id = (
           select id from simulation_run
           where state = 'waiting' or (state = 'running' and heard_at < now() - interval '${silentSeconds} seconds')
           order by requested_at limit 1 for update skip locked)
         returning id, workspace_id, kind, note_id, change, requested_at, attempts`,
      );
      return rows[0];
    });
  }

  private async run(run: DueGame): Promise<void> {
    const game = await this.begin(run);
    if (!game) return this.finish(run, 'failed', null);
    let reported = Date.now();
    let paused = reported;
    for (;;) {
      const step = game.next();
      if (step.done) return this.finish(run, 'done', step.value);
      if (this.closing) return this.letGo(run);
      if (Date.now() - paused < sliceMs) continue;
      if (Date.now() - reported >= reportMs) {
        reported = Date.now();
        if (!(await this.report(run, step.value))) return this.finish(run, 'cancelled', null);
      } else await new Promise((resolve) => setImmediate(resolve));
      paused = Date.now();
    }
  }

  /** Hundreds of worlds are played in a thread of their own; it says how far it is about as often as a run here does. */
  private async listen(run: DueQuestion): Promise<void> {
    const present = await this.present.around(run.workspace_id, run.note_id, run.change, run.requested_at);
    if (!present) return this.finish(run, 'failed', null);
    for await (const word of oneMoreInThread({ noteId: run.note_id, question: run.change, present })) {
      if ('result' in word) return this.finish(run, 'done', word.result);
      if (this.closing) return this.letGo(run);
      if (!(await this.report(run, word.progress))) return this.finish(run, 'cancelled', null);
    }
  }

  /** The game of a run; null when its history is gone. */
  private async begin(run: DueGame): Promise<SimulationGame | null> {
    if (run.kind === 'replay') {
      const around = await this.histories.around(run.workspace_id, run.note_id, run.requested_at);
      return around && replayGame(run.note_id, around, await this.changeOf(run.change));
    }
    const { rules, days, inForceId } = run.change;
    const inForce = await this.policyOf(inForceId);
    const lately = await this.histories.lately(spanOfDays(days, run.requested_at), inForce);
    return (
      lately && policyGame(lately, { inForce, candidate: documentOf({ document: rules }, 'candidate', 1) })
    );
  }

  private async changeOf(change: ReplayChange): Promise<KnownChange> {
    return change.kind === 'policy'
      ? { kind: 'policy', policy: await this.policyOf(change.policyId) }
      : change;
  }

  private policyOf(id: string): Promise<PoolPolicy> {
    return this.db.asEngine((tx) => this.policies.byId(tx, id));
  }

  /** Says how far it is; false when it is to stop, because somebody asked for that or another worker took it over. */
  private report(run: DueRun, progress: number): Promise<boolean> {
    return this.db.asEngine(async (tx) => {
      const [rows] = await tx.query<[{ cancel_asked: boolean }[], number]>(
        `update simulation_run set progress = $2, heard_at = now()
         where id = $1 and state = 'running' and attempts = $3 returning cancel_asked`,
        [run.id, progress, run.attempts],
      );
      await announce(tx, run.workspace_id, 'simulations');
      return rows[0]?.cancel_asked === false;
    });
  }

  private async letGo(run: DueRun): Promise<void> {
    await this.db.asEngine((tx) =>
      tx.query(
        `update simulation_run set state = 'waiting', progress = 0, attempts = attempts - 1
         where id = $1 and state = 'running' and attempts = $2`,
        [run.id, run.attempts],
      ),
    );
  }

  private async finish(
    run: DueRun,
    state: 'done' | 'failed' | 'cancelled',
    result: SimulationRun['result'],
  ): Promise<void> {
    await this.db.asEngine(async (tx) => {
      await tx.query(
        `update simulation_run set state = $3, result = $4, finished_at = now(),
           progress = case when $3 = 'done' then 1 else progress end
         where id = $1 and state = 'running' and attempts = $2`,
        [run.id, run.attempts, state, result && JSON.stringify(result)],
      );
      await announce(tx, run.workspace_id, 'simulations');
    });
  }
}
