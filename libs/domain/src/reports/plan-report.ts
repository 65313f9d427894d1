import { type MetricId, metrics } from '../metrics/definitions';
import { type FactId, reportFacts } from '../metrics/facts';
import { type DefinitionChoice, factsOf, type MetricShape, resolveShape } from '../metrics/metric-shape';
import { factTables } from './fact-tables';
import {
  audienceOf,
  type FactTableId,
  factTableIds,
  isTimeDimension,
  type PlanReason,
  type ReportDimension,
  type TimeBasis,
} from './report-words';

/** The wishes of a report that decide what has to be read. */
export interface ReportWishes {
  metrics: readonly MetricId[];
  dimensions: readonly ReportDimension[];
  timeBasis: TimeBasis;
  choice: DefinitionChoice;
  /** being narrowed to some readers asks as much of a source as being split by them */
  filters?: { audiences: readonly string[] };
}

/** By what a source has to tell its rows apart. */
function splitsWanted({ dimensions, filters }: ReportWishes): readonly ReportDimension[] {
  const audience = audienceOf(filters?.audiences ?? []);
  return audience && !dimensions.includes(audience) ? [...dimensions, audience] : dimensions;
}

export interface TableRead {
  table: FactTableId;
  facts: readonly FactId[];
}

/** What stands in the way: of which dimension or fact, and where. */
export interface PlanObstacle {
  reason: PlanReason;
  dimension?: ReportDimension;
  fact?: FactId;
  table?: FactTableId;
}

/** How one metric of a report is had. */
export interface PlannedMetric {
  metric: MetricId;
  /** in facts alone; null for what cannot be summed */
  shape: MetricShape | null;
  /**
   * Rows of all these together, before anything is divided. Where two tables know the same fact of the same row, the first of
   * them here counts, and never both: two sources of one truth are not two truths.
   */
  takes: readonly TableRead[];
  /** what sides from different tables are put together by before they are summed; null where one table has all */
  joinBy: 'note' | 'creator' | null;
  /** tables that have the fact and take no part, with the reason; shown beside the figure */
  leavesOut: readonly PlanObstacle[];
  /** why there is no figure at all; null when there is one */
  refusal: PlanObstacle | null;
  /** sums of people over several notes or days count somebody again */
  countsPeopleAgain: boolean;
}

export interface ReportPlan {
  metrics: readonly PlannedMetric[];
  /** every table with all facts that are needed of it */
  reads: readonly TableRead[];
}

const experiments: readonly MetricId[] = ['iroi', 'experimentLift'];
const reaches: readonly MetricId[] = ['netReach', 'overlap', 'marginalReach'];

function withoutShape(metric: MetricId): PlanObstacle {
  if (experiments.includes(metric)) return { reason: 'needs-experiment' };
  return { reason: reaches.includes(metric) ? 'needs-reach' : 'not-from-totals' };
}

const lacking: Readonly<Record<ReportDimension, PlanReason>> = {
  hour: 'not-hourly',
  day: 'no-day',
  week: 'no-day',
  month: 'no-day',
  note: 'no-note',
  creator: 'no-creator',
  tier: 'no-creator',
  category: 'no-category',
  placement: 'no-placement',
  campaign: 'no-campaign',
  'audience-gender': 'no-audience',
  'audience-age': 'no-audience',
};

/** Why a fact of a table cannot be split as wished; null when it can, undefined when the table has no such fact. */
function obstacleIn(table: FactTableId, fact: FactId, wishes: ReportWishes): PlanObstacle | null | undefined {
  const { timeBasis } = wishes;
  const splits = factTables[table].facts[fact];
  if (!splits) return undefined;
  for (const dimension of splitsWanted(wishes)) {
    // The day of publishing is the note's, so whatever names notes can be put by it.
    if (timeBasis === 'published' && isTimeDimension(dimension)) {
      if (dimension === 'hour') return { reason: 'published-by-day', dimension, fact, table };
      if (!splits.includes('note')) return { reason: 'no-note', dimension, fact, table };
    } else if (!splits.includes(dimension)) {
      const hourOnly = dimension === 'hour' && !splits.includes('day');
      return { reason: hourOnly ? 'no-day' : lacking[dimension], dimension, fact, table };
    }
  }
  return null;
}

