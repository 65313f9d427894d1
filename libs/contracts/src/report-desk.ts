import { benchmarkKinds, benchmarkMedia, benchmarkScopes, categories } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { NewLinkView, SeeSharedProposal } from './proposals';
import {
  reportFormats,
  reportLanguages,
  reportMetric,
  reportPeriod,
  ReportSpec,
  reportSpecFields,
} from './reports';
import { ReportResult, ReportTemplateView, ReportView } from './report-views';
import { instant, line } from './text';

export const ReportsQuery = z.strictObject(pageQuery);
export type ReportsQuery = z.infer<typeof ReportsQuery>;

/** Notes or creators that a report can be narrowed to: by their words, or named again by their ids. */
export const ReportThingsQuery = z.strictObject({
  kind: z.enum(['note', 'creator']),
  search: z.string().trim().max(100).default(''),
  ids: z
    .string()
    .max(4_000)
    .default('')
    .transform((text) => [...new Set(text.split(',').filter(Boolean))].slice(0, 50)),
});
export type ReportThingsQuery = z.infer<typeof ReportThingsQuery>;
/** A note or a creator, and whether it is known here or from files alone. */
export const ReportThing = z.object({
  id: z.string(),
  origin: z.enum(['hosted', 'file']),
  title: z.string(),
  /** of a note its creator; of a creator of files the title of one of the notes; '' where nobody says */
  beside: z.string(),
  /** of a note */
  publishedAt: instant.nullable(),
  /** of a creator: how many notes the workspace knows */
  notes: z.int().nullable(),
});
export type ReportThing = z.infer<typeof ReportThing>;
export const ReportThings = z.object({ items: z.array(ReportThing).max(50) }).meta({ id: 'ReportThings' });
export type ReportThings = z.infer<typeof ReportThings>;

/** A report of one's own wishes as a file; `name` stands at its head and in its file name. */
export const ExportReport = z
  .strictObject({
    name: line(80),
    spec: ReportSpec,
    format: z.enum(reportFormats),
    language: z.enum(reportLanguages),
  })
  .meta({ id: 'ExportReport' });
export type ExportReport = z.infer<typeof ExportReport>;

export const ReportTemplates = z
  .object({ items: z.array(ReportTemplateView) })
  .meta({ id: 'ReportTemplates' });
export type ReportTemplates = z.infer<typeof ReportTemplates>;

/** How an edition came about: somebody kept it, its schedule was due, or it was frozen for a link. */
export const editionCauses = ['kept', 'schedule', 'link'] as const;
export type EditionCause = (typeof editionCauses)[number];
const edition = {
  id: z.uuid(),
  name: z.string(),
  cause: z.enum(editionCauses),
  /** the moment of its data */
  asOf: instant,
  madeAt: instant,
  period: reportPeriod,
  format: z.enum(reportFormats),
  language: z.enum(reportLanguages),
};
/** A report as it stood at one moment; nothing of it moves afterwards. */
export const EditionRow = z.object(edition);
export type EditionRow = z.infer<typeof EditionRow>;
export const EditionPage = pageOf(EditionRow).meta({ id: 'ReportEditionPage' });
export const EditionView = z
  .object({ ...edition, remarks: z.string(), spec: reportSpecFields, result: ReportResult })
  .meta({ id: 'ReportEdition' });
export type EditionView = z.infer<typeof EditionView>;

/** Keeps the report as it stands now. */
export const KeepEdition = z
  .strictObject({ format: z.enum(reportFormats).default('pdf'), language: z.enum(reportLanguages) })
  .meta({ id: 'KeepReportEdition' });
export type KeepEdition = z.infer<typeof KeepEdition>;
/** Left out, as the edition was made. */
export const EditionFileQuery = z.strictObject({
  format: z.enum(reportFormats).optional(),
  language: z.enum(reportLanguages).optional(),
});
export type EditionFileQuery = z.infer<typeof EditionFileQuery>;

/** Shown to those who look on in the room, or no longer. */
export const ShareReport = z.strictObject({ shared: z.boolean() }).meta({ id: 'ShareReport' });
export type ShareReport = z.infer<typeof ShareReport>;

/** What its people see of a report beside its wishes: who else sees it, and by which links. */
export const ReportDesk = ReportView.extend({
  /** since when those who look on see it; null: they do not */
  sharedAt: instant.nullable(),
  links: z.array(NewLinkView.omit({ token: true })),
  /** why the schedule last failed, with how many tries; null when it did not */
  trouble: z.object({ attempts: z.int(), code: z.string() }).nullable(),
}).meta({ id: 'ReportDesk' });
export type ReportDesk = z.infer<typeof ReportDesk>;

/** The newest edition as those see it for whom it was made. */
export const SharedReport = EditionView.extend({
  workspace: z.string(),
  /** when the link closes; null for members of the room */
  openUntil: instant.nullable(),
}).meta({ id: 'SharedReport' });
export type SharedReport = z.infer<typeof SharedReport>;
export const SharedReportRow = z.object({
  id: z.uuid(),
  name: z.string(),
  asOf: instant,
  period: reportPeriod,
});
export type SharedReportRow = z.infer<typeof SharedReportRow>;
export const SharedReportPage = pageOf(SharedReportRow).meta({ id: 'SharedReportPage' });

export const SeeSharedReport = SeeSharedProposal.meta({ id: 'SeeSharedReport' });
export type SeeSharedReport = z.infer<typeof SeeSharedReport>;
export const TakeSharedReport = SeeSharedProposal.extend({
  format: z.enum(reportFormats),
  language: z.enum(reportLanguages),
}).meta({ id: 'TakeSharedReport' });
export type TakeSharedReport = z.infer<typeof TakeSharedReport>;

const size = { value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() };
const about = {
  metric: reportMetric,
  category: z.enum(categories).nullable(),
  scope: z.enum(benchmarkScopes).nullable(),
  medium: z.enum(benchmarkMedia),
  kind: z.enum(benchmarkKinds),
};
/** A benchmark in force, in the unit of its metric; the workspace's own word stands before what was published. */
export const BenchmarkView = z.object({
  ...about,
  ...size,
  override: z
    .object({ id: z.uuid(), ...size, reason: z.string(), setBy: z.string(), setAt: instant })
    .nullable(),
  published: z.array(
    z.object({ ...size, mark: z.string(), source: z.string(), statedOn: z.string().nullable() }),
  ),
});
export type BenchmarkView = z.infer<typeof BenchmarkView>;
/** All of them: the published rows are a fixed list, and own words have a limit. */
export const BenchmarkList = z.object({ items: z.array(BenchmarkView) }).meta({ id: 'BenchmarkList' });
export type BenchmarkList = z.infer<typeof BenchmarkList>;
