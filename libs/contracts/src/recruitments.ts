import {
  applicationAnswers,
  applicationStates,
  categories,
  credibilityTests,
  languages,
  recruitmentEnds,
  recruitmentStates,
  unfitReasons,
} from '@poolrise/domain';
import { z } from 'zod';
import { CreatorRow } from './creators';
import { quote, UsageRightsTerms } from './order-terms';
import { OrderRulesView } from './orders';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line, prose } from './text';

const followers = z.int().min(0).max(1_000_000_000).nullable();

/** What is asked of those who apply; null and empty ask nothing. */
export const RecruitmentRequirements = z
  .strictObject({
    followersLeast: followers.default(null),
    followersMost: followers.default(null),
    categories: z.array(z.enum(categories)).max(categories.length).default([]),
    /** at least this level of health; abnormal accounts take no orders at all */
    health: z.enum(['excellent', 'ordinary']).default('ordinary'),
    /** no test of credibility finds anything unusual */
    withoutUnusual: z.boolean().default(false),
  })
  .refine(
    ({ followersLeast: least, followersMost: most }) => least === null || most === null || least <= most,
    { path: ['followersMost'], error: 'is below the least: turn the two round' },
  );
export type RecruitmentRequirements = z.infer<typeof RecruitmentRequirements>;

/** A brief to which creators apply. Nothing is held before one of them is selected. */
export const PublishRecruitment = z
  .strictObject({
    name: line(80),
    brief: prose(4_000, 1),
    noteType: z.enum(['image', 'video']),
    category: z.enum(categories),
    language: z.enum(languages),
    /** what an applicant may ask for one note; a fixed quote has both ends in one place */
    quoteLeastCents: quote,
    quoteMostCents: quote,
    wanted: z.int().min(1).max(1_000),
    applyUntil: instant,
    /** the draft is due so many days after the selection */
    draftDays: z.int().min(1).max(90).default(7),
    withSample: z.boolean().default(false),
    withOutline: z.boolean().default(false),
    withAdAudit: z.boolean().default(false),
    effectMode: z.boolean().default(false),
    protectionDays: z.int().min(1).max(3_650).default(30),
    /** null: none; left out: half a year of boosts and ads on the platform */
    rights: UsageRightsTerms.nullable().optional(),
    requirements: RecruitmentRequirements,
    requestKey: z.uuid(),
  })
  .refine(({ quoteLeastCents, quoteMostCents }) => quoteLeastCents <= quoteMostCents, {
    path: ['quoteMostCents'],
    error: 'is below the least: turn the two round',
  })
  .meta({ id: 'PublishRecruitment' });
export type PublishRecruitment = z.infer<typeof PublishRecruitment>;

/** What a recruitment stands on: cash and the rules of today. */
export const RecruitmentBasis = z
  .object({
    cashCents: cents,
    rules: OrderRulesView,
    limits: z.object({ selectionHours: z.int(), applyDaysMost: z.int(), wantedMost: z.int() }),
    asOf: instant,
  })
  .meta({ id: 'RecruitmentBasis' });
export type RecruitmentBasis = z.infer<typeof RecruitmentBasis>;

const described = {
  id: z.uuid(),
  name: z.string(),
  brandName: z.string(),
  noteType: z.enum(['image', 'video']),
  category: z.enum(categories),
  quoteLeastCents: cents,
  quoteMostCents: cents,
  wanted: z.int(),
  state: z.enum(recruitmentStates),
  closedBecause: z.enum(recruitmentEnds).nullable(),
  applyUntil: instant,
  selectUntil: instant,
  publishedAt: instant,
};
const brief = {
  brief: z.string(),
  language: z.enum(languages),
  terms: z.object({
    withSample: z.boolean(),
    withOutline: z.boolean(),
    withAdAudit: z.boolean(),
    effectMode: z.boolean(),
    protectionDays: z.int(),
    draftDays: z.int(),
    rights: UsageRightsTerms.nullable().optional(),
  }),
  requirements: z.object({
    followersLeast: z.int().nullable(),
    followersMost: z.int().nullable(),
    categories: z.array(z.enum(categories)),
    health: z.enum(['excellent', 'ordinary']),
    withoutUnusual: z.boolean(),
  }),
  rules: OrderRulesView,
};

/** A recruitment in the brand's list. */
export const RecruitmentRow = z
  .object({
    ...described,
    selected: z.int(),
    /** applications that wait for an answer, and all that were not taken back */
    waiting: z.int(),
    applied: z.int(),
  })
  .meta({ id: 'RecruitmentRow' });
