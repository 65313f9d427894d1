import { Injectable } from '@nestjs/common';
import type {
  ChooseNote,
  ObservedNoteRow,
  ObservedNotesQuery,
  ObservedNoteView,
  Page,
  UnmatchedName,
  UnmatchedQuery,
} from '@poolrise/contracts';
import { estimateObserved, learnObservedPeers, type PoolPolicy, type SnapshotNote } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { NoteNames } from '../imports/note-names.service';
import { PoliciesService } from '../pools/policies.service';
import { observedNotePage } from './observed-notes.queries';
import { type KnownNote, snapshotNotes } from './snapshot-notes';
import { unmatchedPage } from './unmatched.queries';

/** A note is compared with so many others of the workspace, those published nearest to it. */
const peersMax = 600;

/** Notes of the platform, as the files that were brought in describe them. */
@Injectable()
export class ObservedNotesService {
  constructor(
    private readonly db: Db,
    private readonly names: NoteNames,
    private readonly policies: PoliciesService,
  ) {}

  list(workspaceId: string, query: ObservedNotesQuery): Promise<Page<ObservedNoteRow>> {
    return this.db.inWorkspace(workspaceId, (tx) => observedNotePage(tx, query));
  }

  unmatched(workspaceId: string, query: UnmatchedQuery): Promise<Page<UnmatchedName>> {
    return this.db.inWorkspace(workspaceId, (tx) => unmatchedPage(tx, query));
  }

  /** @throws Refused not-found */
  choose(workspaceId: string, person: Pick<CallingPerson, 'id'>, ask: ChooseNote): Promise<void> {
    return this.names.choose(workspaceId, person, ask);
  }

  /** @throws Refused not-found */
  async one(workspaceId: string, noteId: string): Promise<ObservedNoteView> {
    const { head, note, others, policy } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await headOf(tx, noteId);
      const near = await nearestInTime(tx, noteId);
      const notes = await snapshotNotes(tx, [noteId, ...near]);
      return {
        head: found,
        note: notes.get(noteId),
        others: near.flatMap((id) => datedNote(notes.get(id)) ?? []),
        policy: (await this.policies.inForce(tx)).document,
      };
    });
    const dated = datedNote(note);
    return {
      ...head,
      category: note?.category === 'unknown' ? null : (note?.category ?? null),
      followers: note?.followers ?? null,
      cooperation: note?.cooperation ?? null,
      series: note?.series ?? { points: {}, mismatches: [] },
      estimate: dated && estimateObserved(dated, learnObservedPeers([dated, ...others], policy), policy),
      peers: others.length,
      levels: levelsOf(policy),
    } as ObservedNoteView;
  }
}

export const datedNote = (note: KnownNote | undefined): SnapshotNote | null =>
  !note || note.publishedAt === null ? null : { ...note, publishedAt: note.publishedAt };

const levelsOf = ({ levels }: PoolPolicy): ObservedNoteView['levels'] =>
  levels.map(({ level, name, target }) => ({ level, name, target }));

type Head = Omit<
  ObservedNoteView,
  'category' | 'followers' | 'cooperation' | 'series' | 'estimate' | 'peers' | 'levels'
>;

/** The note itself with the files that speak of it, its orders, and its ads day by day. */
async function headOf(tx: EntityManager, noteId: string): Promise<Head> {
  const [head] = await tx.query<Head[]>(headSql, [noteId]);
  if (!head) throw new Refused('not-found', { field: 'path.observedNoteId' });
  return head;
}

const sum = (field: string): string =>
  `sum(round(coalesce(record -> 'values' -> '${field}' ->> 'value', record -> 'values' ->> '${field}')::numeric))::float8`;

const headSql = `
  with its as (
    select observation.* from observation join observed_note note
      on note.workspace_id = observation.workspace_id and note.id = note_id where note.id = $1
  )
  select id, platform_id as "platformId", title, ${isoInstant('published_at')} as "publishedAt", latest ->> 'noteType' as type,
    (select coalesce(jsonb_agg(file order by file ->> 'lastDay' desc nulls last), '[]') from (
      select jsonb_build_object('importId', import_id, 'name', import_file.name, 'kind', source,
        'rows', count(*), 'lastDay', max(day)) as file
      from its join import_file on import_file.id = import_id group by import_id, import_file.name, source) files) as sources,
    (select coalesce(jsonb_agg(jsonb_build_object('source', source, 'values', record -> 'values')), '[]')
      from (select * from its where subject = 'order' order by day desc nulls last, key limit 50) orders) as orders,
    (select coalesce(jsonb_agg(to_jsonb(ad) order by ad.day), '[]') from (
      select (record -> 'values' -> 'adTime' ->> 'day')::date as day, ${sum('fee')} as "feeCents",
        ${sum('adImpressions')} as impressions, ${sum('adClicks')} as clicks, count(*)::integer as rows
      from its where subject = 'ad-row' and record -> 'values' -> 'adTime' ->> 'day' is not null
      group by 1 order by 1 desc limit 400) ad) as ads
  from observed_note where id = $1`;

/** Other notes of the workspace, those published nearest first. */
export async function nearestInTime(tx: EntityManager, noteId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `with note as (select workspace_id, coalesce(published_at, now()) as at from observed_note where id = $1)
     (select other.id from observed_note other, note where other.workspace_id = note.workspace_id
        and coalesce(other.published_at, '-infinity') <= note.at and other.published_at is not null and other.id <> $1
      order by coalesce(other.published_at, '-infinity') desc limit ${peersMax})
     union all
     (select other.id from observed_note other, note where other.workspace_id = note.workspace_id
        and coalesce(other.published_at, '-infinity') > note.at and other.id <> $1
      order by coalesce(other.published_at, '-infinity') limit ${peersMax / 3})`,
    [noteId],
  );
  return rows.map(({ id }) => id);
}
