import {
  categories,
  professionalRemedies,
  professionalStates,
  professionalVerdicts,
  readCreditCode,
  verificationStates,
} from '@poolrise/domain';
import { z } from 'zod';
import { workspaceKinds } from './access';
import { MediaView } from './media';
import { pageOf, pageQuery } from './paging';
import { instant, line } from './text';

/** A creator chooses what they are, for free; null chooses nothing. */
export const ChooseIdentity = z
  .strictObject({ identity: z.enum(categories).nullable() })
  .meta({ id: 'ChooseIdentity' });
export type ChooseIdentity = z.infer<typeof ChooseIdentity>;

/** As it stands on the licence; small letters, spaces and hyphens are understood. */
const creditCode = line(40).superRefine((text, context) => {
  const read = readCreditCode(text);
  if ('code' in read) return;
  const message =
    read.fault === 'length'
      ? `has 18 signs on a licence; this has ${read.found}`
      : read.fault === 'sign'
        ? `has “${read.sign}” at place ${read.place}, which stands in no code (never I, O, S, V or Z)`
        : 'does not check: its last sign does not follow from the others, so one of them is mistyped';
  context.addIssue({ code: 'custom', message });
});
const phone = line(20).refine((text) => /^\+?[\d\s-]{5,20}$/.test(text), 'has digits, spaces and hyphens');

/** The licence is a picture of this workspace. Safe to repeat under its key. */
export const ApplyProfessional = z
  .strictObject({
    legalName: line(100, 2),
    creditCode,
    licenceMediaId: z.uuid(),
    contactName: line(40),
    contactPhone: phone,
    requestKey: z.uuid(),
  })
  .meta({ id: 'ApplyProfessional' });
export type ApplyProfessional = z.infer<typeof ApplyProfessional>;

/** What stands on the licence, and whom to ask; for owners and the platform's people alone. */
const LegalView = z.object({
  legalName: z.string(),
  creditCode: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  licence: MediaView.nullable(),
});
export type LegalView = z.infer<typeof LegalView>;

/** Why one may not apply now; null where one may. */
export const applyHindrances = [
  'professional-not-here',
  'professional-waiting',
  'professional-suspended',
  'renewal-too-early',
] as const;

/** Where a workspace stands with its professional account. */
export const ProfessionalView = z
  .object({
    identity: z.enum(categories).nullable(),
    verification: z.enum(verificationStates),
    /** from when until when it holds or held */
    verifiedAt: instant.nullable(),
    until: instant.nullable(),
    renewableFrom: instant.nullable(),
    /** the latest one */
    application: z
      .object({
        id: z.uuid(),
        state: z.enum(professionalStates),
        renewal: z.boolean(),
        askedAt: instant,
        dueAt: instant,
        decidedAt: instant.nullable(),
        reason: z.string().nullable(),
        remedy: z.enum(professionalRemedies).nullable(),
        /** null for whoever may not see it */
        legal: LegalView.nullable(),
      })
      .nullable(),
    hindrance: z.enum(applyHindrances).nullable(),
    asOf: instant,
  })
  .meta({ id: 'ProfessionalView' });
export type ProfessionalView = z.infer<typeof ProfessionalView>;

/** An application as the platform's people see it. */
export const ProfessionalDeskRow = z
  .object({
    id: z.uuid(),
    workspaceName: z.string(),
    workspaceKind: z.enum(workspaceKinds),
    state: z.enum(professionalStates),
    renewal: z.boolean(),
    legal: LegalView,
    askedBy: z.string(),
    askedAt: instant,
    dueAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    reason: z.string().nullable(),
    remedy: z.enum(professionalRemedies).nullable(),
    until: instant.nullable(),
    /** other workspaces that are verified by the same licence */
    sameCode: z.int(),
  })
  .meta({ id: 'ProfessionalDeskRow' });
export type ProfessionalDeskRow = z.infer<typeof ProfessionalDeskRow>;

/** `waiting`: the longest waiting first; `verified` and `decided`: the latest first. */
export const professionalFilters = ['waiting', 'verified', 'decided'] as const;
export type ProfessionalFilter = (typeof professionalFilters)[number];
export const ProfessionalDeskQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(professionalFilters).default('waiting'),
});
export type ProfessionalDeskQuery = z.infer<typeof ProfessionalDeskQuery>;
export const ProfessionalDeskPage = pageOf(ProfessionalDeskRow);

/** The applicant reads the reason; a refusal says what to do as well. */
export const AnswerProfessional = z
  .strictObject({
    verdict: z.enum(professionalVerdicts),
    reason: line(200),
    remedy: z.enum(professionalRemedies).optional(),
  })
  .refine(({ verdict, remedy }) => (verdict === 'refused') === (remedy !== undefined), {
    path: ['remedy'],
    message: 'belongs to a refusal, which always has one',
  })
  .meta({ id: 'AnswerProfessional' });
export type AnswerProfessional = z.infer<typeof AnswerProfessional>;
