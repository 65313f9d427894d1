import type { JournalRow } from '@poolrise/contracts';
import { groupJournal } from './journal-groups';

let count = 0;
function aLine(changes: Partial<JournalRow> = {}): JournalRow {
  count += 1;
  return {
    id: `88888888-0000-4000-8000-${String(count).padStart(12, '0')}`,
    at: '2026-11-23T06:00:00Z',
    kind: 'boost-spent',
    subject: 'Cold brew tea',
    boostId: 'boost-1',
    voucherId: null,
    orderId: null,
    by: null,
    legs: [
      { account: 'reserved', cents: -6 },
      { account: 'spent', cents: 6 },
    ],
    cashAfterCents: 1_000,
    ...changes,
  };
}
const sizes = (rows: JournalRow[], hasMore = false) =>
  groupJournal(rows, hasMore).map((one) => one.rows.length);

describe('reading the journal', () => {
  it('sums the settlements of one boost on one day, and the sums balance', () => {
    const voucherToo = aLine({
      legs: [
        { account: 'reserved', cents: -10 },
        { account: 'spent', cents: 7 },
        { account: 'voucher', cents: 3 },
      ],
    });
    const [group] = groupJournal([aLine(), voucherToo, aLine()], false);
    expect(group?.legs).toEqual([
      { account: 'reserved', cents: -22 },
      { account: 'spent', cents: 19 },
      { account: 'voucher', cents: 3 },
    ]);
    expect(group?.legs.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
  });

  it('begins a new group at midnight in Shanghai, whatever the browser’s clock says', () => {
    const late = aLine({ at: '2026-11-23T15:59:00Z' });
    const past = aLine({ at: '2026-11-23T16:01:00Z' });
    expect(sizes([past, late, aLine()])).toEqual([1, 2]);
  });

  it('tells boosts apart that settle in turn', () => {
    const other = () => aLine({ boostId: 'boost-2' });
    const groups = groupJournal([aLine(), other(), aLine(), other(), other()], false);
    expect(groups.map(({ rows }) => [rows[0].boostId, rows.length])).toEqual([
      ['boost-1', 2],
      ['boost-2', 3],
    ]);
  });

  it('moves no line past another movement, nor past a change of cash', () => {
    expect(sizes([aLine(), aLine({ cashAfterCents: 900 })])).toEqual([1, 1]);
    expect(sizes([aLine(), aLine({ kind: 'top-up', boostId: null }), aLine()])).toEqual([1, 1, 1]);
    expect(sizes([aLine({ kind: 'boost-refunded' }), aLine({ kind: 'boost-refunded' })])).toEqual([1, 1]);
  });

  it('does not call a group complete that the next page may continue', () => {
    const topUp = aLine({ kind: 'top-up', boostId: null });
    const rows = [aLine(), topUp, aLine({ boostId: 'boost-2' }), aLine(), aLine()];
    expect(groupJournal(rows, true).map((one) => one.open)).toEqual([false, false, true, true]);
    expect(groupJournal(rows, false).map((one) => one.open)).toEqual([false, false, false, false]);
    const topUpLast = [aLine(), aLine({ kind: 'top-up', boostId: null })];
    expect(groupJournal(topUpLast, true).map((one) => one.open)).toEqual([false, false]);
  });
});
