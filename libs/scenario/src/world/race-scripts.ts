import type { BoostGoal, RaceRule } from '@poolrise/domain';
import type { MoneyScript } from './money-script';

/** A race that a brand of the cast starts, told by when and with what. */
export interface RaceScript {
  workspace: MoneyScript['workspace'];
  /** email of whoever starts it */
  marketer: string;
  name: string;
  hoursAgo: number;
  goal: BoostGoal;
  notes: number;
  /** how old its notes may be */
  oldestHours: number;
  budgetCents: number;
  rounds: number;
  roundHours: number;
  rule?: Partial<RaceRule>;
}

/** One that is over, with its history, and one in its second round. */
export const raceScripts: readonly RaceScript[] = [
  {
    workspace: 'lin',
    marketer: 'mei@poolrise.demo',
    name: '冷泡茶三个封面 Three covers for cold brew',
    hoursAgo: 130,
    goal: 'reads',
    notes: 3,
    oldestHours: 240,
    budgetCents: 150_000,
    rounds: 4,
    roundHours: 12,
    // Strict as well, so that its history has more than one round.
    rule: { stopChance: 0.99, stopLoss: 0.001 },
  },
  {
    workspace: 'lin',
    marketer: 'mei@poolrise.demo',
    name: '早晨还是午后 Morning or afternoon',
    hoursAgo: 20,
    // Rarer than reads, so that nothing is clear after one round.
    goal: 'likes-collects',
    notes: 2,
    oldestHours: 240,
    budgetCents: 80_000,
    rounds: 4,
    roundHours: 12,
    // Strict, so that it goes on while both are good.
    rule: { stopChance: 0.99, stopLoss: 0.001 },
  },
];
