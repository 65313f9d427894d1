import type { NoteRow, VoucherView } from '@poolrise/contracts';

/**
 * The notes that a voucher may boost and that readers have seen, the most promising first: those still climbing, then those that
 * are opened oftenest.
 */
export function notesFor(voucher: VoucherView, notes: readonly NoteRow[]): NoteRow[] {
  const { categories, noteIds } = voucher;
  return notes
    .filter(
      ({ id, category, auditState, organicImpressions }) =>
        auditState === 'passed' &&
        organicImpressions > 0 &&
        (categories.length === 0 || categories.includes(category)) &&
        (noteIds.length === 0 || noteIds.includes(id)),
    )
    .sort(
      (a, b) =>
        Number(b.state === 'climbing') - Number(a.state === 'climbing') || (b.ctr ?? 0) - (a.ctr ?? 0),
    );
}
