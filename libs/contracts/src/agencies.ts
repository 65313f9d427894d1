import { categories } from '@poolrise/domain';
import { z } from 'zod';
import { roles } from './access';
import { faultsOf } from './briefs';
import { CreatorRow } from './creators';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line, prose } from './text';

/** More clients than an agency's page can show. */
export const clientsMax = 300;

/** A client gets a room of its own; whoever founds it owns it. */
export const FoundClient = z
  .strictObject({
    name: line(60),
    category: z.enum(categories),
    brands: z.array(line(40)).max(20).default([]),
  })
  .meta({ id: 'FoundClient' });
export type FoundClient = z.infer<typeof FoundClient>;

/** A room as the agency's page shows it. What is inside is told to those alone who were let in. */
export const ClientRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    category: z.enum(categories).nullable(),
    brands: z.array(z.string()),
    foundedAt: instant,
    /** the caller's own role there; null: not let in */
    role: z.enum(roles).nullable(),
    inside: z
      .object({
        members: z.int(),
        viewers: z.int(),
        proposals: z.int(),
        /** creators that the client has not answered yet, in what was shared last */
        unanswered: z.int(),
        /** creators that the client wants replaced */
        toReplace: z.int(),
        lastAnswerAt: instant.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ClientRow' });
export type ClientRow = z.infer<typeof ClientRow>;
export const ClientList = z.object({ items: z.array(ClientRow), asOf: instant }).meta({ id: 'ClientList' });
export type ClientList = z.infer<typeof ClientList>;

/** Somebody of the agency in a room, or somebody of the client. */
export const ClientMember = z.object({
  personId: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  ofAgency: z.boolean(),
});
export type ClientMember = z.infer<typeof ClientMember>;
export const ClientMembers = z.object({ items: z.array(ClientMember) }).meta({ id: 'ClientMembers' });
export type ClientMembers = z.infer<typeof ClientMembers>;

/** Lets somebody of the agency into a room, or gives them another role there. */
export const LetIntoClient = z
  .strictObject({ personId: z.uuid(), role: z.enum(['owner', 'marketer', 'analyst', 'finance']) })
  .meta({ id: 'LetIntoClient' });
export type LetIntoClient = z.infer<typeof LetIntoClient>;

/** The same creator for two clients of one category, on a list or in a proposal. */
export const ConflictsQuery = z.strictObject({ days: z.coerce.number().int().min(1).max(365).default(30) });
export type ConflictsQuery = z.infer<typeof ConflictsQuery>;
export const conflictStages = ['shortlisted', 'proposed', 'shared', 'approved'] as const;
export const ClientConflict = z.object({
  creatorId: z.uuid(),
  creatorName: z.string(),
  category: z.enum(categories),
  places: z.array(
    z.object({
      clientId: z.uuid(),
      clientName: z.string(),
      stage: z.enum(conflictStages),
      /** the list where they are shortlisted, else the proposal */
      subjectId: z.uuid(),
      subjectName: z.string(),
      at: instant,
    }),
  ),
});
export type ClientConflict = z.infer<typeof ClientConflict>;
export const ClientConflicts = z
  .object({ days: z.int(), items: z.array(ClientConflict) })
  .meta({ id: 'ClientConflicts' });
export type ClientConflicts = z.infer<typeof ClientConflicts>;

export const contactStates = ['none', 'contacted', 'negotiating', 'agreed', 'refused'] as const;
export type ContactState = (typeof contactStates)[number];

const priceCents = z.int().min(0).max(100_000_000_00).nullable();
const terms = {
  imageCents: priceCents.default(null),
  videoCents: priceCents.default(null),
  /** share of the price that comes back, in basis points */
  rebateBasisPoints: z.int().min(0).max(10_000).default(0),
  /** days on which these rates hold, the last one too; null where nothing was agreed */
  validFrom: z.iso.date().nullable().default(null),
  validTo: z.iso.date().nullable().default(null),
  state: z.enum(contactStates).default('none'),
  /** who of the agency speaks with the creator */
  ownerId: z.uuid().nullable().default(null),
  note: prose(2_000).default(''),
};
const validityFaults = faultsOf<{ validFrom: string | null; validTo: string | null }>(
  ({ validFrom, validTo }) =>
    validFrom !== null && validTo !== null && validTo < validFrom
      ? [{ path: ['validTo'], message: `is before the first day ${validFrom}: turn them round` }]
      : [],
);
export const AddContact = z
  .strictObject({ creatorId: z.uuid(), ...terms })
  .superRefine(validityFaults)
  .meta({ id: 'AddContact' });
export type AddContact = z.infer<typeof AddContact>;
export const ChangeContact = z.strictObject(terms).superRefine(validityFaults).meta({ id: 'ChangeContact' });
export type ChangeContact = z.infer<typeof ChangeContact>;

/** An entry of the agency's resource pool. */
export const ContactRow = z
  .object({
    id: z.uuid(),
    creator: CreatorRow,
    imageCents: cents.nullable(),
    videoCents: cents.nullable(),
    rebateBasisPoints: z.int(),
    validFrom: z.iso.date().nullable(),
    validTo: z.iso.date().nullable(),
    state: z.enum(contactStates),
    owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    note: z.string(),
    changedAt: instant,
    cooperations: z.int(),
  })
  .meta({ id: 'ContactRow' });
export type ContactRow = z.infer<typeof ContactRow>;
export const ContactPage = pageOf(ContactRow).meta({ id: 'ContactPage' });
export const ContactsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(contactStates).optional(),
  q: line(60).optional(),
});
export type ContactsQuery = z.infer<typeof ContactsQuery>;

/** A cooperation of the past: for one of the agency's clients, or for somebody who is none. */
export const AddCooperation = z
  .strictObject({
    day: z.iso.date(),
    clientId: z.uuid().optional(),
    clientName: line(60).optional(),
    priceCents,
    result: prose(1_000).default(''),
  })
  .refine(({ clientId, clientName }) => (clientId === undefined) !== (clientName === undefined), {
    path: ['clientName'],
    message: 'is given, or clientId, and not both',
  })
  .meta({ id: 'AddCooperation' });
export type AddCooperation = z.infer<typeof AddCooperation>;
export const CooperationView = z.object({
  id: z.uuid(),
  day: z.iso.date(),
  clientName: z.string(),
  priceCents: cents.nullable(),
  result: z.string(),
});
export type CooperationView = z.infer<typeof CooperationView>;
/** An entry with its history; what was done for clients whose room one has not been let into is left out. */
export const ContactView = ContactRow.extend({ history: z.array(CooperationView) }).meta({
  id: 'ContactView',
});
export type ContactView = z.infer<typeof ContactView>;
