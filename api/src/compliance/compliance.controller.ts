import { Body, Controller } from '@nestjs/common';
import { CheckCompliance, type ComplianceRules, type ComplianceView } from '@poolrise/contracts';
import type { z } from 'zod';
import { WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { ComplianceQueries } from './compliance.queries';

@Controller()
export class ComplianceController {
  constructor(private readonly queries: ComplianceQueries) {}

  @Serves('checkCompliance')
  check(
    @WorkspaceId() workspaceId: string,
    @Body(checked(CheckCompliance)) ask: z.output<typeof CheckCompliance>,
  ): Promise<ComplianceView> {
    return this.queries.check(workspaceId, ask);
  }

  @Serves('complianceRules')
  rules(): ComplianceRules {
    return this.queries.rules();
  }
}
