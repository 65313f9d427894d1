import { Body, Controller, Param, Query, type StreamableFile, Header } from '@nestjs/common';
import {
  type MovementRow,
  MovementsQuery,
  type Page,
  RefuseTopUp,
  SetInvoiceBuyer,
  StatementQuery,
  type StatementView,
  TakeStatement,
  TopUp,
  TopUpsQuery,
  type TopUpView,
  type WalletSettingsView,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { Db } from '../db/db';
import { type Caller, Calling, type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { StatementFiles } from './statement-files';
import { movementPage, statementView } from './statement.queries';
import { topUpPage } from './top-ups.queries';
import { TopUpsService } from './top-ups.service';
import { setInvoiceBuyer, walletSettingsView } from './wallet-settings';

@Controller()
export class WalletController {
  constructor(
    private readonly db: Db,
    private readonly topUps: TopUpsService,
    private readonly files: StatementFiles,
  ) {}

  @Serves('topUp')
  topUp(@Calling() { workspaceId, person }: Caller, @Body(checked(TopUp)) ask: TopUp): Promise<TopUpView> {
    return this.topUps.ask(workspaceId, person?.id ?? null, ask);
  }

  @Serves('topUps')
  topUpList(
    @Calling() { workspaceId, person }: Caller,
    @Query(checked(TopUpsQuery)) ask: z.output<typeof TopUpsQuery>,
  ): Promise<Page<TopUpView>> {
    return this.db.inWorkspace(workspaceId, (tx) => topUpPage(tx, person?.id ?? null, ask));
  }

  @Serves('approveTopUp')
  approve(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('topUpId', checkedId) topUpId: string,
  ): Promise<TopUpView> {
    return this.topUps.approve(workspaceId, person.id, topUpId);
  }

  @Serves('refuseTopUp')
  refuse(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('topUpId', checkedId) topUpId: string,
    @Body(checked(RefuseTopUp)) ask: RefuseTopUp,
  ): Promise<TopUpView> {
    return this.topUps.refuse(workspaceId, person.id, topUpId, ask);
  }

  @Serves('walletSettings')
  settings(@WorkspaceId() workspaceId: string): Promise<WalletSettingsView> {
    return this.db.inWorkspace(workspaceId, (tx) => walletSettingsView(tx, workspaceId));
  }

  @Serves('setInvoiceBuyer')
  buyer(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(SetInvoiceBuyer)) ask: SetInvoiceBuyer,
  ): Promise<WalletSettingsView> {
    return this.db.inWorkspace(workspaceId, (tx) => setInvoiceBuyer(tx, workspaceId, person.id, ask));
  }

  @Serves('statement')
  statement(
    @WorkspaceId() workspaceId: string,
    @Query(checked(StatementQuery)) ask: StatementQuery,
  ): Promise<StatementView> {
    return this.db.inWorkspace(workspaceId, (tx) => statementView(tx, workspaceId, ask));
  }

  @Serves('statementMovements')
  movements(
    @WorkspaceId() workspaceId: string,
    @Query(checked(MovementsQuery)) ask: MovementsQuery,
  ): Promise<Page<MovementRow>> {
    return this.db.inWorkspace(workspaceId, (tx) => movementPage(tx, ask));
  }

  @Serves('takeStatement')
  @Header('cache-control', 'no-store')
  take(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(TakeStatement)) ask: TakeStatement,
  ): Promise<StreamableFile> {
    return this.files.take(workspaceId, person.id, ask);
  }
}
