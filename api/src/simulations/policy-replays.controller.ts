import { Body, Controller, Param } from '@nestjs/common';
import { AskPolicyReplay, type PolicyReplay, type PolicyReplayList } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { PolicyReplaysService } from './policy-replays.service';

@Controller()
export class PolicyReplaysController {
  constructor(private readonly replays: PolicyReplaysService) {}

  @Serves('askPolicyReplay')
  ask(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(AskPolicyReplay)) ask: AskPolicyReplay,
  ): Promise<PolicyReplay> {
    return this.replays.ask(workspaceId, person, ask);
  }

  @Serves('policyReplays')
  list(@WorkspaceId() workspaceId: string): Promise<PolicyReplayList> {
    return this.replays.list(workspaceId);
  }

  @Serves('policyReplay')
  find(
    @WorkspaceId() workspaceId: string,
    @Param('policyReplayId', checkedId) policyReplayId: string,
  ): Promise<PolicyReplay> {
    return this.replays.find(workspaceId, policyReplayId);
  }

  @Serves('cancelPolicyReplay')
  cancel(
    @WorkspaceId() workspaceId: string,
    @Param('policyReplayId', checkedId) policyReplayId: string,
  ): Promise<PolicyReplay> {
    return this.replays.cancel(workspaceId, policyReplayId);
  }
}
