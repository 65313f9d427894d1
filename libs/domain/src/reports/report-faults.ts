import { type MetricId, metrics } from '../metrics/definitions';
import { type DayPeriod, daysInPeriod } from './periods';
import { planReport, type ReportWishes } from './plan-report';
import {
  audienceOf,
  dimensionNames,
  isAudienceDimension,
  isTimeDimension,
  planReasonWords,
  type ReportDimension,
} from './report-words';

/** How much one report may ask for. */
export const reportLimits = {
  metrics: 20,
  dimensions: 3,
  rows: 5_000,
  /** days of a period that is split by hour, and of any */
  hourDays: 31,
  days: 731,
  /** nothing was counted before, and nothing will have been long after */
  firstDay: '2013-01-01',
  lastDay: '2099-12-31',
} as const;

export interface ReportAsk extends ReportWishes {
  period: DayPeriod;
  /** own period to compare with; null for another kind or none */
  comparedWith: DayPeriod | null;
  sortBy: MetricId | ReportDimension;
  filters?: { audiences: readonly string[]; placements: readonly string[] };
}

/** What contradicts itself, said of the field that has to change, in a sentence that follows its name. */
export interface ReportFault {
  path: (string | number)[];
  message: string;
}

const fault = (path: ReportFault['path'], message: string): ReportFault => ({ path, message });

function periodFaults(name: string, period: DayPeriod, hourly: boolean): ReportFault[] {
  const { from, to } = period;
  if (to < from) return [fault([name, 'to'], `is before the first day ${from}: turn them round`)];
  if (from < reportLimits.firstDay)
    return [fault([name, 'from'], `is before ${reportLimits.firstDay}, when there was nothing to count`)];
  if (to > reportLimits.lastDay) return [fault([name, 'to'], `is after ${reportLimits.lastDay}`)];
  const days = daysInPeriod(period);
  const most = hourly ? reportLimits.hourDays : reportLimits.days;
  return days > most
    ? [
        fault(
          [name, 'to'],
          `makes ${days} days, and ${hourly ? 'by hour ' : ''}${most} are the most: take a shorter period${hourly ? ' or split by day' : ''}`,
        ),
      ]
    : [];
}

function dimensionFaults(dimensions: readonly ReportDimension[]): ReportFault[] {
  const faults: ReportFault[] = [];
  const times = dimensions.filter(isTimeDimension);
  dimensions.forEach((dimension, at) => {
    if (dimensions.indexOf(dimension) < at)
      faults.push(fault(['dimensions', at], `${dimension} stands in the list twice`));
    else if (isTimeDimension(dimension) && times[0] !== dimension)
      faults.push(fault(['dimensions', at], `splits time a second time after ${times[0]}: keep one of them`));
    else if (dimension === 'audience-age' && dimensions.includes('audience-gender'))
      faults.push(
        fault(
          ['dimensions', at],
          'is not known together with gender: portraits give each alone, so keep one',
        ),
      );
  });
  return faults;
}

function audienceFaults({ filters, dimensions }: ReportAsk): ReportFault[] {
  const { audiences = [], placements = [] } = filters ?? {};
  const audience = audienceOf(audiences);
  if (!audience) return [];
  const path = ['filters', 'audiences'];
  const other = audiences.find((key) => audienceOf([key]) !== audience);
  const split = dimensions.find(isAudienceDimension);
  if (other || (split && split !== audience))
    return [fault(path, 'is not known by gender and age together: portraits give each alone, so keep one')];
  return placements.length || dimensions.includes('placement')
    ? [fault(path, 'is not known together with placements: portraits are of all readers, so keep one')]
    : [];
}

function metricFaults(ask: ReportAsk): ReportFault[] {
  const seen = new Set<MetricId>();
  return planReport(ask).metrics.flatMap(({ metric, refusal }, at) => {
    const path = ['metrics', at];
    if (seen.has(metric)) return [fault(path, `${metric} stands in the list twice`)];
    seen.add(metric);
    if (!refusal) return [];
    const { reason, dimension } = refusal;
    const by = dimension ? ` by ${dimensionNames[dimension].en.toLowerCase()}` : '';
    return [fault(path, `${metrics[metric].en} cannot be had${by}: ${planReasonWords[reason].en}`)];
  });
}

/**
 * Every way in which a report contradicts itself, whatever data there are. What only this workspace lacks is no fault: its
 * column stands in the report with the reason, see `planReport`.
 */
export function reportFaults(ask: ReportAsk): ReportFault[] {
  const hourly = ask.dimensions.includes('hour');
  const shown: readonly string[] = [...ask.metrics, ...ask.dimensions];
  const dimensions = [...dimensionFaults(ask.dimensions), ...audienceFaults(ask)];
  return [
    ...dimensions,
    // Told of impossible dimensions, nobody needs to hear it of every metric again.
    ...(dimensions.length ? [] : metricFaults(ask)),
    ...periodFaults('period', ask.period, hourly),
    ...(ask.comparedWith ? periodFaults('comparedWith', ask.comparedWith, hourly) : []),
    ...(shown.includes(ask.sortBy)
      ? []
      : [fault(['sort', 'by'], `${ask.sortBy} is not in the report: add it or sort by what is`)]),
  ];
}
