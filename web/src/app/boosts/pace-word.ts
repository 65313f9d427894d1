import type { BoostView } from '@poolrise/contracts';
import type { Format } from '../ui/format';

export type PaceState = BoostView['paceState'];

/** How far delivery may be from the plan and still be called on plan. */
const tolerance = 0.1;

/** In its first minutes a boost is measured against a plan of almost nothing: "16,140 %" would be true and say nothing. */
const sayableMax = 2;

/** The pace as a person reads it: the ratio where there is one worth saying, and its word. */
export function paceText(
  row: { state: string; pacing: number | null },
  word: string,
  format: Format,
): string {
  const sayable = row.state === 'running' && row.pacing !== null && row.pacing <= sayableMax;
  return sayable ? `${format.percent(row.pacing, 0)} · ${word}` : word;
}

/** The pace of a row, which carries the ratio only: delivered over what the plan has due by now. */
export function paceOf(row: { state: string; pacing: number | null }): PaceState {
  if (row.state === 'scheduled') return 'not-started';
  if (row.state !== 'running') return 'ended';
  if (row.pacing === null) return 'on-plan';
  if (row.pacing > 1 + tolerance) return 'ahead';
  return row.pacing < 1 - tolerance ? 'behind' : 'on-plan';
}
