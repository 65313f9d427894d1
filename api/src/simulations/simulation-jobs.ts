import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { ReplayChange, ReplayResult } from '@poolrise/contracts';
import { type Arm, compareTreatments, type WorldComparison, worldOfHistory } from '@poolrise/domain';
import { createHash } from 'node:crypto';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { PoliciesService } from '../pools/policies.service';
import { HistoryQueries, type NoteHistory } from './history.queries';

/** Pairs of worlds in a comparison: enough for an 80 % interval that does not move much with another twenty. */
const pairs = 20;
/** How long it computes before it lets the other work of the process go on. */
const sliceMs = 12;
/** How often it says how far it is, and looks whether it was cancelled. */
const reportMs = 400;
/** A run that has said nothing for so long lost its worker. */
const silentSeconds = 15;
const mostAttempts = 3;
const mostListed = 5;

interface DueRun {
  id: string;
  workspace_id: string;
  note_id: string;
  change: ReplayChange;
  requested_at: Date;
  attempts: number;
}

/** Runs what was asked for, one at a time. A worker that dies leaves its row behind, and another begins it again. */
@Injectable()
export class SimulationJobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('simulations');
  private closing = false;

  constructor(
    private readonly db: Db,
    private readonly histories: HistoryQueries,
    private readonly policies: PoliciesService,
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
        await this.run(run);
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
         returning id, workspace_id, note_id, change, requested_at, attempts`,
      );
      return rows[0];
    });
  }

  private async run(run: DueRun): Promise<void> {
    const around = await this.histories.around(run.workspace_id, run.note_id, run.requested_at);
    if (!around) return this.finish(run, 'failed', null);
    const game = compareTreatments({
      worldOf: (seed) => worldOfHistory(around.history, seed),
      seeds: Array.from({ length: pairs }, (_, at) => at + 1),
      ...(await this.armsOf(run, around)),
      noteId: run.note_id,
      others: around.others.map(({ id }) => id),
    });
    let reported = Date.now();
    let paused = reported;
    for (;;) {
      const step = game.next();
      if (step.done) return this.finish(run, 'done', resultOf(step.value, around));
      if (this.closing) return this.letGo(run);
      if (Date.now() - paused < sliceMs) continue;
      if (Date.now() - reported >= reportMs) {
        reported = Date.now();
        if (!(await this.report(run, step.value))) return this.finish(run, 'cancelled', null);
      } else await new Promise((resolve) => setImmediate(resolve));
      paused = Date.now();
    }
  }

  /**
   * What was decided stays decided in both worlds, but for what is changed: a rule that plays a history again would not
   * decide every close case as it was decided. Another rule set decides everything itself, and so does its counterpart.
   */
  private async armsOf(
    { change, note_id: noteId }: DueRun,
    { policy, bornHour, rulings }: NoteHistory,
  ): Promise<{ before: Arm; after: Arm }> {
    const before = { policy, treatment: { rulings } };
    switch (change.kind) {
      case 'nothing':
        return { before, after: before };
      case 'policy': {
        const other = await this.db.asEngine((tx) => this.policies.byId(tx, change.policyId));
        return { before: { policy }, after: { policy: other } };
      }
      case 'verdict': {
        const changed = { noteId, level: change.level, ruling: change.ruling };
        return { before, after: { policy, treatment: { rulings: [...rulings, changed] } } };
      }
      case 'boost': {
        const boost = { noteId, hour: bornHour + change.hour, impressions: change.impressions };
        return { before, after: { policy, treatment: { rulings, boosts: [boost] } } };
      }
    }
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
    result: ReplayResult | null,
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

function resultOf(comparison: WorldComparison, { history, from, others }: NoteHistory): ReplayResult {
  const { note, hours, hashes } = comparison;
  const titles = new Map(others.map(({ id, title }) => [id, title]));
  const most = comparison.others.notes
    .filter(({ impressions }) => Math.abs(impressions) >= 1)
    .toSorted((a, b) => Math.abs(b.impressions) - Math.abs(a.impressions))
    .slice(0, mostListed)
    .map(({ id, impressions }) => ({ noteId: id, title: titles.get(id) ?? '', impressions }));
  return {
    worlds: comparison.worlds,
    equal: comparison.equal,
    reached: comparison.reached,
    notes: history.notes.length,
    hours: history.capacity.length,
    historyFrom: from.toISOString(),
    ...note,
    others: { notes: others.length, difference: comparison.others.difference, most },
    life: hours,
    hashes: {
      before: digest(hashes.map(({ before }) => before)),
      after: digest(hashes.map(({ after }) => after)),
    },
  };
}

/** One name for all the runs of an arm. */
const digest = (hashes: string[]): string =>
  createHash('sha256').update(hashes.join(' ')).digest('hex').slice(0, 16);
