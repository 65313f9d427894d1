import { categories, creatorNoteKinds, forecastBases } from '@poolrise/domain';
import { z } from 'zod';
import { ReachTarget } from './briefs';
import { pageOf } from './paging';
import { bilingual, cents, instant, line, prose } from './text';

/** Places in one proposal. */
export const proposalItemsMax = 200;
export const linkDaysMax = 90;

const item = z.strictObject({
  creatorId: z.uuid(),
  kind: z.enum(creatorNoteKinds),
  notes: z.int().min(1).max(20).default(1),
  /** of all notes of this place together, as the client pays it */
  priceCents: z.int().min(0).max(100_000_000_00),
  note: prose(500).default(''),
});
export type ProposalItemAsk = z.infer<typeof item>;
/** A creator may be there once with pictures and once with films. */
const items = z
  .array(item)
  .min(1)
  .max(proposalItemsMax)
  .refine(
    (all) => new Set(all.map(({ creatorId, kind }) => `${creatorId} ${kind}`)).size === all.length,
    'names a creator twice with the same kind of note: raise the number of notes',
  );

export const WriteProposal = z
  .strictObject({
    name: line(80),
    message: prose(2_000).default(''),
    items,
    /** whom the brief behind it wants to reach: then reach is told for them as well */
    target: ReachTarget.optional(),
    requestKey: z.uuid(),
  })
  .meta({ id: 'WriteProposal' });
export type WriteProposal = z.infer<typeof WriteProposal>;

/** A new version. `basedOn` is the version that was edited; what others wrote meanwhile is not written over. */
export const WriteProposalVersion = z
  .strictObject({
    basedOn: z.int().min(1).max(10_000),
    message: prose(2_000).default(''),
    items,
    /** whether clients see it at once */
    share: z.boolean().default(false),
  })
  .meta({ id: 'WriteProposalVersion' });
export type WriteProposalVersion = z.infer<typeof WriteProposalVersion>;

export const PreviewProposal = z
  .strictObject({ items, target: ReachTarget.optional() })
  .meta({ id: 'PreviewProposal' });
export type PreviewProposal = z.infer<typeof PreviewProposal>;

export const ShareProposalVersion = z
  .strictObject({ version: z.int().min(1).max(10_000) })
  .meta({ id: 'ShareProposalVersion' });
export type ShareProposalVersion = z.infer<typeof ShareProposalVersion>;

/** A link for people without an account; with it the newest version becomes the one that is shared. */
export const OpenProposalLink = z
  .strictObject({
    days: z.int().min(1).max(linkDaysMax).default(14),
    password: prose(200, 6).optional(),
  })
  .meta({ id: 'OpenProposalLink' });
export type OpenProposalLink = z.infer<typeof OpenProposalLink>;

/** `expected` of all notes together; the interval holds four times out of five, and is null where too little is known. */
const Forecast = z.object({
  expected: z.int(),
  low: z.int().nullable(),
  high: z.int().nullable(),
});
const NotesForecast = z.object({
  basis: z.enum(forecastBases),
  sample: z.int(),
  reads: Forecast,
  impressions: Forecast,
});

/** A creator as they stood when the version was written. Nothing here moves afterwards. */
export const FrozenCreator = z.object({
  name: z.string(),
  redId: z.string(),
  tier: z.object({ key: z.string(), name: bilingual }),
  category: z.enum(categories).nullable(),
  followers: z.int(),
  impressionsMedian: z.int().nullable(),
  readsMedian: z.int().nullable(),
  interactionsMedian: z.int().nullable(),
});
export type FrozenCreator = z.infer<typeof FrozenCreator>;

const MixPart = z.object({
  key: z.string(),
  creators: z.int(),
  notes: z.int(),
  priceCents: cents,
});
/** People who follow any of some creators, each counted once. */
const Reach = z.object({
  people: z.int(),
  standardError: z.int(),
  low: z.int(),
  high: z.int(),
  overlapShare: z.number(),
  /** creators whose audience was measured */
  measured: z.int(),
});

/** What the whole version comes to. */
export const ProposalFigures = z.object({
  creators: z.int(),
  notes: z.int(),
  priceCents: cents,
  /** null where nothing is known of any of them; `forecastOf` says of how many places something is */
  reads: Forecast.nullable(),
  impressions: Forecast.nullable(),
  forecastOf: z.int(),
  tiers: z.array(MixPart.extend({ name: bilingual })),
  categories: z.array(MixPart),
  /** null where no audience was measured */
  reach: Reach.nullable(),
  /** the same of the target alone; null where the proposal has none, or it is everybody, or no audience was measured */
  targetReach: Reach.extend({ target: ReachTarget }).nullable(),
});
export type ProposalFigures = z.infer<typeof ProposalFigures>;

export const proposalVerdicts = ['approve', 'reject', 'replace'] as const;
export type ProposalVerdict = (typeof proposalVerdicts)[number];
export const ProposalAnswer = z.object({
  id: z.uuid(),
  verdict: z.enum(proposalVerdicts).nullable(),
  comment: z.string(),
  /** as they called themselves */
  name: z.string(),
  at: instant,
  /** given to an earlier version, and still good since nothing changed here */
  carried: z.boolean(),
});
export type ProposalAnswer = z.infer<typeof ProposalAnswer>;

