import { Controller, Query } from '@nestjs/common';
import { type Page, VouchersQuery, type VoucherView } from '@poolrise/contracts';
import type { z } from 'zod';
import { WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { VouchersQueries } from './vouchers.queries';

@Controller()
export class VouchersController {
  constructor(private readonly queries: VouchersQueries) {}

  @Serves('vouchers')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(VouchersQuery)) ask: z.output<typeof VouchersQuery>,
  ): Promise<Page<VoucherView>> {
    return this.queries.list(workspaceId, ask);
  }
}
