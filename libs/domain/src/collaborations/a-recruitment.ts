import { dayMs, hourMs, noon } from './an-order';
import type { Recruitment } from './recruitment';

/** Three creators are wanted for 800 to 1,500 yuan; a week to apply, and three days to select. */
export const aRecruitment = (change: Partial<Recruitment> = {}): Recruitment => ({
  state: 'open',
  closedBecause: null,
  quote: { leastCents: 80_000, mostCents: 150_000 },
  wanted: 3,
  selected: 0,
  applyUntil: noon + 7 * dayMs,
  selectUntil: noon + 7 * dayMs + 72 * hourMs,
  ...change,
});
