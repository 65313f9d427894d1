import { nameSeparator } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { lockObservations } from './lock-observations';
import type { ObservationKey } from './name-notes';
import { sumUpCreators } from './sum-up-creators';

/** The names of creators under these keys as they stand now. */
export async function creatorNamesIn(
  tx: EntityManager,
  workspaceId: string,
  keys: readonly ObservationKey[],
): Promise<string[]> {
  if (!keys.length) return [];
  const rows = await tx.query<{ name: string }[]>(
    `select distinct creator ->> 'nameKey' as name from observation
     join unnest($2::text[], $3::text[]) as asked (subject, key) using (subject, key)
     where workspace_id = $1 and creator is not null`,
    [workspaceId, keys.map(({ subject }) => subject), keys.map(({ key }) => key)],
  );
  return rows.map(({ name }) => name);
}

/**
 * Finds out whom names of files mean, anew from all that is known: what rows in force say under them, what people said, and the
 * directory. Names with one id of the platform are one creator; an account number is the creator of the one home page that files or
 * the directory have for it, and nobody for certain where these are several. The order in which files came does not matter.
 */
export async function placeCreators(
  tx: EntityManager,
  workspaceId: string,
  names: readonly string[],
): Promise<void> {
  if (!names.length) return;
  await tx.query('drop table if exists placed');
  await tx.query('create temporary table placed (name_key text primary key, was uuid) on commit drop');
  await tx.query('insert into placed select distinct unnest($1::text[])', [names]);
  const before = await tx.query<{ redId: string | null }[]>(redIdsSql, [workspaceId]);
  await tx.query(readNamesSql, [workspaceId]);
  const after = await tx.query<{ redId: string | null }[]>(redIdsSql, [workspaceId]);
  const redIds = new Set([...before, ...after].flatMap(({ redId }) => redId ?? []));
  await tx.query(besidesSql, [workspaceId, [...redIds]]);
  await tx.query(
    'update placed set was = observed_id from creator_name where workspace_id = $1 and creator_name.name_key = placed.name_key',
    [workspaceId],
  );
  await tx.query('analyze placed');
  await tx.query(forgetNamesSql, [workspaceId]);
  await tx.query(groupSql, [workspaceId]);
  const ids = (
    await tx.query<{ id: string }[]>(
      `select was as id from placed where was is not null
       union select observed_id from placed join creator_name on workspace_id = $1 and creator_name.name_key = placed.name_key`,
      [workspaceId],
    )
  ).map(({ id }) => id);
  await tx.query(forgetEmptySql, [workspaceId, ids]);
  await tx.query(joinSql, [workspaceId, ids]);
  await sumUpCreators(tx, workspaceId, ids);
}

/** Somebody has entered the directory, or is known by another id there now: files that speak of them are looked at again. */
export async function placeNewcomers(
  tx: EntityManager,
  redIds: readonly string[],
  platformIds: readonly string[],
): Promise<void> {
  const known = await tx.query<{ workspaceId: string; names: string[] }[]>(
    `select workspace_id as "workspaceId", array_agg(distinct name_key) as names from (
       select workspace_id, name_key from creator_name where red_id = any ($1)
       union all select workspace_id, name_key from creator_name where platform_id = any ($2)) named
     group by workspace_id order by workspace_id`,
    [redIds, platformIds],
  );
  for (const { workspaceId, names } of known) {
    await lockObservations(tx, workspaceId);
    await placeCreators(tx, workspaceId, names);
  }
}

const redIdsSql = `
  select distinct red_id as "redId" from creator_name join placed using (name_key) where workspace_id = $1 and red_id is not null`;

/** The id of the platform is part of the name; the account number is the latest that rows give with it. What people said goes first. */
const readNamesSql = `
  insert into creator_name (workspace_id, name_key, platform_id, red_id)
  select $1, placed.name_key, coalesce(choice.platform_id, said.creator ->> 'platformId'),
    coalesce(choice.red_id, said.creator ->> 'redId')
  from placed cross join lateral (
    select creator from observation
    where workspace_id = $1 and creator is not null and creator ->> 'nameKey' = placed.name_key
    order by creator ->> 'redId' is null, day desc nulls last, key limit 1) said
  left join creator_choice choice on choice.workspace_id = $1 and choice.name_key = placed.name_key
  order by placed.name_key
  on conflict (workspace_id, name_key) do update set platform_id = excluded.platform_id, red_id = excluded.red_id`;

