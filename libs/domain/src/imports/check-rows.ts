import type { InteractionKind } from '../metrics/compute';
import { type InteractionFinding, InteractionVotes } from './check-interactions';
import { SnapshotWatch } from './check-snapshots';
import { figureOf } from './figure-of';
import type { ImportField } from './fields';
import { type FigureInterval, addFigures, divideFigures, intervalOf, intervalsMeet } from './intervals';
import { endsLikeALostId } from './read-id';
import type { ImportedRecord } from './read-row';
import type { ReportedFigure } from './reading';

/** What may be odd about the rows of a file; the meaning of each stands in `import-texts.ts`. */
export const rowChecks = [
  'interactions-above-reads',
  'reads-above-impressions',
  'parts-differ-from-total',
  'ctr-differs',
  'cost-per-click-differs',
  'cpm-differs-from-ctr-and-cpc',
  'commission-differs',
  'platform-correction',
  'ids-look-cut',
  'interactions-unexplained',
] as const;
export type RowCheck = (typeof rowChecks)[number];

export interface PlaceOfRow {
  readonly sheet: string;
  readonly row: number;
}

/** What a check found over a whole file. */
export interface CheckFinding {
  readonly code: RowCheck;
  /** rows in which it was found */
  readonly count: number;
  /** rows in which it could have been */
  readonly examined: number;
  /** the first of them, at most five */
  readonly firstRows: readonly PlaceOfRow[];
}

export interface FileChecks {
  readonly findings: readonly CheckFinding[];
  readonly interactions: InteractionFinding;
}

const firstRowsMax = 5;
/** Of ids that end like cut ones one in a thousand is so by chance; from a fifth of the rows on it is no chance. */
const cutIdsFrom = 0.2;

type Verdict = 'fine' | 'odd' | 'not-examined';
type Check = (record: ImportedRecord) => Verdict;

/**
 * The checks of the domain notes 5.4, rule 6, over the records of one file as they stream by. They refuse nothing: a
 * file that contradicts itself is imported and says so. Every comparison leaves room for what the file has rounded.
 */
export class RowChecks {
  private readonly tallies = new Map<
    RowCheck,
    { count: number; examined: number; firstRows: PlaceOfRow[] }
  >();
  private readonly votes = new InteractionVotes();
  private readonly snapshots = new SnapshotWatch();

  /** @param stated what the kind of file is known to count as interactions, if it is */
  constructor(private readonly stated: InteractionKind | null = null) {}

  observe(record: ImportedRecord): void {
    for (const [code, check] of checks) this.tally(code, check(record), record);
    this.tally('platform-correction', this.snapshots.observe(record), record);
    this.tally('interactions-unexplained', this.votes.observe(record), record);
  }

  report(): FileChecks {
    const findings = [...this.tallies]
      .map(([code, tally]): CheckFinding => ({ code, ...tally }))
      .filter(({ code, count, examined }) => count > (code === 'ids-look-cut' ? cutIdsFrom * examined : 0));
    return { findings, interactions: this.votes.report(this.stated) };
  }

  private tally(code: RowCheck, verdict: Verdict, { sheet, row }: ImportedRecord): void {
    if (verdict === 'not-examined') return;
    const tally = this.tallies.get(code) ?? { count: 0, examined: 0, firstRows: [] };
    tally.examined++;
    if (verdict === 'odd') {
      tally.count++;
      if (tally.firstRows.length < firstRowsMax) tally.firstRows.push({ sheet, row });
    }
    this.tallies.set(code, tally);
  }
}

/** The figures of some fields, or null where one of them is not known. */
function figures(record: ImportedRecord, ...fields: readonly ImportField[]): ReportedFigure[] | null {
  const found = fields.map((field) => figureOf(record, field));
  return found.every((figure) => figure !== null) ? found : null;
}

/** Whether one figure is above another for certain, whatever was rounded. */
const above =
  (more: ImportField, less: ImportField): Check =>
  (record) => {
    const pair = figures(record, more, less);
    if (!pair) return 'not-examined';
    const [high, low] = pair.map(intervalOf) as [FigureInterval, FigureInterval];
    return low.high !== null && high.low > low.high ? 'odd' : 'fine';
  };

