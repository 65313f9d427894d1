import { shanghaiOffsetMs, trafficShare } from '../pools/traffic-clock';
import {
  campaignRails,
  type CampaignRail,
  campaignSpan,
  type Flight,
  type RailCents,
  sumOfRails,
} from './campaign';

const dayMs = 86_400_000;

type Clock = readonly number[];

/**
 * What flights have planned to spend by an instant, in cents and not rounded. A flight spends its budget evenly over the
 * readers that come and not over the hours: along the traffic clock, as boosts are delivered.
 */
export const plannedOfFlights = (flights: readonly Flight[], at: number, clock: Clock): number =>
  flights.reduce(
    (sum, { from, to, budgetCents }) =>
      sum + budgetCents * trafficShare(clock, { startsAt: from, endsAt: to, now: at }),
    0,
  );

/**
 * The plan by an instant for each rail, in whole cents: each rail spends its part of the budget as the flights spend theirs.
 * It never falls, begins at 0 and ends at the rail's budget to the cent.
 */
export function plannedByRail(
  flights: readonly Flight[],
  rails: RailCents,
  at: number,
  clock: Clock,
): Record<CampaignRail, number> {
  const whole = flights.reduce((sum, { budgetCents }) => sum + budgetCents, 0);
  const share = whole > 0 ? Math.min(1, plannedOfFlights(flights, at, clock) / whole) : 0;
  return Object.fromEntries(campaignRails.map((rail) => [rail, Math.round(rails[rail] * share)])) as Record<
    CampaignRail,
    number
  >;
}

export const paceStates = ['not-started', 'behind', 'on-plan', 'ahead', 'over'] as const;
export type CampaignPaceState = (typeof paceStates)[number];

export interface CampaignPace {
  plannedCents: number;
  actualCents: number;
  /** actual less planned: below zero is behind */
  offCents: number;
  state: CampaignPaceState;
}

/**
 * Off by no more than this part of the whole budget is on plan. Twice that of a boost, whose impressions come evenly: orders
 * with creators are held whole on one day [P].
 */
export const paceTolerance = 0.1;

/** How the money that went out stands to the plan at an instant. Cents, epoch milliseconds; `over` once the last flight ended. */
export function paceCampaign(ask: {
  flights: readonly Flight[];
  rails: RailCents;
  actualCents: number;
  now: number;
  clock: Clock;
}): CampaignPace {
  const { flights, rails, actualCents, now, clock } = ask;
  const plannedCents = sumOfRails(plannedByRail(flights, rails, now, clock));
  const offCents = actualCents - plannedCents;
  const span = campaignSpan(flights);
  const band = paceTolerance * sumOfRails(rails);
  const state =
    !span || now < span.from ? 'not-started' : now >= span.to ? 'over' : stateWithin(offCents, band);
  return { plannedCents, actualCents, offCents, state };
}

const stateWithin = (off: number, band: number): 'behind' | 'on-plan' | 'ahead' =>
  off < -band ? 'behind' : off > band ? 'ahead' : 'on-plan';

/** Before this part of a flight's traffic has passed nothing is said of its pace: early on, one order is everything [P]. */
const flightShareLeast = 0.1;

/**
 * Whether a flight that runs, or has just ended, is off its own plan by more than the tolerance; null when it is not, or when
 * it is too early to say. `actualCents` went out within the flight. The tolerance is that of the whole campaign, so that no flight
 * is called late while the campaign is on plan for the same money.
 */
export function flightOffPlan(
  flight: Flight,
  actualCents: number,
  budgetCents: number,
  { now, clock }: { now: number; clock: Clock },
): { state: 'behind' | 'ahead'; plannedCents: number; offCents: number } | null {
  const share = trafficShare(clock, { startsAt: flight.from, endsAt: flight.to, now });
  if (share < flightShareLeast) return null;
  const plannedCents = Math.round(flight.budgetCents * share);
  const offCents = actualCents - plannedCents;
  const state = stateWithin(offCents, paceTolerance * budgetCents);
  return state === 'on-plan' ? null : { state, plannedCents, offCents };
}

/** Whole days in Shanghai that a campaign touches, each with the instants at which it begins and ends. */
export function campaignDays(flights: readonly Flight[]): { day: string; from: number; to: number }[] {
  const span = campaignSpan(flights);
  if (!span) return [];
  const days: { day: string; from: number; to: number }[] = [];
  const first = Math.floor((span.from + shanghaiOffsetMs) / dayMs) * dayMs - shanghaiOffsetMs;
  for (let from = first; from < span.to; from += dayMs)
    days.push({
      day: new Date(from + shanghaiOffsetMs).toISOString().slice(0, 10),
      from,
      to: from + dayMs,
    });
  return days;
}
