import type { BudgetAsk, BudgetCurve, BudgetOption } from '@poolrise/domain';

/** What is added to an open boost or search at once. */
const stepCents = 10_000;

/**
 * What somebody would do with a list and a pencil: always the option that brings most for the next yuan, a creator whole or not at
 * all, a boost or search by its smallest order and then by ¥100, until nothing more fits. It knows no guards.
 *
 * @returns units of the goal
 */
export function bareGreedy({ options, budgetCents }: BudgetAsk): number {
  const spends = new Map<BudgetOption, number>();
  let left = budgetCents;
  for (;;) {
    let best: { option: BudgetOption; cents: number; rate: number } | null = null;
    for (const option of options) {
      const spent = spends.get(option) ?? 0;
      const cents = nextOf(option, spent);
      if (cents <= 0 || cents > left) continue;
      const rate = (brings(option, spent + cents) - brings(option, spent)) / cents;
      if (rate > (best?.rate ?? 0)) best = { option, cents, rate };
    }
    if (!best) break;
    left -= best.cents;
    spends.set(best.option, (spends.get(best.option) ?? 0) + best.cents);
  }
  return [...spends].reduce((sum, [option, cents]) => sum + brings(option, cents), 0);
}

function nextOf(option: BudgetOption, spent: number): number {
  if (option.kind === 'lump') return spent > 0 ? 0 : option.cents;
  const room = option.maxCents - spent;
  return spent > 0 ? Math.min(stepCents, room) : Math.min(option.openCents, room);
}

function brings(option: BudgetOption, cents: number): number {
  if (cents === 0) return 0;
  return option.kind === 'lump' ? option.value : covered(option, cents + option.giftCents);
}

const covered = ({ perCent, room }: BudgetCurve, media: number): number =>
  room === null ? perCent * media : room * -Math.expm1((-perCent * media) / room);
