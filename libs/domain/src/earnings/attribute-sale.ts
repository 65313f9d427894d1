import { lateMsMax } from '../engagement/event-time';

const dayMs = 86_400_000;

/**
 * How a sale is tied to a note, and when its commission is certain.
 *
 * Source: nothing is published about how the platform attributes sales of links; these are defaults of this product [P].
 */
export const attributionRules = {
  /** how long after a link was opened a sale of its product counts for it */
  windowDays: 7,
  /** after so many days a sale cannot be returned here any more, and its commission is confirmed */
  confirmDays: 15,
} as const;

export const attributionWindowMs = attributionRules.windowDays * dayMs;

/**
 * Days for which an opened link is kept that nothing was sold by, the day of the open not counted.
 *
 * A sale happens within the window of attribution; it may be told late, and what comes back of it until it is confirmed, by
 * whichever open of the product. One day more, so that no clock decides. Source: follows from the rules above.
 */
export const openKeptDays =
  attributionRules.windowDays + Math.max(attributionRules.confirmDays, Math.ceil(lateMsMax / dayMs)) + 1;

/** When the commission of a sale is confirmed, in ms since 1970. @param soldAt ms since 1970 */
export const confirmsAt = (soldAt: number): number => soldAt + attributionRules.confirmDays * dayMs;

/**
 * The opened link that a sale counts for, or null.
 *
 * **The rule.** A sale counts for the note in whose slot the reader was when they opened its link: of all links of that product
 * which this reader opened in the seven days before the sale, the last one opened. It counts for one note, never for two.
 *
 * Units: instants are ms since 1970. Of two opened at the same instant the one with the greater id, so that every order of
 * arrival gives the same answer.
 *
 * @param opens links of the sold product that the reader opened, in any order
 */
export function attributeSale<Open extends { id: string; openedAt: number }>(
  opens: readonly Open[],
  soldAt: number,
): Open | null {
  return opens
    .filter(({ openedAt }) => openedAt <= soldAt && soldAt - openedAt <= attributionWindowMs)
    .reduce<Open | null>((last, open) => (last === null || isLater(open, last) ? open : last), null);
}

const isLater = <Open extends { id: string; openedAt: number }>(open: Open, last: Open): boolean =>
  open.openedAt > last.openedAt || (open.openedAt === last.openedAt && open.id > last.id);
