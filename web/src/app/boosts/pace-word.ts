import type { BoostView } from '@poolrise/contracts';

export type PaceState = BoostView['paceState'];

/** How far delivery may be from the plan and still be called on plan. */
const tolerance = 0.1;

/** The pace of a row, which carries the ratio only: delivered over what the plan has due by now. */
export function paceOf(row: { state: string; pacing: number | null }): PaceState {
  if (row.state === 'scheduled') return 'not-started';
  if (row.state !== 'running') return 'ended';
  if (row.pacing === null) return 'on-plan';
  if (row.pacing > 1 + tolerance) return 'ahead';
  return row.pacing < 1 - tolerance ? 'behind' : 'on-plan';
}
