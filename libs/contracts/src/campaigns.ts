import {
  boundKinds,
  bulkActions,
  bulkRefusals,
  campaignAlertKinds,
  campaignFaultCodes,
  type CampaignFault,
  campaignGoals,
  campaignLiftMetrics,
  campaignMetrics,
  campaignMoves,
  campaignRails,
  campaignStates,
  checkCampaign,
  paceStates,
} from '@poolrise/domain';
import { z } from 'zod';
import { BoostAudience } from './boosts';
import { faultsOf } from './briefs';
import { keywordList, negativeList, pathOf } from './keywords';
import { holdoutAskOf } from './lift';
import { pageOf, pageQuery } from './paging';
import { bilingual, cents, instant, line } from './text';

const budget = cents.min(0).max(100_000_000_000);
const rails = <T extends z.ZodType>(of: T) =>
  z.strictObject(
    Object.fromEntries(campaignRails.map((rail) => [rail, of])) as Record<(typeof campaignRails)[number], T>,
  );

export const CampaignFlight = z.strictObject({
  name: line(40),
  from: instant,
  /** the first instant that is no longer of it */
  to: instant,
  budgetCents: budget,
});
export type CampaignFlight = z.infer<typeof CampaignFlight>;

/** Targets and bounds are in the unit of the metric: a count, a share from 0 to 1, cents. */
const figure = z.number().min(0).max(1_000_000_000_000);
const Kpi = z.strictObject({
  metric: z.enum(campaignMetrics),
  comparison: z.enum(boundKinds),
  target: figure,
});
const Guard = z.strictObject({
  metric: z.enum(campaignMetrics),
  comparison: z.enum(boundKinds),
  bound: figure,
  /** impressions before which the guard says nothing */
  afterImpressions: z.int().min(0).max(1_000_000_000).default(1_000),
});

const campaignFields = {
  name: line(80),
  goal: z.enum(campaignGoals),
  flights: z.array(CampaignFlight).max(20).default([]),
  /** what each rail gets; together the budget of all flights */
  rails: rails(budget),
  audience: BoostAudience.default({}),
  keywords: keywordList.default([]),
  negatives: negativeList.default([]),
  kpis: z.array(Kpi).max(10).default([]),
  guards: z.array(Guard).max(10).default([]),
};
type PlannedFields = z.output<z.ZodObject<typeof campaignFields>>;

/** What is wrong with a plan, in a sentence that names the way out. */
export function campaignFaultText({ code, figures }: CampaignFault): string {
  const yuan = (value: number | undefined) => `¥${((value ?? 0) / 100).toFixed(2)}`;
  const texts: Record<(typeof campaignFaultCodes)[number], string> = {
    'flight-empty': 'ends before it begins: choose a later end',
    'flight-without-budget': 'has no budget: give it some, or take the flight away',
    'flights-overlap': 'begins before the flight ahead of it has ended: let one follow the other',
    'span-too-long': `lies more than ${figures?.['days']} days after the first flight: make it a campaign of its own`,
    'rails-do-not-sum': `sum to ${yuan(figures?.['railsCents'])}, and the flights to ${yuan(
      figures?.['flightsCents'],
    )}: make the two equal`,
    'keyword-twice': 'stands there twice with the same match: keep one of the two',
    'keyword-is-negative': 'is among the negative keywords too: take it away from one of the lists',
  };
  return texts[code];
}

/** A plan as the domain checks it. */
export const planOf = ({
  flights,
  ...fields
}: Pick<PlannedFields, 'flights' | 'rails' | 'keywords' | 'negatives'>) => ({
  ...fields,
  flights: flights.map(({ from, to, ...flight }) => ({
    ...flight,
    from: Date.parse(from),
    to: Date.parse(to),
  })),
});

const consistent = faultsOf((fields: PlannedFields) =>
  checkCampaign(planOf(fields)).map((fault) => ({
    path: pathOf(fault.field),
    message: campaignFaultText(fault),
  })),
);

