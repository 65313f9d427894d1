import type { EngagementCounts } from '@poolrise/domain';

/** Columns of the organic counts of a run, in the order of EngagementCounts; the paid ones have the prefix `paid_`. */
export const countColumns = [
  ['impressions', 'impressions'],
  ['clicks', 'clicks'],
  ['likes', 'likes'],
  ['collects', 'collects'],
  ['comments', 'comments'],
  ['shares', 'shares'],
  ['follows', 'follows'],
  ['dwellSeconds', 'dwell_seconds'],
  ['hides', 'hides'],
  ['purchases', 'purchases'],
] as const satisfies readonly (readonly [keyof EngagementCounts, string])[];

type CountColumn = (typeof countColumns)[number][1];

/** A row of pool_run as the driver gives it: bigint as text. */
export type RunRow = {
  note_id: string;
  level: number;
  workspace_id: string;
  policy_id: string;
  peer_group: string;
  target: number;
  entered_at: Date;
  window_ends_at: Date;
  next_check_at: number;
  closed_at: Date | null;
  /** From when the note counts as new: it came back by search. Null: from its publication. */
  fresh_from: Date | null;
  /** The organic impressions in units of an average place. */
  exposure: number;
  outcome: 'pass' | 'stop' | null;
} & Record<CountColumn | `paid_${CountColumn}`, number | string>;

/** Organic (guaranteed, organic, search) or paid counts of a run. */
export function countsOf(row: RunRow, rail: 'organic' | 'paid'): EngagementCounts {
  const prefix = rail === 'paid' ? 'paid_' : '';
  return Object.fromEntries(
    countColumns.map(([name, column]) => [name, Number(row[`${prefix}${column}` as CountColumn])]),
  ) as unknown as EngagementCounts;
}

/** The run's exposure; its impressions where nobody has told the places apart. */
export const exposureOf = (row: RunRow): number =>
  row.exposure > 0 ? row.exposure : Number(row.impressions);
