import type { ReportSpec } from '@poolrise/contracts';
import {
  type DayPeriod,
  instantsOf,
  offsetOfZone,
  type ReportAudience,
  type ReportDimension,
  rails,
  tierSchemes,
} from '@poolrise/domain';
import { isUuid } from '../key-names';

/** Collects the values of a statement and names their places. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /** A value that some statements need and others do not: it takes its place when it is first named. */
  later(value: unknown, type: string): () => string {
    let place: string | undefined;
    return () => (place ??= this.add(value, type));
  }
}

/** Of rows of hosted notes: SQL of what a dimension needs, asked for when it does. */
export interface HostedColumns {
  /** the day in the zone of the report */
  day: () => string;
  /** the instant at which the hour began */
  hour: () => string;
  rail: string;
  /** to whom the row belongs by a portrait of readers; left out where nobody knows */
  audience?: (dimension: ReportAudience) => string;
}

/** What rows are grouped by, one for each dimension, before it is written as a key; over `note` and `creator` too. */
export function hostedGroups({ dimensions, tierScheme }: ReportSpec, columns: HostedColumns): string[] {
  return dimensions.map((dimension) => {
    switch (dimension) {
      case 'hour':
        return columns.hour();
      case 'day':
      case 'week':
      case 'month':
        return columns.day();
      case 'note':
        return 'note.id';
      case 'creator':
        return 'note.creator_id';
      case 'tier':
        return tierSql(tierScheme);
      case 'category':
        return 'note.category';
      case 'placement':
        return columns.rail;
      case 'audience-gender':
      case 'audience-age':
        return columns.audience?.(dimension) ?? 'null::text';
      case 'campaign':
        // Notes of this platform carry no tags of campaigns.
        return 'null::text';
    }
  });
}

/** The keys of groups, as texts. */
export const hostedKeys = (
  { dimensions }: ReportSpec,
  groups: readonly string[],
  zone: () => string,
): string[] => dimensions.map((dimension, at) => keySql(dimension, groups[at] ?? 'null', zone));

function keySql(dimension: ReportDimension, group: string, zone: () => string): string {
  switch (dimension) {
    case 'hour':
      return hourSql(group, zone());
    case 'day':
      return `to_char(${group}, 'YYYY-MM-DD')`;
    case 'week':
      return `to_char(date_trunc('week', ${group}), 'YYYY-MM-DD')`;
    case 'month':
      return `to_char(${group}, 'YYYY-MM')`;
    case 'placement':
      return railSql(group);
    default:
      return `${group}::text`;
  }
}

/** As `hourKey` of the domain writes it: the hour that the wall shows for the second time is an hour of its own. */
function hourSql(instant: string, zone: string): string {
  const wall = `(${instant} at time zone ${zone})`;
  const before = `((${instant} - interval '1 hour') at time zone ${zone})`;
  return `to_char(${wall}, 'YYYY-MM-DD"T"HH24:MI') || case when ${before} = ${wall} then '#2' else '' end`;
}

const railSql = (rail: string): string =>
  `case ${rail} ${rails.map((name, at) => `when ${at} then '${name}'`).join(' ')} end`;

function tierSql(schemeId: string): string {
  const tiers = tierSchemes.find(({ id }) => id === schemeId)?.tiers ?? [];
  const cases = [...tiers]
    .reverse()
    .map(({ key, from }) => `when creator.followers >= ${from} then '${key}'`);
  return `case ${cases.join(' ')} end`;
}

/** What the filters of a report ask of hosted notes, as conditions over `note` and `creator`. */
export function hostedFilters({ filters, tierScheme }: ReportSpec, parameters: Parameters): string[] {
  const { noteIds, creatorIds, categories, tierKeys } = filters;
  return [
    ...(noteIds.length ? [`note.id = any(${parameters.add(noteIds, 'uuid[]')})`] : []),
    // Creators of files go by other ids: none of ours is asked for by them.
    ...(creatorIds.length
      ? [`note.creator_id = any(${parameters.add(creatorIds.filter(isUuid), 'uuid[]')})`]
      : []),
    ...(categories.length ? [`note.category = any(${parameters.add(categories, 'text[]')})`] : []),
    ...(tierKeys.length ? [`${tierSql(tierScheme)} = any(${parameters.add(tierKeys, 'text[]')})`] : []),
    // Notes of this platform carry no tags of campaigns.
    ...(filters.campaigns.length ? ['false'] : []),
  ];
}

/** The period of a report as instants, named as values of a statement when they are first asked for. */
export function periodValues(
  { period, timeZone }: { period: DayPeriod; timeZone: string },
  parameters: Parameters,
): { from: () => string; until: () => string } {
  const { from, until } = instantsOf(period, offsetOfZone(timeZone));
  return {
    from: parameters.later(new Date(from), 'timestamptz'),
    until: parameters.later(new Date(until), 'timestamptz'),
  };
}
