import { Body, Controller, Header, Query, type StreamableFile } from '@nestjs/common';
import { EarningsQuery, type EarningsView, type ProductReceipt, TakeEarnings } from '@poolrise/contracts';
import { Db } from '../db/db';
import { type Caller, Calling, type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { EarningsFiles } from './earnings-files';
import { earningsView } from './earnings.queries';
import { ProductEventsService } from './product-events.service';

@Controller()
export class EarningsController {
  constructor(
    private readonly db: Db,
    private readonly events: ProductEventsService,
    private readonly files: EarningsFiles,
  ) {}

  /** The body is checked event by event in the service, not by a pipe: see read-product-events.ts. */
  @Serves('productEvents')
  record(@Calling() caller: Caller, @Body() body: unknown): Promise<ProductReceipt> {
    return this.events.record(caller.key?.id ?? '', body);
  }

  @Serves('earnings')
  earnings(
    @WorkspaceId() workspaceId: string,
    @Query(checked(EarningsQuery)) ask: EarningsQuery,
  ): Promise<EarningsView> {
    return this.db.inWorkspace(workspaceId, (tx) => earningsView(tx, ask.month, new Date()));
  }

  @Serves('takeEarnings')
  @Header('cache-control', 'no-store')
  take(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(TakeEarnings)) ask: TakeEarnings,
  ): Promise<StreamableFile> {
    return this.files.take(workspaceId, person.id, ask);
  }
}
