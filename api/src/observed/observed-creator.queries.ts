import type { CreatorChoice, ObservedCreatorView, Page, PageQuery } from '@poolrise/contracts';
import { compareWithCounted, joinCreator } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { creatorSnapshots } from '../imports/creator-snapshots';
import { countedFigures } from './counted-figures';
import { calledOf, creatorRow, creatorRowColumns, type StoredCreatorRow } from './creator-rows';

/** One creator with all that files say. @throws Refused not-found */
export async function observedCreator(
  tx: EntityManager,
  workspaceId: string,
  id: string,
): Promise<ObservedCreatorView> {
  const [head] = await tx.query<(StoredCreatorRow & Pick<ObservedCreatorView, 'files'>)[]>(headSql, [id]);
  if (!head) throw new Refused('not-found', { field: 'path.observedCreatorId' });
  const { files, ...row } = head;
  const joined = joinCreator((await creatorSnapshots(tx, workspaceId, [id])).get(id) ?? []);
  const counted = row.creator ? await countedFigures(tx, row.creator.id, joined) : {};
  const choices = await tx.query<StoredChoice[]>(
    `${choiceSql('choice.name_key in (select name_key from creator_name where observed_id = $1) order by choice.name_key limit 50')}`,
    [id],
  );
  return {
    ...creatorRow(row),
    files,
    joined,
    compared: compareWithCounted(joined, counted),
    choices: choices.map(choiceOf),
  };
}

/** Whom files know that is this creator of the directory: somebody at most, as one group has one page or number. */
export async function observedOf(tx: EntityManager, creatorId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    'select id from observed_creator where creator_id = $1 order by platform_id is null, day desc nulls last, id limit 1',
    [creatorId],
  );
  return row?.id ?? null;
}

/** What people said of names, the latest first. */
export async function creatorChoicePage(
  tx: EntityManager,
  { cursor, limit }: PageQuery,
): Promise<Page<CreatorChoice>> {
  const [, chosenAt, nameKey] =
    decodeCursor(cursor, z.literal('creator-choices'), cursorInstant, z.string()) ?? [];
  const rows = await tx.query<StoredChoice[]>(
    choiceSql(`$1::timestamptz is null or (choice.chosen_at, choice.name_key) < ($1, $2)
      order by choice.chosen_at desc, choice.name_key desc limit $3`),
    [chosenAt ?? null, nameKey ?? null, limit + 1],
  );
  return pageFrom(rows, limit, choiceOf, (row) => ['creator-choices', row.chosenAt, row.nameKey]);
}

interface StoredChoice extends Omit<CreatorChoice, 'called' | 'observed'> {
  observed: { id: string; groupKey: string; creator: { id: string; name: string } | null } | null;
}

const choiceOf = ({ observed, ...choice }: StoredChoice): CreatorChoice => ({
  ...choice,
  called: calledOf(choice.nameKey),
  observed: observed && {
    id: observed.id,
    called: calledOf(observed.groupKey),
    creator: observed.creator,
  },
});

/** A choice may outlive the rows that it was about. */
const choiceSql = (which: string): string => `
  select choice.name_key as "nameKey", choice.platform_id is not null or choice.red_id is not null as joined,
    case when observed.id is not null then jsonb_build_object('id', observed.id, 'groupKey', observed.group_key,
      'creator', case when creator.id is not null then jsonb_build_object('id', creator.id, 'name', creator.name) end) end as observed,
    person.name as "chosenBy", ${isoInstant('choice.chosen_at')} as "chosenAt"
  from creator_choice choice
  left join creator_name name using (workspace_id, name_key)
  left join observed_creator observed on observed.workspace_id = choice.workspace_id and observed.id = name.observed_id
  left join creator on creator.id = observed.creator_id
  left join person on person.id = choice.chosen_by
  where ${which}`;

const headSql = `
  select ${creatorRowColumns},
    (select coalesce(jsonb_agg(file order by file ->> 'lastDay' desc nulls last), '[]') from (
      select jsonb_build_object('importId', import_id, 'name', import_file.name, 'kind', source,
        'rows', count(*), 'lastDay', max(day)) as file
      from creator_name name join observation said on said.workspace_id = name.workspace_id and said.creator is not null
        and said.creator ->> 'nameKey' = name.name_key
      join import_file on import_file.id = import_id
      where name.workspace_id = page.workspace_id and name.observed_id = page.id
      group by import_id, import_file.name, source order by max(day) desc nulls last limit 200) files) as files
  from observed_creator page left join creator on creator.id = page.creator_id where page.id = $1`;
