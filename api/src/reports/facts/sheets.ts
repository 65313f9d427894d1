import { isTimeDimension } from '@poolrise/domain';
import { type FactPiece, noTraits, passes, type ReadAsk, type Traits } from './fact-piece';
import { type Sheet, type SheetAsk, type SheetNeeds, snapshotsMost } from './note-sheet';
import type { Origins } from './origins';
import { notePieces, snapshotPieces } from './sheet-figures';
import { moneyPieces } from './sheet-money';
import { categoryIn, figureIn, newestFirst, type StoredRow, textIn } from './sheet-row';

/** Notes read at once: each may have the snapshots of a year. */
const notesAtOnce = 500;

/** What files say of notes: how they do, what was ordered for them, and what the alliances count beyond. */
export async function* sheets(
  ask: Omit<ReadAsk, 'facts'>,
  needs: SheetNeeds,
  origins: Origins,
): AsyncGenerator<FactPiece> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await batchOf(ask, after);
    for (const sheet of batch) yield* piecesOf({ ask, needs, sheet, origins });
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

function* piecesOf({ sheet, ...about }: Omit<SheetAsk, 'traits'>): Generator<FactPiece> {
  sheet.rows.sort(newestFirst);
  const traits = traitsOf(sheet);
  if (!passes(about.ask.spec, traits)) return;
  const all: SheetAsk = { ...about, sheet, traits };
  yield* notePieces(all);
  yield* snapshotPieces(all);
  yield* moneyPieces(all);
}
