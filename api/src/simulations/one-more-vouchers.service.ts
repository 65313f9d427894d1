import { Injectable } from '@nestjs/common';
import type {
  AskOneMoreVoucher,
  OneMoreList,
  OneMoreQuery,
  OneMoreRow,
  OneMoreVoucher,
} from '@poolrise/contracts';
import { type BoostRefusal, oneVoucherBoost } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import { NotesService } from '../notes/notes.service';
import { VouchersService } from '../vouchers/vouchers.service';
import { SimulationRun, type VoucherQuestion } from './simulation-run.entity';
import {
  askToStop,
  listedSimulations,
  lockSimulations,
  promiseSimulation,
  resultOf,
} from './simulation-room';

const kind = 'one-more-voucher';
const hourMs = 3_600_000;

/** Questions about one more voucher: asked, looked at, cancelled. */
@Injectable()
export class OneMoreVouchersService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly notes: NotesService,
    private readonly vouchers: VouchersService,
  ) {}

  /**
   * Promises an answer, or returns the one already promised under the same request key. The boost is planned now, as a
   * launch would plan it: the question stays the same while it waits.
   * @throws Refused not-found, nothing-to-replay, request-key-reused, too-many-simulations, and what a boost is refused for
   */
  async ask(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    ask: AskOneMoreVoucher,
    now = new Date(),
  ): Promise<OneMoreVoucher> {
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      await lockSimulations(tx, workspaceId);
      const earlier = await tx.findOneBy(SimulationRun, { workspaceId, requestKey: ask.requestKey });
      if (earlier) {
        if (!sameQuestion(earlier, ask)) throw new Refused('request-key-reused', { field: '/requestKey' });
        return one(tx, earlier.id);
      }
      const change = await this.planned(tx, ask, now);
      await refuseUnseen(tx, ask.noteId);
      const { noteId, voucherId, requestKey } = ask;
      const asked = { workspaceId, kind, noteId, voucherId, requestKey, change } as const;
      return one(tx, await promiseSimulation(tx, { ...asked, requestedBy: person.id, requestedAt: now }));
    });
    this.jobs.nudge('simulation');
    return view;
  }

  find(workspaceId: string, id: string): Promise<OneMoreVoucher> {
    return this.db.inWorkspace(workspaceId, (tx) => one(tx, id));
  }

  /** The latest without their results. */
  list(workspaceId: string, { noteId, voucherId }: OneMoreQuery, now = new Date()): Promise<OneMoreList> {
    return this.db.inWorkspace(workspaceId, async (tx) => ({
      asOf: now.toISOString(),
      items: await tx.query<OneMoreRow[]>(
        `${records} and run.workspace_id = $1 and ($2::uuid is null or run.note_id = $2)
           and ($3::uuid is null or run.voucher_id = $3)
         order by run.requested_at desc, run.id limit ${listedSimulations}`,
        [workspaceId, noteId ?? null, voucherId ?? null],
      ),
    }));
  }

  cancel(workspaceId: string, id: string, now = new Date()): Promise<OneMoreVoucher> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await one(tx, id);
      await askToStop(tx, id, now);
      await announce(tx, workspaceId, 'simulations');
      return one(tx, id);
    });
  }

  private async planned(tx: EntityManager, ask: AskOneMoreVoucher, now: Date): Promise<VoucherQuestion> {
    const { noteId, voucherId, assumed, startsInHours, durationHours, worlds, seed } = ask;
    await refuseUnknown(tx, ask);
    const { id, category, auditState } = await this.notes.find(tx, noteId);
    const [voucher] = await this.vouchers.look(tx, [voucherId]);
    if (!voucher) throw new Error('a voucher that is there was not found');
    const about = { now: now.getTime(), durationHours };
    const boost = oneVoucherBoost(voucher, { noteId: id, category, auditState, visible: true }, about);
    if (typeof boost === 'string') throw new Refused(boost, { field: fieldOf(boost) });
    return {
      boost,
      scope: voucher.scope ?? {},
      startsInHours,
      durationHours,
      worlds,
      seed,
      startsAt: new Date(now.getTime() + startsInHours * hourMs).toISOString(),
      assumed: [...new Set(assumed)].sort(),
    };
  }
}

const fieldOf = (code: BoostRefusal): string => (code === 'note-not-boostable' ? '/noteId' : '/voucherId');

const records = `
  select run.id, run.state, run.progress, run.note_id as "noteId", note.title, run.voucher_id as "voucherId",
    voucher.name as "voucherName",
    run.change -> 'boost' || jsonb_build_object('startsAt', run.change -> 'startsAt',
      'durationHours', run.change -> 'durationHours') as boost,
    run.change -> 'assumed' as assumed, (run.change ->> 'worlds')::integer as "worldsAsked",
    (run.change ->> 'seed')::integer as seed, coalesce(person.name, '') as "requestedBy",
    ${isoInstant('run.requested_at')} as "requestedAt", ${isoInstant('run.finished_at')} as "finishedAt"
  from simulation_run run
  join note on note.id = run.note_id
  join voucher on voucher.id = run.voucher_id
  left join person on person.id = run.requested_by
  where run.kind = '${kind}'`;

async function one(tx: EntityManager, id: string): Promise<OneMoreVoucher> {
  const [row] = await tx.query<OneMoreRow[]>(`${records} and run.id = $1`, [id]);
  if (!row) throw new Refused('not-found', { field: 'path.oneMoreId' });
  return { ...row, result: await resultOf(tx, id) };
}

async function refuseUnknown(
  tx: EntityManager,
  { noteId, voucherId }: Pick<AskOneMoreVoucher, 'noteId' | 'voucherId'>,
): Promise<void> {
  const [known] = await tx.query<{ note: boolean; voucher: boolean }[]>(
    `select exists (select from note where id = $1) as note, exists (select from voucher where id = $2) as voucher`,
    [noteId, voucherId],
  );
  if (!known?.note) throw new Refused('not-found', { field: '/noteId' });
  if (!known.voucher) throw new Refused('not-found', { field: '/voucherId' });
}

/** A world is made from what readers did; of a note that nobody has seen there is nothing to make one from. */
async function refuseUnseen(tx: EntityManager, noteId: string): Promise<void> {
  const seen = await tx.query<unknown[]>(
    'select from pool_run where note_id = $1 and impressions > 0 limit 1',
    [noteId],
  );
  if (seen.length === 0) throw new Refused('nothing-to-replay', { field: '/noteId' });
}

function sameQuestion(earlier: SimulationRun, ask: AskOneMoreVoucher): boolean {
  const asked = earlier.change as VoucherQuestion;
  return (
    earlier.kind === kind &&
    earlier.noteId === ask.noteId &&
    earlier.voucherId === ask.voucherId &&
    asked.startsInHours === ask.startsInHours &&
    asked.durationHours === ask.durationHours &&
    asked.worlds === ask.worlds &&
    asked.seed === ask.seed &&
    asked.assumed.join() === [...new Set(ask.assumed)].sort().join()
  );
}
