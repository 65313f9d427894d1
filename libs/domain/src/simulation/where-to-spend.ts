import type { Effect } from './one-more-effect';

/** What a voucher would bring on one of a workspace's notes: reads of all its notes together, with the middle 80 % of the worlds. */
export interface SpendingPlace {
  noteId: string;
  reads: Pick<Effect, 'mean' | 'low' | 'high' | 'visible'>;
  /** False where the worlds that told it are those in which the notes were compared: the best of them is likely to have been lucky. */
  judged: boolean;
}

/** Put it there, either of two does the same, keep it since the reads do not pay the wallet's part, or keep it since none wins any. */
export const spendingAdvices = ['spend', 'either', 'too-dear', 'none'] as const;
export type SpendingAdvice = (typeof spendingAdvices)[number];

export interface SpendingAsk {
  asked: SpendingPlace;
  /** the same voucher on other notes, in the worlds in which they were compared */
  others: readonly SpendingPlace[];
  /** the best of the others in worlds of its own, and how many more reads it brings there than the asked note */
  fresh: { noteId: string; reads: SpendingPlace['reads']; gain: Pick<Effect, 'mean' | 'visible'> } | null;
  /** what the wallet adds to the voucher, and what a read is worth, in cents */
  walletCents: number;
  centsPerRead: number;
}

export interface SpendingPlan {
  advice: SpendingAdvice;
  /** where it does most; null when it should be kept */
  best: SpendingPlace | null;
  /** all of them, the best first */
  ranked: SpendingPlace[];
}

/**
 * Where a voucher does most, from worlds that were played with it and without it.
 *
 * Only places that were judged in worlds which had no part in choosing them are recommended, and only one whose interval does
 * not cover zero: a voucher that wins nothing visible is kept. The voucher itself costs nothing, so only what the wallet has to
 * add is weighed against what the reads are worth. Units: reads, cents. Ours [P].
 */
export function whereToSpend({ asked, others, fresh, walletCents, centsPerRead }: SpendingAsk): SpendingPlan {
  const places = others.map((place) =>
    place.noteId === fresh?.noteId ? { ...place, reads: fresh.reads, judged: true } : place,
  );
  const ranked = [asked, ...places].sort((a, b) => b.reads.mean - a.reads.mean);
  const rival = places.find(({ noteId }) => noteId === fresh?.noteId);
  const better = rival && fresh?.gain.visible && fresh.gain.mean > 0 ? rival : asked;
  if (!better.reads.visible || better.reads.mean <= 0) return { advice: 'none', best: null, ranked };
  if (better.reads.mean * centsPerRead < walletCents) return { advice: 'too-dear', best: null, ranked };
  const alike = rival !== undefined && !fresh?.gain.visible && rival.reads.visible && rival.reads.mean > 0;
  return { advice: alike ? 'either' : 'spend', best: better, ranked };
}
