import {
  categories,
  kitBounds,
  kitLanguages,
  type KitSection,
  kitSections,
  noteTypes,
  personas,
  provinces,
  styles,
} from '@poolrise/domain';
import { z } from 'zod';
import { CreatorView } from './creators';
import { UsageRightsTerms } from './order-terms';
import { NewLinkView, OpenProposalLink, SeeSharedProposal } from './proposals';
import { bilingual, cents, instant, prose } from './text';

/** On which terms the prices stand; the rules of the day bound them. */
export const KitTermsAsk = z.strictObject({
  protectionDays: z.int().min(1).max(3_650),
  revisionsMost: z.int().min(0).max(100),
  /** null: none are included */
  rights: UsageRightsTerms.nullable(),
});
export type KitTermsAsk = z.infer<typeof KitTermsAsk>;

const sections = z
  .array(z.enum(kitSections))
  .max(kitSections.length)
  .refine((chosen) => new Set(chosen).size === chosen.length, 'names a section twice');

/** What the creator writes and chooses of the kit; everything else is counted. */
export const SaveMediaKit = z
  .strictObject({
    /** as it was last read; 0 where nothing was ever saved */
    version: z.int().min(0).max(1_000_000),
    language: z.enum(kitLanguages),
    introZh: prose(kitBounds.introMost),
    introEn: prose(kitBounds.introMost),
    /** what comes with a note besides, in plain words */
    includedZh: prose(kitBounds.includedMost),
    includedEn: prose(kitBounds.includedMost),
    sections,
    /** passed notes of this desk in the order they are shown; none: chosen by their figures */
    noteIds: z
      .array(z.uuid())
      .max(kitBounds.notesMost)
      .refine((ids) => new Set(ids).size === ids.length, 'names a note twice'),
    terms: KitTermsAsk,
    /** whether brands on Poolrise see it in the directory */
    visible: z.boolean(),
  })
  .meta({ id: 'SaveMediaKit' });
export type SaveMediaKit = z.infer<typeof SaveMediaKit>;

/** A note as a kit shows it: counted here, without paid readers. */
export const KitNoteView = z.object({
  title: z.string(),
  type: z.enum(noteTypes),
  language: z.enum(['zh', 'en']),
  publishedAt: instant,
  coverHue: z.int(),
  /** holds for some hours */
  coverUrl: z.string().nullable(),
  impressions: z.int(),
  reads: z.int(),
  interactions: z.int(),
});
export type KitNoteView = z.infer<typeof KitNoteView>;

const KitMetrics = z.object({
  followers: z.number().nullable(),
  growth30d: z.number().nullable(),
  readsMedian: z.number().nullable(),
  interactionRate: z.number().nullable(),
  hundredLikesShare: z.number().nullable(),
  finishShare: z.number().nullable(),
});
export const kitMetricIds = Object.keys(KitMetrics.shape) as (keyof typeof KitMetrics.shape)[];

/**
 * A media kit as somebody else reads it. What the creator does not show is null and not in the answer at all; of nobody but the
 * creator is anything said, and brands are named only where the creator says so.
 */
export const MediaKitDocument = z
  .object({
    name: z.string(),
    redId: z.string(),
    province: z.enum(provinces).nullable(),
    city: z.string().nullable(),
    categories: z.array(z.enum(categories)),
    subCategories: z.array(z.string()),
    personas: z.array(z.enum(personas)),
    styles: z.array(z.enum(styles)),
    followers: z.int(),
    /** whether the platform has checked the desk's business licence */
    verified: z.boolean(),
    tier: z.object({ key: z.string(), name: bilingual }),
    language: z.enum(kitLanguages),
    intro: bilingual,
    /** the day whose record speaks; null while nothing was measured */
    asOf: z.iso.date().nullable(),
    /** notes of the 30 days before that day, from which the medians come */
    measuredNotes: z.int(),
    sections: z.array(z.enum(kitSections)),
    figures: z
      .object({
        values: KitMetrics,
        /** 0 to 100 among peers of the same tier and main category; null where there are too few */
        percentiles: KitMetrics,
        peers: z.int(),
        medians: CreatorView.shape.medians,
      })
      .nullable(),
    audience: CreatorView.shape.audience,
    notes: z
      .object({
        items: z.array(KitNoteView).max(kitBounds.notesMost),
        /** by the creator's own hand, or by their figures */
        chosen: z.boolean(),
        /** daily notes of the last 90 days that were looked at, and the reads of the middle one */
        from: z.int(),
        median: z.number().nullable(),
      })
      .nullable(),
    rates: z
      .object({
        /** null: no price is known, or no such notes are taken on */
        imageCents: cents.nullable(),
        videoCents: cents.nullable(),
        included: bilingual,
        terms: KitTermsAsk,
      })
      .nullable(),
    service: z
      .object({
        completed: z.int(),
        onTimeShare: z.number().nullable(),
        replyMinutesMedian: z.number().nullable(),
      })
      .nullable(),
    brands: z.array(z.string()).nullable(),
  })
  .meta({ id: 'MediaKitDocument' });
