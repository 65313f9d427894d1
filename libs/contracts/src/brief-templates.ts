import { briefBounds, briefComponents, categories, languages } from '@poolrise/domain';
import { z } from 'zod';
import { revisions, UsageRightsTerms } from './order-terms';
import { pageOf, pageQuery } from './paging';
import { instant, line, prose } from './text';

/** Templates that a workspace keeps at most. */
export const briefTemplatesMost = 200;

const lines = z.array(line(briefBounds.lineMost)).max(briefBounds.linesMost);

/** What a brief says again and again, and on which terms. */
export const BriefTemplateContent = z.strictObject({
  goal: prose(4_000),
  sellingPoints: lines,
  must: lines,
  mustNot: lines,
  components: z
    .array(z.enum(briefComponents))
    .max(briefComponents.length)
    .refine((all) => new Set(all).size === all.length, 'names one twice: each component once'),
  disclosure: line(briefBounds.lineMost, 0),
  category: z.enum(categories),
  language: z.enum(languages),
  noteType: z.enum(['image', 'video']),
  withSample: z.boolean(),
  withOutline: z.boolean(),
  withAdAudit: z.boolean(),
  effectMode: z.boolean(),
  protectionDays: z.int().min(1).max(3_650),
  /** null: as often as the rules of the day allow */
  revisionsMost: revisions.nullable(),
  /** null: none */
  rights: UsageRightsTerms.nullable(),
});
export type BriefTemplateContent = z.infer<typeof BriefTemplateContent>;

export const WriteBriefTemplate = z
  .strictObject({ name: line(60), content: BriefTemplateContent, requestKey: z.uuid() })
  .meta({ id: 'WriteBriefTemplate' });
export type WriteBriefTemplate = z.infer<typeof WriteBriefTemplate>;

/** Makes a new version; orders that were made from an earlier one keep their own copy. */
export const ChangeBriefTemplate = z
  .strictObject({
    name: line(60),
    content: BriefTemplateContent,
    /** the version that the writer has seen */
    version: z.int().min(1).max(1_000_000),
  })
  .meta({ id: 'ChangeBriefTemplate' });
export type ChangeBriefTemplate = z.infer<typeof ChangeBriefTemplate>;

export const BriefTemplateView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    version: z.int(),
    content: BriefTemplateContent,
    changedBy: z.string().nullable(),
    createdAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'BriefTemplateView' });
export type BriefTemplateView = z.infer<typeof BriefTemplateView>;

export const BriefTemplatesQuery = z.strictObject({
  ...pageQuery,
  category: z.enum(categories).optional(),
});
export type BriefTemplatesQuery = z.infer<typeof BriefTemplatesQuery>;
export const BriefTemplatePage = pageOf(BriefTemplateView);

export const BriefTemplateVersion = z
  .object({
    version: z.int(),
    name: z.string(),
    content: BriefTemplateContent,
    by: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'BriefTemplateVersion' });
export type BriefTemplateVersion = z.infer<typeof BriefTemplateVersion>;
export const BriefTemplateVersionsQuery = z.strictObject({ ...pageQuery });
export const BriefTemplateVersionPage = pageOf(BriefTemplateVersion);

/** Templates that come with the product, one a category, as they are today. */
export const BriefPresetsQuery = z.strictObject({ language: z.enum(languages).default('zh') });
export const BriefPresets = z
  .object({ items: z.array(z.object({ name: z.string(), content: BriefTemplateContent })) })
  .meta({ id: 'BriefPresets' });
export type BriefPresets = z.infer<typeof BriefPresets>;
