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
 * Puts neighbouring lines "spent on delivery" of one boost and one day (Shanghai) together. Only neighbours: the
 * journal keeps its order, and the cash after every line stays true. A boost settles every few minutes while it runs.
 *
 * @param hasMore whether older lines are still to come; the last group is then not known to be complete
 */
export function groupJournal(rows: readonly JournalRow[], hasMore: boolean): JournalGroup[] {
  const groups: [JournalRow, ...JournalRow[]][] = [];
  for (const row of rows) {
    const before = groups.at(-1);
    if (before && belongTogether(before[0], row)) before.push(row);
    else groups.push([row]);
  }
  return groups.map((together, index) => ({
    rows: together,
    legs: sumOfLegs(together),
    open: hasMore && index === groups.length - 1 && together[0].kind === 'boost-spent',
  }));
}

function belongTogether(one: JournalRow, other: JournalRow): boolean {
  const settlements = one.kind === 'boost-spent' && other.kind === 'boost-spent';
  return settlements && one.boostId === other.boostId && dayOf(one.at) === dayOf(other.at);
}

const dayOf = (at: string): number => Math.floor((Date.parse(at) + shanghaiOffsetMs) / dayMs);

function sumOfLegs(rows: readonly JournalRow[]): JournalRow['legs'] {
  const sums = new Map<JournalRow['legs'][number]['account'], number>();
  for (const { account, cents } of rows.flatMap(({ legs }) => legs)) {
    sums.set(account, (sums.get(account) ?? 0) + cents);
  }
  return [...sums].map(([account, cents]) => ({ account, cents }));
}
