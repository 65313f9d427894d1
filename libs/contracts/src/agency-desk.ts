import { agencyTaskKinds, campaignGoals, campaignStates, paceStates, taskUrgencies } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line } from './text';

const person = z.object({ id: z.uuid(), name: z.string() });
const client = z.object({ id: z.uuid(), name: z.string() });

/** A filter by who looks after something: a person, or `nobody`. */
const ownerFilter = z.union([z.uuid(), z.literal('nobody')]).optional();

export const deskSorts = ['changed', 'ends', 'budget', 'client'] as const;
/** `open` are those that have not ended, `late` those of them that are behind plan or wait overlong for the agency. */
export const deskShows = ['open', 'late', 'all', ...campaignStates] as const;
export const AgencyDeskQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(deskShows).default('open'),
  sort: z.enum(deskSorts).default('changed'),
  client: z.uuid().optional(),
  owner: ownerFilter,
  q: line(100, 0).optional(),
});
export type AgencyDeskQuery = z.output<typeof AgencyDeskQuery>;

/** A campaign of one of the agency's clients. */
export const AgencyCampaignRow = z
  .object({
    id: z.uuid(),
    client,
    name: z.string(),
    goal: z.enum(campaignGoals),
    state: z.enum(campaignStates),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    budgetCents: cents,
    pace: z.object({ plannedCents: cents, actualCents: cents, offCents: cents, state: z.enum(paceStates) }),
    unreadAlerts: z.int(),
    /** orders that have not ended, by whom they wait for; of those that wait for the brand the ones past their time */
    orders: z.object({ brand: z.int(), creator: z.int(), platform: z.int(), overdue: z.int() }),
    boostsRunning: z.int(),
    owner: person.nullable(),
    changedAt: instant,
  })
  .meta({ id: 'AgencyCampaignRow' });
export type AgencyCampaignRow = z.infer<typeof AgencyCampaignRow>;
export const AgencyCampaignPage = pageOf(AgencyCampaignRow).meta({ id: 'AgencyCampaignPage' });

/** What can be given to somebody. Who looks after a campaign looks after its orders, unless they were given to another. */
export const taskSubjects = ['campaign', 'order', 'recruitment', 'top-up'] as const;
export type TaskSubject = (typeof taskSubjects)[number];

export const taskShows = ['all', 'overdue', 'soon'] as const;
export const AgencyTasksQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(taskShows).default('all'),
  client: z.uuid().optional(),
  owner: ownerFilter,
});
export type AgencyTasksQuery = z.output<typeof AgencyTasksQuery>;

/** Something in a client's room that waits for the agency, the most urgent first. */
export const AgencyTask = z
  .object({
    kind: z.enum(agencyTaskKinds),
    subject: z.enum(taskSubjects),
    subjectId: z.uuid(),
    client,
    campaign: client.nullable(),
    name: z.string(),
    /** of an order; null elsewhere */
    creatorName: z.string().nullable(),
    /** of applications: how many wait */
    count: z.int(),
    since: instant,
    /** the agency's own time, or the platform's where that is earlier */
    dueAt: instant,
    /** when the platform decides by itself; null where it waits for ever */
    platformDueAt: instant.nullable(),
    urgency: z.enum(taskUrgencies),
    owner: person.nullable(),
  })
  .meta({ id: 'AgencyTask' });
export type AgencyTask = z.infer<typeof AgencyTask>;
export const AgencyTaskPage = pageOf(AgencyTask).meta({ id: 'AgencyTaskPage' });

const load = { open: z.int(), soon: z.int(), overdue: z.int() };
const kept = z.object({ days: z.int(), inTime: z.int(), of: z.int(), share: z.number().nullable() });
/** Who of the agency has how much to do, and how it kept its word. */
export const AgencyWorkload = z
  .object({
    /** people of the agency and nobody, the fullest desk first */
    people: z.array(z.object({ person: person.nullable(), campaigns: z.int(), ...load })),
    total: z.object(load),
    kept: z.array(kept),
    /** in force today, and since when; null: the default */
    hours: z.array(
      z.object({ kind: z.enum(agencyTaskKinds), hours: z.int(), fromDay: z.iso.date().nullable() }),
    ),
    /** rooms that are open to the caller, with those of the agency who may work there */
    clients: z.array(z.object({ ...client.shape, people: z.array(person) })),
    asOf: instant,
  })
  .meta({ id: 'AgencyWorkload' });
export type AgencyWorkload = z.infer<typeof AgencyWorkload>;

export const AssignTask = z
  .strictObject({
    clientId: z.uuid(),
    subject: z.enum(taskSubjects),
    subjectId: z.uuid(),
    /** null takes it from whoever has it */
    personId: z.uuid().nullable(),
  })
  .meta({ id: 'AssignTask' });
export type AssignTask = z.infer<typeof AssignTask>;
export const Assigned = z.object({ owner: person.nullable() }).meta({ id: 'AssignedTask' });
export type Assigned = z.infer<typeof Assigned>;

/** Holds for what begins to wait from today on. */
export const SetAgencySla = z
  .strictObject({
    kind: z.enum(agencyTaskKinds),
    hours: z.int().min(1).max(720),
  })
  .meta({ id: 'SetAgencySla' });
export type SetAgencySla = z.infer<typeof SetAgencySla>;
export const AgencySla = z
  .object({ kind: z.enum(agencyTaskKinds), hours: z.int() })
  .meta({ id: 'AgencySla' });
export type AgencySla = z.infer<typeof AgencySla>;
