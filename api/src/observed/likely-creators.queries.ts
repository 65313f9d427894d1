import type { LikelyCreator, ObservedCreatorRow } from '@poolrise/contracts';
import { nameSeparator } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** Below this many followers two creators have as many by chance. */
const tellingFollowers = 1_000;
/** Followers of two days of one week differ by so many hundredths and less, as a rule. */
const driftPercent = 2;
/** Of creators with as many followers, so many are looked at. */
const alikeMax = 100;
const likelyMax = 5;

/**
 * Whom creators of files may be: those of a page or number that a row gives, those whom the same vendor calls so elsewhere, the page
 * of Pugongying, and those with about as many followers and a price alike. Certain hints come first. Nothing is joined by them.
 */
export async function likelyCreators(
  tx: EntityManager,
  workspaceId: string,
  rows: readonly Pick<ObservedCreatorRow, 'id'>[],
): Promise<Map<string, LikelyCreator[]>> {
  const found = await tx.query<{ id: string; likely: LikelyCreator[] }[]>(likelySql, [
    workspaceId,
    rows.map(({ id }) => id),
  ]);
  return new Map(found.map(({ id, likely }) => [id, likely]));
}

const compared = ['followers', 'imageQuote', 'videoQuote'] as const;
type Compared = (typeof compared)[number];
/** What is asked about, as numbers once and for all: its followers as the bounds within which others have about as many. */
const said: Readonly<Record<Compared, string>> = {
  followers: 'asked.followers',
  imageQuote: 'asked.image_quote',
  videoQuote: 'asked.video_quote',
};
const known: Readonly<Record<Compared, readonly [directory: string, files: string]>> = {
  followers: ['creator.followers', 'other.followers'],
  imageQuote: ['creator.image_cents', 'other.image_quote'],
  videoQuote: ['creator.video_cents', 'other.video_quote'],
};
const meets = (figure: Compared, value: string): string =>
  figure === 'followers' ? `${value} between asked.low and asked.high` : `${value} = ${said[figure]}`;
const tally = (side: 0 | 1) => {
  const pairs = compared.map((figure) => [figure, known[figure][side]] as const);
  return {
    same: pairs.map(([figure, value]) => `coalesce((${meets(figure, value)})::int, 0)`).join(' + '),
    both: pairs
      .map(([figure, value]) => `(${value} is not null and ${said[figure]} is not null)::int`)
      .join(' + '),
  };
};
const [inDirectory, inFiles] = [tally(0), tally(1)];

const likelySql = `
  with asked as materialized (
    select observed.*, followers - room as low, followers + room as high
    from observed_creator observed cross join lateral (
      select greatest(coalesce((latest -> 'followers' ->> 'halfWidth')::numeric, 0)::bigint,
        followers * ${driftPercent} / 100) as room) near
    where workspace_id = $1 and id = any ($2)
  ), said as (
    select asked.id, observation.creator from asked
    join creator_name name on name.workspace_id = $1 and name.observed_id = asked.id
    join observation on observation.workspace_id = $1 and observation.creator is not null
      and observation.creator ->> 'nameKey' = name.name_key
  ), hint as (
    select asked.id, 'same-id' as hint, unnest(string_to_array(group_key, '${nameSeparator}')) as platform_id, null as red_id
    from asked where doubt = 'two-ids'
    union select id, 'same-number', null, red_id from asked where doubt in ('several', 'other-page')
    union select id, 'same-pugongying-page', creator ->> 'pugongyingId', null from said
      where creator ->> 'pugongyingId' is not null
    union select said.id, 'same-vendor-id', elsewhere.creator ->> 'platformId', elsewhere.creator ->> 'redId'
      from (select distinct id, creator ->> 'vendorKey' as vendor_key from said where creator ->> 'vendorKey' is not null) said
      cross join lateral (select distinct creator from observation where workspace_id = $1
        and observation.creator ->> 'vendorKey' = said.vendor_key
        and (observation.creator ->> 'platformId' is not null or observation.creator ->> 'redId' is not null) limit 20) elsewhere
  ), candidate as (
    select hint.id as asked_id, hint, creator.id as creator_id, null::uuid as observed_id from hint
    join creator on creator.platform_id = hint.platform_id
    union all select hint.id, hint, creator.id, null from hint
    join creator on hint.platform_id is null and creator.red_id = hint.red_id
    union all select hint.id, hint, other.creator_id, other.id from hint
    join observed_creator other on other.workspace_id = $1 and other.platform_id = hint.platform_id and other.id <> hint.id
    union all select hint.id, hint, other.creator_id, other.id from hint
    join observed_creator other on other.workspace_id = $1 and hint.platform_id is null and other.red_id = hint.red_id
      and other.id <> hint.id
    union all select asked.id, null, alike.creator_id, alike.observed_id from asked cross join lateral (
      (select creator.id as creator_id, null::uuid as observed_id from creator
       where deleted_at is null and ${meets('followers', 'creator.followers')} and ${inDirectory.same} > 1 limit ${alikeMax})
      union all
      (select other.creator_id, other.id from observed_creator other
       where other.workspace_id = $1 and other.id <> asked.id and doubt is null
         and coalesce(other.followers, -1) between asked.low and asked.high
         and ${inFiles.same} > 1 limit ${alikeMax})
    ) alike where asked.followers >= ${tellingFollowers}
  ), one as (
    select asked_id, creator_id, case when creator_id is null then observed_id end as observed_id,
      coalesce(array_agg(distinct hint) filter (where hint is not null), '{}') as hints
    from candidate group by 1, 2, 3
  ), told as (
    select one.asked_id, one.creator_id as "creatorId", one.observed_id as "observedCreatorId", creator.name,
      coalesce(creator.red_id, other.red_id) as "redId", coalesce(creator.platform_id, other.platform_id) as "platformId",
      coalesce(to_jsonb(creator.followers), other.latest -> 'followers') as followers, hints,
      case when creator.id is not null then ${inDirectory.same} else ${inFiles.same} end as "sameFigures",
      case when creator.id is not null then ${inDirectory.both} else ${inFiles.both} end as figures
    from one join asked on asked.id = one.asked_id left join creator on creator.id = one.creator_id
    left join observed_creator other on other.workspace_id = $1 and other.id = one.observed_id
    where creator.id is not null or other.platform_id is not null or other.red_id is not null
  ), ranked as (
    select told.*, row_number() over (partition by asked_id
      order by cardinality(hints) desc, "sameFigures" desc, "creatorId" nulls last, "observedCreatorId") as rank from told
  )
  select asked_id as id, jsonb_agg(to_jsonb(ranked) - 'rank' - 'asked_id' order by rank) as likely
  from ranked where rank <= ${likelyMax} group by asked_id`;
