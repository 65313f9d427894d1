import { Controller, Query } from '@nestjs/common';
import { JournalQuery, type JournalRow, type Page, type WalletView } from '@poolrise/contracts';
import type { z } from 'zod';
import { WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { LedgerQueries } from './ledger.queries';

@Controller()
export class LedgerController {
  constructor(private readonly queries: LedgerQueries) {}

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
}
