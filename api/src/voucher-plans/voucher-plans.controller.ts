import { Controller, Query } from '@nestjs/common';
import { VoucherPortfolioQuery, type VoucherPortfolioView } from '@poolrise/contracts';
import type { z } from 'zod';
import { WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { VoucherPlansQueries } from './voucher-plans.queries';

@Controller()
export class VoucherPlansController {
  constructor(private readonly queries: VoucherPlansQueries) {}

  @Serves('voucherPortfolio')
  portfolio(
    @WorkspaceId() workspaceId: string,
    @Query(checked(VoucherPortfolioQuery)) ask: z.output<typeof VoucherPortfolioQuery>,
  ): Promise<VoucherPortfolioView> {
    return this.queries.portfolio(workspaceId, ask);
  }
}
