import { medianOf } from '../probability/means';
import type { OrderRules } from '../collaborations/order-rules';
import { type UsageRights, usualRights } from '../collaborations/usage-rights';

/** What a media kit may show of a creator, in the order of the page. `brands` are names of those they worked for. */
export const kitSections = ['figures', 'audience', 'notes', 'rates', 'service', 'brands'] as const;
export type KitSection = (typeof kitSections)[number];
/** Names of brands are the brands' affair as well: they are shown when the creator says so. */
export const kitSectionsUsual: readonly KitSection[] = ['figures', 'audience', 'notes', 'rates', 'service'];

/** In which languages a kit speaks; `both` is read in the reader's own. */
export const kitLanguages = ['zh', 'en', 'both'] as const;
export type KitLanguage = (typeof kitLanguages)[number];

/** Letters of a text, notes that are shown, and notes that are looked at to choose from. */
export const kitBounds = {
  introMost: 300,
  includedMost: 200,
  notesMost: 6,
  /** the newest of the last `noteDays` days */
  notesLooked: 200,
  noteDays: 90,
  /** of which so many, the most read first, can be chosen */
  notesOffered: 30,
  /** fewer have no middle that says anything */
  notesLeast: 4,
} as const;

/** On which terms the prices of a kit stand. */
export interface KitTerms {
  protectionDays: number;
  revisionsMost: number;
  /** null: none are included */
  rights: UsageRights | null;
}

/** The terms of a kit that nobody has written yet: the least protection, all revisions that the rules allow, and the usual rights. */
export const usualKitTerms = (rules: OrderRules): KitTerms => ({
  protectionDays: rules.protectionDaysLeast,
  revisionsMost: rules.rejectionsMost,
  rights: usualRights,
});

export type KitTermsFault = 'protectionDays' | 'revisionsMost';
/** Which of the terms no order could be made on under these rules; null when all could. */
export function kitTermsFault(
  { protectionDays, revisionsMost }: KitTerms,
  rules: OrderRules,
): KitTermsFault | null {
  if (!(protectionDays >= rules.protectionDaysLeast && protectionDays <= rules.protectionDaysMost))
    return 'protectionDays';
  return revisionsMost >= 0 && revisionsMost <= rules.rejectionsMost ? null : 'revisionsMost';
}

/** A note as far as it is chosen by its figures. */
export interface KitCandidate {
  /** natural reads until now */
  reads: number;
  /** no cooperation, no gift: it stands for the creator alone */
  daily: boolean;
}

/**
 * The notes that a kit shows where the creator chose none: daily notes that were read more often than the middle one of them,
 * the most read first. Nothing where there are too few for a middle.
 *
 * Units: natural reads, a count.
 * Source: [P] the median is the platform's own measure of a creator (domain notes 1.1), so a note above it is better than usual.
 */
export function pickKitNotes<Note extends KitCandidate>(
  notes: readonly Note[],
): { picked: Note[]; from: number; median: number | null } {
  const daily = notes.filter((note) => note.daily);
  if (daily.length < kitBounds.notesLeast) return { picked: [], from: daily.length, median: null };
  const median = medianOf(daily.map(({ reads }) => reads));
  const picked = daily
    .filter(({ reads }) => reads > median)
    .toSorted((a, b) => b.reads - a.reads)
    .slice(0, kitBounds.notesMost);
  return { picked, from: daily.length, median };
}
