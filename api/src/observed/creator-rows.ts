import type { ObservedCreatorRow } from '@poolrise/contracts';
import { nameSeparator } from '@poolrise/domain';
import { kindOfSource } from '../imports/stored-record';

/** Columns of `observed_creator` (called `page`) and of `creator`, for `creatorRow`. */
export const creatorRowColumns = `
  page.id, page.group_key as "groupKey", page.platform_id as "platformId", page.red_id as "redId",
  case when creator.id is not null then jsonb_build_object('id', creator.id, 'name', creator.name) end as creator,
  page.joined_by as "joinedBy", page.doubt, page.day::text as day, page.snapshots, page.sources,
  page.latest ->> 'category' as category, page.latest ->> 'region' as region, page.latest -> 'followers' as followers,
  page.latest -> 'imageQuote' as "imageQuote", page.latest -> 'videoQuote' as "videoQuote", page.disagreements`;

export type StoredCreatorRow = Omit<ObservedCreatorRow, 'called'> & { groupKey: string };

export const creatorRow = ({ groupKey, ...row }: StoredCreatorRow): ObservedCreatorRow => ({
  ...row,
  called: calledOf(groupKey),
});

/** A name as it is shown. A table that was mapped by hand has a vendor that nobody knows. */
export function calledOf(nameKey: string): ObservedCreatorRow['called'] {
  const [by, ...parts] = nameKey.split(nameSeparator);
  if (by === 'vendor')
    return { by, source: kindOfSource(parts[0] ?? '') ?? 'other', id: parts.slice(1).join(' ') };
  return { by: by as ObservedCreatorRow['called']['by'], source: null, id: parts.join(' / ') };
}
