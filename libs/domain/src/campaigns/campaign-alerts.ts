import type { OrderState } from '../collaborations/cooperation-order';
import { type SampleAlarm, sampleAlarmKinds } from '../collaborations/sample-parcels';
import type { Bilingual } from '../notes/note';
import { type Flight, type RailCents, sumOfRails } from './campaign';
import { type CampaignCounts, campaignFigure, type CampaignGuard, judgeGuard } from './campaign-figures';
import { flightOffPlan } from './campaign-pace';

export const campaignAlertKinds = [
  'budget-reached',
  'gate-passed',
  'review-due',
  'review-overdue',
  'disclosure-missing',
  'note-removed',
  ...sampleAlarmKinds.map((kind) => `sample-${kind}` as const),
  'guard-broken',
  'flight-behind',
  'flight-ahead',
] as const;
export type CampaignAlertKind = (typeof campaignAlertKinds)[number];

/** Something to look at. Kind, subject and mark name it: whatever has all three in common is one alert and raised once. */
export interface CampaignAlert {
  kind: CampaignAlertKind;
  /** the campaign, a note or an order */
  subject: 'campaign' | 'note' | 'order';
  subjectId: string;
  /** which threshold, deadline, level or flight */
  mark: string;
  /** when it happened, epoch milliseconds; left out where only looking shows it */
  at?: number;
  /** what the alert says: percent, cents, level, metric */
  detail: Readonly<Record<string, string | number | null>>;
}

/** An order of a campaign as far as alerts ask. Times are epoch milliseconds. */
export interface WatchedOrder {
  id: string;
  name: string;
  state: OrderState;
  waitsForBrand: boolean;
  /** when silence answers */
  dueAt: number | null;
  /** numbers of the steps by which the clock approved a draft that nobody of the brand looked at */
  silentApprovals: readonly number[];
  /** since when it is in its state */
  since: number;
  /** what is to be said of its sample, and when */
  sampleAlarms: readonly SampleAlarm[];
}

export interface WatchedNote {
  id: string;
  title: string;
  disclosure: string;
  /** gates passed since the campaign began, with the names that the policy gives them */
  passed: readonly { level: number; name: Bilingual; at: number }[];
}

export interface WatchedCampaign {
  id: string;
  /** nobody is told that a pause is behind its plan */
  paused: boolean;
  flights: readonly Flight[];
  rails: RailCents;
  guards: readonly CampaignGuard[];
  /** what went out in all, and within each flight in the order of `flights`; cents */
  actualCents: number;
  actualOfFlights: readonly number[];
  counts: CampaignCounts;
  orders: readonly WatchedOrder[];
  notes: readonly WatchedNote[];
}

/** Parts of the budget that are worth a word, in percent. */
export const budgetMarks = [80, 100] as const;
/** How long before a deadline a review is said to be due [P]. */
export const reviewNoticeMs = 24 * 3_600_000;
/** What a note says of itself when nobody said that it is paid for. */
const unlabelled = 'none';

/** All that is to be said of a campaign now. Saying it again is prevented by whoever keeps what was said. */
export function campaignAlerts(
  campaign: WatchedCampaign,
  now: number,
  clock: readonly number[],
): CampaignAlert[] {
  return [
    ...ofBudget(campaign),
    ...(campaign.paused ? [] : ofFlights(campaign, now, clock)),
    ...ofGuards(campaign),
    ...campaign.notes.flatMap(ofNote),
    ...campaign.orders.flatMap((order) => ofOrder(order, now)),
  ];
}

function ofBudget({ id, rails, actualCents }: WatchedCampaign): CampaignAlert[] {
  const budgetCents = sumOfRails(rails);
  return budgetMarks
    .filter((percent) => budgetCents > 0 && actualCents * 100 >= budgetCents * percent)
    .map((percent) => ({
      kind: 'budget-reached',
      subject: 'campaign',
      subjectId: id,
      mark: `${percent}`,
      detail: { percent, cents: actualCents, budgetCents },
    }));
}

function ofFlights(
  { id, flights, rails, actualOfFlights }: WatchedCampaign,
  now: number,
  clock: readonly number[],
): CampaignAlert[] {
  return flights.flatMap((flight, at): CampaignAlert[] => {
    const off = flightOffPlan(flight, actualOfFlights[at] ?? 0, sumOfRails(rails), { now, clock });
    if (!off) return [];
    return [
      {
        kind: `flight-${off.state}`,
        subject: 'campaign',
        subjectId: id,
        mark: `${new Date(flight.from).toISOString()} ${new Date(flight.to).toISOString()}`,
        detail: { flight: flight.name, cents: Math.abs(off.offCents), plannedCents: off.plannedCents },
      },
    ];
  });
}

const ofGuards = ({ id, guards, counts }: WatchedCampaign): CampaignAlert[] =>
  guards
    .filter((guard) => judgeGuard(guard, counts) === 'broken')
    .map(({ metric, comparison, bound }) => ({
      kind: 'guard-broken',
      subject: 'campaign',
      subjectId: id,
      mark: `${metric} ${comparison} ${bound}`,
      detail: { metric, comparison, bound, value: campaignFigure(metric, counts).value },
    }));

/** A note that a campaign pays for has to say so: the platform asks for a label of whatever is advertising. */
const ofNote = ({ id, title, disclosure, passed }: WatchedNote): CampaignAlert[] => [
  ...passed.map(({ level, name, at }): CampaignAlert => ({
    kind: 'gate-passed',
    subject: 'note',
    subjectId: id,
    mark: `${level}`,
    at,
    detail: { title, level, zh: name.zh, en: name.en },
  })),
  ...(disclosure === unlabelled
    ? [{ kind: 'disclosure-missing', subject: 'note', subjectId: id, mark: '', detail: { title } } as const]
    : []),
];

function ofOrder(order: WatchedOrder, now: number): CampaignAlert[] {
  const alert = (
    kind: CampaignAlertKind,
    mark: string,
    detail: CampaignAlert['detail'] = {},
  ): CampaignAlert => ({
    kind,
    subject: 'order',
    subjectId: order.id,
    mark,
    detail: { title: order.name, ...detail },
  });
  const { dueAt, waitsForBrand, state, since, sampleAlarms } = order;
  return [
    ...(waitsForBrand && dueAt !== null && dueAt - now <= reviewNoticeMs && dueAt > now
      ? [alert('review-due', new Date(dueAt).toISOString(), { dueAt: new Date(dueAt).toISOString() })]
      : []),
    ...order.silentApprovals.map((step) => alert('review-overdue', `${step}`)),
    // An order says so when the platform reports its note as gone while the creator was to keep it.
    ...sampleAlarms
      .filter(({ at }) => at <= now)
      .map(({ kind, mark, at }) => ({ ...alert(`sample-${kind}`, mark), at })),
    ...(state === 'note-removed' ? [alert('note-removed', new Date(since).toISOString())] : []),
  ];
}
