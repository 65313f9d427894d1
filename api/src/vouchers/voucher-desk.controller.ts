import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type GrantedVoucher,
  GrantVouchers,
  type Page,
  RevokeVoucher,
  VoucherDeskQuery,
  type VouchersGranted,
  type VoucherWorkspace,
  VoucherWorkspacesQuery,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { VoucherDeskQueries } from './voucher-desk.queries';
import { VoucherDeskService } from './voucher-desk.service';

@Controller()
export class VoucherDeskController {
  constructor(
    private readonly desk: VoucherDeskService,
    private readonly queries: VoucherDeskQueries,
  ) {}

  @Serves('voucherDesk')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(VoucherDeskQuery)) ask: z.output<typeof VoucherDeskQuery>,
  ): Promise<Page<GrantedVoucher>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('voucherWorkspaces')
  workspaces(
    @WorkspaceId() workspaceId: string,
    @Query(checked(VoucherWorkspacesQuery)) ask: z.output<typeof VoucherWorkspacesQuery>,
  ): Promise<Page<VoucherWorkspace>> {
    return this.queries.workspaces(workspaceId, ask);
  }

  @Serves('grantVouchers')
  grant(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(GrantVouchers)) ask: GrantVouchers,
  ): Promise<VouchersGranted> {
    return this.desk.grant(workspaceId, person, ask);
  }

  @Serves('revokeVoucher')
  revoke(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('grantedVoucherId', checkedId) id: string,
    @Body(checked(RevokeVoucher)) ask: RevokeVoucher,
  ): Promise<GrantedVoucher> {
    return this.desk.revoke(workspaceId, person, id, ask);
  }
}
