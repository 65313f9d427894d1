import {
  billSubject,
  invoiceable,
  partOf,
  type SpendLine,
  type SpentSoFar,
  spentInPeriod,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** A client and since when its months are billed: the first that was closed, or the one that is looked at. */
export interface BilledClient {
  id: string;
  billedFrom: Date;
}

interface SubjectRecord {
  client_id: string;
  kind: 'order' | 'boost';
  subject_id: string;
  name: string;
  campaign_id: string | null;
  campaign_name: string | null;
  before_billing: string;
  before_month: string;
  until: string;
  frozen_spent: string;
  frozen_charged: string;
  /** of an order: fees that its payment holds, and what of its price the creator has promised to give back */
  fees: string;
  rebate_basis_points: number;
  /** of a boost: what pays for it */
  voucher_cents: string;
  wallet_cents: string;
  compensation_cents: string;
  rebate_cents: string;
  credit_cents: string;
}

/**
 * Orders and boosts that the journals of some clients have spent on since they are billed, with their sums before that, before the
 * month and until its end. $1 agency, $2 clients, $3 since when each is billed, $4 and $5 the month. Movements are found by the
 * index of the journal by time, the sums of each subject by that of its own transactions.
 */
const subjectsSql = `
  with client as (select * from unnest($2::uuid[], $3::timestamptz[]) as client(id, billed_from)),
  touched as (
    select distinct client.id as client_id, client.billed_from, t.boost_id, t.order_id
      from client join ledger_transaction t on t.workspace_id = client.id and t.at >= client.billed_from and t.at < $5
       and t.kind in ('boost-spent', 'order-paid')),
  frozen as (
    select line.subject_id, sum(line.spent_cents) as spent, sum(line.charged_cents) as charged
      from agency_statement stated join agency_statement_line line on line.statement_id = stated.id
     where stated.workspace_id = $1 and stated.client_id = any($2) and line.kind in ('order', 'boost', 'late') group by 1),
  subject as (
    select touched.*, sums.* from touched cross join lateral (
      select coalesce(sum(e.cents) filter (where t.at < touched.billed_from), 0) as before_billing,
             coalesce(sum(e.cents) filter (where t.at < $4), 0) as before_month, coalesce(sum(e.cents), 0) as until
        from ledger_transaction t join ledger_entry e on e.transaction_id = t.id and e.account = 'spent'
       where t.boost_id = touched.boost_id and t.workspace_id = touched.client_id and t.at < $5) sums
     where touched.boost_id is not null
    union all
    select touched.*, sums.* from touched cross join lateral (
      select coalesce(sum(e.cents) filter (where t.at < touched.billed_from), 0) as before_billing,
             coalesce(sum(e.cents) filter (where t.at < $4), 0) as before_month, coalesce(sum(e.cents), 0) as until
        from ledger_transaction t join ledger_entry e on e.transaction_id = t.id and e.account = 'spent'
       where t.order_id = touched.order_id and t.workspace_id = touched.client_id and t.at < $5) sums
     where touched.order_id is not null)
  select subject.client_id, case when b.id is not null then 'boost' else 'order' end as kind, coalesce(b.id, o.id) as subject_id,
    coalesce(note.title, o.name) as name, campaign.id as campaign_id, campaign.name as campaign_name,
    before_billing, before_month, until, coalesce(frozen.spent, 0) as frozen_spent, coalesce(frozen.charged, 0) as frozen_charged,
    coalesce((o.payment ->> 'brandFeeCents')::bigint + (o.payment ->> 'effectFeeCents')::bigint, 0) as fees,
    coalesce(contact.rebate_basis_points, 0) as rebate_basis_points, coalesce(b.voucher_cents, 0) as voucher_cents,
    coalesce(b.wallet_cents, 0) as wallet_cents, coalesce(b.compensation_cents, 0) as compensation_cents,
    coalesce(b.rebate_cents, 0) as rebate_cents, coalesce(b.credit_cents, 0) as credit_cents
  from subject left join boost b on b.id = subject.boost_id left join note on note.id = b.note_id
  left join cooperation_order o on o.id = subject.order_id
  left join creator_contact contact on contact.workspace_id = $1 and contact.creator_id = o.creator_id
  left join campaign on campaign.id = coalesce(b.campaign_id, o.campaign_id)
  left join frozen on frozen.subject_id = coalesce(b.id, o.id)
  order by campaign.name nulls last, kind desc, name, subject_id`;

export type NamedSpend = SpendLine & { campaignName: string | null };

/** What each client's month has spent, and what was found of its closed months since. As the engine. */
export async function spendOf(
  tx: EntityManager,
  agencyId: string,
  clients: readonly BilledClient[],
  { from, to }: { from: Date; to: Date },
): Promise<Map<string, NamedSpend[]>> {
  const rows = await tx.query<SubjectRecord[]>(subjectsSql, [
    agencyId,
    clients.map(({ id }) => id),
    clients.map(({ billedFrom }) => billedFrom),
    from,
    to,
  ]);
  const lines = new Map<string, NamedSpend[]>(clients.map(({ id }) => [id, []]));
  for (const row of rows) lines.get(row.client_id)?.push(...linesOf(row));
  return lines;
}

function linesOf(row: SubjectRecord): NamedSpend[] {
  const so = (cents: string): SpentSoFar => ({
    spentCents: Number(cents),
    chargedCents: row.kind === 'order' ? Number(cents) : chargedOf(row, Number(cents)),
  });
  const { inMonth, late } = billSubject({
    beforeBilling: so(row.before_billing),
    beforeMonth: so(row.before_month),
    until: so(row.until),
    frozen: { spentCents: Number(row.frozen_spent), chargedCents: Number(row.frozen_charged) },
  });
  return [...lineOf(row, row.kind, inMonth), ...lineOf(row, 'late', late)];
}

function lineOf(row: SubjectRecord, kind: NamedSpend['kind'], part: SpentSoFar): NamedSpend[] {
  if (part.spentCents === 0 && part.chargedCents === 0) return [];
  const creatorCents = row.kind === 'order' ? Math.max(0, part.spentCents - Number(row.fees)) : 0;
  return [
    {
      kind,
      subjectId: row.subject_id,
      name: row.name,
      campaignId: row.campaign_id,
      campaignName: row.campaign_name,
      ...part,
      creatorCents,
      rebateExpectedCents: partOf(creatorCents, row.rebate_basis_points),
    },
  ];
}

/** Of what a boost has spent, the part that is the client's own money. */
function chargedOf(row: SubjectRecord, spentUntilCents: number): number {
  const [compensation, rebate, credit] = [row.compensation_cents, row.rebate_cents, row.credit_cents].map(
    Number,
  ) as [number, number, number];
  return invoiceable(
    spentInPeriod({
      voucherCents: Number(row.voucher_cents),
      wallet: {
        compensation,
        rebate,
        credit,
        cash: Number(row.wallet_cents) - compensation - rebate - credit,
      },
      spentBeforeCents: 0,
      spentUntilCents,
    }),
  );
}
