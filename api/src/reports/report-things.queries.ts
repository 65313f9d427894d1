import type { ReportThing, ReportThings, ReportThingsQuery } from '@poolrise/contracts';
import { foldForSearch } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { likeText, prefixQueryOf } from '../words/search-terms';
import { isUuid } from './key-names';

/** Found of each origin, so that both are in sight: whoever wants more types on. */
const each = 4;
/** Notes of files, the newest, whose creators are shown when somebody looks for creators by the words of a note. */
const notesLookedAt = 40;

/** Notes or creators that a report can be narrowed to, those of this workspace's own before those of files. */
export async function reportThings(
  tx: EntityManager,
  { kind, search, ids }: ReportThingsQuery,
): Promise<ReportThings> {
  const named = kind === 'note' ? notesOf(tx, ids) : creatorsOf(tx, ids);
  if (ids.length) return { items: await named };
  if (!search) return { items: [] };
  return { items: await (kind === 'note' ? findNotes(tx, search) : findCreators(tx, search)) };
}

const hostedNote = `note.id::text as id, 'hosted' as origin, note.title, creator.name as beside,
  ${isoInstant('note.published_at')} as "publishedAt", null::integer as notes`;
const observedNote = `note.id::text as id, 'file' as origin, note.title, coalesce(note.platform_id, '') as beside,
  ${isoInstant('note.published_at')} as "publishedAt", null::integer as notes`;
const hostedCreator = `creator.id::text as id, 'hosted' as origin, creator.name as title, creator.red_id as beside,
  null as "publishedAt", (select count(*)::integer from note where note.creator_id = creator.id) as notes`;

function notesOf(tx: EntityManager, ids: readonly string[]): Promise<ReportThing[]> {
  return tx.query<ReportThing[]>(
    `select ${hostedNote} from note join creator on creator.id = note.creator_id where note.id = any($1::uuid[])
     union all select ${observedNote} from observed_note note where note.id = any($1::uuid[])`,
    [ids.filter(isUuid)],
  );
}

/** By their words or a part of the title; of files also by the id of the platform. */
function findNotes(tx: EntityManager, search: string): Promise<ReportThing[]> {
  return tx.query<ReportThing[]>(
    `(select ${hostedNote} from note join creator on creator.id = note.creator_id
      where note.title ilike $1 or ($2 <> '' and note.id in (select note_id from note_search where words @@ $2::tsquery))
      order by note.published_at desc nulls last, note.id limit ${each})
     union all
     (select ${observedNote} from observed_note note
      where note.workspace_id = app_workspace() and (title_key like $3 or platform_id = $4)
      order by coalesce(published_at, '-infinity') desc, id desc limit ${each})`,
    [
      `%${likeText(search)}%`,
      prefixQueryOf(search),
      `%${likeText(foldForSearch(search))}%`,
      search.toLowerCase(),
    ],
  );
}

async function creatorsOf(tx: EntityManager, ids: readonly string[]): Promise<ReportThing[]> {
  const hosted = await tx.query<ReportThing[]>(
    `select ${hostedCreator} from creator where creator.id = any($1::uuid[])`,
    [ids.filter(isUuid)],
  );
  const others = ids.filter((id) => !hosted.some((one) => one.id === id));
  return [...hosted, ...(await creatorsOfFiles(tx, others))];
}

/**
 * Those of own notes by name or handle; those of files by how their id begins, or by the words of a note. Files bring no names:
 * nicknames are dropped when they are read.
 */
async function findCreators(tx: EntityManager, search: string): Promise<ReportThing[]> {
  const hosted = await tx.query<ReportThing[]>(
    `select ${hostedCreator} from creator where (name ilike $1 or red_id like $2)
       and exists (select from note where note.creator_id = creator.id)
     order by followers desc, id limit ${each}`,
    [`%${likeText(search)}%`, `${likeText(search)}%`],
  );
  // Walks the index from one id to the next, however many rows speak of each.
  const beginning = await tx.query<{ creator: string }[]>(
    `with recursive found as (
       (select creator_key from observation where workspace_id = app_workspace() and creator_key >= $1 and creator_key < $2
        order by creator_key limit 1)
       union all
       select (select next.creator_key from observation next where next.workspace_id = app_workspace()
           and next.creator_key > found.creator_key and next.creator_key < $2 order by next.creator_key limit 1)
       from found where found.creator_key is not null)
     select creator_key as creator from found where creator_key is not null limit ${each}`,
    [search, `${search}\u{10ffff}`],
  );
  const byNotes = await tx.query<{ creator: string }[]>(
    `select distinct said.creator_key as creator from (
       select id from observed_note where workspace_id = app_workspace() and title_key like $1
       order by coalesce(published_at, '-infinity') desc, id desc limit ${notesLookedAt}) note
     join observation said on said.workspace_id = app_workspace() and said.note_id = note.id
       and said.subject in ('note-snapshot', 'order') and said.creator_key is not null
     limit ${each}`,
    [`%${likeText(foldForSearch(search))}%`],
  );
  const ids = [...new Set([...beginning, ...byNotes].map(({ creator }) => creator))].slice(0, each);
  return [...hosted, ...(await creatorsOfFiles(tx, ids))];
}

/** Creators of files by their ids, each with one of the notes: the last to be published. */
function creatorsOfFiles(tx: EntityManager, ids: readonly string[]): Promise<ReportThing[]> {
  if (!ids.length) return Promise.resolve([]);
  return tx.query<ReportThing[]>(
    `select wanted.id, 'file' as origin, wanted.id as title, coalesce(made.title, '') as beside, null as "publishedAt",
       coalesce(made.notes, 0) as notes
     from unnest($1::text[]) with ordinality wanted(id, place)
     cross join lateral (
       select count(distinct note.id)::integer as notes,
         (array_agg(note.title order by note.published_at desc nulls last, note.id))[1] as title, count(*) as said
       from observation left join observed_note note on note.id = observation.note_id
       where observation.workspace_id = app_workspace() and observation.creator_key = wanted.id) made
     where made.said > 0 order by wanted.place`,
    [ids],
  );
}
