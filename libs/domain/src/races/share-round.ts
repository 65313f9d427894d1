import { type BoostTerms, boostTerms } from '../boosts/boost-terms';
import { raceFloorChance } from './race-terms';

/** How likely a note is the best, from 0 to 1. */
export interface ArmChance {
  noteId: string;
  chanceBest: number;
}

/** What a note gets in the next round; 0 for a note that sits it out. */
export interface ArmShare {
  noteId: string;
  cents: number;
  /** why it gets nothing: it is too unlikely the best, or the round has no room for another least boost */
  out: 'behind' | 'no-room' | null;
}

/**
 * Shares the budget of a round over the notes by their chance to be the best, in whole cents that sum to the budget.
 *
 * A note below a chance of 0.05 sits out, whoever runs gets at least the least boost, and the rest goes by chance:
 * Thompson sampling for a whole round at once, with its expectation instead of a draw, so that the same counts give the
 * same shares. Source: Thompson 1933; Scott 2010 for shares by the probability to be optimal. The order of the notes is no
 * matter. Throws RangeError when the budget is no whole least boost.
 */
export function shareRound(
  budgetCents: number,
  arms: readonly ArmChance[],
  terms: BoostTerms = boostTerms,
): ArmShare[] {
  const least = terms.minBudgetCents;
  const room = Math.floor(budgetCents / least);
  if (room < 1 || !Number.isSafeInteger(budgetCents))
    throw new RangeError(`No round can be run with ${budgetCents} cents`);
  const ranked = [...arms].sort((a, b) => b.chanceBest - a.chanceBest || (a.noteId < b.noteId ? -1 : 1));
  const ahead = ranked.filter((arm, place) => place === 0 || arm.chanceBest >= raceFloorChance);
  const cents = fill(budgetCents, ahead.slice(0, room), least);
  return arms.map(({ noteId }) => {
    const paid = cents.get(noteId);
    if (paid !== undefined) return { noteId, cents: paid, out: null };
    return { noteId, cents: 0, out: ahead.some((arm) => arm.noteId === noteId) ? 'no-room' : 'behind' };
  });
}

/** By chance over all of them; whoever would fall below the least gets the least, and the others share what is left. */
function fill(budgetCents: number, running: readonly ArmChance[], least: number): Map<string, number> {
  const cents = new Map<string, number>();
  let open = [...running];
  for (;;) {
    const left = budgetCents - least * cents.size;
    const chances = open.reduce((sum, arm) => sum + arm.chanceBest, 0);
    const part = (arm: ArmChance) => (chances > 0 ? arm.chanceBest / chances : 1 / open.length) * left;
    const low = open.filter((arm) => part(arm) < least);
    if (low.length === 0) {
      wholeCents(
        left,
        open.map((arm) => [arm.noteId, part(arm)]),
      ).forEach(([id, one]) => cents.set(id, one));
      return cents;
    }
    for (const { noteId } of low) cents.set(noteId, least);
    open = open.filter((arm) => !low.includes(arm));
  }
}

/** Rounds down, and gives the cents that are over to the largest fractions. */
function wholeCents(total: number, parts: (readonly [id: string, cents: number])[]): [string, number][] {
  const down = parts.map(([id, cents]): [string, number] => [id, Math.floor(cents)]);
  let over = total - down.reduce((sum, [, cents]) => sum + cents, 0);
  const byFraction = parts
    .map(([, cents], at) => ({ at, fraction: cents - Math.floor(cents) }))
    .sort((a, b) => b.fraction - a.fraction);
  for (const { at } of byFraction) {
    if (over <= 0) break;
    (down[at] as [string, number])[1]++;
    over--;
  }
  return down;
}
