import type { ObservedEstimate, PaidWindow, SnapshotSeries, SpillEstimate, TrueCost } from '@poolrise/domain';
import { fileKindIds, noteTypes, recordTypes } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { asInDomain, bilingual, cents, instant } from './text';

/** A figure as a file gives it: exact, rounded by `halfWidth`, or a lower bound. */
export const ReportedValue = z.union([
  z.number(),
  z.object({ value: z.number(), halfWidth: z.number() }),
  z.object({ value: z.number(), atLeast: z.literal(true) }),
]);
export type ReportedValue = z.infer<typeof ReportedValue>;

export const sourceKind = z.enum([...fileKindIds, 'other']);

export const observedSorts = ['published', 'impressions', 'reads', 'interactions'] as const;
export const ObservedNotesQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(observedSorts).default('published'),
  /** part of a title, or the id of a note */
  search: z.string().trim().max(100).optional(),
});
export type ObservedNotesQuery = z.infer<typeof ObservedNotesQuery>;

/** A note of the platform in one line: what the most trusted of the latest snapshots says. */
export const ObservedNoteRow = z.object({
  id: z.uuid(),
  platformId: z.string().nullable(),
  title: z.string(),
  publishedAt: instant.nullable(),
  type: z.enum(noteTypes).nullable(),
  /** day of the latest snapshot */
  day: z.iso.date().nullable(),
  snapshots: z.int(),
  sources: z.array(sourceKind),
  orders: z.int(),
  adRows: z.int(),
  impressions: ReportedValue.nullable(),
  reads: ReportedValue.nullable(),
  interactions: ReportedValue.nullable(),
});
export type ObservedNoteRow = z.infer<typeof ObservedNoteRow>;
export const ObservedNotePage = pageOf(ObservedNoteRow).meta({ id: 'ObservedNotePage' });

/** A file that speaks of a note. */
export const observedSource = z.object({
  importId: z.uuid(),
  name: z.string(),
  kind: sourceKind,
  rows: z.int(),
  lastDay: z.iso.date().nullable(),
});

/** What advertising reports say of a note on one day, all placements together. */
const adDay = z.object({
  day: z.iso.date(),
  feeCents: cents.nullable(),
  impressions: z.number().nullable(),
  clicks: z.number().nullable(),
  rows: z.int(),
});

export const ObservedNoteView = z
  .object({
    id: z.uuid(),
    platformId: z.string().nullable(),
    title: z.string(),
    publishedAt: instant.nullable(),
    type: z.enum(noteTypes).nullable(),
    category: z.string().nullable(),
    followers: z.number().nullable(),
    cooperation: z.boolean().nullable(),
    sources: z.array(observedSource),
    /** by metric and day, with what other sources say (observed/snapshot-series.ts) */
    series: asInDomain<SnapshotSeries>('observed/snapshot-series.ts'),
    /** the days on which bought exposure came, as far as files say (observed/paid-days.ts) */
    paid: asInDomain<PaidWindow>('observed/paid-days.ts').nullable(),
    /** where it stands, as an estimate; null while nobody says when it was published */
    estimate: asInDomain<ObservedEstimate>('observed/estimate-observed.ts').nullable(),
    /** natural impressions that bought ones brought, as an interval or the reason why not; null as the estimate is */
    spill: asInDomain<SpillEstimate>('observed/estimate-spill.ts').nullable(),
    /** notes of the workspace that it was compared with */
    peers: z.int(),
    levels: z.array(z.object({ level: z.int(), name: bilingual, target: z.number() })),
    /** each order as the latest file has it */
    orders: z.array(z.object({ source: sourceKind, values: z.record(z.string(), z.unknown()) })).max(50),
    ads: z.array(adDay).max(400),
    /** what the note cost as far as files say: quote, fee and ads; what no file says stays unknown */
    cost: asInDomain<TrueCost>('reports/true-cost.ts'),
  })
  .meta({ id: 'ObservedNoteView' });
export type ObservedNoteView = z.infer<typeof ObservedNoteView>;

/** A note that a name may mean, with what speaks for it. */
const likelyNote = z.object({
  noteId: z.uuid(),
  title: z.string(),
  platformId: z.string().nullable(),
  publishedAt: instant.nullable(),
  sameTitle: z.boolean(),
  /** days between the two dates of publishing; null where one is missing */
  daysApart: z.int().nullable(),
  /** days from the making of the order to the publishing of the note; null for what is no order, or has no date */
  daysAfterOrder: z.int().nullable(),
  /** figures that both give alike on their latest day, of those that both give */
  sameFigures: z.int(),
  figures: z.int(),
});

/** The notes that the curves of a file may be of, the likeliest first. */
export const CurveNotes = z.object({ items: z.array(likelyNote).max(5) }).meta({ id: 'CurveNotes' });
export type CurveNotes = z.infer<typeof CurveNotes>;

/** A name or an order in files that belongs to no note yet. */
export const UnmatchedName = z.object({
  nameKey: z.string(),
  subject: z.enum(recordTypes),
  title: z.string().nullable(),
  publishedAt: instant.nullable(),
  /** of an order: its number, what it was called, when it was made, and its quote */
  order: z
    .object({
      id: z.string().nullable(),
      name: z.string().nullable(),
      account: z.string().nullable(),
      createdOn: z.iso.date().nullable(),
      quoteCents: cents.nullable(),
    })
    .nullable(),
  /** of a curve: its first and last day; its figures are what came in all of it */
  curve: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  /** its latest figures */
  impressions: ReportedValue.nullable(),
  reads: ReportedValue.nullable(),
  interactions: ReportedValue.nullable(),
  rows: z.int(),
  sources: z.array(sourceKind),
  likely: z.array(likelyNote).max(5),
});
export type UnmatchedName = z.infer<typeof UnmatchedName>;
export const UnmatchedQuery = z.strictObject(pageQuery);
export type UnmatchedQuery = z.infer<typeof UnmatchedQuery>;
export const UnmatchedPage = pageOf(UnmatchedName).meta({ id: 'UnmatchedPage' });

/** Which note a name means: one that is known, or null for a note of its own. */
export const ChooseNote = z
  .strictObject({ nameKey: z.string().min(1).max(1_000), noteId: z.uuid().nullable() })
  .meta({ id: 'ChooseNote' });
export type ChooseNote = z.infer<typeof ChooseNote>;

/** What a person said that a name means. */
export const NoteChoice = z.object({
  nameKey: z.string(),
  /** as the files write it; null for an order without a title */
  title: z.string().nullable(),
  orderId: z.string().nullable(),
  note: z.object({ id: z.uuid(), title: z.string(), platformId: z.string().nullable() }),
  /** rows of files that belong to the note because of it */
  rows: z.int(),
  chosenBy: z.string().nullable(),
  chosenAt: instant,
});
export type NoteChoice = z.infer<typeof NoteChoice>;
export const NoteChoicePage = pageOf(NoteChoice).meta({ id: 'NoteChoicePage' });

/** Takes back what a person said of a name. */
export const DropChoice = z
  .strictObject({ nameKey: z.string().min(1).max(1_000) })
  .meta({ id: 'DropChoice' });
export type DropChoice = z.infer<typeof DropChoice>;
