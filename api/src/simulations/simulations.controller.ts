import { Body, Controller, Param } from '@nestjs/common';
import { AskReplay, type SimulationList, type SimulationView } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { SimulationsService } from './simulations.service';

@Controller()
export class SimulationsController {
  constructor(private readonly simulations: SimulationsService) {}

  @Serves('askReplay')
  ask(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('noteId', checkedId) noteId: string,
    @Body(checked(AskReplay)) ask: AskReplay,
  ): Promise<SimulationView> {
    return this.simulations.askReplay(workspaceId, person, noteId, ask);
  }

  @Serves('replays')
  list(
    @WorkspaceId() workspaceId: string,
    @Param('noteId', checkedId) noteId: string,
  ): Promise<SimulationList> {
    return this.simulations.list(workspaceId, noteId);
  }

  @Serves('simulation')
  find(
    @WorkspaceId() workspaceId: string,
    @Param('simulationId', checkedId) simulationId: string,
  ): Promise<SimulationView> {
    return this.simulations.find(workspaceId, simulationId);
  }

  @Serves('cancelSimulation')
  cancel(
    @WorkspaceId() workspaceId: string,
    @Param('simulationId', checkedId) simulationId: string,
  ): Promise<SimulationView> {
    return this.simulations.cancel(workspaceId, simulationId);
  }
}
