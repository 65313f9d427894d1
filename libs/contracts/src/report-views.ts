import {
  campaignMoments,
  costPartKeys,
  factTableIds,
  lineageKeys,
  planReasons,
  precisions,
  reportDimensions,
  silences,
} from '@poolrise/domain';
import { z } from 'zod';
import { pageOf } from './paging';
import { reportMetric, reportPeriod, reportSpecFields, ReportSchedule } from './reports';
import { bilingual, cents, instant } from './text';

const obstacle = z.object({
  reason: z.enum(planReasons),
  dimension: z.enum(reportDimensions).optional(),
  fact: z.string().optional(),
  table: z.enum(factTableIds).optional(),
});

/** Where the figures of a column come from, for its explanation on hover and focus. */
export const LineageView = z
  .object({
    origins: z.array(
      z.object({ kind: z.enum(['file', 'stream']), id: z.string(), name: z.string(), rows: z.int() }),
    ),
    originsInAll: z.int(),
    window: z.object({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }).nullable(),
    dataAt: instant.nullable(),
    cycleDays: z.int().optional(),
  })
  .meta({ id: 'LineageView' });
export type LineageView = z.infer<typeof LineageView>;
/** The explanation in lines, for programs that do not have the domain at hand. */
export const LineageLines = z.array(
  z.object({ key: z.enum(lineageKeys), label: z.string(), text: z.string() }),
);

/** A figure with between what the truth lies; null bounds have no end. */
export const ReportFigure = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    precision: z.array(z.enum(precisions)),
    rows: z.int(),
    unknownRows: z.int(),
  })
  .meta({ id: 'ReportFigure' });
export type ReportFigure = z.infer<typeof ReportFigure>;

const beyondChance = z.union([
  z.object({
    verdict: z.boolean(),
    of: z.enum(['difference', 'rate-ratio']),
    low: z.number(),
    high: z.number().nullable(),
  }),
  z.object({ verdict: z.null(), because: z.enum(silences) }),
]);
/** A figure beside that of the other period. */
export const ReportChange = z.object({
  before: ReportFigure,
  difference: z.number().nullable(),
  differenceUnit: z.enum(['points', 'same']),
  times: z.number().nullable(),
  beyondChance,
});

const cell = z.object({ figure: ReportFigure, change: ReportChange.nullable() });

/** A column: how its metric was had, or why not, and from where. */
export const ReportColumn = z.object({
  metric: reportMetric,
  leavesOut: z.array(obstacle),
  refusal: obstacle.nullable(),
  countsPeopleAgain: z.boolean(),
  lineage: LineageView.nullable(),
});
/** A report filled in. Cells stand in the order of the columns; null where the column has no figure. */
export const ReportResult = z
  .object({
    asOf: instant,
    period: reportPeriod,
    comparedWith: reportPeriod.nullable(),
    columns: z.array(ReportColumn),
    rows: z.array(
      z.object({
        /** of each dimension, in the order of the report */
        keys: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable() })),
        cells: z.array(cell.nullable()),
      }),
    ),
    /** of all rows, those beyond the limit too */
    totals: z.array(cell.nullable()),
    /** of the rows beyond the limit together; null when there are none */
    others: z.array(cell.nullable()).nullable(),
    rowsInAll: z.int(),
  })
  .meta({ id: 'ReportResult' });
export type ReportResult = z.infer<typeof ReportResult>;

export const ReportRow = z.object({
  id: z.uuid(),
  name: z.string(),
  dimensions: z.array(z.enum(reportDimensions)),
  metrics: z.array(reportMetric),
  /** null when it goes out only when somebody asks */
  nextRunAt: instant.nullable(),
  createdBy: z.string(),
  updatedAt: instant,
});
export type ReportRow = z.infer<typeof ReportRow>;
export const ReportPage = pageOf(ReportRow).meta({ id: 'ReportPage' });
export const ReportView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    remarks: z.string(),
    spec: reportSpecFields,
    schedule: ReportSchedule.nullable(),
    nextRunAt: instant.nullable(),
    createdBy: z.string(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ReportView' });
export type ReportView = z.infer<typeof ReportView>;

/** A template with the days filled in for today. */
export const ReportTemplateView = z.object({
  id: z.string(),
  moment: z.enum(campaignMoments),
  name: bilingual,
  question: bilingual,
  spec: reportSpecFields,
  source: z.string(),
});

/** The true cost of one note, part by part; cents null where unknown. */
export const TrueCostView = z
  .object({
    asOf: instant,
    parts: z.array(
      z.object({
        key: z.enum(costPartKeys),
        state: z.enum(['known', 'estimated', 'unknown']),
        cents: cents.nullable(),
      }),
    ),
    totalCents: cents.nullable(),
    atLeastCents: cents,
    state: z.enum(['known', 'estimated', 'unknown']),
  })
  .meta({ id: 'TrueCostView' });
export type TrueCostView = z.infer<typeof TrueCostView>;
