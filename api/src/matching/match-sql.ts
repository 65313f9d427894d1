import { matchFigureColumns } from '../creators/creator-rows';

const recordColumns = `record.id, name, followers, health, categories,
    case when accepts_image then image_cents end as image_cents, case when accepts_video then video_cents end as video_cents,
    active_orders, audience_sample, audience_shares, interaction_rate, notes_30d, image_interactions_median,
    video_interactions_median, ${matchFigureColumns.commentShare} as comment_share`;

/**
 * Who is held against a brief: creators of its category, of one of its sub-categories, or with one of its words in the titles
 * of a month; those with the most reads first. A brief that nobody fits still gets the counts, in one row without a creator.
 * It reads the whole directory, so it is asked only where no index in memory can say who fits (`FittingCreators`).
 *
 * $1 category, $2 sub-categories, $3 words, $4 how many
 */
export const candidatesSql = `
  with fitting as materialized (
    select creator.id, figures.reads_median from creator
    left join creator_figures figures on figures.creator_id = creator.id
    where deleted_at is null and (categories @> array[$1] or sub_categories && $2 or figures.content_words && $3)
  ), chosen as (
    select id from fitting order by reads_median desc nulls last, id limit $4
  )
  select counted.directory, counted.fitting, ${recordColumns}
  from (select (select count(*)::integer from creator where deleted_at is null) as directory,
      (select count(*)::integer from fitting) as fitting) counted
  left join chosen on true
  left join creator_record record on record.id = chosen.id`;

/** The records of creators who were chosen, in their order. By the keys of both tables. $1 ids */
export const recordsSql = `
  select ${recordColumns} from unnest($1::uuid[]) with ordinality as chosen (id, place)
  join creator_record record on record.id = chosen.id where deleted_at is null order by place`;

/**
 * What the notes of these creators say that their figures do not: quartiles of reads and words of the 30 days before the
 * figures, cooperation of 180 days, work for competing brands of two years. By the index of notes of a creator.
 *
 * $1 creators, $2 words of each keyword as an array of arrays, $3 competing brands in small letters
 */
export const notesSql = `
  with asked as (
    select place, array(select jsonb_array_elements_text(words)) as words
    from jsonb_array_elements($2::jsonb) with ordinality as keyword (words, place)
  )
  select figures.creator_id, notes.*, coalesce(found.carrying, '{}') as carrying
  from creator_figures figures
  cross join lateral (
    select (figures.as_of - 30)::timestamp at time zone 'Asia/Shanghai' as since,
      figures.as_of::timestamp at time zone 'Asia/Shanghai' as until) month
  cross join lateral (
    select percentile_cont(array[.25, .5, .75]::float8[]) within group (order by reads_natural)
        filter (where lately and not cooperation) as quartiles,
      count(*) filter (where lately and not cooperation)::integer as daily,
      count(*) filter (where lately)::integer as in_30_days,
      count(*) filter (where cooperation and published_at >= month.until - interval '180 days')::integer as cooperations,
      avg(cooperation::integer) filter (where brand is not null)::float8 as disclosed_share,
      jsonb_agg(jsonb_build_object('brandId', brand, 'on', published_at)) filter (where lower(brand) = any($3)) as brand_work
    from (
      select *, published_at >= month.since and published_at < month.until as lately from creator_note
      where creator_id = figures.creator_id and published_at >= month.until - interval '2 years') note
  ) notes
  left join lateral (
    select array_agg((
        select count(*)::integer from creator_note note
        where note.creator_id = figures.creator_id and note.published_at >= month.since and note.published_at < month.until
          and cardinality(asked.words) > 0 and note.words @> asked.words)
      order by asked.place) as carrying
    from asked
    where exists (select from asked one where figures.content_words && one.words)
  ) found on true
  where figures.creator_id = any($1)`;
