import { creatorMetricIds, type LikenessPart, likenessParts, tierSchemes } from '@poolrise/domain';
import { z } from 'zod';
import { CreatorRow, CreatorsQuery } from './creators';
import { pageOf, pageQuery } from './paging';
import { instant, line, prose } from './text';

/** What one workspace may keep. */
export const shortlistLimits = {
  lists: 500,
  creatorsInList: 2_000,
  creatorsAtOnce: 200,
  blacklisted: 10_000,
  savedSearches: 100,
  freshAmong: 2_000,
  /**
   * Files are written as they are read, which takes patience and no memory: a workbook of so many (and 43 columns) takes 9 s,
   * in which nobody else waits longer than 12 ms (p99).
   */
  exportedRows: 100_000,
} as const;

const tags = z.array(line(20)).max(10, 'is more than ten tags: leave some out');
const note = prose(500).default('');
/** Ids with commas between them, each once. */
const someIds = (most: number) =>
  z
    .string()
    .max(most * 37)
    .transform((text) => [...new Set(text.split(',').filter(Boolean))])
    .pipe(z.array(z.uuid()).min(1).max(most));

/** A list of creators that the workspace keeps. */
export const CreatorListView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    purpose: z.string(),
    creators: z.int(),
    /** null when they are no member any more */
    createdBy: z.string().nullable(),
    createdAt: instant,
    /** when somebody was last added */
    lastAddedAt: instant.nullable(),
  })
  .meta({ id: 'CreatorListView' });
export type CreatorListView = z.infer<typeof CreatorListView>;
export const CreatorListPage = pageOf(CreatorListView).meta({ id: 'CreatorListPage' });

export const WriteCreatorList = z
  .strictObject({ name: line(60), purpose: prose(300).default('') })
  .meta({ id: 'WriteCreatorList' });
export type WriteCreatorList = z.infer<typeof WriteCreatorList>;

/** How many creators go with the list, as whoever deletes it was told: another number means that it has changed since. */
export const DeleteCreatorListQuery = z.strictObject({
  confirmCreators: z.coerce.number().int().min(0).max(shortlistLimits.creatorsInList),
});
export type DeleteCreatorListQuery = z.infer<typeof DeleteCreatorListQuery>;

const Keeping = { note: z.string(), tags: z.array(z.string()) };

export const CreatorListEntryView = z
  .object({
    creator: CreatorRow,
    ...Keeping,
    favourite: z.boolean(),
    /** why this creator is on the workspace's blacklist; null: they are not */
    blacklistedReason: z.string().nullable(),
    addedBy: z.string().nullable(),
    addedAt: instant,
  })
  .meta({ id: 'CreatorListEntryView' });
