import type { Effect } from './one-more-effect';

/** In words: nothing to be seen, readers only moved, no telling what all notes together win, or worth its price surely, probably, hardly or not. */
export const oneMoreVerdicts = [
  'no-effect',
  'moves-readers',
  'cannot-tell',
  'worth-it',
  'likely-worth-it',
  'hardly-worth-it',
  'not-worth-it',
] as const;
export type OneMoreVerdict = (typeof oneMoreVerdicts)[number];

export interface OneMoreReads {
  /** Reads of the note, of the brand's other notes together, and of both. */
  note: Pick<Effect, 'mean' | 'visible'>;
  others: Pick<Effect, 'mean' | 'visible'>;
  net: Pick<Effect, 'mean' | 'low' | 'high' | 'visible'>;
}

export interface OneMorePrice {
  /** What the boost costs: wallet and voucher together, in cents. */
  cents: number;
  /** What a read is worth to the brand, in cents; need not be whole. */
  centsPerRead: number;
}

export interface OneMoreJudgement {
  verdict: OneMoreVerdict;
  /** Part of the note's new reads that the brand's other notes lose, 0 to 1; 0 where the note wins none. */
  movedShare: number;
  /** A read must be worth so many cents for the boost to pay, with the interval of the worlds; null: at no price. */
  breakEven: { cents: number | null; low: number | null; high: number | null };
  /** What the boost's reads are worth at `centsPerRead`: the most to be paid for it, with the interval of the worlds. */
  worthCents: { mean: number; low: number; high: number };
}

/** Wallet and voucher together, for as many impressions as are delivered: what is not delivered comes back. In cents. */
export function oneMoreCost(
  boost: { walletCents: number; voucherCents: number; impressions: number },
  delivered: number,
): number {
  const share = boost.impressions > 0 ? Math.min(1, delivered / boost.impressions) : 0;
  return share * (boost.walletCents + boost.voucherCents);
}

/** From this part on the boost is said to move readers from one of the brand's notes to another. Ours [P]. */
const movedTooMany = 0.5;

/**
 * What to make of one more voucher at a price. An effect whose interval covers zero is no visible effect, and is not judged by
 * its price; readers that the brand's other notes lose are not won.
 */
export function judgeOneMore({ note, others, net }: OneMoreReads, price: OneMorePrice): OneMoreJudgement {
  const { cents, centsPerRead } = price;
  const movedShare = note.mean > 0 ? Math.min(1, Math.max(0, -others.mean / note.mean)) : 0;
  const moved = others.visible && (movedShare >= movedTooMany || !net.visible);
  const worth = { mean: net.mean * centsPerRead, low: net.low * centsPerRead, high: net.high * centsPerRead };
  const verdict = !note.visible
    ? 'no-effect'
    : moved
      ? 'moves-readers'
      : net.visible
        ? byPrice(worth, cents)
        : 'cannot-tell';
  return {
    verdict,
    movedShare,
    breakEven: {
      cents: pricePer(cents, net.mean),
      low: pricePer(cents, net.high),
      high: pricePer(cents, net.low),
    },
    worthCents: worth,
  };
}

function byPrice(worth: OneMoreJudgement['worthCents'], cents: number): OneMoreVerdict {
  if (worth.low >= cents) return 'worth-it';
  if (worth.mean >= cents) return 'likely-worth-it';
  return worth.high >= cents ? 'hardly-worth-it' : 'not-worth-it';
}

const pricePer = (cents: number, reads: number): number | null => (reads > 0 ? cents / reads : null);