/** Which of the tables at hand give a fact, and why others do not. */
function tablesFor(fact: FactId, wishes: ReportWishes, available: readonly FactTableId[]) {
  const asked = available.map((table) => ({ table, obstacle: obstacleIn(table, fact, wishes) }));
  return {
    fact,
    usable: asked.filter(({ obstacle }) => obstacle === null).map(({ table }) => table),
    left: asked.flatMap(({ obstacle }) => (obstacle ? [obstacle] : [])),
  };
}

function missing({ fact, left }: ReturnType<typeof tablesFor>): PlanObstacle {
  const [first] = left;
  if (first) return first;
  const stated = factTableIds.some((table) => factTables[table].facts[fact]);
  return { reason: stated ? 'no-source' : 'nobody-states-it', fact };
}

/** What keeps sides of different tables from being put together. */
function joinObstacle(tables: readonly FactTableId[], wishes: ReportWishes): PlanObstacle | null {
  const time = wishes.dimensions.find(isTimeDimension);
  if (time && wishes.timeBasis === 'happened' && tables.includes('orders'))
    return { reason: 'cost-on-another-day', dimension: time, table: 'orders' };
  if (wishes.dimensions.includes('placement')) return { reason: 'placements-differ', dimension: 'placement' };
  return null;
}

const noMedianBy: readonly ReportDimension[] = ['hour', 'placement', 'audience-gender', 'audience-age'];

function planMetric(
  metric: MetricId,
  wishes: ReportWishes,
  available: readonly FactTableId[],
): PlannedMetric {
  const none = { metric, takes: [], leavesOut: [], joinBy: null, countsPeopleAgain: false };
  const open = metrics[metric].shape;
  if (!open) return { ...none, shape: null, refusal: withoutShape(metric) };
  const shape = resolveShape(open, wishes.choice);
  const refused = (refusal: PlanObstacle): PlannedMetric => ({ ...none, shape, refusal });

  const noMedian = splitsWanted(wishes).find((dimension) => noMedianBy.includes(dimension));
  if (shape.kind === 'median' && noMedian)
    return refused({ reason: 'median-needs-notes', dimension: noMedian });

  const needed = factsOf(shape).map((fact) => tablesFor(fact, wishes, available));
  const lost = needed.find(({ usable }) => !usable.length);
  if (lost) return refused(missing(lost));

  const tables = factTableIds.filter((table) => needed.some(({ usable }) => usable.includes(table)));
  const alone = tables.some((table) => needed.every(({ usable }) => usable.includes(table)));
  const obstacle = alone ? null : joinObstacle(tables, wishes);
  if (obstacle) return refused(obstacle);
  const splitsNotes = wishes.dimensions.includes('note') && !wishes.dimensions.some(isTimeDimension);
  return {
    metric,
    shape,
    takes: tables.map((table) => ({
      table,
      facts: needed.filter(({ usable }) => usable.includes(table)).map(({ fact }) => fact),
    })),
    joinBy: alone
      ? null
      : tables.every((table) => factTables[table].names.includes('note'))
        ? 'note'
        : 'creator',
    leavesOut: needed.flatMap(({ left }) => left),
    refusal: null,
    countsPeopleAgain: !splitsNotes && needed.some(({ fact }) => reportFacts[fact].adds === 'people'),
  };
}

/**
 * What has to be read for a report, metric by metric, from the tables that a workspace has. Where a metric cannot be had as
 * wished there is a reason in its place: a report shows it instead of leaving the column out.
 */
export function planReport(
  wishes: ReportWishes,
  available: readonly FactTableId[] = factTableIds,
): ReportPlan {
  const planned = wishes.metrics.map((metric) => planMetric(metric, wishes, available));
  const takes = planned.flatMap((one) => one.takes);
  return {
    metrics: planned,
    reads: factTableIds.flatMap((table) => {
      const facts = [...new Set(takes.filter((read) => read.table === table).flatMap((read) => read.facts))];
      return facts.length ? [{ table, facts }] : [];
    }),
  };
}
