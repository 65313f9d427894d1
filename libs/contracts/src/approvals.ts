import { z } from 'zod';
import type { Ability } from './access';
import { pageOf, pageQuery } from './paging';
import { problemCodes } from './problem';
import { cents, instant, line } from './text';

/** What can wait for a second person: everything that commits the workspace's money, and letting more of it through. */
export const approvalKinds = [
  'launch-boost',
  'start-race',
  'keep-winner',
  'plan-campaign',
  'change-campaign',
  'apply-budget-plan',
  'publish-recruitment',
  'select-applicant',
  'invite-creator',
  'accept-offer',
  'counter-offer',
  'extend-rights',
  'loosen-limit',
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** Who may agree: where the limit itself is loosened, those who answer for the money alone. */
export const abilityToDecide = (kind: ApprovalKind): Ability =>
  kind === 'loosen-limit' ? 'top-up:wallet' : 'decide:approvals';

export const approvalStates = ['waiting', 'approved', 'rejected', 'withdrawn', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** What a rehearsal of the act came to, in this order on a screen. */
export const approvalFigures = [
  'budgetCents',
  'beforeCents',
  'walletCents',
  'voucherCents',
  'quoteCents',
  'heldBeforeCents',
  'heldCents',
  'quoteMostCents',
  'promisedCents',
  'commitAboveBeforeCents',
  'commitAboveCents',
  'approvalAboveBeforeCents',
  'approvalAboveCents',
  'creators',
  'impressions',
  'notes',
  'rounds',
  'hours',
  'protectionDays',
] as const;
export type ApprovalFigure = (typeof approvalFigures)[number];

export const ApprovalRow = z
  .object({
    id: z.uuid(),
    kind: z.enum(approvalKinds),
    /** what it is about: a note, a campaign, an order, a race; for the limit, the workspace */
    title: z.string(),
    state: z.enum(approvalStates),
    /** all that it leaves committed; null where the limit itself is loosened, which commits nothing */
    commitsCents: cents.nullable(),
    /** what whoever asked had committed alone before, within the hours of the rule and on the same ground */
    aloneCents: cents,
    /** the workspace's limit when it was asked for; null as above */
    limitCents: cents.nullable(),
    askedBy: z.string().nullable(),
    /** the caller asked for it and cannot approve it */
    own: z.boolean(),
    askedAt: instant,
    expiresAt: instant,
    /** what whoever asked says of it */
    words: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    /** why it was rejected or taken back */
    reason: z.string(),
  })
  .meta({ id: 'ApprovalRow' });
export type ApprovalRow = z.infer<typeof ApprovalRow>;

export const ApprovalView = ApprovalRow.extend({
  asOf: instant,
  /** the note, campaign, order, race or creator it is about; null for what does not exist yet */
  subjectId: z.uuid().nullable(),
  /** the boost, race, campaign, recruitment or order that came of it */
  resultId: z.uuid().nullable(),
  /** of the rehearsal when it was asked for; nothing was kept of it. Null is a limit that is switched off */
  figures: z.partialRecord(z.enum(approvalFigures), z.int().nullable()),
  /** within how many hours `aloneCents` was committed */
  sumHours: z.int(),
  /** why the latest try to approve it could not carry it out; it goes on waiting */
  refusal: z.object({ code: z.enum(problemCodes), at: instant }).nullable(),
  /** members other than who asked who may decide */
  deciders: z.int(),
}).meta({ id: 'ApprovalView' });
export type ApprovalView = z.infer<typeof ApprovalView>;

export const ApprovalsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(approvalStates).optional(),
  kind: z.enum(approvalKinds).optional(),
});
export const ApprovalPage = pageOf(ApprovalRow);

export const RejectApproval = z.strictObject({ reason: line(200) }).meta({ id: 'RejectApproval' });
export type RejectApproval = z.infer<typeof RejectApproval>;
export const ExplainApproval = z.strictObject({ words: line(200, 0) }).meta({ id: 'ExplainApproval' });
export type ExplainApproval = z.infer<typeof ExplainApproval>;
