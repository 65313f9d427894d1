import { Injectable } from '@nestjs/common';
import type { RaceView, StartRace } from '@poolrise/contracts';
import { anew, type ApprovableCommand, ApprovableCommands } from '../approvals/approvable-commands';
import { RacesQueries } from './races.queries';
import { RacesService } from './races.service';

/** Starting a race, as a second person agrees to it: the budget of all rounds counts, though each is reserved as it begins. */
@Injectable()
export class ApprovableRace {
  constructor(commands: ApprovableCommands, races: RacesService, queries: RacesQueries) {
    commands.bring<StartRace, RaceView>({
      kind: 'start-race',
      hat: 'workspace',
      commits: (_, __, { name, budgetCents }) =>
        Promise.resolve({ money: anew('boosts', budgetCents), title: name, subjectId: null }),
      run: (tx, { workspaceId, personId }, ask, now) => races.start(workspaceId, personId, ask, now, tx),
      figures: ({ notes }, { budgetCents, rounds, roundHours }) => ({
        budgetCents,
        notes: notes.length,
        rounds,
        hours: rounds * roundHours,
      }),
      resultId: ({ id }) => id,
    });
    commands.bring(keepCommand(races, queries));
  }
}

interface Keep {
  raceId: string;
}

/** Boosting the winner with what a race left counts by itself: the race was agreed to before anybody knew who would win. */
const keepCommand = (races: RacesService, queries: RacesQueries): ApprovableCommand<Keep, RaceView> => ({
  kind: 'keep-winner',
  hat: 'workspace',
  commits: async (tx, _, { raceId }, now) => {
    const { keepable, name } = await queries.view(tx, raceId, now);
    // Kept already, or nothing to keep: the service says which.
    if (!keepable) return null;
    const { budgetCents, durationHours: hours } = keepable;
    return {
      money: anew('boosts', budgetCents),
      title: name,
      subjectId: raceId,
      figures: { budgetCents, hours },
    };
  },
  run: (tx, { workspaceId, personId }, { raceId }, now) => races.keep(workspaceId, personId, raceId, now, tx),
  figures: () => ({}),
  resultId: ({ id, keptBoostId }) => {
    if (!keptBoostId) throw new Error(`race ${id} was kept without a boost`);
    return keptBoostId;
  },
});
