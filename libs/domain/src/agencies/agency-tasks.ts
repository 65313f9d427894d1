import type { Mark } from '../metrics/mark';

/** What waits for somebody of the agency in a client's room. */
export const agencyTaskKinds = [
  'review',
  'counter-offer',
  'removal-request',
  'applications',
  'top-up',
  'sample',
] as const;
export type AgencyTaskKind = (typeof agencyTaskKinds)[number];

/** What an agency promises itself until it has set something else: hours from the moment that a task began to wait. */
export const slaDefaults: Readonly<Record<AgencyTaskKind, number>> = {
  review: 24,
  'counter-offer': 24,
  'removal-request': 24,
  applications: 72,
  'top-up': 24,
  sample: 48,
};
/** Nobody has published any: shorter than what the platform allows, so that nothing is decided by silence. */
export const slaDefaultsMark: Mark = 'P';

export const taskUrgencies = ['overdue', 'soon', 'later'] as const;
export type TaskUrgency = (typeof taskUrgencies)[number];

const hourMs = 3_600_000;
/** Within this a task is due soon, in milliseconds. */
export const soonMs = 24 * hourMs;

/** When the agency has to have answered: by its own hours, and never after the platform's clock. Epoch milliseconds. */
export const taskDue = (since: number, hours: number, platformDue: number | null): number =>
  Math.min(since + hours * hourMs, platformDue ?? Infinity);

export const urgencyOf = (due: number, now: number): TaskUrgency =>
  due <= now ? 'overdue' : due - now <= soonMs ? 'soon' : 'later';
