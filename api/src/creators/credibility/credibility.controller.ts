import { Controller, Param } from '@nestjs/common';
import type { CredibilityMeasured, CredibilityView } from '@poolrise/contracts';
import { WorkspaceId } from '../../http/caller';
import { checkedId } from '../../http/checked';
import { Serves } from '../../http/serves';
import { CredibilityQueries } from './credibility.queries';

@Controller()
export class CredibilityController {
  constructor(private readonly queries: CredibilityQueries) {}

  @Serves('credibility')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('creatorId', checkedId) creatorId: string,
  ): Promise<CredibilityView> {
    return this.queries.one(workspaceId, creatorId);
  }

  @Serves('credibilityMeasured')
  measured(@WorkspaceId() workspaceId: string): Promise<CredibilityMeasured> {
    return this.queries.measured(workspaceId);
  }
}
