import { Body, Controller } from '@nestjs/common';
import { CheckGuidance, type GuidanceView } from '@poolrise/contracts';
import type { z } from 'zod';
import { WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { GuidanceQueries } from './guidance.queries';

@Controller()
export class GuidanceController {
  constructor(private readonly queries: GuidanceQueries) {}

  @Serves('checkGuidance')
  check(
    @WorkspaceId() workspaceId: string,
    @Body(checked(CheckGuidance)) ask: z.output<typeof CheckGuidance>,
  ): Promise<GuidanceView> {
    return this.queries.check(workspaceId, ask);
  }
}
