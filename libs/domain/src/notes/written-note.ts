import type { DisclosureState, Interest, NoteToCheck } from '../compliance/compliance';
import { draftMediaFault, type DraftMediaFault, type DraftMedium } from '../media/draft-media';
import type { Category } from './categories';
import type { NoteType } from './note';

/** UTF-16 units of a title that can be stored; the platform's own recommendation is its width, see `noteLimits`. */
export const titleMostUnits = 40;

/** Links to buy of one note, and the share of a purchase that its creator may be promised, in hundredths of a percent. */
export const productLimits = { links: 5, commissionPermyriad: 5_000 } as const;

const minuteMs = 60_000;
/**
 * How soon and how late a note can be set to publish itself, in milliseconds from now.
 *
 * Source: ours; five minutes leave time to change one's mind, and 30 days are as far as weekly topics and offers reach.
 */
export const scheduleLimits = { leastMs: 5 * minuteMs, mostMs: 30 * 24 * 60 * minuteMs } as const;

/** Whether a note may be set to publish at that moment; both in milliseconds since 1970. */
export function scheduleFault(at: number, now: number): 'too-soon' | 'too-late' | null {
  if (at < now + scheduleLimits.leastMs) return 'too-soon';
  return at > now + scheduleLimits.mostMs ? 'too-late' : null;
}

/** What a creator says of a machine's part in a note: none, it helped, or it made words or pictures of it. */
export const aiLabels = ['none', 'assisted', 'generated'] as const;
export type AiLabel = (typeof aiLabels)[number];

/** How a note says what its writer gets for it. */
export type Declaration = 'none' | 'sponsored' | 'gifted' | 'own_brand';

/** A picture or video of a note; `aiMarked`: the file itself said that a machine made it. */
export interface WrittenMedium extends DraftMedium {
  aiMarked?: boolean | undefined;
}

/** A note as its creator writes it. */
export interface WrittenNote {
  type: NoteType;
  title: string;
  body: string;
  topics: readonly string[];
  category: Category;
  disclosure: Declaration;
  aiLabel: AiLabel;
  /** how many links to buy it carries */
  products: number;
  media: readonly WrittenMedium[];
}

const declared: Record<Declaration, { interests: Interest[]; disclosure: DisclosureState }> = {
  none: { interests: [], disclosure: 'none-needed' },
  sponsored: { interests: ['paid'], disclosure: 'platform-label' },
  gifted: { interests: ['gift'], disclosure: 'self-declared' },
  own_brand: { interests: ['employment'], disclosure: 'self-declared' },
};

/**
 * A creator's own note as the compliance checker is asked about it. A note with links to buy is shown with “广告” as soon as
 * anything is declared; without a declaration it is not, and the checker says so.
 *
 * Source: domain notes 6.2 (disclosure) and 6.3 R16, R17.
 */
export function toCheck(note: WrittenNote): NoteToCheck {
  const { interests, disclosure } = declared[note.disclosure];
  const purchaseLink = note.products > 0;
  return {
    title: note.title,
    body: note.body,
    topics: note.topics,
    category: note.category,
    interests,
    purchaseLink,
    disclosure: purchaseLink && note.disclosure !== 'none' ? 'ad-label' : disclosure,
    assets: note.media.map(({ kind, aiMarked }) => ({
      kind,
      ...(aiMarked ? { aiGenerated: true, aiLabelled: note.aiLabel !== 'none' } : {}),
    })),
  };
}

/** What a draft lacks before it can be published; the first of it. */
export type DraftGap =
  'title-missing' | 'title-too-long' | 'media-missing' | 'body-missing' | DraftMediaFault;

/**
 * Null when a draft can be published as it stands. An image note needs a picture, a video note its video, a note of words its
 * words.
 */
export function draftGap(
  note: Pick<WrittenNote, 'type' | 'title' | 'body'>,
  media: readonly DraftMedium[],
  cover: DraftMedium | null,
): DraftGap | null {
  if (!note.title.trim()) return 'title-missing';
  if (note.title.trim().length > titleMostUnits) return 'title-too-long';
  if (note.type === 'text') {
    if (!note.body.trim()) return 'body-missing';
    return media.length > 0 ? 'media-not-of-type' : null;
  }
  return media.length === 0 ? 'media-missing' : draftMediaFault(note.type, media, cover);
}