export type MediaKitDocument = z.infer<typeof MediaKitDocument>;

/** A kit behind a link, or in the directory. */
export const SharedMediaKit = MediaKitDocument.extend({
  /** when the link closes; null in the directory */
  openUntil: instant.nullable(),
  /** the moment of the answer: prices, terms and notes are of now */
  readAt: instant,
}).meta({ id: 'SharedMediaKit' });
export type SharedMediaKit = z.infer<typeof SharedMediaKit>;

/** A link to the kit, with how often it was opened, by day in Shanghai; nobody is told who. */
export const KitLinkView = NewLinkView.omit({ token: true })
  .extend({ days: z.array(z.object({ day: z.iso.date(), visits: z.int() })) })
  .meta({ id: 'KitLinkView' });
export type KitLinkView = z.infer<typeof KitLinkView>;
export const NewKitLinkView = KitLinkView.extend({ token: z.string() }).meta({ id: 'NewKitLinkView' });
export type NewKitLinkView = z.infer<typeof NewKitLinkView>;
/** Links that are told, the newest first; and days of visits of each. */
export const kitLinksShown = 50;
export const kitDaysShown = 14;

/** A note that can be chosen. */
export const KitNoteChoice = KitNoteView.extend({ id: z.uuid(), daily: z.boolean() });
export type KitNoteChoice = z.infer<typeof KitNoteChoice>;

/** The kit as its creator works on it. */
export const MediaKitDesk = z
  .object({
    ...SaveMediaKit.shape,
    noteIds: z.array(z.uuid()),
    sections: z.array(z.enum(kitSections)),
    /** bounds of the terms today */
    rules: z.object({ protectionDaysLeast: z.int(), protectionDaysMost: z.int(), revisionsMost: z.int() }),
    /** all that could be shown, whatever is chosen; null where the desk speaks for no creator */
    document: MediaKitDocument.nullable(),
    choices: z.array(KitNoteChoice),
    /** those of the choices that are shown where none is chosen */
    picked: z.array(z.uuid()),
    /** whether there are more notes than can be chosen from here */
    moreChoices: z.boolean(),
    links: z.array(KitLinkView),
    savedAt: instant.nullable(),
    asOf: instant,
  })
  .meta({ id: 'MediaKitDesk' });
export type MediaKitDesk = z.infer<typeof MediaKitDesk>;

export const OpenKitLink = OpenProposalLink.meta({ id: 'OpenKitLink' });
export type OpenKitLink = z.infer<typeof OpenKitLink>;
export const SeeMediaKit = SeeSharedProposal.meta({ id: 'SeeMediaKit' });
export type SeeMediaKit = z.infer<typeof SeeMediaKit>;

/** The kit of a creator for brands on Poolrise; null where there is none, or the creator keeps it to links. */
export const DirectoryMediaKit = z
  .object({ kit: SharedMediaKit.nullable() })
  .meta({ id: 'DirectoryMediaKit' });
export type DirectoryMediaKit = z.infer<typeof DirectoryMediaKit>;

/** The document with nothing but what is chosen: what is hidden is not in it. */
export function withSections(document: MediaKitDocument, chosen: readonly KitSection[]): MediaKitDocument {
  const shown = <T>(section: KitSection, what: T): T | null => (chosen.includes(section) ? what : null);
  return {
    ...document,
    sections: kitSections.filter((section) => chosen.includes(section)),
    figures: shown('figures', document.figures),
    audience: shown('audience', document.audience),
    notes: shown('notes', document.notes),
    rates: shown('rates', document.rates),
    service: shown('service', document.service),
    brands: shown('brands', document.brands),
  };
}
