import type { ClientFee, MonthState } from '@poolrise/contracts';
import {
  type BookedLine,
  feeIn,
  type FeeScheme,
  monthOf,
  type Month,
  spanOfMonth,
  type StatementLine,
  statementLines,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { spendOf } from './client-spend';

export type NamedLine = StatementLine & { campaignName: string | null };

/** A month as it was closed. */
export interface ClosedMonth extends FeeScheme {
  id: string;
  clientId: string;
  month: Month;
  totalCents: number;
  closedAt: string;
  closedBy: string;
  sentAt: string | null;
}

/** A month of a client: as it was closed, or as it stands. */
export interface MonthBook {
  clientId: string;
  month: Month;
  state: MonthState;
  scheme: FeeScheme;
  fees: ClientFee[];
  lines: NamedLine[];
  lastClosed: Month | null;
  closed: ClosedMonth | null;
}

/** Books of several clients for one month, in as many queries for one as for many. As the engine. */
export async function monthBooks(
  tx: EntityManager,
  agencyId: string,
  clientIds: readonly string[],
  month: Month,
  now: Date,
): Promise<MonthBook[]> {
  const span = spanOfMonth(month);
  const edges = await edgesOf(tx, agencyId, clientIds);
  const closed = await closedMonths(tx, agencyId, clientIds, month);
  const frozen = await frozenLines(
    tx,
    closed.map(({ id }) => id),
  );
  const fees = await feesOf(tx, agencyId, clientIds);
  const openIds = clientIds.filter((id) => !closed.some(({ clientId }) => clientId === id));
  const billed = openIds.map((id) => {
    const first = edges.get(id)?.first;
    return { id, billedFrom: first && first < month ? spanOfMonth(first).from : span.from };
  });
  const spent = await spendOf(tx, agencyId, billed, span);
  const booked = await bookedIn(tx, agencyId, openIds, month);
  return clientIds.map((clientId): MonthBook => {
    const stood = closed.find((one) => one.clientId === clientId) ?? null;
    const rows = fees.get(clientId) ?? [];
    const { percentBasisPoints, retainerCents, rebateShareBasisPoints } = stood ?? feeIn(month, rows);
    const scheme = { percentBasisPoints, retainerCents, rebateShareBasisPoints };
    return {
      clientId,
      month,
      scheme,
      state: stood ? (stood.sentAt ? 'sent' : 'closed') : month >= monthOf(now) ? 'running' : 'open',
      fees: rows,
      lines: stood
        ? (frozen.get(stood.id) ?? [])
        : named(spent.get(clientId) ?? [], booked.get(clientId) ?? [], scheme),
      lastClosed: edges.get(clientId)?.last ?? null,
      closed: stood,
    };
  });
}

type Named<T> = T & { campaignName: string | null };

/** Lines with the names of their campaigns: the fee on a campaign is called as its spend is. */
function named(
  spend: readonly Named<Parameters<typeof statementLines>[0][number]>[],
  booked: readonly Named<BookedLine>[],
  scheme: FeeScheme,
): NamedLine[] {
  const names = new Map([...spend, ...booked].map((line) => [line.campaignId, line.campaignName]));
  return statementLines(spend, booked, scheme).map((line) => ({
    ...line,
    campaignName: line.campaignId === null ? null : (names.get(line.campaignId) ?? null),
  }));
}

/** The first and the last month of each client that is closed. */
export async function edgesOf(
  tx: EntityManager,
  agencyId: string,
  clientIds: readonly string[],
): Promise<Map<string, { first: Month; last: Month }>> {
  const rows = await tx.query<{ id: string; first: Month; last: Month }[]>(
    `select client_id as id, min(month) as first, max(month) as last from agency_statement
      where workspace_id = $1 and client_id = any($2) group by 1`,
    [agencyId, clientIds],
  );
  return new Map(rows.map(({ id, ...edges }) => [id, edges]));
}

async function closedMonths(
  tx: EntityManager,
  agencyId: string,
  clientIds: readonly string[],
  month: Month,
): Promise<ClosedMonth[]> {
  return tx.query<ClosedMonth[]>(
    `select stated.id, client_id as "clientId", month, percent_basis_points as "percentBasisPoints",
       retainer_cents::float8 as "retainerCents", rebate_share_basis_points as "rebateShareBasisPoints",
       total_cents::float8 as "totalCents", ${isoInstant('closed_at')} as "closedAt", coalesce(person.name, '') as "closedBy",
       ${isoInstant('sent_at')} as "sentAt"
     from agency_statement stated left join person on person.id = stated.closed_by
     where stated.workspace_id = $1 and client_id = any($2) and month = $3`,
    [agencyId, clientIds, month],
  );
}

async function frozenLines(
  tx: EntityManager,
  statementIds: readonly string[],
): Promise<Map<string, NamedLine[]>> {
  const rows = await tx.query<(NamedLine & { statementId: string })[]>(
    `select statement_id as "statementId", kind, subject_id as "subjectId", name, campaign_id as "campaignId",
       campaign_name as "campaignName", spent_cents::float8 as "spentCents", charged_cents::float8 as "chargedCents",
       creator_cents::float8 as "creatorCents", rebate_expected_cents::float8 as "rebateExpectedCents",
       rebate_received_cents::float8 as "rebateReceivedCents"
     from agency_statement_line where statement_id = any($1) order by statement_id, number`,
    [statementIds],
  );
  const lines = new Map<string, NamedLine[]>();
  for (const { statementId, ...line } of rows) {
    const those = lines.get(statementId);
    if (those) those.push(line);
    else lines.set(statementId, [line]);
  }
  return lines;
}

async function feesOf(
  tx: EntityManager,
  agencyId: string,
  clientIds: readonly string[],
): Promise<Map<string, ClientFee[]>> {
  const rows = await tx.query<{ clientId: string; fees: ClientFee[] }[]>(
    `select client_id as "clientId", jsonb_agg(jsonb_build_object('fromMonth', from_month, 'percentBasisPoints', percent_basis_points,
         'retainerCents', retainer_cents, 'rebateShareBasisPoints', rebate_share_basis_points, 'by', coalesce(person.name, ''))
         order by from_month desc) as fees
       from agency_fee left join person on person.id = written_by
      where workspace_id = $1 and client_id = any($2) group by 1`,
    [agencyId, clientIds],
  );
  return new Map(rows.map(({ clientId, fees }) => [clientId, fees]));
}

/** Rebates and corrections that are booked in a month. */
async function bookedIn(
  tx: EntityManager,
  agencyId: string,
  clientIds: readonly string[],
  month: Month,
): Promise<Map<string, Named<BookedLine>[]>> {
  const rows = await tx.query<(Named<BookedLine> & { clientId: string })[]>(
    `select rebate.client_id as "clientId", 'rebate' as kind, rebate.id as "subjectId", o.name, campaign.id as "campaignId",
       campaign.name as "campaignName", rebate.cents::float8 as cents, rebate.written_at as at
     from agency_rebate rebate join cooperation_order o on o.id = rebate.order_id left join campaign on campaign.id = o.campaign_id
     where rebate.workspace_id = $1 and rebate.client_id = any($2) and rebate.month = $3
     union all
     select client_id, 'adjustment', id, case when about_month < month then about_month || ' · ' else '' end || reason, null, null,
       cents::float8, written_at
     from agency_adjustment where workspace_id = $1 and client_id = any($2) and month = $3
     order by at, "subjectId"`,
    [agencyId, clientIds, month],
  );
  const lines = new Map<string, Named<BookedLine>[]>(clientIds.map((id) => [id, []]));
  for (const { clientId, kind, subjectId, name, campaignId, campaignName, cents } of rows)
    lines.get(clientId)?.push({ kind, subjectId, name, campaignId, campaignName, cents });
  return lines;
}