/** An interval widened by what a file may have cut off instead of rounding: one step of its last digit. */
function loose(figure: ReportedFigure, step = 0): FigureInterval {
  const { low, high } = intervalOf(figure);
  const slack = Math.max(step, figure.precision === 'rounded' ? figure.halfWidth : 0) + 1e-9;
  return { low: low - slack, high: high === null ? null : high + slack };
}

const agree = (one: FigureInterval, other: FigureInterval): Verdict =>
  intervalsMeet(one, other) ? 'fine' : 'odd';

/** Whether a stated quotient is what its parts give; `step` is the last digit it is stated to. */
const quotient =
  (part: ImportField, whole: ImportField, stated: ImportField, step: number): Check =>
  (record) => {
    const all = figures(record, part, whole, stated);
    if (!all) return 'not-examined';
    const [above, below, claim] = all as [ReportedFigure, ReportedFigure, ReportedFigure];
    const rate = divideFigures(above, below);
    return rate ? agree(rate, loose(claim, step)) : 'not-examined';
  };

const times = (one: FigureInterval, other: FigureInterval): FigureInterval => ({
  low: Math.max(0, one.low) * Math.max(0, other.low),
  high: one.high === null || other.high === null ? null : one.high * other.high,
});

const cpmOfParts: Check = (record) => {
  const all = figures(record, 'costPerMille', 'adCtr', 'costPerClick');
  if (!all) return 'not-examined';
  const [cpm, ctr, cpc] = all as [ReportedFigure, ReportedFigure, ReportedFigure];
  if (ctr.value === 0 || cpc.value === 0) return 'not-examined';
  // Cents: a price is given to the cent, so its truth lies within one.
  const product = times({ low: 1_000, high: 1_000 }, times(loose(ctr), loose(cpc, 1)));
  return agree(product, loose(cpm, 1));
};

const commission: Check = (record) => {
  const all = figures(record, 'commissionBase', 'commissionRate', 'commission');
  if (!all) return 'not-examined';
  const [base, rate, paid] = all as [ReportedFigure, ReportedFigure, ReportedFigure];
  // An order that was sent back has its commission below 0 as well: the same sum, mirrored.
  const mirrored = (figure: ReportedFigure): ReportedFigure =>
    base.value < 0 ? { ...figure, value: -figure.value } : figure;
  return agree(times(loose(mirrored(base)), loose(rate)), loose(mirrored(paid), 1));
};

/** Natural, promoted and heated exposure make the total, and so do reads. A file without heated ones may have none. */
const parts: Check = (record) => {
  const verdicts = (['Impressions', 'Reads'] as const).map((what): Verdict => {
    const total = figureOf(record, what === 'Impressions' ? 'impressions' : 'reads');
    const main = figures(record, `natural${what}`, `promoted${what}`);
    if (!total || !main) return 'not-examined';
    const heated = figureOf(record, `heated${what}`);
    const sum = addFigures(heated ? [...main, heated] : main);
    return agree(intervalOf(sum), loose(total));
  });
  if (verdicts.includes('odd')) return 'odd';
  return verdicts.includes('fine') ? 'fine' : 'not-examined';
};

const idFields = ['orderId', 'campaignId', 'unitId', 'creativityId', 'shopOrderId'] as const;
const cutIds: Check = ({ values }) => {
  const ids = idFields.flatMap((field) => {
    const id = values[field];
    return typeof id === 'string' && /^\d{16,}$/.test(id) ? [id] : [];
  });
  if (ids.length === 0) return 'not-examined';
  return ids.some(endsLikeALostId) ? 'odd' : 'fine';
};

const clickRate: Check = (record) => {
  const verdict = quotient('adClicks', 'adImpressions', 'adCtr', 0)(record);
  return verdict === 'not-examined' ? quotient('reads', 'impressions', 'ctr', 0)(record) : verdict;
};

const checks: readonly (readonly [RowCheck, Check])[] = [
  ['interactions-above-reads', above('interactions', 'reads')],
  ['reads-above-impressions', above('reads', 'impressions')],
  ['parts-differ-from-total', parts],
  ['ctr-differs', clickRate],
  ['cost-per-click-differs', quotient('fee', 'adClicks', 'costPerClick', 1)],
  ['cpm-differs-from-ctr-and-cpc', cpmOfParts],
  ['commission-differs', commission],
  ['ids-look-cut', cutIds],
];
