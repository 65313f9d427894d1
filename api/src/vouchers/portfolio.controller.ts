import { Controller, Query } from '@nestjs/common';
import { VoucherPortfolioQuery, type VoucherPortfolioView } from '@poolrise/contracts';
import type { z } from 'zod';
import { WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { VoucherPortfolioQueries } from './portfolio.queries';

@Controller()
export class VoucherPortfolioController {
  constructor(private readonly queries: VoucherPortfolioQueries) {}

  @Serves('voucherPortfolio')
  portfolio(
    @WorkspaceId() workspaceId: string,
    @Query(checked(VoucherPortfolioQuery)) ask: z.output<typeof VoucherPortfolioQuery>,
  ): Promise<VoucherPortfolioView> {
    return this.queries.portfolio(workspaceId, ask);
  }
}
