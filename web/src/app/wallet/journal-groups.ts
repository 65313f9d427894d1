import type { JournalRow } from '@poolrise/contracts';
import { shanghaiOffsetMs } from '@poolrise/domain';

const dayMs = 24 * 3_600_000;

/** Lines of the journal that are read as one: the settlements of one boost on one day, or a single line. */
export interface JournalGroup {
  /** newest first, as in the journal */
  rows: readonly [JournalRow, ...JournalRow[]];
  /** the sum of each account; these sum to zero as the legs of every line do */
  legs: JournalRow['legs'];
  /** true when a page that is not loaded yet may hold more lines of this group */
  open: boolean;
}

/**
 * Puts the settlements of one boost on one day (Shanghai) together, as long as nothing but settlements lies between
 * them. Several boosts settle in turn, every few minutes each: their lines then part into one group a boost. No other
 * movement changes its place, and as settling moves no cash, the cash after every line stays true.
 *
 * @param hasMore whether older lines are still to come; the groups of the last stretch are then not known to be complete
 */
export function groupJournal(rows: readonly JournalRow[], hasMore: boolean): JournalGroup[] {
  const all = stretches(rows);
  return all.flatMap((stretch, index) =>
    byBoost(stretch).map((together) => ({
      rows: together,
      legs: sumOfLegs(together),
      open: hasMore && index === all.length - 1 && together[0].kind === 'boost-spent',
    })),
  );
}

type Lines = [JournalRow, ...JournalRow[]];

/** Settlements of one day with nothing between them; every other line is a stretch of its own. */
function stretches(rows: readonly JournalRow[]): Lines[] {
  const found: Lines[] = [];
  for (const row of rows) {
    const before = found.at(-1);
    if (before && areNeighbours(before[0], row)) before.push(row);
    else found.push([row]);
  }
  return found;
}

function areNeighbours(one: JournalRow, other: JournalRow): boolean {
  const settlements = one.kind === 'boost-spent' && other.kind === 'boost-spent';
  return settlements && one.cashAfterCents === other.cashAfterCents && dayOf(one.at) === dayOf(other.at);
}

function byBoost(stretch: Lines): Lines[] {
  const groups = new Map<string | null, Lines>();
  for (const row of stretch) {
    const group = groups.get(row.boostId);
    if (group) group.push(row);
    else groups.set(row.boostId, [row]);
  }
  return [...groups.values()];
}

const dayOf = (at: string): number => Math.floor((Date.parse(at) + shanghaiOffsetMs) / dayMs);

function sumOfLegs(rows: readonly JournalRow[]): JournalRow['legs'] {
  const sums = new Map<JournalRow['legs'][number]['account'], number>();
  for (const { account, cents } of rows.flatMap(({ legs }) => legs)) {
    sums.set(account, (sums.get(account) ?? 0) + cents);
  }
  return [...sums].map(([account, cents]) => ({ account, cents }));
}
