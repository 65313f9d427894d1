import { categories, languages, metricIds, rails } from '@poolrise/domain';
import { z } from 'zod';
import { ageBands, cityTiers, genders } from './feed';
import { pageOf, pageQuery } from './paging';
import { instant } from './text';

export const dataSpans = ['7', '30'] as const;
const span = z.enum(dataSpans).default('7');
const day = z.iso.date();

export const DataCentreQuery = z.strictObject({ days: span });
export type DataCentreQuery = z.output<typeof DataCentreQuery>;

const partsOf = <Value extends string>(values: readonly Value[]) =>
  z.array(
    z.object({
      /** `unknown`: nothing was told of them; `others`: of groups too small to be shown */
      kind: z.enum(['known', 'unknown', 'others']),
      value: z.enum(values).nullable(),
      readers: z.int(),
      share: z.number().min(0).max(1),
    }),
  );

/** Of the reads whose seconds were told those that ended within two seconds; with an 80 % interval. */
const exits = z.object({
  told: z.int(),
  exits: z.int(),
  /** null where nobody told */
  share: z.number().min(0).max(1).nullable(),
  low: z.number(),
  high: z.number(),
});

/**
 * Who read the most read notes since the span began, up to now, and how long they stayed: of each of these notes the newest natural
 * reads, at most `readsMost`. Ages, genders and cities are what applications told of their readers.
 */
export const ReadersOfNotes = z
  .object({
    notes: z.array(z.object({ id: z.uuid(), title: z.string(), language: z.enum(languages), exits })),
    /** reads that were looked at, of these readers */
    reads: z.int(),
    readers: z.int(),
    readsMost: z.int(),
    /** groups of fewer readers are not shown */
    floor: z.int(),
    /** empty where all readers together are fewer than the floor */
    gender: partsOf(genders),
    age: partsOf(ageBands),
    cityTier: partsOf(cityTiers),
    exits,
  })
  .meta({ id: 'ReadersOfNotes' });
export type ReadersOfNotes = z.infer<typeof ReadersOfNotes>;

/** How the notes of a desk did over its last whole days, against as many before. Days are those of Shanghai. */
export const DataCentreView = z
  .object({
    asOf: instant,
    days: z.int(),
    first: day,
    last: day,
    points: z.array(instant),
    /** whole spans, and each of their days */
    figures: z.array(
      z.object({
        metric: z.enum(metricIds),
        value: z.number().nullable(),
        previous: z.number().nullable(),
        daily: z.array(z.number().nullable()),
      }),
    ),
    /** by the way in which readers came */
    sources: z.array(
      z.object({
        rail: z.enum(rails),
        impressions: z.int(),
        reads: z.int(),
        ctr: z.number().nullable(),
        interactionsLccs: z.int(),
      }),
    ),
    /** first readers of the most read notes, by their strongest interest before; null where too few are known */
    portrait: z
      .object({
        notes: z.array(z.object({ id: z.uuid(), title: z.string() })),
        readers: z.int(),
        /** groups of fewer readers are not shown */
        floor: z.int(),
        groups: z.array(
          z.object({
            kind: z.enum(['known', 'unknown', 'others']),
            category: z.enum(categories).nullable(),
            readers: z.int(),
            share: z.number().min(0).max(1),
          }),
        ),
      })
      .nullable(),
    /** null where nothing was read since the span began */
    readers: ReadersOfNotes.nullable(),
  })
  .meta({ id: 'DataCentreView' });
export type DataCentreView = z.infer<typeof DataCentreView>;

/** What a list of notes can be ordered by: sums of the span, or when they were published. */
export const dataNoteSorts = [
  'impressions',
  'reads',
  'interactions',
  'follows',
  'dwell',
  'published',
] as const;
export const DataNotesQuery = z.strictObject({
  ...pageQuery,
  days: span,
  sort: z.enum(dataNoteSorts).default('impressions'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type DataNotesQuery = z.output<typeof DataNotesQuery>;

/** What one note did within the span. */
export const DataNoteRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    language: z.enum(languages),
    publishedAt: instant,
    impressions: z.int(),
    reads: z.int(),
    ctr: z.number().nullable(),
    likes: z.int(),
    collects: z.int(),
    comments: z.int(),
    shares: z.int(),
    follows: z.int(),
    dwellPerRead: z.number().nullable(),
    hides: z.int(),
  })
  .meta({ id: 'DataNoteRow' });
export type DataNoteRow = z.infer<typeof DataNoteRow>;
export const DataNotePage = pageOf(DataNoteRow);

export const TakeDataNotes = z
  .strictObject({ days: span, language: z.enum(['zh-CN', 'en']) })
  .meta({ id: 'TakeDataNotes' });
export type TakeDataNotes = z.output<typeof TakeDataNotes>;
