import type { After, FoundCreator } from './creator-question';
import type { Selection } from './sieve';
import type { SlotsById } from './slots-by-id';

export interface SortKeys {
  /** the first key; null: all are equal in it */
  rank: ((row: number) => number) | null;
  /** the second; NaN comes last in both orders */
  values: Float64Array;
  order: 'asc' | 'desc';
  /** the last row of the page before */
  after: After | null;
  /** the third key is the id, rising in both orders */
  ids: SlotsById;
}

/**
 * The first `most` rows of a selection in an order. A short sorted list of the best so far is enough: with rows in no order,
 * row n is among them with a chance of `most` / n, so nearly all are let go after one comparison.
 */
export function bestOf(
  selection: Selection,
  most: number,
  { rank, values, order, after, ids }: SortKeys,
): FoundCreator[] {
  const sign = order === 'asc' ? 1 : -1;
  // Both keys so turned that the least comes first.
  const rankKey = (of: number) => sign * of;
  const valueKey = (of: number) => (Number.isNaN(of) ? Infinity : sign * of);
  const afterRank = after && rankKey(after.rank);
  const comparedWithAfter = after && ids.comparerWith(after.id);
  const afterValue = after && valueKey(after.value ?? NaN);

  const rows: number[] = [];
  const ranks: number[] = [];
  const keys: number[] = [];
  const comesBefore = (row: number, rowRank: number, rowKey: number, at: number): boolean => {
    if (rowRank !== ranks[at]) return rowRank < (ranks[at] as number);
    if (rowKey !== keys[at]) return rowKey < (keys[at] as number);
    return ids.compare(row, rows[at] as number) < 0;
  };
  selection.forEach((row) => {
    const rowRank = rank ? rankKey(rank(row)) : 0;
    const rowKey = valueKey(values[row] as number);
    if (after && !isAfter(row, rowRank, rowKey)) return;
    if (rows.length === most && !comesBefore(row, rowRank, rowKey, most - 1)) return;
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comesBefore(row, rowRank, rowKey, middle)) high = middle;
      else low = middle + 1;
    }
    rows.splice(low, 0, row);
    ranks.splice(low, 0, rowRank);
    keys.splice(low, 0, rowKey);
    if (rows.length > most) for (const list of [rows, ranks, keys]) list.pop();
  });
  return rows.map((row, at) => {
    const value = values[row] as number;
    // Not -0, which no cursor could tell from 0.
    return {
      id: ids.idAt(row),
      rank: sign * (ranks[at] as number) + 0,
      value: Number.isNaN(value) ? null : value,
    };
  });

  function isAfter(row: number, rowRank: number, rowKey: number): boolean {
    if (rowRank !== afterRank) return rowRank > (afterRank ?? 0);
    if (rowKey !== afterValue) return rowKey > (afterValue ?? 0);
    return (comparedWithAfter?.(row) ?? 1) > 0;
  }
}