export type CreatorListEntryView = z.infer<typeof CreatorListEntryView>;
export const CreatorListEntryPage = pageOf(CreatorListEntryView).meta({ id: 'CreatorListEntryPage' });
export const CreatorListEntriesQuery = z.strictObject({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CreatorListEntriesQuery = z.infer<typeof CreatorListEntriesQuery>;

const sameOnce = <T>(values: readonly T[], keyOf: (value: T) => string) =>
  new Set(values.map(keyOf)).size === values.length;

export const AddToCreatorList = z
  .strictObject({
    entries: z
      .array(z.strictObject({ creatorId: z.uuid(), note, tags: tags.default([]) }))
      .min(1)
      .max(shortlistLimits.creatorsAtOnce, 'is more than 200 creators: send them in several parts')
      .refine((entries) => sameOnce(entries, ({ creatorId }) => creatorId), 'names a creator twice'),
  })
  .meta({ id: 'AddToCreatorList' });
export type AddToCreatorList = z.infer<typeof AddToCreatorList>;

/** What became of creators who were to be added. Those who were there keep their note and tags. */
export const AddedToCreatorList = z
  .object({
    added: z.array(z.uuid()),
    already: z.array(z.uuid()),
    /** nobody in the directory has these ids */
    unknown: z.array(z.uuid()),
    /** gone from the platform */
    deleted: z.array(z.uuid()),
    creators: z.int(),
  })
  .meta({ id: 'AddedToCreatorList' });
export type AddedToCreatorList = z.infer<typeof AddedToCreatorList>;

export const RemoveFromCreatorList = z
  .strictObject({
    creatorIds: z
      .array(z.uuid())
      .min(1)
      .max(shortlistLimits.creatorsAtOnce, 'is more than 200 creators: send them in several parts')
      .refine((ids) => sameOnce(ids, (id) => id), 'names a creator twice'),
  })
  .meta({ id: 'RemoveFromCreatorList' });
export type RemoveFromCreatorList = z.infer<typeof RemoveFromCreatorList>;
export const RemovedFromCreatorList = z
  .object({ removed: z.array(z.uuid()), creators: z.int() })
  .meta({ id: 'RemovedFromCreatorList' });
export type RemovedFromCreatorList = z.infer<typeof RemovedFromCreatorList>;

export const AnnotateListEntry = z.strictObject({ note: prose(500), tags }).meta({ id: 'AnnotateListEntry' });
export type AnnotateListEntry = z.infer<typeof AnnotateListEntry>;

/** What the workspace thinks of a creator, in whatever list. */
export const CreatorMarkView = z
  .object({
    creatorId: z.uuid(),
    favourite: z.boolean(),
    blacklistedReason: z.string().nullable(),
    ...Keeping,
    /** null: nobody has marked them */
    changedBy: z.string().nullable(),
    changedAt: instant.nullable(),
    /** lists that they stand in, by name; at most 50 */
    lists: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'CreatorMarkView' });
export type CreatorMarkView = z.infer<typeof CreatorMarkView>;

/** What is left out stays as it is. To blacklist takes a reason; null takes it back. */
export const MarkCreator = z
  .strictObject({
    favourite: z.boolean().optional(),
    blacklistedReason: line(200).nullable().optional(),
    note: prose(500).optional(),
    tags: tags.optional(),
  })
  .refine((ask) => Object.values(ask).some((value) => value !== undefined), 'changes nothing')
  .meta({ id: 'MarkCreator' });
export type MarkCreator = z.infer<typeof MarkCreator>;

export const CreatorMarksQuery = z.strictObject({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  only: z.enum(['favourite', 'blacklisted']).optional(),
  ids: someIds(shortlistLimits.creatorsAtOnce).optional(),
});
export type CreatorMarksQuery = z.infer<typeof CreatorMarksQuery>;
export const MarkedCreator = CreatorMarkView.omit({ lists: true })
  .extend({ name: z.string(), redId: z.string() })
  .meta({ id: 'MarkedCreator' });
export type MarkedCreator = z.infer<typeof MarkedCreator>;
export const CreatorMarkPage = pageOf(MarkedCreator).meta({ id: 'CreatorMarkPage' });

/** A search as its address has it, behind the question mark; it has to be one that the directory would answer. */
const searchText = z
  .string()
  .max(4_000)
  .superRefine((text, context) => {
    const read = searchIn(text);
    if (typeof read === 'string')
      context.addIssue({ code: 'custom', message: `is not a search of the directory: ${read}` });
  });

/** A search without the place in its pages. */
const KeptSearch = CreatorsQuery.omit({ cursor: true, limit: true });
export type KeptSearch = z.infer<typeof KeptSearch>;

/** The search that a text asks; null when it is none. What belongs to the screen alone, as its columns, is left out. */
export function readSearch(text: string): KeptSearch | null {
  const read = searchIn(text);
  return typeof read === 'string' ? null : read;
}

/** The search, or which of its filters is not usable and why. */
function searchIn(text: string): KeptSearch | string {
  const fields: Record<string, string> = {};
  for (const part of text.split('&').filter(Boolean)) {
    const [name = '', value = ''] = part.split(/=(.*)/s).map(decoded);
    if (Object.hasOwn(fields, name)) return `${shortened(name)} stands there twice`;
    if (Object.hasOwn(KeptSearch.shape, name)) fields[name] = value;
    else if (!ofTheScreen.has(name)) return `${shortened(name)} is none of its filters`;
  }
  const { data, error } = KeptSearch.safeParse(fields);
  const [fault] = error?.issues ?? [];
  return data ?? `${fault?.path.join('.') ?? 'it'} ${fault?.message ?? 'is not usable'}`;
}

/** As in a query string; what is wrongly encoded becomes something that no filter accepts. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '\u0000';
  }
}
/** A name from outside, as far as a sentence has room for it. */
const shortened = (name: string): string => JSON.stringify(name.slice(0, 60));
const ofTheScreen = new Set(['columns', 'view']);

export const SavedSearchView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    query: z.string(),
    shared: z.boolean(),
    mine: z.boolean(),
    savedBy: z.string().nullable(),
    lastSeenAt: instant,
    createdAt: instant,
  })
  .meta({ id: 'SavedSearchView' });
