import { Body, Controller, Param, Query } from '@nestjs/common';
import { BoostsQuery, LaunchBoost, PreviewBoost } from '@poolrise/contracts';
import type { BoostLiftView, BoostOffer, BoostPreview, BoostRow, BoostView, Page } from '@poolrise/contracts';
import type { z } from 'zod';
import { ApprovalDoor } from '../approvals/approval-door';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { LiftQueries } from '../lift/lift.queries';
import { BoostPreviews } from './boost-preview';
import { BoostsQueries } from './boosts.queries';
import { BoostsService } from './boosts.service';

@Controller()
export class BoostsController {
  constructor(
    private readonly boosts: BoostsService,
    private readonly previews: BoostPreviews,
    private readonly queries: BoostsQueries,
    private readonly lifts: LiftQueries,
    private readonly approvals: ApprovalDoor,
  ) {}

  @Serves('boostOffer')
  offer(@WorkspaceId() workspaceId: string, @Param('noteId', checkedId) noteId: string): Promise<BoostOffer> {
    return this.queries.offer(workspaceId, noteId);
  }

  @Serves('previewBoost')
  preview(
    @WorkspaceId() workspaceId: string,
    @Body(checked(PreviewBoost)) ask: PreviewBoost,
  ): Promise<BoostPreview> {
    return this.previews.preview(workspaceId, ask);
  }

  @Serves('launchBoost')
  launch(@Calling() caller: Caller, @Body(checked(LaunchBoost)) ask: LaunchBoost): Promise<BoostView> {
    return this.approvals.through(caller, 'launch-boost', ask);
  }

  @Serves('boosts')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(BoostsQuery)) ask: z.output<typeof BoostsQuery>,
  ): Promise<Page<BoostRow>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('boost')
  view(@WorkspaceId() workspaceId: string, @Param('boostId', checkedId) boostId: string): Promise<BoostView> {
    return this.queries.boost(workspaceId, boostId);
  }

  @Serves('boostLift')
  lift(
    @WorkspaceId() workspaceId: string,
    @Param('boostId', checkedId) boostId: string,
  ): Promise<BoostLiftView> {
    return this.lifts.boost(workspaceId, boostId);
  }

  @Serves('stopBoost')
  stop(
    @Calling() { workspaceId, person }: Caller,
    @Param('boostId', checkedId) boostId: string,
  ): Promise<BoostView> {
    return this.boosts.stop(workspaceId, person?.id ?? null, boostId);
  }
}
