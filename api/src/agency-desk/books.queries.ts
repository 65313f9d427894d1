import { Injectable } from '@nestjs/common';
import {
  type AgencyStatement,
  type ClientMargin,
  type MarginQuery,
  type Page,
  type PageQuery,
  type SentStatement,
  type SentStatementRow,
  statementLinesShown,
} from '@poolrise/contracts';
import { closingRefusal, marginShare, type Month, monthOf, sumsOfMonth } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { openRoom, openRooms, refuseOthers } from '../agencies/client-rooms';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { type MonthBook, monthBooks, type NamedLine } from './month-books';

/** What months bring the agency, and what they cost a client. */
@Injectable()
export class BooksQueries {
  constructor(private readonly db: Db) {}

  /** Clients by name with what a month brought of each. @throws Refused agency-only */
  async margin(
    agencyId: string,
    person: CallingPerson,
    ask: MarginQuery,
    now = new Date(),
  ): Promise<Page<ClientMargin>> {
    refuseOthers(person);
    const after = decodeCursor(ask.cursor, z.string(), z.uuid(), z.literal('agency-margin'));
    return this.db.asEngine(async (tx) => {
      const rooms = await tx.query<ClientMargin['client'][]>(
        `with room as (${openRooms})
         select id, name from room where $3::text is null or (name, id) > ($3, $4::uuid) order by name, id limit $5`,
        [agencyId, person.id, after?.[0] ?? null, after?.[1] ?? null, ask.limit + 1],
      );
      const page = pageFrom(
        rooms,
        ask.limit,
        (room) => room,
        ({ name, id }) => [name, id, 'agency-margin'],
      );
      const books = await monthBooks(
        tx,
        agencyId,
        page.items.map(({ id }) => id),
        ask.month ?? monthOf(now),
        now,
      );
      return {
        ...page,
        items: page.items.flatMap((client) => {
          const book = books.find(({ clientId }) => clientId === client.id);
          return book ? [marginOf(client, book)] : [];
        }),
        asOf: now.toISOString(),
      };
    });
  }

  /** @throws Refused agency-only, not-found */
  async statement(
    agencyId: string,
    person: CallingPerson,
    clientId: string,
    month: Month,
    now = new Date(),
  ): Promise<AgencyStatement> {
    refuseOthers(person);
    return this.db.asEngine(async (tx) => {
      const client = await openRoom(tx, agencyId, person.id, clientId);
      return statementView(client, await bookOf(tx, agencyId, clientId, month, now), now);
    });
  }

  /** Months that were sent to the client whose room this is, the latest first. */
  async sent(clientId: string, { cursor, limit }: PageQuery): Promise<Page<SentStatementRow>> {
    const after = decodeCursor(cursor, z.string(), z.literal('sent-statements'));
    const found = await this.db.asEngine((tx) =>
      tx.query<SentStatementRow[]>(
        `select stated.month, total_cents::float8 as "totalCents", ${isoInstant('sent_at')} as "sentAt"
           from agency_statement stated join workspace room on room.id = stated.client_id and room.agency_id = stated.workspace_id
          where client_id = $1 and sent_at is not null and ($2::text is null or stated.month < $2)
          order by stated.month desc limit $3`,
        [clientId, after?.[0] ?? null, limit + 1],
      ),
    );
    return pageFrom(
      found,
      limit,
      (row) => row,
      ({ month }) => [month, 'sent-statements'],
    );
  }

  /** One of them; nothing of the agency's own side. @throws Refused not-found */
  async sentMonth(clientId: string, month: Month, now = new Date()): Promise<SentStatement> {
    const whole = await this.db.asEngine((tx) => sentBook(tx, clientId, month, now));
    return { ...whole, lines: whole.lines.slice(0, statementLinesShown) };
  }
}

export async function bookOf(
  tx: EntityManager,
  agencyId: string,
  clientId: string,
  month: Month,
  now: Date,
): Promise<MonthBook> {
  const [book] = await monthBooks(tx, agencyId, [clientId], month, now);
  if (!book) throw new Error('a client without a book');
  return book;
}

function marginOf(client: ClientMargin['client'], { state, scheme, lines }: MonthBook): ClientMargin {
  const sums = sumsOfMonth(lines);
  const campaigns = [...new Set(lines.map(({ campaignId }) => campaignId))];
  return {
    client,
    state,
    scheme,
    sums,
    marginShare: marginShare(sums),
    campaigns: campaigns.map((id) => {
      const own = lines.filter(({ campaignId }) => campaignId === id);
      const part = sumsOfMonth(own);
      return { id, name: own[0]?.campaignName ?? '', sums: part, marginShare: marginShare(part) };
    }),
  };
}

export function statementView(
  client: { id: string; name: string },
  book: MonthBook,
  now: Date,
): AgencyStatement {
  const { month, state, scheme, fees, lines, lastClosed, closed } = book;
  const sums = sumsOfMonth(lines);
  return {
    client,
    month,
    state,
    closing: closed ? 'month-closed' : closingRefusal(month, { lastClosed, current: monthOf(now) }),
    scheme,
    fees,
    sums,
    marginShare: marginShare(sums),
    lines: lines.slice(0, statementLinesShown).map((line) => ({
      ...publicLine(line),
      creatorCents: line.creatorCents,
      rebateExpectedCents: line.rebateExpectedCents,
      rebateReceivedCents: line.rebateReceivedCents,
    })),
    linesTotal: lines.length,
    closedAt: closed?.closedAt ?? null,
    closedBy: closed?.closedBy ?? null,
    sentAt: closed?.sentAt ?? null,
    asOf: now.toISOString(),
  };
}

/** What a line says to the client. */
const publicLine = ({ kind, subjectId, name, campaignName, spentCents, chargedCents }: NamedLine) => ({
  kind,
  subjectId,
  name,
  campaignName,
  spentCents,
  chargedCents,
});

/** A book as its client reads it; a rebate of which nothing is handed on is none of the client's. */
export function publicBook(book: MonthBook, names: { agencyName: string; clientName: string }) {
  const { mediaCents, feeCents, adjustmentCents, rebatePassedCents, totalCents } = sumsOfMonth(book.lines);
  const lines = book.lines
    .filter((line) => line.kind !== 'rebate' || line.chargedCents !== 0)
    .map(publicLine);
  return {
    ...names,
    month: book.month,
    ...{ mediaCents, feeCents, adjustmentCents, rebatePassedCents, totalCents },
    lines,
    linesTotal: lines.length,
  };
}

/** The names of a room and of the agency that it belongs to. @throws Refused not-found where it belongs to none */
export async function namesOf(
  tx: EntityManager,
  clientId: string,
): Promise<{ agencyId: string; agencyName: string; clientName: string }> {
  const [found] = await tx.query<{ agencyId: string; agencyName: string; clientName: string }[]>(
    `select agency.id as "agencyId", agency.name as "agencyName", room.name as "clientName"
       from workspace room join workspace agency on agency.id = room.agency_id where room.id = $1`,
    [clientId],
  );
  if (!found) throw new Refused('not-found', { field: 'query.month' });
  return found;
}

/** A month that was sent, with all its lines. As the engine. @throws Refused not-found */
export async function sentBook(
  tx: EntityManager,
  clientId: string,
  month: Month,
  now: Date,
): Promise<SentStatement> {
  const { agencyId, ...names } = await namesOf(tx, clientId);
  const book = await bookOf(tx, agencyId, clientId, month, now);
  const sentAt = book.closed?.sentAt;
  if (!sentAt) throw new Refused('not-found', { field: 'query.month' });
  return { ...publicBook(book, names), sentAt };
}