/** Others of the same account numbers: whom a number means hangs on all that bear it. */
const besidesSql = `
  insert into placed (name_key)
  select name_key from creator_name where workspace_id = $1 and red_id = any ($2)
  on conflict do nothing`;

const forgetNamesSql = `
  delete from creator_name using placed
  where workspace_id = $1 and creator_name.name_key = placed.name_key and not exists (
    select from observation where observation.workspace_id = $1 and observation.creator is not null
      and observation.creator ->> 'nameKey' = placed.name_key)`;

const sign = `'${nameSeparator}'`;

const groupSql = `
  with asked as (
    select name.* from placed join creator_name name on name.workspace_id = $1 and name.name_key = placed.name_key
  ), bearers as (
    select red_id, count(distinct platform_id) as pages, min(platform_id) as platform_id from creator_name
    where workspace_id = $1 and platform_id is not null and red_id in (select red_id from asked)
    group by red_id
  ), grouped as (
    select asked.name_key, case
        when asked.platform_id is not null then 'id' || ${sign} || asked.platform_id
        when asked.red_id is null then asked.name_key
        when bearers.pages = 1 then 'id' || ${sign} || bearers.platform_id
        when bearers.pages > 1 then asked.name_key
        when known.platform_id is not null then 'id' || ${sign} || known.platform_id
        else 'red' || ${sign} || asked.red_id end as group_key
    from asked left join bearers using (red_id) left join creator known on known.red_id = asked.red_id
  ), entered as (
    insert into observed_creator (workspace_id, group_key)
    select distinct $1::uuid, group_key from grouped order by group_key
    on conflict (workspace_id, group_key) do update set group_key = excluded.group_key
    returning id, group_key
  )
  update creator_name set observed_id = entered.id from grouped join entered using (group_key)
  where workspace_id = $1 and creator_name.name_key = grouped.name_key and observed_id is distinct from entered.id`;

const forgetEmptySql = `
  delete from observed_creator where workspace_id = $1 and id = any ($2) and not exists (
    select from creator_name where creator_name.workspace_id = $1 and observed_id = observed_creator.id)`;

/**
 * Who a group is in the directory. The id of the platform goes before the account number, which may have passed on: where the
 * directory knows the number under another home page, or files know it under several, a person is asked.
 */
const joinSql = `
  with groups as (
    select observed.id, group_key,
      case when split_part(group_key, ${sign}, 1) = 'id' then split_part(group_key, ${sign}, 2) end as platform_id,
      named.red_id, named.chosen, named.settled, named.pages
    from observed_creator observed cross join lateral (
      select (array_agg(name.red_id order by name.name_key = group_key desc, name.red_id)
          filter (where name.red_id is not null))[1] as red_id,
        bool_or(choice.name_key is not null) as settled,
        bool_and(choice.platform_id is not null or choice.red_id is not null
          or name.platform_id is null and name.red_id is null) as chosen,
        (select count(distinct other.platform_id) from creator_name other
          where other.workspace_id = $1 and other.red_id = min(name.red_id)) as pages
      from creator_name name left join creator_choice choice using (workspace_id, name_key)
      where name.workspace_id = $1 and name.observed_id = observed.id) named
    where observed.workspace_id = $1 and observed.id = any ($2)
  ), found as (
    select groups.*, by_page.id as by_page, by_number.id as by_number,
      groups.platform_id is null and groups.red_id is not null and pages > 1 as several,
      by_page.id is null and groups.platform_id is not null and by_number.platform_id <> groups.platform_id as elsewhere
    from groups left join creator by_page on by_page.platform_id = groups.platform_id
    left join lateral (select id, platform_id from creator where creator.red_id = groups.red_id) by_number on true
  )
  update observed_creator set platform_id = found.platform_id, red_id = found.red_id,
    creator_id = coalesce(by_page, case when not coalesce(elsewhere, false) and (settled or not several) then by_number end),
    joined_by = case
      when by_page is null and (by_number is null or coalesce(elsewhere, false) or several and not settled) then null
      when chosen then 'person' when by_page is not null then 'platform-id' else 'red-id' end,
    doubt = case
      when settled then null
      when found.platform_id is null and found.red_id is null
        then case when split_part(found.group_key, ${sign}, 1) = 'either' then 'two-ids' else 'no-number' end
      when several then 'several'
      when elsewhere then 'other-page' end
  from found where observed_creator.workspace_id = $1 and observed_creator.id = found.id`;
