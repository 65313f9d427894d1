import { type BoostableNote, type BoostTerms, boostTerms, isBoostable } from '../boosts/boost-terms';

/** A race somebody would like to start. */
export interface RaceAsk {
  notes: readonly BoostableNote[];
  budgetCents: number;
  rounds: number;
  terms?: BoostTerms;
}

export type RaceRefusal =
  | { code: 'race-notes-repeat'; noteIndex: number }
  | { code: 'note-not-boostable'; noteIndex: number }
  | { code: 'race-budget-too-low'; leastCents: number }
  | { code: 'race-budget-too-high'; mostCents: number };

/** What the first round spends, and the bounds of the budget that the form shows while it is typed. */
export interface RacePlan {
  roundCents: number;
  leastCents: number;
  mostCents: number;
}

/** The budgets that a race of so many notes and rounds may have, in cents. */
export function raceBudgetBounds(
  noteCount: number,
  rounds: number,
  terms: BoostTerms = boostTerms,
): Omit<RacePlan, 'roundCents'> {
  return {
    leastCents: terms.minBudgetCents * noteCount * rounds,
    // A single note may come to take a whole round, and that is one boost.
    mostCents: terms.maxBudgetCents * rounds,
  };
}

/**
 * Says what a race would spend in its first round, or why there can be none.
 *
 * Units: integer cents. Rounds share the budget evenly, and a round has to give every note the least boost there is: a race
 * in which a note cannot run is none. Source of the least and the greatest boost: boost-terms.ts.
 */
export function checkRace(ask: RaceAsk): RacePlan | RaceRefusal {
  const ids = ask.notes.map(({ noteId }) => noteId);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated >= 0) return { code: 'race-notes-repeat', noteIndex: repeated };
  const closed = ask.notes.findIndex((note) => !isBoostable(note));
  if (closed >= 0) return { code: 'note-not-boostable', noteIndex: closed };

  const bounds = raceBudgetBounds(ask.notes.length, ask.rounds, ask.terms);
  if (ask.budgetCents < bounds.leastCents)
    return { code: 'race-budget-too-low', leastCents: bounds.leastCents };
  if (ask.budgetCents > bounds.mostCents)
    return { code: 'race-budget-too-high', mostCents: bounds.mostCents };
  return { ...bounds, roundCents: roundBudget({ leftCents: ask.budgetCents, roundsLeft: ask.rounds }) };
}

/**
 * What the next round spends: an even part of what is left, the last round all of it. What a round did not deliver came back
 * and is shared again. Whole cents, and no more than one boost may cost, since one note may take it all.
 */
export function roundBudget(
  race: { leftCents: number; roundsLeft: number },
  terms: BoostTerms = boostTerms,
): number {
  return Math.min(Math.floor(race.leftCents / race.roundsLeft), terms.maxBudgetCents);
}