export const CreateCampaign = z
  .strictObject({ ...campaignFields, requestKey: z.uuid() })
  .superRefine(consistent)
  .meta({ id: 'CreateCampaign' });
export type CreateCampaign = z.output<typeof CreateCampaign>;

/** Of the campaign as whoever changes it has read it: what others changed meanwhile is not run over. */
const version = z.int().min(1).max(1_000_000);
export const ChangeCampaign = z
  .strictObject({ ...campaignFields, version })
  .superRefine(consistent)
  .meta({ id: 'ChangeCampaign' });
export type ChangeCampaign = z.output<typeof ChangeCampaign>;

export const MoveCampaign = z
  .strictObject({ move: z.enum(campaignMoves), version })
  .meta({ id: 'MoveCampaign' });
export type MoveCampaign = z.infer<typeof MoveCampaign>;

export const CampaignRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    goal: z.enum(campaignGoals),
    state: z.enum(campaignStates),
    /** from the first flight to the end of the last one; null without flights */
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    budgetCents: cents,
    pace: z.object({
      plannedCents: cents,
      actualCents: cents,
      /** actual less planned */
      offCents: cents,
      state: z.enum(paceStates),
    }),
    boosts: z.int(),
    orders: z.int(),
    unreadAlerts: z.int(),
    changedAt: instant,
    version: z.int(),
  })
  .meta({ id: 'CampaignRow' });
export type CampaignRow = z.infer<typeof CampaignRow>;

/** `open` are those that have not ended. */
export const campaignFilters = ['open', 'all', ...campaignStates] as const;
export const CampaignsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(campaignFilters).default('open'),
  q: line(100, 0).optional(),
});
export type CampaignsQuery = z.infer<typeof CampaignsQuery>;
export const CampaignPage = pageOf(CampaignRow);

const railCents = rails(cents);
export const CampaignView = CampaignRow.extend({
  asOf: instant,
  createdBy: z.string(),
  flights: z.array(CampaignFlight),
  rails: railCents,
  audience: BoostAudience,
  keywords: campaignFields.keywords.unwrap(),
  negatives: z.array(z.string()),
  /** planned and actual up to now */
  byRail: rails(z.object({ budgetCents: cents, plannedCents: cents, actualCents: cents })),
  /** of the creators' rail: in escrow, and paid */
  heldCents: cents,
  paidCents: cents,
  /** days by the calendar of Shanghai; both summed up to the end of the day. Null for days to come. */
  days: z.array(
    z.object({ day: z.iso.date(), planned: railCents, actual: railCents.nullable(), plannedCents: cents }),
  ),
  kpis: z.array(Kpi.extend({ value: z.number().nullable(), reached: z.boolean().nullable() })),
  guards: z.array(
    Guard.extend({ value: z.number().nullable(), state: z.enum(['kept', 'broken', 'too-early']) }),
  ),
  /** notes of tied boosts and orders, and what their readers did since the first flight began */
  notes: z.int(),
  impressions: z.int(),
  reads: z.int(),
  legal: z.array(z.enum(campaignMoves)),
  /** what was registered; null without one */
  holdout: holdoutAskOf(campaignLiftMetrics).nullable(),
  /** readers have been shown something of it, or could have been: no holdout is registered or withdrawn any more */
  begun: z.boolean(),
}).meta({ id: 'CampaignView' });
export type CampaignView = z.infer<typeof CampaignView>;

export const campaignItemKinds = ['boost', 'order'] as const;
/** A boost or an order: of the campaign, or free to be tied to it. */
export const CampaignItem = z
  .object({
    kind: z.enum(campaignItemKinds),
    id: z.uuid(),
    /** the note's title, or what the order is called */
    name: z.string(),
    creatorName: z.string(),
    /** as boosts and orders name their states */
    state: z.string(),
    ended: z.boolean(),
    noteId: z.uuid().nullable(),
    budgetCents: cents,
    /** spent by a boost; held or paid for an order */
    actualCents: cents,
    at: instant,
  })
  .meta({ id: 'CampaignItem' });