export type SavedSearchView = z.infer<typeof SavedSearchView>;
export const SavedSearchPage = pageOf(SavedSearchView).meta({ id: 'SavedSearchPage' });

/**
 * Who fits a saved search now and did not when its owner last looked. To know that, the search remembers who fitted, up to
 * `freshAmong` creators; beyond that `fresh` is null and a narrower search says more.
 */
export const SavedSearchNews = z
  .object({ total: z.int(), fresh: z.int().nullable(), freshIds: z.array(z.uuid()), since: instant })
  .meta({ id: 'SavedSearchNews' });
export type SavedSearchNews = z.infer<typeof SavedSearchNews>;

export const SaveSearch = z
  .strictObject({ name: line(60), query: searchText, shared: z.boolean().default(false) })
  .meta({ id: 'SaveSearch' });
export type SaveSearch = z.infer<typeof SaveSearch>;

export const TierSchemeView = z
  .object({
    schemeId: z.string(),
    /** peers by this scheme have been counted; until then there are no percentiles */
    counted: z.boolean(),
  })
  .meta({ id: 'TierSchemeView' });
export type TierSchemeView = z.infer<typeof TierSchemeView>;
export const ChooseTierScheme = z
  .strictObject({ schemeId: z.enum(tierSchemes.map(({ id }) => id)) })
  .meta({ id: 'ChooseTierScheme' });
export type ChooseTierScheme = z.infer<typeof ChooseTierScheme>;

export const LookAlikesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(12),
});
export type LookAlikesQuery = z.infer<typeof LookAlikesQuery>;
export const LookAlikes = z
  .object({
    /** how many were compared: the nearest by followers in the same main category */
    compared: z.int(),
    items: z.array(
      z.object({
        creator: CreatorRow,
        score: z.number(),
        /** contributions sum to the score; `likeness` is null where it is not known of this creator */
        parts: z.array(
          z.object({
            part: z.enum(likenessParts as readonly [LikenessPart, ...LikenessPart[]]),
            weight: z.number(),
            likeness: z.number().nullable(),
            contribution: z.number(),
          }),
        ),
        shared: z.object({
          categories: z.array(z.string()),
          subCategories: z.array(z.string()),
          tags: z.array(z.string()),
          words: z.array(z.string()),
        }),
      }),
    ),
  })
  .meta({ id: 'LookAlikes' });
export type LookAlikes = z.infer<typeof LookAlikes>;

/** Columns of a file that are no figures. */
export const whoColumns = [
  'name',
  'redId',
  'platformId',
  'tier',
  'categories',
  'subCategories',
  'personas',
  'styles',
  'gender',
  'province',
  'city',
  'cityTier',
  'mcn',
  'health',
  'accepts',
  'lastNoteAt',
  'deleted',
] as const;
export type WhoColumn = (typeof whoColumns)[number];
/** What the workspace keeps about them. */
export const keptColumns = ['note', 'tags', 'blacklistedReason'] as const;
export type KeptColumn = (typeof keptColumns)[number];
export const percentileColumns = creatorMetricIds.map((id) => `${id}.percentile` as const);
export const exportColumns = [
  ...whoColumns,
  ...creatorMetricIds,
  ...percentileColumns,
  'peers',
  ...keptColumns,
];
export type ExportColumn = (typeof exportColumns)[number];
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A list, a search or some creators, and in which words. Without `columns` all but the percentiles. */
export const CreatorExportQuery = z
  .strictObject({
    list: z.uuid().optional(),
    ids: someIds(shortlistLimits.creatorsAtOnce).optional(),
    /** as it stands in the address */
    search: searchText.optional(),
    format: z.enum(exportFormats).default('csv'),
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    columns: z
      .string()
      .max(2_000)
      .transform((text) => [...new Set(text.split(',').filter(Boolean))])
      .pipe(z.array(z.enum(exportColumns)).min(1))
      .optional(),
  })
  .refine(
    ({ list, ids, search }) => [list, ids, search].filter((source) => source !== undefined).length === 1,
    {
      path: ['list'],
      message: 'is one of three ways to say who: give one of list, ids and search',
    },
  );
export type CreatorExportQuery = z.infer<typeof CreatorExportQuery>;
