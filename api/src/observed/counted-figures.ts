import {
  audienceBandAt,
  type CountedFigure,
  type CreatorFigure,
  dayInShanghai,
  type JoinedCreator,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

interface DayRow {
  figure: 'followers' | 'imageQuote' | 'videoQuote';
  day: string;
  value: number | null;
}
interface MeasuredRow {
  day: string | null;
  medians: Record<string, { impressions?: number | null; reads?: number | null } | undefined>;
  women: number | null;
  active: number | null;
  followers: number;
  imageCents: number | null;
  videoCents: number | null;
}
type Counted = Partial<Record<CreatorFigure, CountedFigure>>;

/** Shares are stored as parts in ten thousand. */
const whole = 10_000;
const dated = ['followers', 'imageQuote', 'videoQuote'] as const;

/**
 * What the directory has for figures that files give as well. Followers and prices are those of the file's own day, or of the last
 * day before it that was counted; medians and shares are the latest.
 */
export async function countedFigures(
  tx: EntityManager,
  creatorId: string,
  { figures }: Pick<JoinedCreator, 'figures'>,
  now = new Date(),
): Promise<Counted> {
  const asked = figures.filter(({ figure }) => dated.some((one) => one === figure));
  const days = await tx.query<DayRow[]>(daysSql, [
    creatorId,
    JSON.stringify(asked.map(({ figure, day }) => ({ figure, day }))),
  ]);
  const [measured] = await tx.query<MeasuredRow[]>(measuredSql, [
    creatorId,
    audienceBandAt('gender', 'female') + 1,
  ]);
  const counted: Counted = {};
  const put = (figure: CreatorFigure, day: string, value: number | null | undefined) => {
    if (typeof value === 'number') counted[figure] = { day, value };
  };
  if (measured) {
    const day = measured.day ?? dayInShanghai(now);
    put('followers', day, measured.followers);
    put('imageQuote', day, measured.imageCents);
    put('videoQuote', day, measured.videoCents);
    put('dailyMedianImpressions', day, measured.medians['daily.all']?.impressions);
    put('dailyMedianReads', day, measured.medians['daily.all']?.reads);
    put('paidMedianImpressions', day, measured.medians['cooperation.all']?.impressions);
    put('paidMedianReads', day, measured.medians['cooperation.all']?.reads);
    put('womenFollowers', day, measured.women === null ? null : measured.women / whole);
    put('activeFollowers', day, measured.active);
  }
  for (const { figure, day, value } of days) put(figure, day, value);
  return counted;
}

const daysSql = `
  select asked.figure, counted.day::text as day,
    case asked.figure when 'followers' then followers when 'imageQuote' then image_cents else video_cents end as value
  from jsonb_to_recordset($2::jsonb) as asked (figure text, day date) cross join lateral (
    select * from creator_day where creator_id = $1 and creator_day.day <= asked.day
    order by creator_day.day desc limit 1) counted`;

const measuredSql = `
  select as_of::text as day, medians, case when audience_sample > 0 then audience_shares[$2] end as women,
    active_share::float8 as active, followers, image_cents as "imageCents", video_cents as "videoCents"
  from creator_record where id = $1`;
