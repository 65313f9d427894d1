import { Injectable } from '@nestjs/common';
import type {
  AdjustStatement,
  AgencyStatement,
  BookedIn,
  ClientFee,
  CloseMonth,
  RecordRebate,
  SetClientFee,
} from '@poolrise/contracts';
import {
  bookingMonth,
  closingRefusal,
  dayInShanghai,
  type Month,
  monthOf,
  sumsOfMonth,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { type AuditAction, audit } from '../accounts/audit';
import { lockClient, openRoom, refuseOthers } from '../agencies/client-rooms';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { bookOf, statementView } from './books.queries';
import { edgesOf, type MonthBook, type NamedLine } from './month-books';

interface Door {
  agencyId: string;
  person: CallingPerson;
  clientId: string;
}

/** What an agency asks of a client, and the months it settles with them. All of one client queues at the client's room. */
@Injectable()
export class StatementsService {
  constructor(private readonly db: Db) {}

  /** @throws Refused agency-only, not-found, month-closed */
  setFee(door: Door, ask: SetClientFee, now = new Date()): Promise<ClientFee> {
    return this.inRoom(door, async (tx) => {
      const last = await lastClosed(tx, door);
      if (last !== null && ask.fromMonth <= last) throw new Refused('month-closed', { field: '/fromMonth' });
      await tx.query(
        `insert into agency_fee (workspace_id, client_id, from_month, percent_basis_points, retainer_cents,
           rebate_share_basis_points, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict on constraint one_fee_per_month do update set percent_basis_points = excluded.percent_basis_points,
           retainer_cents = excluded.retainer_cents, rebate_share_basis_points = excluded.rebate_share_basis_points,
           written_by = excluded.written_by, written_at = excluded.written_at`,
        [
          door.agencyId,
          door.clientId,
          ask.fromMonth,
          ask.percentBasisPoints,
          ask.retainerCents,
          ask.rebateShareBasisPoints,
          door.person.id,
          now,
        ],
      );
      await noted(tx, door, 'client.fee-set', { ...ask });
      return { ...ask, by: door.person.name };
    });
  }

  /**
   * Money of a creator that has arrived, in its own month or the first that is still open.
   * @throws Refused agency-only, not-found, invalid-input for a day ahead, request-key-reused, rebate-above-price
   */
  async recordRebate(door: Door, ask: RecordRebate, now = new Date()): Promise<BookedIn> {
    if (ask.receivedOn > dayInShanghai(now))
      throw new Refused('invalid-input', {
        field: '/receivedOn',
        detail: '/receivedOn: lies ahead.',
      });
    return this.inRoom(door, async (tx) => {
      const hash = requestFingerprint(ask);
      const earlier = await bookedBefore(tx, 'agency_rebate', door.agencyId, ask.requestKey, hash);
      if (earlier) return { month: earlier };
      const [order] = await tx.query<{ paid: string; received: string }[]>(
        `select coalesce((payment ->> 'earnedCents')::bigint, 0) as paid,
                (select coalesce(sum(cents), 0) from agency_rebate where order_id = cooperation_order.id) as received
           from cooperation_order where id = $1 and workspace_id = $2`,
        [ask.orderId, door.clientId],
      );
      if (!order) throw new Refused('not-found', { field: '/orderId' });
      const left = Number(order.paid) - Number(order.received);
      if (ask.cents > left) throw new Refused('rebate-above-price', { field: '/cents', figures: { left } });
      const month = bookingMonth(ask.receivedOn.slice(0, 7), await lastClosed(tx, door));
      await tx.query(
        `insert into agency_rebate (workspace_id, client_id, order_id, cents, received_on, month, request_key, request_hash,
           written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          door.agencyId,
          door.clientId,
          ask.orderId,
          ask.cents,
          ask.receivedOn,
          month,
          ask.requestKey,
          hash,
          door.person.id,
          now,
        ],
      );
      const { orderId, cents } = ask;
      await noted(tx, door, 'client.rebate-received', { orderId, cents, month });
      return { month };
    });
  }

  /** @throws Refused agency-only, not-found, request-key-reused */
  adjust(door: Door, ask: AdjustStatement, now = new Date()): Promise<BookedIn> {
    return this.inRoom(door, async (tx) => {
      const hash = requestFingerprint(ask);
      const earlier = await bookedBefore(tx, 'agency_adjustment', door.agencyId, ask.requestKey, hash);
      if (earlier) return { month: earlier };
      const month = bookingMonth(ask.month, await lastClosed(tx, door));
      await tx.query(
        `insert into agency_adjustment (workspace_id, client_id, cents, reason, about_month, month, request_key, request_hash,
           written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          door.agencyId,
          door.clientId,
          ask.cents,
          ask.reason,
          ask.month,
          month,
          ask.requestKey,
          hash,
          door.person.id,
          now,
        ],
      );
      const { cents, reason } = ask;
      await noted(tx, door, 'client.month-corrected', { month, cents, reason });
      return { month };
    });
  }

  /**
   * Closes a month as it was seen; once it is closed, closing it again shows it.
   * @throws Refused agency-only, not-found, month-not-over, month-out-of-turn, statement-moved-on
   */
  close(door: Door, { month, totalCents }: CloseMonth, now = new Date()): Promise<AgencyStatement> {
    return this.inRoom(door, async (tx, client) => {
      const { agencyId, clientId, person } = door;
      const book = await bookOf(tx, agencyId, clientId, month, now);
      if (book.closed) return statementView(client, book, now);
      const refusal = closingRefusal(month, { lastClosed: book.lastClosed, current: monthOf(now) });
      // A month before the first one that was ever closed can be closed no more.
      if (refusal)
        throw new Refused(refusal === 'month-closed' ? 'month-out-of-turn' : refusal, { field: '/month' });
      const sums = sumsOfMonth(book.lines);
      if (sums.totalCents !== totalCents)
        throw new Refused('statement-moved-on', {
          field: '/totalCents',
          figures: { totalCents: sums.totalCents },
        });
      await keepMonth(tx, agencyId, book, { by: person.id, at: now });
      await noted(tx, door, 'client.month-closed', { month, totalCents });
      return statementView(client, await bookOf(tx, agencyId, clientId, month, now), now);
    });
  }

  /** Shows a closed month to the client; sending it again changes nothing. @throws Refused agency-only, not-found, month-not-closed */
  send(door: Door, month: Month, now = new Date()): Promise<AgencyStatement> {
    return this.inRoom(door, async (tx, client) => {
      const { agencyId, clientId, person } = door;
      const before = await bookOf(tx, agencyId, clientId, month, now);
      if (!before.closed) throw new Refused('month-not-closed', { field: '/month' });
      if (before.closed.sentAt) return statementView(client, before, now);
      await tx.query('update agency_statement set sent_at = $2, sent_by = $3 where id = $1', [
        before.closed.id,
        now,
        person.id,
      ]);
      await noted(tx, door, 'client.month-sent', { month });
      await announce(tx, clientId, 'clients');
      return statementView(client, await bookOf(tx, agencyId, clientId, month, now), now);
    });
  }

  private async inRoom<T>(
    { agencyId, person, clientId }: Door,
    work: (tx: EntityManager, client: { id: string; name: string }) => Promise<T>,
  ): Promise<T> {
    refuseOthers(person);
    return this.db.asEngine(async (tx) => {
      await lockClient(tx, agencyId, clientId);
      return work(tx, await openRoom(tx, agencyId, person.id, clientId));
    });
  }
}

const lastClosed = async (tx: EntityManager, { agencyId, clientId }: Door): Promise<Month | null> =>
  (await edgesOf(tx, agencyId, [clientId])).get(clientId)?.last ?? null;

/** In which month this was booked when it was asked for before. @throws Refused request-key-reused */
async function bookedBefore(
  tx: EntityManager,
  table: 'agency_rebate' | 'agency_adjustment',
  agencyId: string,
  requestKey: string,
  hash: string,
): Promise<Month | null> {
  const [earlier] = await tx.query<{ month: Month; hash: string }[]>(
    `select month, request_hash as hash from ${table} where workspace_id = $1 and request_key = $2`,
    [agencyId, requestKey],
  );
  if (earlier && earlier.hash !== hash) throw new Refused('request-key-reused', { field: '/requestKey' });
  return earlier?.month ?? null;
}

/** Writes a month down as it stands; from then on it stays so. Returns the id of its statement. As the engine. */
export async function keepMonth(
  tx: EntityManager,
  agencyId: string,
  { clientId, month, scheme, lines }: MonthBook,
  closed: { by: string | null; at: Date },
): Promise<string> {
  const [stated] = await tx.query<{ id: string }[]>(
    `insert into agency_statement (workspace_id, client_id, month, percent_basis_points, retainer_cents,
       rebate_share_basis_points, lines, total_cents, closed_by, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      agencyId,
      clientId,
      month,
      scheme.percentBasisPoints,
      scheme.retainerCents,
      scheme.rebateShareBasisPoints,
      lines.length,
      sumsOfMonth(lines).totalCents,
      closed.by,
      closed.at,
    ],
  );
  const id = stated?.id ?? '';
  await freeze(tx, agencyId, id, lines);
  return id;
}

async function freeze(
  tx: EntityManager,
  agencyId: string,
  statementId: string,
  lines: readonly NamedLine[],
): Promise<void> {
  await tx.query(
    `insert into agency_statement_line (statement_id, number, workspace_id, kind, subject_id, name, campaign_id, campaign_name,
       spent_cents, charged_cents, creator_cents, rebate_expected_cents, rebate_received_cents)
     select $1, number, $2, kind, "subjectId", name, "campaignId", "campaignName", "spentCents", "chargedCents", "creatorCents",
       "rebateExpectedCents", "rebateReceivedCents"
     from jsonb_to_recordset($3::jsonb) as line(number integer, kind text, "subjectId" uuid, name text, "campaignId" uuid,
       "campaignName" text, "spentCents" bigint, "chargedCents" bigint, "creatorCents" bigint, "rebateExpectedCents" bigint,
       "rebateReceivedCents" bigint)`,
    [statementId, agencyId, JSON.stringify(lines.map((line, place) => ({ ...line, number: place + 1 })))],
  );
}

async function noted(
  tx: EntityManager,
  { agencyId, person, clientId }: Door,
  action: AuditAction,
  detail: Record<string, unknown>,
): Promise<void> {
  const event = { workspaceId: agencyId, personId: person.id, subjectId: clientId, detail };
  await audit(tx, { ...event, action });
  await announce(tx, agencyId, 'clients');
}