const SharedItem = z.object({
  id: z.uuid(),
  creator: FrozenCreator,
  /** has left the platform since; what was frozen still stands */
  gone: z.boolean(),
  kind: z.enum(creatorNoteKinds),
  notes: z.int(),
  priceCents: cents,
  note: z.string(),
  forecast: NotesForecast.nullable(),
  verdict: z.enum(proposalVerdicts).nullable(),
  /** rising in time; the last verdict counts */
  answers: z.array(ProposalAnswer),
});
export type SharedItem = z.infer<typeof SharedItem>;

/** A proposal as the client sees it: one version, and nothing of where it comes from but two names. */
export const SharedProposal = z
  .object({
    name: z.string(),
    /** whose proposal it is: the client for whom it was made, or the workspace that makes it */
    workspace: z.string(),
    ofClient: z.boolean(),
    version: z.int(),
    message: z.string(),
    /** when the version was written: its figures were read then and do not move afterwards */
    writtenAt: instant,
    sharedAt: instant,
    figures: ProposalFigures,
    items: z.array(SharedItem),
    comments: z.array(ProposalAnswer),
    /** when the link closes; null for members of the room */
    openUntil: instant.nullable(),
  })
  .meta({ id: 'SharedProposal' });
export type SharedProposal = z.infer<typeof SharedProposal>;

const LinkView = z.object({
  id: z.uuid(),
  createdAt: instant,
  createdBy: z.string(),
  expiresAt: instant,
  revokedAt: instant.nullable(),
  withPassword: z.boolean(),
  lastViewedAt: instant.nullable(),
  views: z.int(),
});
/** `token` is shown this once; only its hash is kept. */
export const NewLinkView = LinkView.extend({ token: z.string() }).meta({ id: 'NewLinkView' });
export type NewLinkView = z.infer<typeof NewLinkView>;
export type ProposalLinkView = z.infer<typeof LinkView>;

const ProposalItem = SharedItem.extend({ creatorId: z.uuid() });
export type ProposalItem = z.infer<typeof ProposalItem>;
/** A version as those see it who wrote it. */
export const ProposalView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    latest: z.int(),
    shared: z.int().nullable(),
    /** when it was put away; null: it was not */
    archivedAt: instant.nullable(),
    version: z.int(),
    message: z.string(),
    /** when its figures were read; they do not move afterwards */
    writtenAt: instant,
    figures: ProposalFigures,
    items: z.array(ProposalItem),
    comments: z.array(ProposalAnswer),
    versions: z.array(
      z.object({
        version: z.int(),
        message: z.string(),
        writtenBy: z.string(),
        writtenAt: instant,
        sharedAt: instant.nullable(),
        priceCents: cents,
      }),
    ),
    links: z.array(LinkView),
  })
  .meta({ id: 'ProposalView' });
export type ProposalView = z.infer<typeof ProposalView>;
export const ProposalQuery = z.strictObject({
  version: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type ProposalQuery = z.infer<typeof ProposalQuery>;

/** What a version would come to, before it is written. */
export const ProposalPreview = z
  .object({
    figures: ProposalFigures,
    items: z.array(
      ProposalItem.pick({
        creatorId: true,
        creator: true,
        gone: true,
        kind: true,
        notes: true,
        forecast: true,
      }),
    ),
  })
  .meta({ id: 'ProposalPreview' });
export type ProposalPreview = z.infer<typeof ProposalPreview>;

export const proposalStates = ['draft', 'shared', 'answered', 'approved'] as const;
export type ProposalState = (typeof proposalStates)[number];
export const ProposalRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** answered: each creator of the shared version has a verdict; approved: and each is approved */
    state: z.enum(proposalStates),
    version: z.int(),
    shared: z.int().nullable(),
    creators: z.int(),
    priceCents: cents,
    approved: z.int(),
    rejected: z.int(),
    toReplace: z.int(),
    unanswered: z.int(),
    changedAt: instant,
    openLinks: z.int(),
  })
  .meta({ id: 'ProposalRow' });
export type ProposalRow = z.infer<typeof ProposalRow>;
export const ProposalPage = pageOf(ProposalRow).meta({ id: 'ProposalPage' });

export const SharedProposalRow = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  sharedAt: instant,
  creators: z.int(),
  priceCents: cents,
  unanswered: z.int(),
});
export type SharedProposalRow = z.infer<typeof SharedProposalRow>;
export const SharedProposalPage = pageOf(SharedProposalRow).meta({ id: 'SharedProposalPage' });

/** 256 bits; in the body and never in an address, so that no log of addresses holds a key. */
const link = {
  token: z
    .string()
    .length(43)
    .regex(/^[\w-]+$/, 'is not a whole link'),
  password: prose(200, 1).optional(),
};
export const SeeSharedProposal = z.strictObject(link).meta({ id: 'SeeSharedProposal' });
export type SeeSharedProposal = z.infer<typeof SeeSharedProposal>;

/** One answer about one creator. `seen` is how many answers to this creator stood on the screen. */
export const AnswerProposal = z
  .strictObject({
    ...link,
    version: z.int().min(1).max(10_000),
    itemId: z.uuid(),
    seen: z.int().min(0).max(10_000),
    verdict: z.enum(proposalVerdicts),
    comment: prose(1_000).default(''),
    name: line(40),
  })
  .meta({ id: 'AnswerProposal' });
export type AnswerProposal = z.infer<typeof AnswerProposal>;

export const CommentProposal = z
  .strictObject({
    ...link,
    version: z.int().min(1).max(10_000),
    comment: prose(1_000, 1).refine((text) => text.trim().length > 0, 'says nothing'),
    name: line(40),
  })
  .meta({ id: 'CommentProposal' });
export type CommentProposal = z.infer<typeof CommentProposal>;
