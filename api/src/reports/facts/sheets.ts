import {
  costFacts,
  exactFact,
  type FactId,
  factOf,
  type FactRow,
  type FactTableId,
  isTimeDimension,
  trueCostOf,
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
import { growthByTime, growthIn, type Snapshot, standing } from './growth';
import type { Origins } from './origins';
import {
  categoryIn,
  dayIn,
  factsOfRow,
  figureIn,
  newestFirst,
  partsOf,
  type Split,
  type StoredRow,
  textIn,
} from './sheet-row';

/** Notes read at once: each may have the snapshots of a year. */
const notesAtOnce = 500;
const snapshotsMost = 800;

interface Sheet {
  id: string;
  publishedOn: string | null;
  rows: StoredRow[];
  hasAds: boolean;
}

/** What is needed of each table that sheets fill. */
export type SheetNeeds = Readonly<Partial<Record<FactTableId, readonly FactId[]>>>;

/** What files say of notes: how they do, what was ordered for them, and what the alliances count beyond. */
export async function* sheets(
  ask: Omit<ReadAsk, 'facts'>,
  needs: SheetNeeds,
  origins: Origins,
): AsyncGenerator<FactPiece> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await batchOf(ask, after);
    for (const sheet of batch) yield* piecesOf(ask, needs, sheet, origins);
    const last = batch.at(-1);
    if (!last || batch.length < notesAtOnce) return;
    after = last.id;
  }
}

async function batchOf({ tx, spec, period }: Omit<ReadAsk, 'facts'>, after: string): Promise<Sheet[]> {
  // Before the period one word of each source is enough; in it only what is split by time needs every day.
  const within = spec.dimensions.some(isTimeDimension) && spec.timeBasis === 'happened' ? snapshotsMost : 8;
  const published = spec.timeBasis === 'published';
  return tx.query<Sheet[]>(
    `select note.id, note."publishedOn", said.rows,
       exists (select from observation where workspace_id = app_workspace() and note_id = note.id and subject = 'ad-row') as "hasAds"
     from (
       select id, (published_at at time zone $5)::date::text as "publishedOn" from observed_note
       where workspace_id = app_workspace() and id > $1 and ($4::uuid[] = '{}' or id = any($4))
         ${published ? 'and (published_at at time zone $5)::date between $2::date and $3::date' : ''}
       order by id limit ${notesAtOnce}) note
     cross join lateral (
       select coalesce(jsonb_agg(row), '[]') as rows from (
         (select ${rowSql} from observation where workspace_id = app_workspace() and note_id = note.id
            and subject in ('note-snapshot', 'order') and day between $2::date and $3::date order by day desc limit ${within})
         union all
         (select ${rowSql} from observation where workspace_id = app_workspace() and note_id = note.id
            and subject in ('note-snapshot', 'order') and day < $2::date order by day desc limit 8)
         union all
         (select ${rowSql} from observation where workspace_id = app_workspace() and note_id = note.id
            and subject = 'order' and day is null limit 20)) row) said
     order by note.id`,
    [after, period.from, period.to, spec.filters.noteIds, spec.timeZone],
  );
}

const rowSql = `subject, source, import_id as "importId", coalesce(day::text, '') as day, record -> 'values' as values`;

