import { categories, deskClaimStates, deskClaimVerdicts } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { instant, line, prose } from './text';

/** A creator of the directory, as far as one needs it to tell them from others of the same name. */
export const DirectoryCreator = z.object({
  id: z.uuid(),
  name: z.string(),
  redId: z.string(),
  platformId: z.string().nullable(),
  followers: z.int(),
  categories: z.array(z.enum(categories)),
  /** whether some desk speaks for them already */
  taken: z.boolean(),
});
export type DirectoryCreator = z.infer<typeof DirectoryCreator>;

/** A link to the home page, an account number, or a name. */
export const ClaimableQuery = z.strictObject({ q: line(200) });
export type ClaimableQuery = z.infer<typeof ClaimableQuery>;
export const claimableMax = 10;
export const ClaimableCreators = z
  .object({ items: z.array(DirectoryCreator).max(claimableMax), asOf: instant })
  .meta({ id: 'ClaimableCreators' });
export type ClaimableCreators = z.infer<typeof ClaimableCreators>;

/** The words say how the platform can see that it is so: a code in the profile, a message from the account. */
export const ClaimCreator = z
  .strictObject({ creatorId: z.uuid(), words: prose(500, 1), requestKey: z.uuid() })
  .meta({ id: 'ClaimCreator' });
export type ClaimCreator = z.infer<typeof ClaimCreator>;

const claim = {
  id: z.uuid(),
  state: z.enum(deskClaimStates),
  creator: DirectoryCreator,
  words: z.string(),
  askedAt: instant,
  answeredAt: instant.nullable(),
  /** what the platform wrote with its answer */
  reason: z.string().nullable(),
};
/** A claim as the desk sees it. */
export const DeskClaim = z.object(claim);
export type DeskClaim = z.infer<typeof DeskClaim>;

/** For whom this desk speaks, and its latest claim. */
export const DeskView = z
  .object({ creator: DirectoryCreator.nullable(), claim: DeskClaim.nullable(), asOf: instant })
  .meta({ id: 'DeskView' });
export type DeskView = z.infer<typeof DeskView>;

/** A claim as the platform sees it. */
export const DeskClaimRow = z
  .object({
    ...claim,
    deskId: z.uuid(),
    deskName: z.string(),
    askedBy: z.string(),
    /** other desks that claim the same creator now */
    rivals: z.int(),
    /** cooperation orders of the desk that are not over: until they are, a tie stands */
    openOrders: z.int(),
  })
  .meta({ id: 'DeskClaimRow' });
export type DeskClaimRow = z.infer<typeof DeskClaimRow>;

/** `waiting`: to be answered, the longest waiting first; `tied`: those that hold, the latest first. */
export const deskClaimFilters = ['waiting', 'tied'] as const;
export const DeskClaimsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(deskClaimFilters).default('waiting'),
});
export type DeskClaimsQuery = z.infer<typeof DeskClaimsQuery>;
export const DeskClaimPage = pageOf(DeskClaimRow);

/** The desk reads the reason. */
export const AnswerDeskClaim = z
  .strictObject({ verdict: z.enum(deskClaimVerdicts), reason: line(200) })
  .meta({ id: 'AnswerDeskClaim' });
export type AnswerDeskClaim = z.infer<typeof AnswerDeskClaim>;
