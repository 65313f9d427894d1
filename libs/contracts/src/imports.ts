import {
  type FileChecks,
  fileKindIds,
  type FileMoment,
  type FileRecognition,
  type ImportField,
  importFieldKeys,
  moneyUnits,
  rateUnits,
  recordTypes,
  seriesMetrics,
  type SheetConstants,
  type UnknownReason,
} from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { asInDomain, instant, line } from './text';

export const importLimits = {
  bytes: 50 * 2 ** 20,
  rows: 200_000,
  columns: 299,
  /** files of one workspace that wait or are worked at, at once */
  unfinished: 40,
  templates: 100,
  sheets: 60,
  /** days after which a file that nobody took over is forgotten */
  keptDays: 14,
  /** months for which a workspace may keep what files brought */
  keptMonths: 120,
} as const;

/**
 * waiting: to be read; asks: a person has to say what columns mean; ready: the preview stands; expired: its day had come, and
 * nothing is left but what it was.
 */
export const importStates = [
  'waiting',
  'asks',
  'ready',
  'committing',
  'done',
  'undoing',
  'undone',
  'refused',
  'failed',
  'expired',
] as const;
export type ImportState = (typeof importStates)[number];

/** What a row does to what is known; a repeated one says again what an earlier row of the file says. */
export const importOutcomes = ['new', 'changed', 'unchanged', 'repeated', 'rejected'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** `clean`: taken over at once when nothing has to be asked and no row was rejected; else it waits for a person as always. */
export const UploadQuery = z.strictObject({
  name: line(200),
  takeOver: z.enum(['asked', 'clean']).default('asked'),
  /** for how many months it is kept; else for as many as the workspace keeps files */
  keptMonths: z.coerce.number().int().min(1).max(importLimits.keptMonths).optional(),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

const field = z.enum(importFieldKeys as [ImportField, ...ImportField[]]);
const day = z.iso.date();

/** What becomes of one column: read as a field, dropped because it says who somebody is, or ignored. */
const ImportColumn = z.strictObject({
  /** from 0 */
  position: z
    .int()
    .min(0)
    .max(importLimits.columns - 1),
  header: z.string().max(2_000),
  use: z.enum(['field', 'dropped', 'ignored']),
  field: field.nullable(),
  options: z.strictObject({
    rateUnit: z.enum(rateUnits).nullable().optional(),
    moneyUnit: z.enum(moneyUnits).nullable().optional(),
    power: z.int().min(0).max(12).optional(),
  }),
});

const SheetMappingShape = z.strictObject({
  kind: z.enum(fileKindIds).nullable(),
  record: z.enum(recordTypes),
  columns: z.array(ImportColumn).max(importLimits.columns),
  constants: z.strictObject({
    seriesMetric: z
      .enum(Object.keys(seriesMetrics) as [keyof typeof seriesMetrics, ...(keyof typeof seriesMetrics)[]])
      .optional(),
    seriesPeriod: z.enum(['hour', 'day']).optional(),
  }),
});

/** How a file is read: sheet by sheet what its columns mean, and what no cell says. */
export const ImportMapping = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        sheet: z.string().max(500),
        /** numbers of the rows in which the header stands, from 1 */
        headerRows: z.array(z.int().min(1).max(50)).min(1).max(3),
        mapping: SheetMappingShape,
      }),
    )
    .min(1)
    .max(importLimits.sheets),
  /** the day of the data, where no column says it */
  dataDay: day.nullable(),
  /** when the file was made, which "yesterday" and dates without a year need */
  capturedAt: instant.nullable(),
  /** the note that the whole file is about, for curves of one note: 24 hex digits */
  noteId: z
    .string()
    .length(24)
    .regex(/^[0-9a-f]{24}$/, 'is no id of a note: 24 digits and letters a to f, as at the end of its link')
    .nullable(),
  /** of curves without such an id: the observed note that a person picked, or that somebody will say so later */
  curveOf: z.union([z.uuid(), z.literal('later')]).optional(),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const MapImport = z.strictObject({ mapping: ImportMapping }).meta({ id: 'MapImport' });
export type MapImport = z.infer<typeof MapImport>;

/** One column that was wrong in a rejected row. */
const RowFault = z.object({ header: z.string(), value: z.string(), code: z.string() });
export type RowFault = z.infer<typeof RowFault>;

const counts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  repeated: z.int(),
  rejected: z.int(),
  /** totals at the foot, headers that come again, empty rows */
  skipped: z.int(),
});
export type ImportCounts = z.infer<typeof counts>;

/** Why a file was refused: a code, and the figures it is about by name. */
const refusal = z.object({ code: z.string() }).loose();
export type ImportRefusal = z.infer<typeof refusal>;

/** looking: what it is; reading: row by row, into the preview. */
export const importSteps = ['looking', 'reading', 'taking-over', 'taking-back'] as const;

