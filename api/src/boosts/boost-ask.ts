import type { PreviewBoost } from '@poolrise/contracts';
import type { AuditState, BoostAsk, BoostRefusal } from '@poolrise/domain';
import { Refused } from '../http/refused';

const fields: Record<BoostRefusal, string> = {
  'note-not-boostable': '/noteId',
  'budget-too-low': '/budgetCents',
  'budget-too-high': '/budgetCents',
  'duration-too-short': '/durationHours',
  'duration-too-long': '/durationHours',
  'starts-in-past': '/startsAt',
  'vouchers-do-not-stack': '/voucherIds',
  'voucher-spent': '/voucherIds',
  'voucher-expired': '/voucherIds',
  'voucher-not-yet-valid': '/voucherIds',
  'voucher-revoked': '/voucherIds',
  'voucher-wrong-scope': '/voucherIds',
  'budget-below-voucher': '/budgetCents',
  'wallet-too-low': '/budgetCents',
};

/** How far ahead a start may lie. The platform has published nothing; ours, so that prices do not bind for ever. */
const daysAheadMax = 90;

/**
 * What the contract lets through, as the domain asks it.
 * @throws Refused invalid-input when the start lies too far ahead.
 */
export function askOf(
  ask: PreviewBoost,
  note: { id: string; category: string; auditState: AuditState },
  now: Date,
): Omit<BoostAsk, 'funds' | 'vouchers' | 'terms'> {
  const startsAt = ask.startsAt ? Date.parse(ask.startsAt) : now.getTime();
  if (startsAt > now.getTime() + daysAheadMax * 86_400_000) {
    const detail = `A boost starts within ${daysAheadMax} days.`;
    throw new Refused('invalid-input', {
      field: '/startsAt',
      detail,
      fields: [{ field: '/startsAt', detail }],
    });
  }
  return {
    note: { noteId: note.id, category: note.category, auditState: note.auditState, visible: true },
    goal: ask.goal,
    ...(ask.placement && { placement: ask.placement }),
    budgetCents: ask.budgetCents,
    durationHours: ask.durationHours,
    startsAt,
    now: now.getTime(),
  };
}

/** A refusal of the domain, with the field of the form that it is about. */
export function refusalOf(code: BoostRefusal): Refused {
  return new Refused(code, { field: fields[code] });
}
