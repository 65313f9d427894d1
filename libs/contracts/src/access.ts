// Words only, no schemas: the console's first page needs these and must not wait for the schema library.

export const workspaceKinds = ['brand', 'agency', 'client', 'creator', 'platform'] as const;
export type WorkspaceKind = (typeof workspaceKinds)[number];
/**
 * What anybody may found. The platform itself comes with the installation: it is one, and not anybody's. A client's room is
 * founded by the agency that it belongs to.
 */
export const foundableKinds = ['brand', 'agency', 'creator'] as const satisfies readonly WorkspaceKind[];

export const roles = [
  'owner',
  'marketer',
  'analyst',
  'finance',
  'client_viewer',
  'creator',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/**
 * The roles that a workspace of this kind can give. A brand has no operators, a platform no clients who look on; every
 * workspace has owners, a creator's own desk included, since somebody has to be able to let others in.
 */
const rolesByKind = {
  brand: ['owner', 'marketer', 'analyst', 'finance', 'client_viewer'],
  agency: ['owner', 'marketer', 'analyst', 'finance', 'client_viewer'],
  client: ['owner', 'marketer', 'analyst', 'finance', 'client_viewer'],
  creator: ['owner', 'marketer', 'analyst', 'finance', 'creator'],
  platform: ['owner', 'marketer', 'analyst', 'finance', 'operator'],
} as const satisfies Record<WorkspaceKind, readonly Role[]>;
export const rolesIn = (kind: WorkspaceKind): readonly Role[] => rolesByKind[kind];

/**
 * The roles that an owner can give: to somebody who is invited, or to a member who is something already. Into a client's room
 * the people of the client are invited, who look on; those of the agency are let in by the agency, and neither become the other.
 */
export function rolesToGive(kind: WorkspaceKind, present?: Role): readonly Role[] {
  if (kind !== 'client') return rolesIn(kind);
  const ofClient = present === undefined || present === 'client_viewer';
  return rolesIn(kind).filter((role) => (role === 'client_viewer') === ofClient);
}

/** What a role may do; the api guards by it and the console hides by it. */
export const abilities = {
  'read:notes': ['owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator'],
  'write:notes': ['owner', 'marketer', 'creator', 'operator'],
  'read:boosts': ['owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator'],
  'launch:boosts': ['owner', 'marketer', 'creator'],
  'read:wallet': ['owner', 'marketer', 'finance', 'creator', 'operator'],
  'top-up:wallet': ['owner', 'finance'],
  /** above which amount a second person has to agree */
  'govern:wallet': ['owner'],
  'manage:members': ['owner'],
  'manage:keys': ['owner', 'operator'],
  /** the platform's own people alone; in other workspaces it opens nothing */
  'review:notes': ['owner', 'operator'],
  /** as above: of the platform alone */
  'edit:policies': ['owner', 'operator'],
  /** likewise */
  'answer:quarantine': ['owner', 'operator'],
  /** across all workspaces: the platform's own people alone, as with reviews */
  'read:fairness': ['owner', 'marketer', 'analyst', 'finance', 'operator'],
  /** to ask what would have been: it changes nothing, and takes some of the worker's time */
  'read:simulations': ['owner', 'marketer', 'analyst', 'creator', 'operator'],
  /** the directory of creators, which is public; lists, marks and saved searches are the workspace's own */
  'read:creators': ['owner', 'marketer', 'analyst', 'finance', 'operator'],
  'shortlist:creators': ['owner', 'marketer'],
  /** by which bounds of followers the whole workspace speaks of tiers */
  'choose:tiers': ['owner', 'marketer'],
  'read:policies': ['owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator'],
  /** an agency's rooms for its clients: which there are, and which one has been let into */
  'read:clients': ['owner', 'marketer', 'analyst', 'finance'],
  'manage:clients': ['owner'],
  /** who of the agency looks after what in the rooms of its clients */
  'assign:clients': ['owner', 'marketer'],
  /** what clients bring the agency; nothing of it is for their eyes */
  'read:margins': ['owner', 'finance'],
  'close:months': ['owner', 'finance'],
  /** months that an agency has settled with its client, from the client's room */
  'read:client-statements': ['owner', 'marketer', 'analyst', 'finance', 'client_viewer'],
  /** what creators ask of an agency, and how far one has come with them */
  'read:contacts': ['owner', 'marketer', 'analyst', 'finance'],
  'write:contacts': ['owner', 'marketer'],
  'read:proposals': ['owner', 'marketer', 'analyst', 'finance'],
  'write:proposals': ['owner', 'marketer'],
  /** proposals as those see them for whom they were made */
  'read:shared-proposals': ['owner', 'marketer', 'analyst', 'finance', 'client_viewer'],
  /** files of the workspace and what they say; to bring one in, take it over or undo it */
  'read:imports': ['owner', 'marketer', 'analyst', 'finance', 'creator'],
  'write:imports': ['owner', 'marketer', 'creator'],
  /** figures of the workspace by anything, its kept reports, what notes truly cost, and its benchmarks */
  'read:reports': ['owner', 'marketer', 'analyst', 'finance', 'creator'],
  'write:reports': ['owner', 'marketer', 'finance', 'creator'],
  /** reports as those see them for whom they were made */
  'read:shared-reports': ['owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator'],
  /** cooperation orders of the workspace, as the brand that ordered or as the creator who was asked */
  'read:orders': ['owner', 'marketer', 'analyst', 'finance', 'creator', 'operator'],
  'write:orders': ['owner', 'marketer', 'creator'],
  /** audits of drafts and disputes, of all workspaces: the platform's own people alone */
  'judge:orders': ['owner', 'operator'],
  /** what readers ask for this week and few answer */
  'read:topics': ['owner', 'marketer', 'analyst', 'creator', 'operator'],
  /** which of them are shown: the platform's own people alone */
  'curate:topics': ['owner', 'operator'],
  /** vouchers of all workspaces: of the platform alone, as above */
  'grant:vouchers': ['owner', 'operator'],
  /** campaigns: the plan of the workspace's money, what was done by it, and what was noticed */
  'read:campaigns': ['owner', 'marketer', 'analyst', 'finance'],
  'write:campaigns': ['owner', 'marketer'],
  /** acts above the workspace's limit: to see what waits, and to agree to what somebody else asked for */
  'read:approvals': ['owner', 'marketer', 'analyst', 'finance', 'creator'],
  'decide:approvals': ['owner', 'marketer', 'finance', 'creator'],
  /** plans of the platform that reward a creator's desk; to take part and to claim what was earned */
  'read:rewards': ['owner', 'marketer', 'analyst', 'finance', 'creator'],
  /** plans of all, and claims that are held: of the platform alone, as with vouchers */
  'design:rewards': ['owner', 'operator'],
  'claim:rewards': ['owner', 'marketer', 'creator'],
  /** where the workspace stands with its professional account; what stands on a licence is for owners alone */
  'read:professional': ['owner', 'marketer', 'analyst', 'finance', 'creator'],
  'write:professional': ['owner'],
  /** licences of all workspaces: of the platform alone */
  'verify:accounts': ['owner', 'operator'],
  /** to hear that something changed, never what */
  'read:live': ['owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator'],
} as const satisfies Record<string, readonly Role[]>;
export type Ability = keyof typeof abilities;

/** In a client's room a viewer is the client: of all that is prepared there they see what was shared with them. */
const ofClients: readonly Ability[] = [
  'read:shared-proposals',
  'read:shared-reports',
  'read:client-statements',
  'read:live',
];
/** Whether this is somebody who sees a room from the client's side. */
export const isClient = (role: Role, kind: WorkspaceKind | undefined): boolean =>
  kind === 'client' && role === 'client_viewer';

/** Whether a role may do something, in a workspace of this kind where that matters. */
export const can = (role: Role, ability: Ability, kind?: WorkspaceKind): boolean =>
  (abilities[ability] as readonly Role[]).includes(role) &&
  (!isClient(role, kind) || ofClients.includes(ability));

export const keyScopes = ['feed:read', 'engagements:write', 'notes:write'] as const;
export type KeyScope = (typeof keyScopes)[number];
