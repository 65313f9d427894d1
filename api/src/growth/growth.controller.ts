import { Controller } from '@nestjs/common';
import type { GrowthView } from '@poolrise/contracts';
import { WorkspaceId } from '../http/caller';
import { Serves } from '../http/serves';
import { GrowthQueries } from './growth.queries';

@Controller()
export class GrowthController {
  constructor(private readonly queries: GrowthQueries) {}

  @Serves('growth')
  view(@WorkspaceId() workspaceId: string): Promise<GrowthView> {
    return this.queries.view(workspaceId);
  }
}
