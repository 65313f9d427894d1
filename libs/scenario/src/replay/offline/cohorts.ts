import type { Experiment, Headline } from '../read-experiments';

/** All headlines that competed for readers in one week, whatever test they belong to. */
export interface Cohort {
  week: string;
  headlines: Headline[];
}

/** Nobody meets more recorded readers than this, so that no headline with a long recording decides a week. */
export const readersAtMost = 3_000;

/** A headline with fewer recorded readers could not be widened; a week with fewer headlines is no market. */
const leastReaders = 1_500;
const leastHeadlines = 40;

/** Weeks in which the archive doubts that its tests were randomised (update of June 2024, doi 10.1038/s41597-021-00934-7). */
const doubtful = { from: '201326', to: '201402' };

/** The weeks of an archive in their order. Headlines too short to replay and weeks too small or in doubt are left out. */
export function weeklyCohorts(experiments: readonly Experiment[]): Cohort[] {
  const weeks = new Map<string, Headline[]>();
  for (const { week, headlines } of experiments) {
    if (week >= doubtful.from && week <= doubtful.to) continue;
    const long = headlines.filter(({ impressions }) => impressions >= leastReaders);
    weeks.set(week, [...(weeks.get(week) ?? []), ...long]);
  }
  return [...weeks]
    .filter(([, headlines]) => headlines.length >= leastHeadlines)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([week, headlines]) => ({ week, headlines }));
}
