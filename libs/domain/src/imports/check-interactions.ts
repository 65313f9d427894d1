import { type InteractionKind, interactionKinds } from '../metrics/compute';
import { figureOf } from './figure-of';
import type { ImportField } from './fields';
import { addFigures, intervalOf, intervalsMeet } from './intervals';
import type { ImportedRecord } from './read-row';
import type { ReportedFigure } from './reading';

const partsOf: Readonly<Record<InteractionKind, readonly ImportField[]>> = {
  LCC: ['likes', 'collects', 'comments'],
  LCCS: ['likes', 'collects', 'comments', 'shares'],
  LCCSF: ['likes', 'collects', 'comments', 'shares', 'follows'],
};

/** Which actions the 互动量 of a file counts, as its own rows show. */
export interface InteractionFinding {
  /** null where no row tells, or none of the definitions fits */
  readonly kind: InteractionKind | null;
  readonly from: 'rows' | 'stated' | 'unknown';
  /** rows that fit each definition, of those in which all of its parts are known */
  readonly fits: Readonly<Record<InteractionKind, { readonly fitting: number; readonly examined: number }>>;
  /** rows in which the definitions differ, so that they can tell */
  readonly telling: number;
  /** what the kind of file is known for and its rows contradict; null where they agree or cannot tell */
  readonly contradicts: InteractionKind | null;
}

/** Nearly all telling rows have to fit: exports have their own mistakes. Ours. */
const fitFrom = 0.9;

/** Watches interactions against the sums of their parts, with room for rounding. */
export class InteractionVotes {
  private readonly fits = { LCC: noVotes(), LCCS: noVotes(), LCCSF: noVotes() };
  private telling = 0;
  private readonly tellingFits: Record<InteractionKind, number> = { LCC: 0, LCCS: 0, LCCSF: 0 };

  /** `odd` for a row whose interactions no definition explains. */
  observe(record: ImportedRecord): 'fine' | 'odd' | 'not-examined' {
    const total = figureOf(record, 'interactions');
    if (!total) return 'not-examined';
    const sums = interactionKinds.flatMap((kind) => {
      const parts = partsOf[kind].map((field) => figureOf(record, field));
      return parts.every((part) => part !== null) ? [{ kind, fits: meets(parts, total) }] : [];
    });
    if (sums.length === 0) return 'not-examined';
    for (const { kind, fits } of sums) {
      this.fits[kind].examined++;
      if (fits) this.fits[kind].fitting++;
    }
    const fitting = sums.filter(({ fits }) => fits);
    if (fitting.length < sums.length) {
      this.telling++;
      for (const { kind } of fitting) this.tellingFits[kind]++;
    }
    if (fitting.length > 0) return 'fine';
    // Without shares or follows in the file a larger total may be right.
    const complete = sums.some(({ kind }) => kind === 'LCCSF');
    return complete || isBelow(sums[0], record, total) ? 'odd' : 'not-examined';
  }

  report(stated: InteractionKind | null): InteractionFinding {
    const { fits, telling } = this;
    const best = interactionKinds.reduce((a, b) => (this.tellingFits[b] > this.tellingFits[a] ? b : a));
    const kind = telling > 0 && this.tellingFits[best] >= fitFrom * telling ? best : null;
    const contradicts = kind !== null && stated !== null && kind !== stated ? stated : null;
    if (kind) return { kind, from: 'rows', fits, telling, contradicts };
    return {
      kind: telling === 0 ? stated : null,
      from: telling === 0 && stated ? 'stated' : 'unknown',
      fits,
      telling,
      contradicts: null,
    };
  }
}

const noVotes = () => ({ fitting: 0, examined: 0 });

const meets = (parts: readonly ReportedFigure[], total: ReportedFigure): boolean =>
  intervalsMeet(intervalOf(addFigures(parts)), intervalOf(total));

/** Whether the total is smaller than its own likes, collects and comments, which no definition allows. */
function isBelow(
  sum: { kind: InteractionKind } | undefined,
  record: ImportedRecord,
  total: ReportedFigure,
): boolean {
  if (sum?.kind !== 'LCC') return false;
  const parts = partsOf.LCC.map((field) => figureOf(record, field)).filter((part) => part !== null);
  const { high } = intervalOf(total);
  return high !== null && intervalOf(addFigures(parts)).low > high;
}