export type RecruitmentRow = z.infer<typeof RecruitmentRow>;

export const recruitmentFilters = ['open', 'closed', 'all'] as const;
export const RecruitmentsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(recruitmentFilters).default('open'),
  q: line(100, 0).optional(),
});
export type RecruitmentsQuery = z.infer<typeof RecruitmentsQuery>;
export const RecruitmentPage = pageOf(RecruitmentRow);

export const RecruitmentView = RecruitmentRow.extend({ ...brief, cashCents: cents, asOf: instant }).meta({
  id: 'RecruitmentView',
});
export type RecruitmentView = z.infer<typeof RecruitmentView>;

/** An application as the brand sees it: what is asked, and what the directory knows of who asks it. */
export const ApplicantRow = z
  .object({
    id: z.uuid(),
    state: z.enum(applicationStates),
    quoteCents: cents,
    /** with the fees that come on top */
    totalCents: cents,
    words: z.string(),
    /** what the brand wrote with its answer */
    answerWords: z.string().nullable(),
    appliedAt: instant,
    changedAt: instant,
    version: z.int(),
    /** the order that the selection made */
    orderId: z.uuid().nullable(),
    /** tests of credibility that found something unusual when it was handed in */
    unusual: z.array(z.enum(credibilityTests)),
    creator: CreatorRow,
  })
  .meta({ id: 'ApplicantRow' });
export type ApplicantRow = z.infer<typeof ApplicantRow>;

/** `waiting` are those to answer, shortlisted ones first. */
export const applicantFilters = ['waiting', 'shortlisted', 'selected', 'all'] as const;
export const ApplicantsQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(applicantFilters).default('waiting'),
});
export type ApplicantsQuery = z.infer<typeof ApplicantsQuery>;
export const ApplicantPage = pageOf(ApplicantRow);

/** Selecting makes an order at the quote that this version of the application asks, and holds its price. */
export const AnswerApplication = z
  .strictObject({
    kind: z.enum(applicationAnswers),
    /** of the application as it was read; what the creator changed meanwhile is not run over */
    version: z.int().min(1).max(1_000_000),
    words: prose(500).default(''),
  })
  .meta({ id: 'AnswerApplication' });
export type AnswerApplication = z.infer<typeof AnswerApplication>;
/** The application after the answer, and how far the recruitment is with it. */
export const ApplicationAnswered = z
  .object({ application: ApplicantRow, recruitment: RecruitmentRow })
  .meta({ id: 'ApplicationAnswered' });
export type ApplicationAnswered = z.infer<typeof ApplicationAnswered>;

/** One's own application, as a creator sees it. */
export const OwnApplication = z.object({
  id: z.uuid(),
  state: z.enum(applicationStates),
  quoteCents: cents,
  netCents: cents,
  words: z.string(),
  answerWords: z.string().nullable(),
  appliedAt: instant,
  changedAt: instant,
  orderId: z.uuid().nullable(),
});
export type OwnApplication = z.infer<typeof OwnApplication>;

/** A recruitment on the board that creators read. */
export const BoardRow = z
  .object({
    ...described,
    /** whether the brand is verified as a business */
    brandVerified: z.boolean(),
    own: OwnApplication.nullable(),
  })
  .meta({ id: 'BoardRow' });
export type BoardRow = z.infer<typeof BoardRow>;

/** `fitting`: open ones whose requirements the desk's creator meets; `applied`: those one applied to. */
export const boardFilters = ['fitting', 'applied'] as const;
export const BoardQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(boardFilters).default('fitting'),
});
export type BoardQuery = z.infer<typeof BoardQuery>;
/** `tied`: whether the desk speaks for a creator; without one there is nothing to apply as. */
export const BoardPage = pageOf(BoardRow).extend({ tied: z.boolean() });
export type BoardPage = z.infer<typeof BoardPage>;

export const BoardView = BoardRow.extend({
  ...brief,
  /** what keeps this creator from applying */
  unfit: z.array(z.enum(unfitReasons)),
  /** the creator's own public price of this kind of note */
  ownPriceCents: cents.nullable(),
  asOf: instant,
}).meta({ id: 'BoardView' });
export type BoardView = z.infer<typeof BoardView>;

export const ApplyToRecruitment = z
  .strictObject({ quoteCents: quote, words: prose(1_000, 1) })
  .meta({ id: 'ApplyToRecruitment' });
export type ApplyToRecruitment = z.infer<typeof ApplyToRecruitment>;
