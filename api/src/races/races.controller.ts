import { Body, Controller, Param, Query } from '@nestjs/common';
import { PreviewRace, RacesQuery, StartRace } from '@poolrise/contracts';
import type { Page, RacePreview, RaceRow, RaceView } from '@poolrise/contracts';
import type { z } from 'zod';
import { ApprovalDoor } from '../approvals/approval-door';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { RacesQueries } from './races.queries';
import { RacesService } from './races.service';

@Controller()
export class RacesController {
  constructor(
    private readonly races: RacesService,
    private readonly queries: RacesQueries,
    private readonly approvals: ApprovalDoor,
  ) {}

  @Serves('previewRace')
  preview(
    @WorkspaceId() workspaceId: string,
    @Body(checked(PreviewRace)) ask: PreviewRace,
  ): Promise<RacePreview> {
    return this.races.preview(workspaceId, ask);
  }

  @Serves('startRace')
  start(@Calling() caller: Caller, @Body(checked(StartRace)) ask: StartRace): Promise<RaceView> {
    return this.approvals.through(caller, 'start-race', ask);
  }

  @Serves('races')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(RacesQuery)) ask: z.output<typeof RacesQuery>,
  ): Promise<Page<RaceRow>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('race')
  view(@WorkspaceId() workspaceId: string, @Param('raceId', checkedId) raceId: string): Promise<RaceView> {
    return this.queries.race(workspaceId, raceId);
  }

  @Serves('stopRace')
  stop(
    @Calling() { workspaceId, person }: Caller,
    @Param('raceId', checkedId) raceId: string,
  ): Promise<RaceView> {
    return this.races.stop(workspaceId, person?.id ?? null, raceId);
  }

  @Serves('keepWinner')
  keep(@Calling() caller: Caller, @Param('raceId', checkedId) raceId: string): Promise<RaceView> {
    return this.approvals.through(caller, 'keep-winner', { raceId });
  }
}
