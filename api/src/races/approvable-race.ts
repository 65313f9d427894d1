import { Injectable } from '@nestjs/common';
import type { RaceView, StartRace } from '@poolrise/contracts';
import { ApprovableCommands } from '../approvals/approvable-commands';
import { RacesService } from './races.service';

/** Starting a race, as a second person agrees to it: the budget of all rounds counts, though each is reserved as it begins. */
@Injectable()
export class ApprovableRace {
  constructor(commands: ApprovableCommands, races: RacesService) {
    commands.bring<StartRace, RaceView>({
      kind: 'start-race',
      hat: 'workspace',
      commits: (_, __, { name, budgetCents }) =>
        Promise.resolve({ cents: budgetCents, title: name, subjectId: null }),
      run: (tx, { workspaceId, personId }, ask, now) => races.start(workspaceId, personId, ask, now, tx),
      figures: ({ notes }, { budgetCents, rounds, roundHours }) => ({
        budgetCents,
        notes: notes.length,
        rounds,
        hours: rounds * roundHours,
      }),
    });
  }
}
