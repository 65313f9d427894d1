import { Body, Controller, Query } from '@nestjs/common';
import { JournalQuery, type JournalRow, type Page, TopUp, type WalletView } from '@poolrise/contracts';
import type { z } from 'zod';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { LedgerQueries } from './ledger.queries';
import { LedgerService } from './ledger.service';

@Controller()
export class LedgerController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly queries: LedgerQueries,
  ) {}

  @Serves('wallet')
  wallet(@WorkspaceId() workspaceId: string): Promise<WalletView> {
    return this.queries.wallet(workspaceId);
  }

  @Serves('journal')
  journal(
    @WorkspaceId() workspaceId: string,
    @Query(checked(JournalQuery)) ask: z.output<typeof JournalQuery>,
  ): Promise<Page<JournalRow>> {
    return this.queries.journal(workspaceId, ask);
  }

  @Serves('topUp')
  topUp(@Calling() { workspaceId, person }: Caller, @Body(checked(TopUp)) ask: TopUp): Promise<JournalRow> {
    return this.ledger.topUp(workspaceId, person?.id ?? null, ask);
  }
}
