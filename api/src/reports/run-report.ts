import type { ReportResult, ReportSpec } from '@poolrise/contracts';
import {
  compareFigures,
  comparisonPeriod,
  type DayPeriod,
  daysInPeriod,
  decisionCycleOf,
  type FactTableId,
  factTableIds,
  hourKeysOf,
  isTimeDimension,
  type MetricId,
  metrics,
  type PlannedMetric,
  planReport,
  type ReportDimension,
  type ReportPlan,
  shiftDay,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { timeKey } from './facts/fact-piece';
import { Origins } from './facts/origins';
import { readFacts } from './facts/read-facts';
import { type Gathered, type GatheredGroup, Gathering, groupsMost } from './gather';
import { namesOf } from './key-names';
import { fileNames, lineageOf } from './lineage-of';

type Cell = ReportResult['totals'][number];

/**
 * Fills in a report in one transaction of its workspace: plans it, reads each table of facts once, sums what belongs together,
 * and says of every column where it comes from or why there is none.
 *
 * @throws Refused report-too-wide
 */
export async function runReport(tx: EntityManager, spec: ReportSpec, now: Date): Promise<ReportResult> {
  const plan = planReport(spec, await tablesAtHand(tx));
  const origins = new Origins();
  const present = await gather(tx, plan, spec, spec.period, origins);
  const comparedWith = comparedPeriod(spec);
  const before = comparedWith && (await gather(tx, plan, spec, comparedWith, new Origins()));
  const earlier = before && comparedWith && earlierGroups(spec, before, comparedWith);
  const compare = (now_: GatheredGroup, then: GatheredGroup | null | undefined): Cell[] =>
    plan.metrics.map((metric, at) =>
      cellOf(metric, now_.cells[at], then ? then.cells[at] : undefined, spec, comparedWith),
    );

  const groups = sorted(present.finished(), spec);
  const shown = groups.slice(0, spec.rowLimit);
  const others = groups.slice(spec.rowLimit);
  const names = await namesOf(tx, spec, shown);
  const files = await fileNames(tx, origins);
  return {
    asOf: now.toISOString(),
    period: spec.period,
    comparedWith,
    columns: plan.metrics.map((metric) => ({
      metric: metric.metric,
      leavesOut: [...metric.leavesOut],
      refusal: metric.refusal,
      countsPeopleAgain: metric.countsPeopleAgain,
      lineage: metric.refusal
        ? null
        : lineageOf(metric, spec, origins, files, cycleDays(spec, metric.metric)),
    })),
    rows: shown.map((group) => ({
      keys: group.keys.map((key, at) => ({ key, name: key === null ? null : (names[at]?.get(key) ?? null) })),
      cells: compare(group, earlier ? (earlier.get(JSON.stringify(group.keys)) ?? null) : null),
    })),
    totals: compare(present.together(), before ? before.together() : null),
    others: others.length ? compare(present.together(others.map(({ keys }) => keys)), null) : null,
    rowsInAll: groups.length,
  };
}

async function gather(
  tx: EntityManager,
  plan: ReportPlan,
  spec: ReportSpec,
  period: DayPeriod,
  origins: Origins,
): Promise<Gathering> {
  const gathering = new Gathering(plan);
  let pieces = 0;
  for await (const piece of readFacts(
    { tx, spec, period, byNote: needsNotes(plan) },
    plan,
    origins,
    groupsMost,
  )) {
    gathering.add(piece);
    // Many small sums are long together: others get their turn.
    if (++pieces % 5_000 === 0) await new Promise(setImmediate);
  }
  return gathering;
}

/** Whether rows of notes have to stay apart until they are joined or a median is taken. */
const needsNotes = ({ metrics: planned }: ReportPlan): boolean =>
  planned.some(
    ({ joinBy, shape, refusal, takes }) =>
      !refusal &&
      takes.some(({ table }) => table === 'hosted-hours') &&
      (joinBy !== null || shape?.kind === 'median'),
  );

/** The tables of facts in which a workspace has anything at all. */
async function tablesAtHand(tx: EntityManager): Promise<FactTableId[]> {
  const said = (subjects: string) =>
    `exists (select from observation where workspace_id = app_workspace() and subject = any('{${subjects}}'))`;
  const [row] = await tx.query<Record<string, boolean>[]>(`
    select exists (select from note where workspace_id = app_workspace()) as hosted,
      exists (select from observed_note where workspace_id = app_workspace()) as observed,
      ${said('note-snapshot,order')} as sheets, ${said('ad-row')} as ads, ${said('shop-order')} as shop,
      ${said('creator-snapshot')} as creators`);
  const {
    hosted = false,
    observed = false,
    sheets = false,
    ads = false,
    shop = false,
    creators = false,
  } = row ?? {};
  const has: Readonly<Record<FactTableId, boolean>> = {
    'hosted-hours': hosted,
    'hosted-boosts': hosted || sheets,
    notes: hosted || observed,
    'note-snapshots': sheets,
    orders: sheets,
    'ad-rows': ads,
    'alliance-sheets': sheets,
    'shop-orders': shop,
    'creator-records': creators,
  };
  return factTableIds.filter((table) => has[table]);
}

export function comparedPeriod({ comparison, period }: ReportSpec): DayPeriod | null {
  return comparison.kind === 'own' ? comparison.period : comparisonPeriod(period, comparison.kind);
}

/** Buckets of time in their order, so that the third day of one period stands against the third of the other. */
function bucketsOf(period: DayPeriod, dimension: ReportDimension, timeZone: string): string[] {
  if (dimension === 'hour') return hourKeysOf(period, timeZone);
  const keys = new Set<string>();
  for (let day = period.from; day <= period.to; day = shiftDay(day, 1)) keys.add(timeKey(dimension, day));
  return [...keys];
}

/** Groups of the earlier period under the keys of the present one. */
function earlierGroups(
  spec: ReportSpec,
  before: Gathering,
  comparedWith: DayPeriod,
): Map<string, GatheredGroup> {
  const at = spec.dimensions.findIndex(isTimeDimension);
  const time = spec.dimensions[at];
  const buckets = (period: DayPeriod) => (time ? bucketsOf(period, time, spec.timeZone) : []);
  const present = buckets(spec.period);
  const place = new Map(buckets(comparedWith).map((key, index) => [key, index]));
  const moved = (keys: GatheredGroup['keys']) =>
    keys.map((key, index) => (index === at && key !== null ? (present[place.get(key) ?? -1] ?? null) : key));
  return new Map(before.finished().map((group) => [JSON.stringify(moved(group.keys)), group]));
}

function cellOf(
  { metric, shape }: PlannedMetric,
  now: Gathered | null | undefined,
  before: Gathered | null | undefined,
  spec: ReportSpec,
  comparedWith: DayPeriod | null,
): Cell {
  if (!now || !shape) return null;
  const figure = figureOf(now);
  if (!comparedWith || !before) return { figure, change: null };
  const sums = { rows: 0, knownRows: 0, above: noSide, below: null, estimated: true };
  const comparison = compareFigures(
    { id: metric, unit: metrics[metric].unit, shape },
    { value: now.value, sums: now.sums ?? sums, days: daysInPeriod(spec.period) },
    { value: before.value, sums: before.sums ?? sums, days: daysInPeriod(comparedWith) },
  );
  return { figure, change: { before: figureOf(before), ...comparison } };
}
const noSide = { value: 0, half: 0, openAbove: false, openBelow: false };

const figureOf = ({ value: { value, low, high, precision, rows, unknownRows } }: Gathered) => ({
  value,
  low,
  high,
  precision: [...precision],
  rows,
  unknownRows,
});

/** By a metric, with what is unknown last whichever way; or by a dimension. Equal ones by their keys, so that two runs agree. */
function sorted(
  groups: readonly GatheredGroup[],
  { sort, metrics: wanted, dimensions }: ReportSpec,
): GatheredGroup[] {
  const turn = sort.direction === 'asc' ? 1 : -1;
  const byKeys = (one: GatheredGroup, other: GatheredGroup) =>
    compareKeys(JSON.stringify(one.keys), JSON.stringify(other.keys));
  const metric = wanted.indexOf(sort.by as MetricId);
  const dimension = dimensions.indexOf(sort.by as ReportDimension);
  return [...groups].sort((one, other) => {
    const [a, b] =
      metric >= 0
        ? [one.cells[metric]?.value.value ?? null, other.cells[metric]?.value.value ?? null]
        : [one.keys[dimension] ?? null, other.keys[dimension] ?? null];
    if (a === b) return byKeys(one, other);
    if (a === null) return 1;
    if (b === null) return -1;
    return (
      turn * (typeof a === 'number' && typeof b === 'number' ? a - b : compareKeys(String(a), String(b)))
    );
  });
}
const compareKeys = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** For figures over a decision cycle: how many days it has, where the report is about one category. */
function cycleDays({ filters }: ReportSpec, metric: MetricId): number | undefined {
  if (metric !== 'roiCycle') return undefined;
  return decisionCycleOf(filters.categories.length === 1 ? (filters.categories[0] ?? null) : null).days;
}
