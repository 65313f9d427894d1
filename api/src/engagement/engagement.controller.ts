import { Body, Controller } from '@nestjs/common';
import type { EngagementReceipt } from '@poolrise/contracts';
import { Calling, type Caller } from '../http/caller';
import { Serves } from '../http/serves';
import { EngagementService } from './engagement.service';

@Controller()
export class EngagementController {
  constructor(private readonly engagement: EngagementService) {}

  /** The body is checked event by event in the service, not by a pipe: see read-batch.ts. */
  @Serves('engagements')
  ingest(@Calling() caller: Caller, @Body() body: unknown): Promise<EngagementReceipt> {
    return this.engagement.ingest(caller.key?.id ?? '', body);
  }
}
