import {
  assetTags,
  categories,
  checkedFields,
  disclosureStates,
  exemptions,
  findingsMost,
  goodsKinds,
  interests,
  marks,
  ruleClasses,
  severities,
} from '@poolrise/domain';
import { z } from 'zod';
import { bilingual, line, prose } from './text';

const ProductToCheck = z.strictObject({
  /** left out: by the category of the note */
  kind: z.enum(goodsKinds).optional(),
  name: line(100).optional(),
  brand: line(60).optional(),
  /** a record of the product was looked at: what it lacks is lacking */
  recorded: z.boolean().optional(),
  /** number of the registration of a special cosmetic or a health food */
  registration: line(60).optional(),
  /** of a health food, as approved */
  approvedFunctions: z.array(line(60)).max(27).optional(),
});

/** What is known of a picture, video, piece of music or font; left out is unknown. */
const AssetToCheck = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'font']),
  aiGenerated: z.boolean().optional(),
  aiLabelled: z.boolean().optional(),
  tags: z.array(z.enum(assetTags)).max(assetTags.length).optional(),
  licensed: z.boolean().optional(),
  consent: z.boolean().optional(),
});

/** A note before it is published. Longer than a note may be, so that the check itself can say so. */
export const CheckCompliance = z
  .strictObject({
    title: prose(200).default(''),
    body: prose(10_000).default(''),
    topics: z.array(line(60)).max(50).default([]),
    /** left out where `orderId` says it */
    category: z.enum(categories).optional(),
    /** an order of which this workspace is a side: its category, and that the note is paid and labelled by the platform */
    orderId: z.uuid().optional(),
    product: ProductToCheck.nullable().default(null),
    interests: z.array(z.enum(interests)).max(interests.length).default([]),
    /** whether the note carries a link to buy */
    purchaseLink: z.boolean().default(false),
    disclosure: z.enum(disclosureStates).default('none-needed'),
    assets: z.array(AssetToCheck).max(50).default([]),
    audience: z.enum(['everybody', 'minors']).default('everybody'),
    /** names of competitors */
    rivals: z.array(line(40)).max(50).default([]),
  })
  .refine(({ category, orderId }) => category !== undefined || orderId !== undefined, {
    path: ['category'],
    message: 'name the category of the note, or the order it is written for',
  })
  .meta({ id: 'CheckCompliance' });
export type CheckCompliance = z.infer<typeof CheckCompliance>;

/** A rule as it stands for a time; not legal advice. */
export const ComplianceRuleView = z
  .object({
    key: z.string(),
    ruleClass: z.enum(ruleClasses),
    severity: z.enum(severities),
    name: bilingual,
    asks: bilingual,
    advice: bilingual,
    law: bilingual,
    source: z.object({ work: z.string(), url: z.string().nullable(), mark: z.enum(marks) }),
    effectiveFrom: z.string(),
    /** first day no longer in force */
    effectiveTo: z.string().nullable(),
    /** when it was last held against its source; null: not yet */
    lastVerified: z.string().nullable(),
  })
  .meta({ id: 'ComplianceRuleView' });
export type ComplianceRuleView = z.infer<typeof ComplianceRuleView>;

/** UTF-16 units of the field, `to` not included; `index` of the topic or asset; 0 to 0 is all of it. */
const FoundAt = z.object({
  field: z.enum(checkedFields),
  index: z.int(),
  from: z.int(),
  to: z.int(),
});
const ExemptionConsidered = z.object({
  exemption: z.enum(exemptions),
  holds: z.boolean(),
  reason: bilingual,
});

export const ComplianceFindingView = z.object({
  ruleClass: z.enum(ruleClasses),
  /** class of the word that was disguised */
  evades: z.enum(ruleClasses).nullable(),
  severity: z.enum(severities),
  at: FoundAt,
  /** as it is written; '' for what is not in words */
  text: z.string(),
  /** key of one of `rules` */
  rule: z.string(),
  exemption: ExemptionConsidered.nullable(),
  rewrite: z.object({
    /** to put in the place of the span; '' leaves it out; null: see the advice */
    replacement: z.string().nullable(),
    advice: bilingual,
    /** a sentence to add to the note */
    addition: z.string().nullable(),
  }),
});
export type ComplianceFindingView = z.infer<typeof ComplianceFindingView>;

export const ComplianceView = z
  .object({
    /** `YYYY-MM-DD` in Shanghai: by the rules in force on this day */
    day: z.string(),
    rulesInForce: z.int(),
    counts: z.object({ block: z.int(), review: z.int(), warn: z.int() }),
    /** at most that many; `counts` has all */
    findings: z.array(ComplianceFindingView).max(findingsMost),
    /** absolute terms that an exemption lets pass */
    letPass: z.array(
      z.object({ at: FoundAt, text: z.string(), rule: z.string(), exemption: ExemptionConsidered }),
    ),
    /** those that are named above */
    rules: z.array(ComplianceRuleView),
  })
  .meta({ id: 'ComplianceView' });
export type ComplianceView = z.infer<typeof ComplianceView>;

/** Every rule the checker knows, those of other days among them. */
export const ComplianceRules = z
  .object({ day: z.string(), rules: z.array(ComplianceRuleView.extend({ inForce: z.boolean() })) })
  .meta({ id: 'ComplianceRules' });
export type ComplianceRules = z.infer<typeof ComplianceRules>;
