import { z } from 'zod';
import { foundableKinds, keyScopes, roles, workspaceKinds } from './access';
import { pageOf } from './paging';
import { instant, line, prose } from './text';

const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
/** NIST 800-63B: length and nothing else; 200 bounds the hashing work. */
const newPassword = prose(200, 10);

export const SignIn = z.strictObject({ email, password: prose(200, 1) }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

/** The first-run page: the owner account and its workspace. Works once, on an empty installation. */
export const FirstRun = z
  .strictObject({
    email,
    password: newPassword,
    name: line(60),
    workspaceName: line(60),
    workspaceKind: z.enum(['brand', 'agency', 'platform']),
  })
  .meta({ id: 'FirstRun' });
export type FirstRun = z.infer<typeof FirstRun>;

export const MembershipView = z.object({
  workspaceId: z.uuid(),
  workspaceName: z.string(),
  workspaceKind: z.enum(workspaceKinds),
  role: z.enum(roles),
  /** of a client's room: whose client it is */
  agencyId: z.uuid().optional(),
  agencyName: z.string().optional(),
});
export type MembershipView = z.infer<typeof MembershipView>;

/** A workspace asks the person who is signed in to join it. */
export const ReceivedInvitation = z.object({
  id: z.uuid(),
  workspaceName: z.string(),
  workspaceKind: z.enum(workspaceKinds),
  role: z.enum(roles),
  invitedBy: z.string(),
});
export type ReceivedInvitation = z.infer<typeof ReceivedInvitation>;

/** Who is signed in; `setUp` is false on an installation without any account (show the first-run page). */
export const SessionView = z
  .object({
    setUp: z.boolean(),
    demo: z.boolean(),
    person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable(),
    memberships: z.array(MembershipView),
    invitations: z.array(ReceivedInvitation),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;

export const DemoLogin = z.object({
  name: z.string(),
  email: z.string(),
  password: z.string(),
  role: z.enum(roles),
  workspaceName: z.string(),
  workspaceKind: z.enum(workspaceKinds),
});
export type DemoLogin = z.infer<typeof DemoLogin>;

export const MemberView = z
  .object({ personId: z.uuid(), name: z.string(), email: z.string(), role: z.enum(roles), joinedAt: instant })
  .meta({ id: 'MemberView' });
export type MemberView = z.infer<typeof MemberView>;
export const MemberPage = pageOf(MemberView);

export const ChangeRole = z.strictObject({ role: z.enum(roles) }).meta({ id: 'ChangeRole' });
export type ChangeRole = z.infer<typeof ChangeRole>;

/** `password` opens an account for somebody who has none yet; whoever has one keeps their own. */
export const InviteMember = z
  .strictObject({ email, name: line(60), role: z.enum(roles), password: newPassword })
  .meta({ id: 'InviteMember' });
export type InviteMember = z.infer<typeof InviteMember>;

/** Says back what was asked and nothing about the person: whether they have an account shows when they join. */
export const InvitationView = z
  .object({ id: z.uuid(), name: z.string(), email: z.string(), role: z.enum(roles), invitedAt: instant })
  .meta({ id: 'InvitationView' });
export type InvitationView = z.infer<typeof InvitationView>;
export const InvitationPage = pageOf(InvitationView);

export const FoundWorkspace = z
  .strictObject({ name: line(60), kind: z.enum(foundableKinds) })
  .meta({ id: 'FoundWorkspace' });
export type FoundWorkspace = z.infer<typeof FoundWorkspace>;

export const ChangePassword = z
  .strictObject({ currentPassword: prose(200, 1), newPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const CreateKey = z
  .strictObject({
    name: line(60),
    scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
    expiresAt: instant.optional(),
  })
  .meta({ id: 'CreateKey' });
export type CreateKey = z.infer<typeof CreateKey>;

export const KeyView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.enum(keyScopes)),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'KeyView' });
export type KeyView = z.infer<typeof KeyView>;
export const KeyPage = pageOf(KeyView);

/** The only answer that ever holds the secret. */
export const NewKeyView = KeyView.extend({ secret: z.string() }).meta({ id: 'NewKeyView' });
export type NewKeyView = z.infer<typeof NewKeyView>;
