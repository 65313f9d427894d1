import type { AgencyStatement } from '@poolrise/contracts';
import { balanced } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { BooksQueries } from '../src/agency-desk/books.queries';
import { AssignmentsService } from '../src/agency-desk/assignments.service';
import { DeskQueries } from '../src/agency-desk/desk.queries';
import { MonthFiles } from '../src/agency-desk/month-files';
import { StatementsService } from '../src/agency-desk/statements.service';
import { TasksQueries } from '../src/agency-desk/tasks.queries';
import { CampaignsQueries } from '../src/campaigns/campaigns.queries';
import type { Db } from '../src/db/db';
import type { CallingPerson } from '../src/http/caller';
import { LedgerService } from '../src/ledger/ledger.service';
import { SearchWordsQueries } from '../src/search-words/search-words.queries';
import { PoliciesService } from '../src/pools/policies.service';
import type { TestDatabase } from './database';
import { anInvite, anOrderCast, type OrderCast, ordersOn } from './orders';
import { aMember, aWorkspace } from './people';

/** The services of an agency's desk on a database, wired as the module wires them. */
export const agencyDeskOn = (db: Db) => ({
  desk: new DeskQueries(db, new CampaignsQueries(db, new PoliciesService(), new SearchWordsQueries(db))),
  tasks: new TasksQueries(db),
  assignments: new AssignmentsService(db),
  books: new BooksQueries(db),
  statements: new StatementsService(db),
  files: new MonthFiles(db),
});

/** An agency, somebody of it who owns a client's room, and that room with money and a creator to order from. */
export interface AgencyCast extends OrderCast {
  agencyId: string;
  clientId: string;
  zhou: CallingPerson;
  /** what a service that writes a client's month is told */
  door: { agencyId: string; person: CallingPerson; clientId: string };
}

export async function anAgencyCast({ db, owner }: TestDatabase): Promise<AgencyCast> {
  const cast = await anOrderCast(db);
  const agencyId = await aWorkspace(db, 'agency', '山海传媒');
  const clientId = cast.brand.workspaceId;
  await owner(`update workspace set kind = 'client', agency_id = $2, category = 'food' where id = $1`, [
    clientId,
    agencyId,
  ]);
  const { id } = await aMember(db, agencyId, 'owner', { name: 'Zhou' });
  const zhou: CallingPerson = { id, name: 'Zhou', role: 'owner', workspaceKind: 'agency' };
  await letIn(db, clientId, id);
  await owner(
    `insert into creator_contact (workspace_id, creator_id, rebate_basis_points, state, note, changed_at)
     values ($1, $2, 1500, 'agreed', '', now())`,
    [agencyId, cast.creatorId],
  );
  return { ...cast, agencyId, clientId, zhou, door: { agencyId, person: zhou, clientId } };
}

export const letIn = (db: Db, clientId: string, personId: string): Promise<unknown> =>
  db.asEngine((tx) =>
    tx.query(`insert into member (workspace_id, person_id, role) values ($1, $2, 'marketer')`, [
      clientId,
      personId,
    ]),
  );

/** An order of the client that was paid at an instant: ¥5,000 to the creator and ¥500 to the platform, unless told otherwise. */
export async function aPaidOrder(db: Db, cast: OrderCast, at: Date, quoteCents = 500_000): Promise<string> {
  const { id } = await ordersOn(db).invitations.invite(
    cast.brand,
    anInvite(cast, {
      quoteCents,
      requestKey: randomUUID(),
      draftDueAt: new Date(at.getTime() + 9e8).toISOString(),
    }),
    at,
  );
  const ledger = new LedgerService();
  await db.asEngine(async (tx) => {
    await ledger.lockWallet(tx, cast.brand.workspaceId);
    const [order] = await tx.query<{ held: string; fee: string }[]>(
      'select held_cents as held, brand_fee_cents as fee from cooperation_order where id = $1',
      [id],
    );
    const [held, fee] = [Number(order?.held), Number(order?.fee)];
    const about = { subject: '春茶上新', at, orderId: id, personId: null };
    await ledger.post(
      tx,
      { ...about, workspaceId: cast.brand.workspaceId, kind: 'order-paid' },
      balanced([
        { account: 'reserved', cents: -held },
        { account: 'spent', cents: held },
      ]),
    );
    await tx.query(
      `update cooperation_order set state = 'settled', held_cents = 0, waits_for = null, due_at = null,
         payment = jsonb_build_object('earnedCents', $2::bigint, 'brandFeeCents', $3::bigint, 'effectFeeCents', 0) where id = $1`,
      [id, quoteCents, fee],
    );
  });
  return id;
}

/** Closes a month with the total that it has. */
export async function closed(
  db: Db,
  { door }: AgencyCast,
  month: string,
  now: Date,
): Promise<AgencyStatement> {
  const { books, statements } = agencyDeskOn(db);
  const { sums } = await books.statement(door.agencyId, door.person, door.clientId, month, now);
  return statements.close(door, { month, totalCents: sums.totalCents }, now);
}
