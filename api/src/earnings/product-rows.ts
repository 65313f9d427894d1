import type { NoteProduct } from '@poolrise/contracts';
import { attributionWindowMs, commissionCents, confirmsAt, dayInShanghai, rails } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import {
  type DecidedLinks,
  keptCommission,
  type KeptOpen,
  type KeptReturn,
  type KeptSale,
  type KnownLinks,
  type ReadProductEvent,
  slotKey,
} from './decide-product-events';

const paid = rails.indexOf('paid');
const millis = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
const openColumns = `id, workspace_id as "workspaceId", note_id as "noteId", product, url, slot::float8 as slot, rail,
  reader::float8 as reader, counted, ${millis('opened_at')} as "openedAt"`;

/**
 * All that the events of a batch can be about; the caller holds the application's lock. Opens are held until the batch is written, or
 * one could be forgotten under the sale that names it.
 */
export async function linksKnown(
  tx: EntityManager,
  applicationId: string,
  events: readonly ReadProductEvent[],
): Promise<KnownLinks> {
  const opening = events.filter((event) => event.kind === 'open');
  const amounts = events.filter((event) => event.kind !== 'open');
  const ids = [...new Set([...events.map(({ id }) => id), ...amounts.map(({ openId }) => openId)])];
  const named = await tx.query<KeptOpen[]>(
    `select ${openColumns} from product_open where application_id = $1 and id = any($2) for key share`,
    [applicationId, ids],
  );
  const notes = await notesOf(
    tx,
    opening.map(({ noteId }) => noteId),
  );
  const openingUrls = opening.map(({ reader, noteId, product }) => ({
    reader,
    url: notes.get(noteId)?.products[product - 1]?.url ?? '',
  }));
  const links = [...named, ...openingUrls];
  const times = amounts.flatMap(({ at }) => (typeof at === 'number' ? [at] : []));
  const others = await opensOfReaders(
    tx,
    applicationId,
    links.filter(({ reader }) => reader !== 0),
    times,
  );
  const opens = [...new Map([...named, ...others].map((open) => [open.id, open])).values()];
  const wanted = { urls: links.map(({ url }) => url), references: amounts.map((one) => one.reference) };
  const openNotes = await notesOf(
    tx,
    opens.map(({ noteId }) => noteId),
  );
  return {
    opens,
    ...(await amountsKnown(tx, applicationId, ids, wanted)),
    counted: await countedOf(tx, opening),
    notes: new Map([...notes, ...openNotes]),
  };
}

/** Whatever else these readers opened of these products, as long before the sales of a batch as it may count. */
async function opensOfReaders(
  tx: EntityManager,
  applicationId: string,
  links: readonly { reader: number; url: string }[],
  soldAt: readonly number[],
): Promise<KeptOpen[]> {
  if (links.length === 0 || soldAt.length === 0) return [];
  return tx.query<KeptOpen[]>(
    `select ${openColumns} from product_open
      where application_id = $1 and reader <> 0
        and (reader, url) in (select * from unnest($2::bigint[], $3::text[])) and opened_at between $4 and $5
      for key share`,
    [
      applicationId,
      links.map(({ reader }) => reader),
      links.map(({ url }) => url),
      new Date(Math.min(...soldAt) - attributionWindowMs),
      new Date(Math.max(...soldAt)),
    ],
  );
}

async function amountsKnown(
  tx: EntityManager,
  applicationId: string,
  ids: readonly string[],
  { urls, references }: { urls: string[]; references: string[] },
): Promise<{ sales: KeptSale[]; returns: KeptReturn[] }> {
  const returns = await tx.query<KeptReturn[]>(
    `select id, sale_id as "saleId", open_id as "openId", cents::float8 as cents, reversed_cents::float8 as "reversedCents",
            ${millis('returned_at')} as "returnedAt"
       from product_return where application_id = $1 and id = any($2)`,
    [applicationId, ids],
  );
  const sales = await tx.query<KeptSale[]>(
    `select id, workspace_id as "workspaceId", note_id as "noteId", product, title, url, open_id as "openId",
            counted_open_id as "countedOpenId", reference, cents::float8 as cents, returned_cents::float8 as "returnedCents",
            rate_permyriad as rate, ${millis('sold_at')} as "soldAt"
       from product_sale
      where application_id = $1 and (id = any($2) or (url = any($3) and reference = any($4)))`,
    [applicationId, [...ids, ...returns.map(({ saleId }) => saleId)], urls, references],
  );
  return { sales, returns };
}

async function notesOf(tx: EntityManager, ids: readonly string[]): Promise<KnownLinks['notes']> {
  const rows = await tx.query<{ id: string; workspaceId: string; products: NoteProduct[] }[]>(
    'select id, workspace_id as "workspaceId", products from note where id = any($1)',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...note }) => [id, note]));
}

