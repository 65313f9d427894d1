import { plannedShare } from './pace-boost';
import { trafficShare } from '../pools/traffic-clock';

const hourMs = 3_600_000;

/**
 * Impressions that the pacer plans for each hour of a boost from its start on, along the traffic clock. They sum to the plan.
 * @param startsAt epoch milliseconds
 */
export function pacedHours(
  plannedImpressions: number,
  { startsAt, durationHours, clock }: { startsAt: number; durationHours: number; clock: readonly number[] },
): number[] {
  const endsAt = startsAt + durationHours * hourMs;
  const doneBy = (now: number): number => plannedShare(trafficShare(clock, { startsAt, endsAt, now }));
  return Array.from(
    { length: durationHours },
    (_, hour) =>
      plannedImpressions * (doneBy(startsAt + (hour + 1) * hourMs) - doneBy(startsAt + hour * hourMs)),
  );
}
