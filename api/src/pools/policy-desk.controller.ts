import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ActivatePolicy,
  type CanaryView,
  EndCanary,
  type Page,
  PageQuery,
  type PolicyActivationView,
  type PolicyPreview,
  type PolicyVersion,
  PreviewPolicy,
  type RunningCanary,
  StartCanary,
  WritePolicy,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { CanaryQueries } from './canary.queries';
import { PolicyActivationsService } from './policy-activations.service';
import { PolicyCanariesService } from './policy-canaries.service';
import { PolicyDeskQueries } from './policy-desk.queries';
import { PolicyPreviews } from './policy-previews';
import { PolicyVersionsService } from './policy-versions.service';

@Controller()
export class PolicyDeskController {
  constructor(
    private readonly queries: PolicyDeskQueries,
    private readonly written: PolicyVersionsService,
    private readonly previews: PolicyPreviews,
    private readonly inForce: PolicyActivationsService,
    private readonly canaries: PolicyCanariesService,
    private readonly canary: CanaryQueries,
  ) {}

  @Serves('policyVersions')
  versions(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<PolicyVersion>> {
    return this.queries.versions(workspaceId, query);
  }

  @Serves('policyActivations')
  activations(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<PolicyActivationView>> {
    return this.queries.activations(workspaceId, query);
  }

  @Serves('policyCanary')
  running(@WorkspaceId() workspaceId: string): Promise<RunningCanary> {
    return this.canary.running(workspaceId);
  }

  @Serves('writePolicy')
  write(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(WritePolicy)) ask: WritePolicy,
  ): Promise<PolicyVersion> {
    return this.written.write(workspaceId, person, ask);
  }

  @Serves('previewPolicy')
  preview(
    @WorkspaceId() workspaceId: string,
    @Body(checked(PreviewPolicy)) ask: PreviewPolicy,
  ): Promise<PolicyPreview> {
    return this.previews.preview(workspaceId, ask);
  }

  @Serves('activatePolicy')
  activate(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('policyId', checkedId) policyId: string,
    @Body(checked(ActivatePolicy)) ask: ActivatePolicy,
  ): Promise<PolicyActivationView> {
    return this.inForce.activate(workspaceId, person, policyId, ask);
  }

  @Serves('rollBackPolicy')
  rollBack(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('policyId', checkedId) policyId: string,
    @Body(checked(ActivatePolicy)) ask: ActivatePolicy,
  ): Promise<PolicyActivationView> {
    return this.inForce.rollBack(workspaceId, person, policyId, ask);
  }

  @Serves('startCanary')
  start(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('policyId', checkedId) policyId: string,
    @Body(checked(StartCanary)) ask: StartCanary,
  ): Promise<CanaryView> {
    return this.canaries.start(workspaceId, person, policyId, ask);
  }

  @Serves('endCanary')
  end(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('canaryId', checkedId) canaryId: string,
    @Body(checked(EndCanary)) ask: EndCanary,
  ): Promise<CanaryView> {
    return this.canaries.end(workspaceId, person, canaryId, ask);
  }
}
