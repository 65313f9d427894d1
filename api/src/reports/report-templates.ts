import type { ReportSpec } from '@poolrise/contracts';
import { decisionCycles, reportTemplates, shiftDay, type ReportTemplate } from '@poolrise/domain';

/** Days of a report whose campaign nobody has named yet: the month before today. */
const daysUsual = 30;

const today = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A template with the days filled in, up to yesterday: today is not over. */
function specOf(template: ReportTemplate, now: Date): ReportSpec {
  const { metrics, dimensions, timeBasis, choice, sortBy, daysBack, tail, comparison } = template;
  const yesterday = shiftDay(today(now), -1);
  // What follows its notes over a decision cycle begins so much earlier that the cycle of the first notes is over.
  const cycle = tail === 'decision-cycle' ? Math.max(...decisionCycles.map(({ days }) => days)) : 0;
  const back = (daysBack ?? daysUsual) + cycle;
  return {
    metrics: [...metrics],
    dimensions: [...dimensions],
    timeBasis,
    period: { from: shiftDay(yesterday, 1 - back), to: yesterday },
    timeZone: 'Asia/Shanghai',
    comparison: { kind: comparison, period: null },
    filters: {
      noteIds: [],
      creatorIds: [],
      categories: [],
      tierKeys: [],
      placements: [],
      campaigns: [],
      audiences: [],
    },
    choice: { ...choice },
    sort: { by: sortBy, direction: dimensions.includes(sortBy as never) ? 'asc' : 'desc' },
    rowLimit: 200,
    tierScheme: 'newrank',
    hitInteractions: 1_000,
  };
}

/** Reports to start from, for today. */
export const templatesFor = (now: Date) =>
  reportTemplates.map((template) => {
    const { id, moment, name, question, source } = template;
    return { id, moment, name, question, spec: specOf(template, now), source };
  });
