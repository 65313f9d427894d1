import type { Category } from '../notes/categories';
import type { Bilingual } from '../notes/note';
import type { ComplianceRule, RuleClass, Severity } from './rules';

/** What is sold, as far as the law tells goods apart. */
export const goodsKinds = [
  'cosmetics',
  'food',
  'health-food',
  'medical',
  'baby',
  'alcohol',
  'general',
] as const;
export type GoodsKind = (typeof goodsKinds)[number];

/** What somebody gets for writing a note. */
export const interests = ['paid', 'gift', 'discount', 'affiliate', 'employment'] as const;
export type Interest = (typeof interests)[number];

/** How it is made known that somebody gets something (domain notes 6.2). */
export const disclosureStates = [
  'none-needed',
  'platform-label',
  'ad-label',
  'self-declared',
  'missing',
] as const;
export type DisclosureState = (typeof disclosureStates)[number];

export const assetTags = ['before-after', 'wound', 'needle'] as const;
export type AssetTag = (typeof assetTags)[number];

/** What is known of a picture, video, piece of music or font; left out is unknown, and unknown is not held against anybody. */
export interface AssetToCheck {
  kind: 'image' | 'video' | 'audio' | 'font';
  aiGenerated?: boolean;
  aiLabelled?: boolean;
  tags?: readonly AssetTag[];
  /** whether there is a right to use it */
  licensed?: boolean;
  /** whether those to be seen agreed */
  consent?: boolean;
}

/** What is known of the product that a note is about. */
export interface ProductToCheck {
  /** left out: by the category of the note */
  kind?: GoodsKind;
  name?: string;
  brand?: string;
  /** a record of the product was looked at, so that what it lacks is lacking */
  recorded?: boolean;
  /** number of the registration of a special cosmetic or a health food */
  registration?: string;
  /** of a health food, as approved */
  approvedFunctions?: readonly string[];
}

/** A note before it is published, and what is known around it. */
export interface NoteToCheck {
  title: string;
  body: string;
  topics: readonly string[];
  category: Category;
  product?: ProductToCheck | null;
  interests?: readonly Interest[];
  /** whether the note carries a link to buy */
  purchaseLink?: boolean;
  /** left out: nothing is to be made known */
  disclosure?: DisclosureState;
  assets?: readonly AssetToCheck[];
  /** for whom it is written */
  audience?: 'everybody' | 'minors';
  /** names of competitors */
  rivals?: readonly string[];
}

export const checkedFields = ['title', 'body', 'topic', 'assets', 'note'] as const;
/** A place in what was sent: UTF-16 units, `to` not included; `index` of the topic or asset. Without a span it is the whole. */
export interface FoundAt {
  field: (typeof checkedFields)[number];
  index: number;
  from: number;
  to: number;
}

/** What would make an absolute term lawful, by the guideline of 2023. */
export const exemptions = [
  'attitude',
  'goal',
  'own-comparison',
  'usage-tip',
  'grade',
  'trademark',
  'material',
  'award',
  'limited-fact',
] as const;
export type Exemption = (typeof exemptions)[number];

/** An exemption that was thought of, and whether it holds. */
export interface ExemptionConsidered {
  exemption: Exemption;
  holds: boolean;
  /** what it rests on, or what is missing */
  reason: Bilingual;
}

export interface Rewrite {
  /** what to put in the place of the span; '' leaves it out; null: nothing to put, see `advice` */
  replacement: string | null;
  advice: Bilingual;
  /** a sentence to add to the note, in Chinese as the rule asks for it; null where none is */
  addition: string | null;
}

export interface ComplianceFinding {
  ruleClass: RuleClass;
  /** of the base word, where it was written so as not to be found */
  evades: RuleClass | null;
  severity: Severity;
  at: FoundAt;
  /** as it is written in the note; '' for what is not in its words */
  text: string;
  rule: ComplianceRule;
  exemption: ExemptionConsidered | null;
  rewrite: Rewrite;
}

/** An absolute term that an exemption lets pass, with what to keep ready. */
export interface LetPass {
  at: FoundAt;
  text: string;
  rule: ComplianceRule;
  exemption: ExemptionConsidered;
}

export interface ComplianceReport {
  /** `YYYY-MM-DD` in Shanghai: by the rules in force on this day */
  day: string;
  /** in the order of the note, the gravest first at one place; at most `findingsMost` */
  findings: ComplianceFinding[];
  letPass: LetPass[];
  /** how many there are by severity, those beyond the most included */
  counts: Record<Severity, number>;
}

/** More of them help nobody; what is beyond is counted. */
export const findingsMost = 200;