/** How far the worker is with the step at hand, as it said last. */
const importProgress = z.object({
  step: z.enum(importSteps),
  /** 0 to 1: while reading of the bytes of the file, else of its rows */
  share: z.number(),
  rows: z.int(),
  /** null while too little is done to tell */
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type ImportProgress = z.infer<typeof importProgress>;

/** By which rule a file is kept until its last day. */
export const retentionRules = ['workspace-months', 'chosen-months', 'chosen-day'] as const;

const importRow = {
  id: z.uuid(),
  name: z.string(),
  bytes: z.int(),
  state: z.enum(importStates),
  /** a worker is at it */
  underWay: z.boolean(),
  kind: z.enum(fileKindIds).nullable(),
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  /** null while no worker is at it */
  progress: importProgress.nullable(),
  counts: counts.nullable(),
  refusal: refusal.nullable(),
  uploadedBy: z.string(),
  uploadedAt: instant,
  committedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  /** the last day on which what it brought is kept */
  keptUntil: day,
  /** the last day on which it waits, where it is not in force and nobody does anything with it */
  waitsUntil: day.nullable(),
  /** when its day had come and it began to be deleted */
  expiredAt: instant.nullable(),
};
export const ImportListItem = z.object(importRow);
export type ImportListItem = z.infer<typeof ImportListItem>;
export const ImportPage = pageOf(ImportListItem).meta({ id: 'ImportPage' });

/** What the bytes turned out to be. */
const facts = z.object({
  format: z.enum(['xlsx', 'csv', 'json', 'json-lines']),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  hiddenSheets: z.array(z.string()),
});

/** What the first look at a file found; the domain's own words (imports/recognise-file.ts). */
const found = z.object({
  facts,
  recognition: asInDomain<FileRecognition>('imports/recognise-file.ts'),
  /** the first rows of each sheet, as they print */
  firstRows: z.array(
    z.object({
      sheet: z.string(),
      rows: z.array(z.object({ number: z.int(), cells: z.array(z.string()) })),
    }),
  ),
  /** a kept mapping that fits the headers and was taken */
  templateName: z.string().nullable(),
});
export type ImportFound = z.infer<typeof found>;

/** What the checks of the whole file found, and which actions it counts as interactions (imports/check-rows.ts). */
const checks = asInDomain<FileChecks>('imports/check-rows.ts');

export const ImportView = z
  .object({
    ...importRow,
    found: found.nullable(),
    mapping: ImportMapping.nullable(),
    checks: checks.nullable(),
    committedBy: z.string().nullable(),
    undoneBy: z.string().nullable(),
    keptRule: z.enum(retentionRules),
    keptMonths: z.int().nullable(),
    /** who chose how long, where it was not the rule of the workspace */
    keptBy: z.string().nullable(),
  })
  .meta({ id: 'ImportView' });
export type ImportView = z.infer<typeof ImportView>;

export const ImportRowsQuery = z.strictObject({
  ...pageQuery,
  outcome: z.enum(importOutcomes).default('new'),
});
export type ImportRowsQuery = z.infer<typeof ImportRowsQuery>;

/** A value as it lies in the database: a figure that is exact is a bare number. */
export type ImportedValue =
  | number
  | string
  | boolean
  | { value: number; halfWidth: number }
  | { value: number; atLeast: true }
  | FileMoment;

/** What a row of a file says. */
export interface ImportedRow {
  /** YYYY-MM-DD: the day of the data */
  day: string | null;
  values: Partial<Record<ImportField, ImportedValue>>;
  /** fields of which the file says nothing usable; that they were empty goes without saying */
  unknown?: Partial<Record<ImportField, UnknownReason>>;
  constants?: SheetConstants;
}
const importedRow = asInDomain<ImportedRow>('imports/read-row.ts');

/** One row of the preview. `before` is what the files in force said under its key, where it changes that. */
export const ImportRowView = z.object({
  sheet: z.string(),
  line: z.int(),
  outcome: z.enum(importOutcomes),
  subject: z.enum(recordTypes).nullable(),
  record: importedRow.nullable(),
  before: importedRow.nullable(),
  faults: z.array(RowFault).nullable(),
});
export type ImportRowView = z.infer<typeof ImportRowView>;
export const ImportRowPage = pageOf(ImportRowView).meta({ id: 'ImportRowPage' });

export const RejectedRowsQuery = z.strictObject({ language: z.enum(['zh', 'en']).default('zh') });
export type RejectedRowsQuery = z.infer<typeof RejectedRowsQuery>;

export const KeepTemplate = z
  .strictObject({ importId: z.uuid(), name: line(80) })
  .meta({ id: 'KeepTemplate' });
export type KeepTemplate = z.infer<typeof KeepTemplate>;
export const ImportTemplateList = z
  .object({
    items: z
      .array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          kinds: z.array(z.enum(fileKindIds)),
          writtenBy: z.string(),
          writtenAt: instant,
        }),
      )
      .max(importLimits.templates),
  })
  .meta({ id: 'ImportTemplateList' });
export type ImportTemplateList = z.infer<typeof ImportTemplateList>;
