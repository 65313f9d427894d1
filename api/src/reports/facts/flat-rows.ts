import {
  cycleWindow,
  decisionCycleOf,
  exactFact,
  type FactRow,
  factsOfAdRow,
  factsOfCreatorRow,
  factsOfShopOrder,
} from '@poolrise/domain';
import {
  type FactPiece,
  inPlacement,
  keysOf,
  noTraits,
  passes,
  type ReadAsk,
  type Traits,
} from './fact-piece';
import type { Origins } from './origins';
import { categoryIn, dayIn, figureIn, newestFirst, type StoredRow, textIn } from './sheet-row';
import { orderFacts } from './sheet-money';

const rowsAtOnce = 2_000;
/** Notes that are looked at for what an order followed, the newest. */
const exposuresMost = 20_000;

interface FlatRow extends StoredRow {
  key: string;
  noteId: string | null;
  publishedOn: string | null;
  /** what is known of its note by now */
  latest: StoredRow['values'] | null;
}

/** Rows of files of one subject, in the order of their keys. */
async function* rowsOf(
  { tx, spec }: Omit<ReadAsk, 'facts'>,
  subject: string,
  condition = 'true',
): AsyncGenerator<FlatRow> {
  for (let after = ''; ;) {
    const rows = await tx.query<FlatRow[]>(
      `select observation.key, subject, source, import_id as "importId", coalesce(observation.day::text, '') as day,
         record -> 'values' as values, note_id as "noteId", said.latest,
         (coalesce(note.published_at, (observation.note ->> 'publishedAt')::timestamptz) at time zone $3)::date::text as "publishedOn"
       from observation left join observed_note note on note.id = note_id
       left join lateral (${latestSql('note.id')}) said on true
       where observation.workspace_id = app_workspace() and subject = $1 and observation.key > $2 and ${condition}
       order by observation.key limit ${rowsAtOnce}`,
      [subject, after, spec.timeZone],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = last.key;
  }
}

/** What the newest sheet about a note says of it and who made it. */
const latestSql = (note: string): string =>
  `select record -> 'values' as latest from observation sheet
   where sheet.workspace_id = app_workspace() and sheet.note_id = ${note} and sheet.subject in ('note-snapshot', 'order')
   order by sheet.day desc nulls last limit 1`;

const within = ({ period }: Omit<ReadAsk, 'facts'>, day: string | null): boolean =>
  day !== null && day >= period.from && day <= period.to;

function traitsOf({ values: own, latest, noteId }: FlatRow): Traits {
  const values = { ...own, ...latest };
  return {
    ...noTraits,
    note: noteId,
    creator: textIn(values, 'creatorId', 'creatorHash'),
    followers: figureIn(values, 'followers')?.value ?? null,
    category: categoryIn(values),
    campaign: textIn(values, 'customTag', 'cooperationName', 'taskName', 'campaignName'),
  };
}

/** The day of a row by the basis of the report, and whether it is of the period; null where it takes no part. */
function dated(ask: Omit<ReadAsk, 'facts'>, row: FlatRow, happenedOn: string | null): Traits | null {
  const day = ask.spec.timeBasis === 'published' ? row.publishedOn : happenedOn;
  const traits = { ...traitsOf(row), day };
  return within(ask, day) && passes(ask.spec, traits) ? traits : null;
}

/** Advertising, as its reports have it by day and placement. */
export async function* adRows(ask: Omit<ReadAsk, 'facts'>, origins: Origins): AsyncGenerator<FactPiece> {
  for await (const row of rowsOf(ask, 'ad-row')) {
    const traits = dated(ask, row, dayIn(row.values, 'adTime') ?? (row.day || null));
    const placement = textIn(row.values, 'placement');
    if (!traits || !inPlacement(ask.spec, placement)) continue;
    origins.count('ad-rows', [row]);
    yield pieceOf(
      ask,
      'ad-rows',
      { ...traits, placement },
      factsOfAdRow((field) => figureIn(row.values, field)),
    );
  }
}

/** Orders of which nobody knows the note yet; those of a note are read with it. */
export async function* unnamedOrders(
  ask: Omit<ReadAsk, 'facts'>,
  origins: Origins,
): AsyncGenerator<FactPiece> {
  if (ask.spec.filters.placements.length) return;
  for await (const row of rowsOf(ask, 'order', 'note_id is null')) {
    const traits = dated(
      ask,
      row,
      dayIn(row.values, 'orderFinishedAt', 'orderCreatedAt') ?? (row.day || null),
    );
    if (!traits) continue;
    origins.count('orders', [row]);
    yield pieceOf(ask, 'orders', traits, orderFacts(row.values));
  }
}

/** Orders of the shop, which name the creator and no note. */
export async function* shopOrders(ask: ReadAsk, origins: Origins): AsyncGenerator<FactPiece> {
  if (ask.spec.filters.placements.length) return;
  const exposures = ask.facts.includes('gmvCycleCents')
    ? await exposuresOf(ask)
    : new Map<string, Exposure[]>();
  for await (const row of rowsOf(ask, 'shop-order')) {
    const day = dayIn(row.values, 'paidAt') ?? (row.day || null);
    const traits = { ...traitsOf(row), day };
    if (day === null || !within(ask, day) || !passes(ask.spec, traits)) continue;
    origins.count('shop-orders', [row]);
    const facts = factsOfShopOrder((field) => figureIn(row.values, field));
    const seen = exposures.get(traits.creator ?? '');
    const inCycle = seen?.some((exposure) => isOfCycle(exposure, day));
    // Of a creator whose notes nobody brought in it is unknown what the order followed.
    const gmvCycleCents = inCycle === undefined ? null : inCycle ? (facts.gmvCents ?? null) : exactFact(0);
    yield pieceOf(ask, 'shop-orders', traits, { ...facts, gmvCycleCents });
  }
}

/** A day on which a note of a creator came out, and how long people of its category take from seeing to buying. */
interface Exposure {
  day: string;
  category: string | null;
}

const isOfCycle = ({ day, category }: Exposure, orderedOn: string): boolean => {
  const { from, to } = cycleWindow(day, decisionCycleOf(category));
  return orderedOn >= from && orderedOn <= to;
};

/** Notes of files by their creator. */
async function exposuresOf({ tx }: ReadAsk): Promise<Map<string, Exposure[]>> {
  const rows = await tx.query<{ day: string; latest: StoredRow['values'] }[]>(
    `select (note.published_at at time zone 'Asia/Shanghai')::date::text as day, said.latest
     from (
       select id, published_at from observed_note where workspace_id = app_workspace() and published_at is not null
       order by coalesce(published_at, '-infinity') desc, id desc limit ${exposuresMost}) note
     cross join lateral (${latestSql('note.id')}) said
     where coalesce(said.latest ->> 'creatorId', said.latest ->> 'creatorHash') is not null`,
  );
  const byCreator = new Map<string, Exposure[]>();
  for (const { day, latest } of rows) {
    const creator = textIn(latest, 'creatorId', 'creatorHash') ?? '';
    byCreator.set(creator, [...(byCreator.get(creator) ?? []), { day, category: categoryIn(latest) }]);
  }
  return byCreator;
}

/** Who a creator is, as the newest list says it by the end of the period. */
export async function* creatorRecords(
  ask: Omit<ReadAsk, 'facts'>,
  origins: Origins,
): AsyncGenerator<FactPiece> {
  const newest = new Map<string, FlatRow>();
  for await (const row of rowsOf(ask, 'creator-snapshot')) {
    const creator = textIn(row.values, 'creatorId', 'accountId', 'vendorCreatorId') ?? row.key;
    if (row.day > ask.period.to) continue;
    const known = newest.get(creator);
    if (!known || newestFirst(row, known) < 0) newest.set(creator, row);
  }
  for (const [creator, row] of newest) {
    const traits = { ...traitsOf(row), creator };
    if (!passes(ask.spec, traits)) continue;
    origins.count('creator-records', [row]);
    yield pieceOf(
      ask,
      'creator-records',
      traits,
      factsOfCreatorRow((field) => figureIn(row.values, field)),
    );
  }
}

const pieceOf = (
  { spec }: Omit<ReadAsk, 'facts'>,
  table: FactPiece['table'],
  traits: Traits,
  facts: FactRow,
): FactPiece => ({
  table,
  keys: keysOf(spec, traits),
  note: traits.note,
  creator: traits.creator,
  facts,
  rows: 1,
});
