import {
  audienceKeys,
  categories,
  comparisonKinds,
  costKinds,
  defaultChoice,
  interactionKinds,
  isTimeZone,
  type MetricId,
  metricIds,
  refundKinds,
  type ReportAsk,
  reportDimensions,
  reportFaults,
  reportLimits,
  tierSchemes,
  timeBases,
} from '@poolrise/domain';
import { z } from 'zod';
import { type Fault, faultsOf } from './briefs';
import { linkDaysMax } from './proposals';
import { line, prose } from './text';

export const reportMetric = z.enum(metricIds as [MetricId, ...MetricId[]]);
const day = z.iso.date();
export const reportPeriod = z.strictObject({ from: day, to: day });
const zone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'is no time zone: name one such as Asia/Shanghai or Europe/Berlin');
const names = (most: number) => z.array(line(80)).max(most).default([]);
const ids = z.array(z.uuid()).max(200).default([]);
/** Creators here go by a uuid, those of files by what the files call them. */
const creatorId = z
  .string()
  .max(80)
  .regex(/^[\w.:-]+$/, 'is no id of a creator');

/** Which definition a figure follows where the field knows several; left out, the order report's own. */
export const ReportChoice = z.strictObject({
  interactions: z.enum(interactionKinds).default(defaultChoice.interactions),
  cost: z.enum(costKinds).default(defaultChoice.cost),
  refunds: z.enum(refundKinds).default(defaultChoice.refunds),
});

const audienceKey = z.enum([...audienceKeys['audience-gender'], ...audienceKeys['audience-age']]);

/** What takes part: an empty list is everything. */
export const ReportFilters = z.strictObject({
  noteIds: ids,
  creatorIds: z.array(creatorId).max(200).default([]),
  categories: z.array(z.enum(categories)).max(categories.length).default([]),
  /** keys of the tier scheme of the report */
  tierKeys: names(12),
  placements: names(20),
  campaigns: names(50),
  /** parts of one portrait of readers */
  audiences: z.array(audienceKey).max(5).default([]),
});

/** With what the period is compared; `own` names another one. */
export const ReportComparison = z
  .strictObject({ kind: z.enum(comparisonKinds), period: reportPeriod.nullable().default(null) })
  .superRefine(({ kind, period: own }, context) => {
    if (kind === 'own' && !own)
      context.addIssue({
        code: 'custom',
        path: ['period'],
        message: 'is missing: name the days to compare with',
      });
    if (kind !== 'own' && own)
      context.addIssue({
        code: 'custom',
        path: ['period'],
        message: `does not go with ${kind}, which follows from the period of the report: leave it out or choose own`,
      });
  });

export const reportSpecFields = z.strictObject({
  metrics: z.array(reportMetric).min(1).max(reportLimits.metrics),
  dimensions: z.array(z.enum(reportDimensions)).max(reportLimits.dimensions),
  timeBasis: z.enum(timeBases).default('happened'),
  period: reportPeriod,
  timeZone: zone.default('Asia/Shanghai'),
  comparison: ReportComparison.default({ kind: 'none', period: null }),
  filters: ReportFilters.default({
    noteIds: [],
    creatorIds: [],
    categories: [],
    tierKeys: [],
    placements: [],
    campaigns: [],
    audiences: [],
  }),
  choice: ReportChoice.default(defaultChoice),
  /** a metric or a dimension of the report */
  sort: z.strictObject({
    by: z.union([reportMetric, z.enum(reportDimensions)]),
    direction: z.enum(['asc', 'desc']).default('desc'),
  }),
  rowLimit: z.int().min(1).max(reportLimits.rows).default(200),
  tierScheme: z.enum(tierSchemes.map(({ id }) => id) as [string, ...string[]]).default('newrank'),
  /** interactions from which on a note is a hit */
  hitInteractions: z.int().min(1).max(10_000_000).default(1_000),
});

/** The wishes of a report as the domain checks them. */
const askOf = ({ comparison, sort, ...spec }: z.infer<typeof reportSpecFields>): ReportAsk => ({
  ...spec,
  comparedWith: comparison.kind === 'own' ? comparison.period : null,
  sortBy: sort.by,
});

function tierFaults({ filters, tierScheme }: z.infer<typeof reportSpecFields>): Fault[] {
  const keys = tierSchemes.find(({ id }) => id === tierScheme)?.tiers.map(({ key }) => key) ?? [];
  return filters.tierKeys.flatMap((key, at) =>
    keys.includes(key)
      ? []
      : [
          {
            path: ['filters', 'tierKeys', at],
            message: `${key} is no tier of ${tierScheme}: choose of ${keys.join(', ')}`,
          },
        ],
  );
}

/** Faults of a report, put to the fields that people see. */
const contradictions = (spec: z.infer<typeof reportSpecFields>): Fault[] => [
  ...reportFaults(askOf(spec)).map(({ path: [first, ...rest], message }) => ({
    path: first === 'comparedWith' ? ['comparison', 'period', ...rest] : [first as string, ...rest],
    message,
  })),
  ...tierFaults(spec),
];

/** What a report shows of what, and how it is counted. */
export const ReportSpec = reportSpecFields.superRefine(faultsOf(contradictions)).meta({ id: 'ReportSpec' });
export type ReportSpec = z.infer<typeof ReportSpec>;

export const WriteReport = z
  .strictObject({ name: line(80), remarks: prose(500).default(''), spec: ReportSpec, requestKey: z.uuid() })
  .meta({ id: 'WriteReport' });
export type WriteReport = z.infer<typeof WriteReport>;
/** `version` is the one that was read: somebody else's change in between is not overwritten. */
export const ChangeReport = z
  .strictObject({
    name: line(80),
    remarks: prose(500).default(''),
    spec: ReportSpec,
    version: z.int().min(1).max(1_000_000),
  })
  .meta({ id: 'ChangeReport' });
export type ChangeReport = z.infer<typeof ChangeReport>;

export const reportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const reportLanguages = ['zh-CN', 'en'] as const;

const wall = {
  at: z
    .string()
    .length(5)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day: write it as 09:30'),
  timeZone: zone,
};
/** When a report goes out by itself, by the clock on the wall of a zone. */
export const ReportRhythm = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), ...wall }),
  /** 1 is Monday */
  z.strictObject({ every: z.literal('week'), weekday: z.int().min(1).max(7), ...wall }),
  /** in a month that is too short, its last day */
  z.strictObject({ every: z.literal('month'), dayOfMonth: z.int().min(1).max(31), ...wall }),
]);
const scheduled = {
  rhythm: ReportRhythm,
  /** days of the period, back from the day before the run */
  days: z.int().min(1).max(reportLimits.days),
  format: z.enum(reportFormats),
  language: z.enum(reportLanguages),
};
export const ScheduleReport = z
  .strictObject({ ...scheduled, paused: z.boolean().default(false) })
  .meta({ id: 'ScheduleReport' });
export type ScheduleReport = z.infer<typeof ScheduleReport>;
/** A schedule as it is kept. */
export const ReportSchedule = z.object({ ...scheduled, paused: z.boolean() }).meta({ id: 'ReportSchedule' });

/** A link for people without an account; it closes by itself. */
export const OpenReportLink = z
  .strictObject({
    days: z.int().min(1).max(linkDaysMax).default(14),
    password: prose(200, 6).optional(),
    language: z.enum(reportLanguages),
  })
  .meta({ id: 'OpenReportLink' });
export type OpenReportLink = z.infer<typeof OpenReportLink>;
