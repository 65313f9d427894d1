import type { ComparedFigure, JoinedCreator } from '@poolrise/domain';
import { z } from 'zod';
import { observedSource, ReportedValue, sourceKind } from './observed-notes';
import { pageOf, pageQuery } from './paging';
import { asInDomain, instant } from './text';

export const observedCreatorSorts = ['followers', 'day', 'imageQuote', 'disagreements'] as const;
/** `joined`: known to the directory; `unjoined`: not, or not for certain; `disagreeing`: two files cannot both be right. */
export const observedCreatorShows = ['all', 'joined', 'unjoined', 'disagreeing'] as const;
export const ObservedCreatorsQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(observedCreatorSorts).default('followers'),
  show: z.enum(observedCreatorShows).default('all'),
  /** part of an account number, a category, a region or a name of the directory, or the whole id of the platform */
  search: z.string().trim().max(100).optional(),
});
export type ObservedCreatorsQuery = z.infer<typeof ObservedCreatorsQuery>;

/**
 * Why a creator of files belongs to nobody for certain: files give a vendor's own id alone, or two ids of the platform in one row; the
 * account number belongs to several home pages; or the directory knows the number under another home page.
 */
export const creatorDoubts = ['no-number', 'two-ids', 'several', 'other-page'] as const;
export type CreatorDoubt = (typeof creatorDoubts)[number];

/** By which of her names files know a creator, the strongest of them. */
const called = z.object({
  by: z.enum(['id', 'red', 'vendor', 'link', 'either']),
  /** the kind of file whose vendor calls her so; null for names that are the platform's own */
  source: sourceKind.nullable(),
  id: z.string(),
});

/** How somebody of the directory was found: by the id in a link, by account number, or by a person. */
export const joinedBys = ['platform-id', 'red-id', 'person'] as const;

/** A creator of files in one line: the standing figures of all files together. */
export const ObservedCreatorRow = z.object({
  id: z.uuid(),
  called,
  platformId: z.string().nullable(),
  redId: z.string().nullable(),
  /** who she is in the directory; null while that is not known */
  creator: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  joinedBy: z.enum(joinedBys).nullable(),
  doubt: z.enum(creatorDoubts).nullable(),
  /** the latest day of all files */
  day: z.iso.date().nullable(),
  snapshots: z.int(),
  sources: z.array(sourceKind),
  category: z.string().nullable(),
  region: z.string().nullable(),
  followers: ReportedValue.nullable(),
  /** cents */
  imageQuote: ReportedValue.nullable(),
  videoQuote: ReportedValue.nullable(),
  /** figures of which two files cannot both be right */
  disagreements: z.int(),
});
export type ObservedCreatorRow = z.infer<typeof ObservedCreatorRow>;
export const ObservedCreatorPage = pageOf(ObservedCreatorRow).meta({ id: 'ObservedCreatorPage' });

/** What a person said of a name: who in the directory or in files it means, or nobody else at all. */
export const CreatorChoice = z.object({
  nameKey: z.string(),
  called,
  /** where the name belongs now */
  observed: z
    .object({ id: z.uuid(), called, creator: z.object({ id: z.uuid(), name: z.string() }).nullable() })
    .nullable(),
  /** false where she was said to be nobody whom the directory or another file knows */
  joined: z.boolean(),
  chosenBy: z.string().nullable(),
  chosenAt: instant,
});
export type CreatorChoice = z.infer<typeof CreatorChoice>;
export const CreatorChoicePage = pageOf(CreatorChoice).meta({ id: 'CreatorChoicePage' });

export const ObservedCreatorView = ObservedCreatorRow.extend({
  /** standing figures with what others say, facts, and series over the days (observed/creators/join-creator.ts) */
  joined: asInDomain<JoinedCreator>('observed/creators/join-creator.ts'),
  /** files beside what was counted here (observed/creators/compare-counted.ts); empty while she is not known here */
  compared: z.array(asInDomain<ComparedFigure>('observed/creators/compare-counted.ts')),
  files: z.array(observedSource).max(200),
  /** choices of people that made her what she is */
  choices: z.array(CreatorChoice).max(50),
}).meta({ id: 'ObservedCreatorView' });
export type ObservedCreatorView = z.infer<typeof ObservedCreatorView>;

/** What the workspace's files say of somebody in the directory; null where they say nothing. */
export const CreatorInFiles = z
  .object({ observed: ObservedCreatorView.nullable() })
  .meta({ id: 'CreatorInFiles' });
export type CreatorInFiles = z.infer<typeof CreatorInFiles>;

/** What speaks for somebody, beside figures that are equal. */
export const creatorHints = ['same-id', 'same-number', 'same-vendor-id', 'same-pugongying-page'] as const;

/** Somebody of the directory or of files who may be meant. Nobody is joined by it. */
const likelyCreator = z.object({
  /** one of the two is there */
  creatorId: z.uuid().nullable(),
  observedCreatorId: z.uuid().nullable(),
  name: z.string().nullable(),
  redId: z.string().nullable(),
  platformId: z.string().nullable(),
  followers: ReportedValue.nullable(),
  hints: z.array(z.enum(creatorHints)),
  /** followers (within 2 %) and quotes that both give alike, of those that both give */
  sameFigures: z.int(),
  figures: z.int(),
});
export type LikelyCreator = z.infer<typeof likelyCreator>;

/** A creator of files who belongs to nobody for certain. */
export const UnmatchedCreator = ObservedCreatorRow.extend({ likely: z.array(likelyCreator).max(5) });
export type UnmatchedCreator = z.infer<typeof UnmatchedCreator>;
export const UnmatchedCreatorPage = pageOf(UnmatchedCreator).meta({ id: 'UnmatchedCreatorPage' });

/** Who a creator of files is: somebody of the directory, the creator of other files, or with both null nobody else. */
export const ChooseCreator = z
  .strictObject({
    observedCreatorId: z.uuid(),
    creatorId: z.uuid().nullable(),
    sameAs: z.uuid().nullable(),
  })
  .refine(({ creatorId, sameAs }) => creatorId === null || sameAs === null, {
    path: ['sameAs'],
    message: 'Give one of creatorId and sameAs, and null for the other.',
  })
  .refine(({ observedCreatorId, sameAs }) => observedCreatorId !== sameAs, {
    path: ['sameAs'],
    message: 'This is the creator herself: give another one, or null.',
  })
  .meta({ id: 'ChooseCreator' });
export type ChooseCreator = z.infer<typeof ChooseCreator>;

/** Takes back what a person said of a name. */
export const DropCreatorChoice = z
  .strictObject({ nameKey: z.string().min(1).max(1_000) })
  .meta({ id: 'DropCreatorChoice' });
export type DropCreatorChoice = z.infer<typeof DropCreatorChoice>;
