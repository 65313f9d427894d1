import type { BoostAudience, PreviewRace } from '@poolrise/contracts';
import { type BoostGoal, raceBounds, raceBudgetBounds, raceDefaults } from '@poolrise/domain';
import { centsOf } from '../ui/cents-of';

/** A race as it is filled in; money is what was typed. */
export interface RaceDraft {
  name: string;
  noteIds: readonly string[];
  goal: BoostGoal;
  budget: string;
  rounds: number;
  roundHours: number;
  audience: BoostAudience;
  stopChance: number;
  stopLoss: number;
}

export const emptyRace: RaceDraft = {
  name: '',
  noteIds: [],
  goal: 'reads',
  budget: '',
  rounds: raceDefaults.rounds,
  roundHours: raceDefaults.roundHours,
  audience: {},
  stopChance: raceDefaults.stopChance,
  stopLoss: raceDefaults.stopLoss,
};

export const raceChoices = {
  rounds: [2, 3, 4, 5, 6],
  roundHours: [6, 8, 12, 24],
  stopChance: [0.8, 0.9, 0.95, 0.99],
  stopLoss: [0.001, 0.005, 0.01, 0.02],
} as const;

export type RaceField = 'name' | 'notes' | 'budget';

/** The budgets that this race may have; a race of one note is looked at as one of two. */
export const boundsOf = (draft: RaceDraft) =>
  raceBudgetBounds(Math.max(raceBounds.leastNotes, draft.noteIds.length), draft.rounds);

/** What is wrong before anybody is asked. */
export function raceFaults(draft: RaceDraft): RaceField[] {
  const cents = centsOf(draft.budget);
  const { leastCents, mostCents } = boundsOf(draft);
  return [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(draft.noteIds.length < raceBounds.leastNotes ? (['notes'] as const) : []),
    ...(cents === null || cents < leastCents || cents > mostCents ? (['budget'] as const) : []),
  ];
}

/** What the preview is asked; null while notes or money are missing. */
export function previewOf(draft: RaceDraft): PreviewRace | null {
  const budgetCents = centsOf(draft.budget);
  if (budgetCents === null || budgetCents < 1 || draft.noteIds.length < raceBounds.leastNotes) return null;
  const { goal, rounds, roundHours, audience, stopChance, stopLoss } = draft;
  return {
    noteIds: [...draft.noteIds],
    goal,
    budgetCents,
    rounds,
    roundHours,
    audience,
    stopChance,
    stopLoss,
  };
}