/** What all rows of a note together say of it. */
function traitsOf({ id, publishedOn, rows }: Sheet): Traits {
  const first = <T>(read: (values: StoredRow['values']) => T | null): T | null => {
    for (const { values } of rows) {
      const value = read(values);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    ...noTraits,
    note: id,
    creator: first((values) => textIn(values, 'creatorId', 'creatorHash')),
    followers: first((values) => figureIn(values, 'followers')?.value ?? null),
    category: first(categoryIn),
    campaign: first((values) => textIn(values, 'customTag', 'cooperationName', 'taskName')),
    day: publishedOn,
  };
}

function* piecesOf(
  ask: Omit<ReadAsk, 'facts'>,
  needs: SheetNeeds,
  sheet: Sheet,
  origins: Origins,
): Generator<FactPiece> {
  sheet.rows.sort(newestFirst);
  const traits = traitsOf(sheet);
  if (!passes(ask.spec, traits)) return;
  yield* notePieces(ask, needs, sheet, traits, origins);
  if (needs['note-snapshots']) yield* snapshotPieces(ask, needs['note-snapshots'], sheet, traits, origins);
  yield* moneyPieces(ask, needs, sheet, traits, origins);
}

const pieceOf = (
  { spec }: Omit<ReadAsk, 'facts'>,
  table: FactTableId,
  traits: Traits,
  facts: FactRow,
  rows: number,
): FactPiece => ({
  table,
  keys: keysOf(spec, traits),
  note: traits.note,
  creator: traits.creator,
  facts,
  rows,
});

const snapshotRows = ({ rows }: Sheet): StoredRow[] => rows.filter(({ day }) => day !== '');

function* notePieces(
  ask: Omit<ReadAsk, 'facts'>,
  needs: SheetNeeds,
  sheet: Sheet,
  traits: Traits,
  origins: Origins,
): Generator<FactPiece> {
  const { spec, period } = ask;
  const { publishedOn } = sheet;
  if (!needs.notes || publishedOn === null || spec.filters.placements.length) return;
  if (publishedOn < period.from || publishedOn > period.to) return;
  const snapshots = snapshotRows(sheet).map(({ day, source, values, ...row }): Snapshot => ({
    day,
    source,
    facts: factsOfRow({ day, source, values, ...row }, null, null),
  }));
  const interactions = `interactions${spec.choice.interactions}` as const;
  const reached = standing(snapshots, [interactions])[interactions];
  const hit =
    reached &&
    (reached.value - reached.half >= spec.hitInteractions
      ? 1
      : !reached.atLeast && reached.value + reached.half < spec.hitInteractions
        ? 0
        : null);
  origins.count('notes', sheet.rows.slice(0, 1));
  yield pieceOf(
    ask,
    'notes',
    traits,
    { notes: exactFact(1), hitNotes: typeof hit === 'number' ? exactFact(hit) : null },
    1,
  );
}

function* snapshotPieces(
  ask: Omit<ReadAsk, 'facts'>,
  facts: readonly FactId[],
  sheet: Sheet,
  traits: Traits,
  origins: Origins,
): Generator<FactPiece> {
  const { spec, period } = ask;
  const rows = snapshotRows(sheet);
  if (!rows.length) return;
  origins.count('note-snapshots', rows.filter(({ day }) => day >= period.from).slice(0, snapshotsMost));
  const split = (spec.dimensions.find((dimension) => /^(placement|audience)/.test(dimension)) ??
    (spec.filters.placements.length ? 'placement' : null)) as Split;
  const time = spec.dimensions.find(isTimeDimension);
  for (const part of partsOf(split)) {
    const mine = split === 'placement' ? { ...traits, placement: part } : { ...traits, audience: part };
    if (!inPlacement(spec, mine.placement)) continue;
    const snapshots = rows.map((row): Snapshot => ({
      day: row.day,
      source: row.source,
      facts: factsOfRow(row, split, part),
    }));
    if (spec.timeBasis === 'published')
      yield pieceOf(ask, 'note-snapshots', mine, standing(snapshots, facts), 1);
    else if (time)
      for (const { day, facts: its } of growthByTime(period, time, snapshots, sheet.publishedOn, facts))
        yield pieceOf(ask, 'note-snapshots', { ...mine, day }, its, 1);
    else yield pieceOf(ask, 'note-snapshots', mine, growthIn(period, snapshots, sheet.publishedOn, facts), 1);
  }
}

/** What an order says of its price, in cents. */
export function orderMoney(values: StoredRow['values']) {
  const cents = (field: string) => {
    const figure = figureIn(values, field);
    return figure?.precision === 'exact' && figure.value >= 0 ? Math.round(figure.value) : null;
  };
  return {
    quoteCents: cents('quote'),
    serviceFeeCents: cents('serviceFee'),
    amountCents: cents('orderAmount'),
    effectMode: values.isEfficientMode === true,
  };
}

/** Quote, fee and both together, with what is an estimate marked as one. */
export const orderFacts = (values: StoredRow['values']): FactRow => {
  const { quoteCents, serviceFeeCents, orderCents } = costFacts(
    trueCostOf({
      order: orderMoney(values),
      adCents: null,
      boostCents: null,
      voucherCents: null,
      adsComplete: false,
      boostsComplete: false,
      promotedImpressions: null,
      heatedImpressions: null,
    }),
  );
  const { guaranteedReads } = factsOfRow(
    { subject: 'order', source: 'P0', importId: '', day: '', values },
    null,
    null,
  );
  return { quoteCents, serviceFeeCents, orderCents, guaranteedReads };
};

/** The rows that say what a note was ordered for: its orders, each in its newest state, else the newest sheet with a price. */
export function pricedRows({ rows }: Pick<Sheet, 'rows'>): StoredRow[] {
  const orders = new Map<string, StoredRow>();
  for (const row of rows)
    if (row.subject === 'order') {
      const id = textIn(row.values, 'orderId') ?? '';
      if (!orders.has(id)) orders.set(id, row);
    }
  if (orders.size) return [...orders.values()];
  return rows
    .filter(({ values }) => ['orderAmount', 'quote'].some((field) => figureIn(values, field)))
    .slice(0, 1);
}

function* moneyPieces(
  ask: Omit<ReadAsk, 'facts'>,
  needs: SheetNeeds,
  sheet: Sheet,
  traits: Traits,
  origins: Origins,
): Generator<FactPiece> {
  const { spec, period } = ask;
  if (spec.filters.placements.length) return;
  const published = spec.timeBasis === 'published';
  const within = (day: string | null) =>
    published || day === null || (day >= period.from && day <= period.to);
  if (needs.orders)
    for (const row of pricedRows(sheet)) {
      const day = dayIn(row.values, 'orderFinishedAt', 'orderCreatedAt') ?? sheet.publishedOn;
      if (!within(day)) continue;
      origins.count('orders', [row]);
      // Of an order without a day nobody knows whether it is of the period.
      const facts = published || day !== null ? orderFacts(row.values) : {};
      yield pieceOf(ask, 'orders', published ? traits : { ...traits, day }, facts, 1);
    }
  const happened = !published && !within(sheet.publishedOn);
  const stand = standing(
    snapshotRows(sheet).map((row): Snapshot => ({
      day: row.day,
      source: row.source,
      facts: factsOfRow(row, null, null),
    })),
    ['shopVisitors', 'offsiteVisitors', 'adCents', 'promotedImpressions', 'heatedImpressions'],
  );
  // Totals so far, which belong to no day: with the note, or nowhere.
  if (needs['alliance-sheets'] && !happened) {
    const { shopVisitors, offsiteVisitors, adCents } = stand;
    const none = !sheet.hasAds && factOf(stand, 'promotedImpressions')?.value === 0 ? exactFact(0) : null;
    const facts = { shopVisitors, offsiteVisitors, adCents: adCents ?? none };
    if (Object.values(facts).some((fact) => fact)) {
      origins.count('alliance-sheets', sheet.rows.slice(0, 1));
      yield pieceOf(ask, 'alliance-sheets', traits, facts, 1);
    }
  }
  // Where there was no heated exposure nothing was paid for it, and no voucher either.
  if (needs['hosted-boosts'] && !happened && factOf(stand, 'heatedImpressions')?.value === 0)
    yield pieceOf(ask, 'hosted-boosts', traits, { boostCents: exactFact(0), voucherCents: exactFact(0) }, 1);
}
