import type { ReportSpec } from '@poolrise/contracts';
import { type ReportDimension, rails, tierSchemes } from '@poolrise/domain';

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

/** Of rows of hosted notes: what joins and filters need of `note` and `creator`. */
export interface HostedColumns {
  /** SQL of the day and of the hour in the zone of the report */
  day: string;
  hour: string | null;
  rail: string | null;
}

/** The key of each dimension, as SQL over `note` and `creator`. */
export function hostedKeys({ dimensions, tierScheme }: ReportSpec, columns: HostedColumns): string[] {
  const sql: Record<ReportDimension, string> = {
    hour: columns.hour ? `to_char(${columns.hour}, 'YYYY-MM-DD"T"HH24:MI')` : 'null::text',
    day: `to_char(${columns.day}, 'YYYY-MM-DD')`,
    week: `to_char(date_trunc('week', ${columns.day}), 'YYYY-MM-DD')`,
    month: `to_char(${columns.day}, 'YYYY-MM')`,
    note: 'note.id::text',
    creator: 'note.creator_id::text',
    tier: tierSql(tierScheme),
    category: 'note.category',
    placement: columns.rail ? railSql(columns.rail) : 'null::text',
    campaign: 'null::text',
    'audience-gender': 'null::text',
    'audience-age': 'null::text',
  };
  return dimensions.map((dimension) => sql[dimension]);
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
    ...(creatorIds.length ? [`note.creator_id = any(${parameters.add(creatorIds, 'uuid[]')})`] : []),
    ...(categories.length ? [`note.category = any(${parameters.add(categories, 'text[]')})`] : []),
    ...(tierKeys.length ? [`${tierSql(tierScheme)} = any(${parameters.add(tierKeys, 'text[]')})`] : []),
    // Notes of this platform carry no tags of campaigns.
    ...(filters.campaigns.length ? ['false'] : []),
  ];
}

/** The beginning of a day by the clock of a zone. */
export const startOf = (day: string, zone: string): string =>
  `((${day})::date::timestamp at time zone ${zone})`;
