import { z } from 'zod';

/**
 * Everything that can be refused, by a stable code. The console translates the code; other programs branch on it.
 * A code never changes its meaning; the `detail` sentence may.
 */
export const problemCodes = [
  // the request itself
  'invalid-input',
  'invalid-json',
  'invalid-encoding',
  'body-too-large',
  'unsupported-media-type',
  'not-found',
  'method-not-allowed',
  'invalid-cursor',
  'internal',
  'unavailable',
  // who is asking
  'not-signed-in',
  'wrong-credentials',
  'too-many-attempts',
  'cross-site-request',
  'workspace-required',
  'workspace-foreign',
  'role-too-low',
  'platform-only',
  'key-invalid',
  'key-scope-missing',
  'already-set-up',
  'email-taken',
  'last-owner',
  'role-not-here',
  'current-password-wrong',
  'too-many-workspaces',
  // notes
  'review-already-answered',
  // rule sets
  'policy-faulty',
  'policy-unchanged',
  'policy-already-in-force',
  'policy-moved-on',
  'policy-not-activated',
  'policy-stops-most',
  'canary-running',
  'canary-over',
  // traffic
  'quarantine-already-answered',
  // simulations
  'too-many-simulations',
  'nothing-to-replay',
  // what a workspace keeps about creators
  'name-taken',
  'too-many-kept',
  'list-moved-on',
  'export-too-large',
  // agencies and proposals
  'agency-only',
  'not-of-agency',
  'client-exists',
  'contact-exists',
  'proposal-moved-on',
  'proposal-unchanged',
  'proposal-archived',
  'answered-meanwhile',
  'link-not-open',
  'link-password-needed',
  'link-password-wrong',
  'too-many-links',
  'too-many-answers',
  // matching
  'brief-moved-on',
  'too-many-briefs',
  'too-many-portfolios',
  'portfolio-without-plan',
  // files in
  'import-empty',
  'import-not-so-far',
  'import-mapping-faulty',
  'import-day-unfit',
  'too-many-imports',
  // reports
  'report-moved-on',
  'report-too-wide',
  'too-many-reports',
  // cooperation orders
  'creator-not-here',
  'order-moved-on',
  'order-move-refused',
  'addresses-not-kept',
  'address-needed',
  'order-not-publishable',
  'too-many-drafts',
  // pictures and videos
  'media-empty',
  'media-too-large',
  'media-type-refused',
  'media-unreadable',
  'media-too-many-pixels',
  'media-too-small',
  'video-too-long',
  'media-not-kept',
  'draft-media-unfit',
  'pin-off-media',
  // campaigns
  'campaign-moved-on',
  'campaign-move-refused',
  'campaign-ended',
  'too-many-campaigns',
  'budget-plan-unusable',
  'budget-plan-stale',
  'usage-rights-missing',
  // recruitments
  'brand-only',
  'recruitment-closed',
  'recruitment-unfit',
  'already-applied',
  'quote-outside',
  'application-moved-on',
  'application-already-answered',
  // whose desk it is
  'creator-desk-only',
  'creator-taken',
  'desk-tied',
  'claim-waiting',
  'claim-already-answered',
  'desk-has-orders',
  // money and boosts
  'request-key-reused',
  'wallet-too-low',
  'top-up-own',
  'top-up-decided',
  'voucher-spent',
  'voucher-expired',
  'voucher-not-yet-valid',
  'voucher-revoked',
  'voucher-wrong-scope',
  'vouchers-do-not-stack',
  'budget-below-voucher',
  'budget-too-low',
  'budget-too-high',
  'duration-too-short',
  'duration-too-long',
  'starts-in-past',
  'note-not-boostable',
  'boost-already-ended',
  'holdout-cannot-tell',
  'holdout-running',
  'boost-without-holdout',
  // an agency's books
  'month-not-over',
  'month-closed',
  'month-not-closed',
  'month-out-of-turn',
  'statement-moved-on',
  'rebate-above-price',
  // what waits for a second person
  'approval-asked',
  'approval-own',
  'approval-not-own',
  'approval-decided',
  'approval-over',
  'approval-changed',
  // rules
  'too-many-rules',
  'rule-moved-on',
  'rule-not-looked-at',
  'boost-without-keywords',
  // races
  'race-notes-repeat',
  'race-budget-too-low',
  'race-budget-too-high',
  'race-already-ended',
  'race-still-running',
  'race-nothing-left',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457 problem document. `field` is a JSON pointer into the body or `query.name`; `remedy` says the way out. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'URL of the page that explains the code' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(problemCodes),
    detail: z.string(),
    remedy: z.string(),
    field: z.string().optional(),
    fields: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
    /** numbers that the refusal is about, by name */
    figures: z.record(z.string(), z.number()).optional(),
    /** what the act waits for now, when a second person has to agree to it */
    approvalId: z.uuid().optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