async function countedOf(
  tx: EntityManager,
  opening: readonly { slot: number; product: number }[],
): Promise<Set<string>> {
  const rows = await tx.query<{ slot: number; product: number }[]>(
    'select slot::float8 as slot, product from product_open where counted and slot = any($1)',
    [opening.map(({ slot }) => slot)],
  );
  return new Set(rows.map(({ slot, product }) => slotKey(slot, product)));
}

/** Puts one statement to the database. */
export type Ask = (sql: string, parameters: unknown[]) => Promise<unknown>;

/** Writes what was decided, and returns the workspaces that something changed for. */
export async function writeLinks(
  ask: Ask,
  applicationId: string,
  { opens, sales, returns, changed }: DecidedLinks,
): Promise<string[]> {
  const at = (ms: number): string => new Date(ms).toISOString();
  await insertAll(
    ask,
    'product_open',
    'id uuid, workspace_id uuid, note_id uuid, product smallint, url text, slot bigint, rail smallint, reader bigint, counted boolean, opened_at timestamptz',
    applicationId,
    opens.map(({ workspaceId, noteId, openedAt, ...open }) => ({
      ...{ ...open, workspace_id: workspaceId, note_id: noteId, opened_at: at(openedAt) },
    })),
  );
  const days = opens.filter(({ counted }) => counted);
  if (days.length)
    await ask(
      `insert into product_link_day (note_id, product, day, workspace_id, opens, paid_opens)
       select note_id, product, day, workspace_id, count(*), count(*) filter (where paid)
         from jsonb_to_recordset($1::jsonb) as opened (note_id uuid, product smallint, day date, workspace_id uuid, paid boolean)
        group by 1, 2, 3, 4 order by 1, 2, 3
       on conflict (note_id, product, day) do update
         set opens = product_link_day.opens + excluded.opens, paid_opens = product_link_day.paid_opens + excluded.paid_opens`,
      [
        JSON.stringify(
          days.map(({ noteId, product, openedAt, workspaceId, rail }) => ({
            ...{ note_id: noteId, product, workspace_id: workspaceId },
            ...{ day: dayInShanghai(new Date(openedAt)), paid: rail === paid },
          })),
        ),
      ],
    );
  await insertAll(
    ask,
    'product_sale',
    `id uuid, workspace_id uuid, note_id uuid, product smallint, title text, url text, open_id uuid, counted_open_id uuid, reference text,
     cents bigint, returned_cents bigint, rate_permyriad integer, commission_cents bigint, kept_commission_cents bigint, sold_at timestamptz,
     confirms_at timestamptz`,
    applicationId,
    sales.map((sale) => ({
      ...{ id: sale.id, workspace_id: sale.workspaceId, note_id: sale.noteId, product: sale.product },
      ...{ title: sale.title, url: sale.url, open_id: sale.openId, counted_open_id: sale.countedOpenId },
      ...{ reference: sale.reference, cents: sale.cents, returned_cents: sale.returnedCents },
      ...{ rate_permyriad: sale.rate, commission_cents: commissionCents(sale.cents, sale.rate) },
      kept_commission_cents: keptCommission(sale),
      ...{ sold_at: at(sale.soldAt), confirms_at: at(confirmsAt(sale.soldAt)) },
    })),
  );
  const fresh = new Set(sales);
  for (const sale of changed)
    if (!fresh.has(sale))
      await ask(
        `update product_sale set returned_cents = $3, kept_commission_cents = $4 where application_id = $1 and id = $2`,
        [applicationId, sale.id, sale.returnedCents, keptCommission(sale)],
      );
  const workspaces = new Map([...sales, ...changed].map((sale) => [sale.id, sale.workspaceId]));
  await insertAll(
    ask,
    'product_return',
    'id uuid, workspace_id uuid, sale_id uuid, open_id uuid, cents bigint, reversed_cents bigint, returned_at timestamptz',
    applicationId,
    returns.map(({ id, saleId, openId, cents, reversedCents, returnedAt }) => ({
      ...{ id, workspace_id: workspaces.get(saleId), sale_id: saleId, open_id: openId },
      ...{ cents, reversed_cents: reversedCents, returned_at: at(returnedAt) },
    })),
  );
  return [...new Set([...opens.map(({ workspaceId }) => workspaceId), ...workspaces.values()])].sort();
}

/** @param shape names and types of the columns behind the application's */
async function insertAll(
  ask: Ask,
  table: string,
  shape: string,
  applicationId: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = shape.split(',').map((column) => column.trim().split(' ')[0]);
  await ask(
    `insert into ${table} (application_id, ${names.join(', ')})
     select $1, ${names.join(', ')} from jsonb_to_recordset($2::jsonb) as told (${shape})`,
    [applicationId, JSON.stringify(rows)],
  );
}