export type CampaignItem = z.infer<typeof CampaignItem>;
export const CampaignItemsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(['tied', 'free']).default('tied'),
  q: line(100, 0).optional(),
});
export type CampaignItemsQuery = z.infer<typeof CampaignItemsQuery>;
export const CampaignItemPage = pageOf(CampaignItem);

const itemIds = z.array(z.uuid()).max(100).default([]);
/** The same to many at once; nothing happens to those that it cannot be done to. */
export const ChangeItems = z
  .strictObject({ action: z.enum(bulkActions), boostIds: itemIds, orderIds: itemIds })
  .refine(({ boostIds, orderIds }) => boostIds.length + orderIds.length > 0, {
    message: 'names nothing: choose at least one boost or order',
    path: ['boostIds'],
  })
  .meta({ id: 'ChangeItems' });
export type ChangeItems = z.output<typeof ChangeItems>;

export const itemVerdicts = ['change', 'unchanged', 'not-found', ...bulkRefusals] as const;
/** What would be done to each, or was: `change` is what is done, the rest says why not. */
export const ItemChanges = z
  .object({
    action: z.enum(bulkActions),
    asOf: instant,
    items: z.array(
      z.object({
        kind: z.enum(campaignItemKinds),
        id: z.uuid(),
        name: z.string(),
        verdict: z.enum(itemVerdicts),
      }),
    ),
    changes: z.int(),
  })
  .meta({ id: 'ItemChanges' });
export type ItemChanges = z.infer<typeof ItemChanges>;

export const CampaignAlertView = z
  .object({
    id: z.uuid(),
    at: instant,
    kind: z.enum(campaignAlertKinds),
    subject: z.enum(['campaign', 'note', 'order']),
    subjectId: z.uuid(),
    /** what the alert says: percent, cents, level, metric, title */
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    readAt: instant.nullable(),
  })
  .meta({ id: 'CampaignAlertView' });
export type CampaignAlertView = z.infer<typeof CampaignAlertView>;
export const CampaignAlertsQuery = z.strictObject({ ...pageQuery });
export const CampaignAlertPage = pageOf(CampaignAlertView);
/** Without ids, all of the campaign. */
export const ReadAlerts = z
  .strictObject({ alertIds: z.array(z.uuid()).min(1).max(200).optional() })
  .meta({ id: 'ReadAlerts' });
export type ReadAlerts = z.infer<typeof ReadAlerts>;

/** Half a year ahead: festivals want to be begun one to two months before. */
export const calendarDaysMost = 200;
const dayCount = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
/** Days by the calendar of Shanghai, the last one too. */
export const CalendarQuery = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
/** What is wrong with the days of a calendar; null when nothing is. */
export const calendarFault = ({ from, to }: { from: string; to: string }): string | null =>
  dayCount(from, to) < 1
    ? 'lies before the first day'
    : dayCount(from, to) > calendarDaysMost
      ? `is more than ${calendarDaysMost} days after the first: ask for fewer`
      : null;

export const CampaignCalendar = z
  .object({
    asOf: instant,
    flights: z.array(
      z.object({
        campaignId: z.uuid(),
        campaignName: z.string(),
        state: z.enum(campaignStates),
        name: z.string(),
        from: instant,
        to: instant,
        budgetCents: cents,
      }),
    ),
    /** a first draft that is to be there, and a moment at which silence answers */
    dues: z.array(
      z.object({
        orderId: z.uuid(),
        name: z.string(),
        creatorName: z.string(),
        kind: z.enum(['draft', 'answer']),
        at: instant,
      }),
    ),
    festivals: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        day: z.iso.date(),
        leadDaysMost: z.int(),
        leadDaysLeast: z.int(),
        mark: z.string(),
        source: bilingual,
      }),
    ),
    /** whether there is more than could be shown */
    more: z.boolean(),
  })
  .meta({ id: 'CampaignCalendar' });
export type CampaignCalendar = z.infer<typeof CampaignCalendar>;
