import type {
  BenchmarkView,
  EditionView,
  ReportDesk,
  ReportFigure,
  ReportResult,
  ReportSpec,
  SharedReport,
} from '@poolrise/contracts';
import { defaultChoice } from '@poolrise/domain';

export const reportId = '55555555-0000-4000-8000-000000000001';
export const noteId = '55555555-0000-4000-8000-000000000002';

export const aReportSpec = (about: Partial<ReportSpec> = {}): ReportSpec => ({
  metrics: ['impressions', 'trueCost'],
  dimensions: ['note'],
  timeBasis: 'published',
  period: { from: '2026-10-01', to: '2026-10-31' },
  timeZone: 'Asia/Shanghai',
  comparison: { kind: 'previous', period: null },
  filters: {
    noteIds: [],
    creatorIds: [],
    categories: [],
    tierKeys: [],
    placements: [],
    campaigns: [],
    audiences: [],
  },
  choice: { ...defaultChoice, cost: 'true' },
  sort: { by: 'impressions', direction: 'desc' },
  rowLimit: 200,
  tierScheme: 'newrank',
  hitInteractions: 1_000,
  ...about,
});

export const aFigure = (value: number | null, about: Partial<ReportFigure> = {}): ReportFigure => ({
  value,
  low: value,
  high: value,
  precision: ['exact'],
  rows: 10,
  unknownRows: 0,
  ...about,
});

const cell = (figure: ReportFigure) => ({ figure, change: null });
const lineage = {
  origins: [
    { kind: 'stream' as const, id: 'hosted-hours', name: 'Engagement by hour, counted here', rows: 1_400 },
    { kind: 'file' as const, id: 'f1', name: 'orders-october.xlsx', rows: 12 },
  ],
  originsInAll: 2,
  window: { from: '2026-10-01', to: '2026-10-31', timeZone: 'Asia/Shanghai' },
  dataAt: '2026-11-01T02:00:00Z',
};

const change = {
  before: aFigure(10_000),
  difference: 2_408,
  differenceUnit: 'same',
  times: 1.2408,
  beyondChance: { verdict: true, of: 'rate-ratio', low: 1.2, high: 1.3 },
} as const;

/** Two notes: one whose figures are exact, one rounded, partly unknown and without a cost. */
export const aReportResult = (about: Partial<ReportResult> = {}): ReportResult => ({
  asOf: '2026-11-01T02:00:00Z',
  period: { from: '2026-10-01', to: '2026-10-31' },
  comparedWith: { from: '2026-08-31', to: '2026-09-30' },
  columns: [
    { metric: 'impressions', leavesOut: [], refusal: null, countsPeopleAgain: false, lineage },
    { metric: 'trueCost', leavesOut: [], refusal: null, countsPeopleAgain: false, lineage },
  ],
  rows: [
    {
      keys: [{ key: noteId, name: '一杯好茶' }],
      cells: [
        {
          figure: aFigure(12_408),
          change,
        },
        cell(aFigure(320_000)),
      ],
    },
    {
      keys: [{ key: null, name: null }],
      cells: [
        cell(aFigure(9_000, { low: 8_500, high: 9_500, precision: ['rounded', 'partial'], unknownRows: 2 })),
        cell(aFigure(null, { low: null, high: null, precision: ['partial'], unknownRows: 10 })),
      ],
    },
  ],
  totals: [
    { figure: aFigure(21_408), change },
    cell(aFigure(320_000, { high: null, precision: ['lower-bound'] })),
  ],
  others: null,
  rowsInAll: 2,
  ...about,
});

export const aReportDesk = (about: Partial<ReportDesk> = {}): ReportDesk => ({
  id: reportId,
  version: 3,
  name: 'October notes',
  remarks: 'for finance',
  spec: aReportSpec(),
  schedule: null,
  nextRunAt: null,
  createdBy: 'Mei',
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-02T00:00:00Z',
  sharedAt: null,
  links: [],
  trouble: null,
  ...about,
});

export const anEdition = (): EditionView => ({
  id: '55555555-0000-4000-8000-000000000003',
  name: 'October notes',
  cause: 'kept',
  asOf: '2026-11-01T02:00:00Z',
  madeAt: '2026-11-01T02:00:01Z',
  period: { from: '2026-10-01', to: '2026-10-31' },
  format: 'pdf',
  language: 'en',
  remarks: 'for finance',
  spec: aReportSpec(),
  result: aReportResult(),
});

export const aSharedReport = (): SharedReport => ({
  ...anEdition(),
  workspace: '青屿咖啡',
  openUntil: '2036-12-04T00:00:00Z',
});

export const aBenchmark = (about: Partial<BenchmarkView> = {}): BenchmarkView => ({
  metric: 'interactionRatePerRead',
  category: 'food',
  scope: null,
  medium: 'natural',
  kind: 'good',
  value: 0.05,
  low: null,
  high: null,
  override: null,
  published: [{ value: 0.05, low: null, high: null, mark: 'C', source: 'an agency', statedOn: '2025-08' }],
  ...about,
});
