import type { AdLoad } from '../pools/pool-policy';
import type { RankedSlot } from './feed-candidate';

/** A boost that may have a paid slot now; best first, as pacing and the predicted rate of its goal order them. */
export interface PaidCandidate {
  boostId: string;
  noteId: string;
  creatorId: string;
  category: string;
  level: number;
  /** Place of the keyword in the boost's list, from 1, by which a search came to it. */
  keyword?: number;
}

export interface PaidSlot extends PaidCandidate {
  position: number;
  rail: 'paid';
  /** Shown to the reader: this is an advertisement. */
  label: 'sponsored';
}

export type OrganicSlot = RankedSlot & { label: null };
export type FeedSlot = OrganicSlot | PaidSlot;

/** Where paid notes may stand, and how they get on with the organic ones. */
export interface PaidPlaces extends AdLoad {
  /** The positions are those of one page and do not go on beyond the last. */
  ofPage?: boolean;
  /** A paid note stands in for itself: its organic slot is left out, where otherwise the advert would be. */
  inPlaceOfOrganic?: boolean;
}

export interface BlendAsk {
  /** Slots of the page. */
  size: number;
  adLoad: PaidPlaces;
  /** What the reader's stream has had before this page; positions and load count on from there. */
  before?: { slots: number; paid: number };
}

/**
 * Puts paid notes into the stated positions of a page.
 *
 * Paid slots never exceed the stated share of all slots so far, rounded down, and never repeat a note or a creator of
 * the page; organic notes move down and the last ones fall off. A paid slot stands only where slots above it are
 * filled, so a short page stays a page of notes. Where a paid note takes the place of its organic slot (a search, in which what
 * is advertised is mostly found as well), the order of all other organic notes stays what it was.
 * Source: positions 6, 16, 26 ... (domain notes 2.4, item 8).
 */
export function blendPaid(
  organic: readonly RankedSlot[],
  paid: readonly PaidCandidate[],
  ask: BlendAsk,
): FeedSlot[] {
  const { size, adLoad, before = { slots: 0, paid: 0 } } = ask;
  // A short page is as long as what stands on it: adverts that repeat a creator fill no slot.
  const fits = (adverts: number): boolean => {
    const slots = before.slots + Math.min(size, organic.length + adverts);
    return before.paid + adverts <= slots * adLoad.max + 1e-9;
  };
  const waiting = adLoad.inPlaceOfOrganic ? [...paid] : besidesOrganic(paid, organic.slice(0, size));

  const page: FeedSlot[] = [];
  const notes = [...organic];
  let paidSlots = 0;
  while (page.length < size) {
    const position = page.length + 1;
    const due = fits(paidSlots + 1) && mayBePaid(before.slots + position, adLoad);
    const advert = due ? nextAdvert(waiting, page) : undefined;
    if (advert) {
      page.push({ ...advert, position, rail: 'paid', label: 'sponsored' });
      paidSlots += 1;
      dropRepeats(waiting, advert);
      const own = notes.findIndex(({ noteId }) => noteId === advert.noteId);
      if (own >= 0) notes.splice(own, 1);
      continue;
    }
    const note = notes.shift();
    if (!note) break;
    page.push({ ...note, position, label: null });
  }
  return page;
}

function besidesOrganic(paid: readonly PaidCandidate[], shown: readonly RankedSlot[]): PaidCandidate[] {
  const notes = new Set(shown.map((slot) => slot.noteId));
  const creators = new Set(shown.map((slot) => slot.creatorId));
  return paid.filter((note) => !notes.has(note.noteId) && !creators.has(note.creatorId));
}

/** The next advert whose note does not stand above already: an organic slot that was filled stays. */
function nextAdvert(waiting: PaidCandidate[], page: readonly FeedSlot[]): PaidCandidate | undefined {
  const at = waiting.findIndex(({ noteId }) => page.every((slot) => slot.noteId !== noteId));
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

const mayBePaid = (position: number, { positions, ofPage }: PaidPlaces): boolean =>
  ofPage ? positions.includes(position) : isPaidPosition(position, positions);

/** Beyond the last stated position the step between the last two goes on; a single position repeats never. */
export function isPaidPosition(position: number, positions: readonly number[]): boolean {
  if (positions.includes(position)) return true;
  const last = positions.at(-1);
  const secondLast = positions.at(-2);
  if (last === undefined || secondLast === undefined || position < last) return false;
  return (position - last) % (last - secondLast) === 0;
}

function dropRepeats(waiting: PaidCandidate[], shown: PaidCandidate): void {
  for (let index = waiting.length - 1; index >= 0; index--) {
    const other = waiting[index] as PaidCandidate;
    if (other.noteId === shown.noteId || other.creatorId === shown.creatorId) waiting.splice(index, 1);
  }
}
