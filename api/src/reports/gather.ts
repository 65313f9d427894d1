import {
  evaluateMedian,
  evaluateMetric,
  exactFact,
  type FactId,
  factOf,
  type FactRow,
  factsOf,
  type FactTableId,
  type FactValue,
  mergeSums,
  type MetricSums,
  type MetricValue,
  noSums,
  type PlannedMetric,
  type ReportPlan,
  sumRows,
} from '@poolrise/domain';
import { Refused } from '../http/refused';
import type { FactPiece } from './facts/fact-piece';

/** Groups that a report may have before it is sorted and cut, and notes that may be held to be joined. */
export const groupsMost = 50_000;
const entitiesMost = 400_000;

/** The figure of one metric in one group, with what it was made of where it has sums. */
export interface Gathered {
  value: MetricValue;
  sums: MetricSums | null;
}
export interface GatheredGroup {
  keys: readonly (string | null)[];
  /** in the order of the plan; null where the metric is refused */
  cells: readonly (Gathered | null)[];
}

interface Group {
  /** something of it was counted here */
  isHosted: boolean;
  keys: readonly (string | null)[];
  sums: (MetricSums | null)[];
  /** rows of notes or creators that have to be put together before they are summed, by metric */
  joined: Map<string, Map<FactTableId, FactRow[]>>[];
}

/** Puts facts together into figures: by group, and of all groups. */
export class Gathering {
  private readonly groups = new Map<string, Group>();
  private entities = 0;

  constructor(private readonly plan: ReportPlan) {}

  /** @throws Refused report-too-wide */
  add(piece: FactPiece): void {
    const group = this.groupOf(piece);
    if (piece.table === 'hosted-hours') group.isHosted = true;
    this.plan.metrics.forEach((metric, at) => {
      const read = metric.takes.find(({ table }) => table === piece.table);
      if (!read || !metric.shape) return;
      if (isSummedAsItComes(metric, piece)) {
        const sums = scaled(sumRows(metric.shape, [piece.facts]), piece.rows);
        group.sums[at] = mergeSums(group.sums[at] ?? noSums(metric.shape), sums);
      } else this.hold(group, at, metric, piece);
    });
  }

  private groupOf({ keys }: FactPiece): Group {
    const id = JSON.stringify(keys);
    let group = this.groups.get(id);
    if (!group) {
      if (this.groups.size >= groupsMost) throw new Refused('report-too-wide');
      group = {
        isHosted: false,
        keys,
        sums: this.plan.metrics.map(() => null),
        joined: this.plan.metrics.map(() => new Map()),
      };
      this.groups.set(id, group);
    }
    return group;
  }

  private hold(group: Group, at: number, metric: PlannedMetric, piece: FactPiece): void {
    const held = group.joined[at];
    if (!held) return;
    const entity =
      (metric.joinBy === 'creator' ? piece.creator : (piece.note ?? piece.creator)) ??
      `${piece.table} ${this.entities}`;
    let tables = held.get(entity);
    if (!tables) {
      if (++this.entities > entitiesMost) throw new Refused('report-too-wide');
      tables = new Map();
      held.set(entity, tables);
    }
    const rows = tables.get(piece.table);
    if (rows) rows.push(piece.facts);
    else tables.set(piece.table, [piece.facts]);
  }

  /** Every group with its figures. */
  finished(): GatheredGroup[] {
    return [...this.groups.values()].map((group) => this.figuresOf([group], group.keys));
  }

  /** All groups, or some of them, as one. */
  together(ids?: readonly (readonly (string | null)[])[]): GatheredGroup {
    const some = ids
      ? ids.flatMap((keys) => this.groups.get(JSON.stringify(keys)) ?? [])
      : [...this.groups.values()];
    return this.figuresOf(some, []);
  }

  private figuresOf(groups: readonly Group[], keys: GatheredGroup['keys']): GatheredGroup {
    return { keys, cells: this.plan.metrics.map((metric, at) => gathered(metric, at, groups)) };
  }
}

/** A piece stands for itself when no other table can know more of the same row. */
function isSummedAsItComes(
  { takes, shape }: PlannedMetric,
  { table, note, creator, facts }: FactPiece,
): boolean {
  if (!shape || shape.kind === 'median') return false;
  const summedBefore = note === null && creator === null && table === 'hosted-hours';
  if (takes.length === 1 || summedBefore) return true;
  // What is counted here and whole is known of no file.
  return table === 'hosted-hours' && factsOf(shape).every((fact) => factOf(facts, fact));
}

/** A piece that was summed over many rows, all of which are known when their sum is. */
const scaled = (sums: MetricSums, rows: number): MetricSums => ({
  ...sums,
  rows,
  knownRows: sums.knownRows > 0 ? rows : 0,
});

function gathered(metric: PlannedMetric, at: number, groups: readonly Group[]): Gathered | null {
  const { shape } = metric;
  if (!shape || metric.refusal) return null;
  const rows = groups.flatMap((group) =>
    [...(group.joined[at]?.values() ?? [])].map((tables) => joinedRow(metric, tables)),
  );
  if (shape.kind === 'median') return { value: evaluateMedian(shape, rows), sums: null };
  const sums = groups.reduce(
    (all, group) => {
      const own = group.sums[at];
      return own ? mergeSums(all, own) : all;
    },
    sumRows(shape, rows),
  );
  const known = sums.rows === 0 && isFreeOfCharge(metric, groups) ? sumRows(shape, [noCharge]) : sums;
  return { value: evaluateMetric(shape, known), sums: known };
}

/** The facts of one note or creator: of each the first table that knows it, summed over its rows. */
function joinedRow({ shape, takes }: PlannedMetric, tables: ReadonlyMap<FactTableId, FactRow[]>): FactRow {
  const row: Partial<Record<FactId, FactValue | null>> = {};
  for (const fact of shape ? factsOf(shape) : [])
    for (const { table, facts } of takes) {
      if (!facts.includes(fact) || row[fact]) continue;
      row[fact] = summedFact(tables.get(table) ?? defaultRows(table, tables), fact);
    }
  return row;
}

const noCharge: FactRow = { boostCents: exactFact(0), voucherCents: exactFact(0) };

/** What boosts cost, asked of notes that are counted here: without a charge in the journal it is nothing, and known. */
const isFreeOfCharge = ({ takes }: PlannedMetric, groups: readonly Group[]): boolean =>
  takes.every(({ table }) => table === 'hosted-boosts') && groups.some(({ isHosted }) => isHosted);

/** The journal of boosts is complete for notes that are counted here: no charge is a charge of nothing. */
const defaultRows = (table: FactTableId, tables: ReadonlyMap<FactTableId, FactRow[]>): FactRow[] =>
  table === 'hosted-boosts' && tables.has('hosted-hours') ? [noCharge] : [];

/** Unknown when it is unknown in one of the rows: a part does not pass for the whole. */
function summedFact(rows: readonly FactRow[], fact: FactId): FactValue | null {
  let sum: FactValue | null = null;
  for (const row of rows) {
    const value = factOf(row, fact);
    if (!value) return null;
    sum = sum
      ? {
          value: sum.value + value.value,
          half: sum.half + value.half,
          atLeast: sum.atLeast || value.atLeast,
          estimated: sum.estimated || value.estimated,
        }
      : value;
  }
  return sum;
}
