import { Body, Controller, Param, Query } from '@nestjs/common';
import { AskOneMoreVoucher, type OneMoreList, OneMoreQuery, type OneMoreVoucher } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { OneMoreVouchersService } from './one-more-vouchers.service';

@Controller()
export class OneMoreVouchersController {
  constructor(private readonly questions: OneMoreVouchersService) {}

  @Serves('askOneMoreVoucher')
  ask(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(AskOneMoreVoucher)) ask: AskOneMoreVoucher,
  ): Promise<OneMoreVoucher> {
    return this.questions.ask(workspaceId, person, ask);
  }

  @Serves('oneMoreVouchers')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(OneMoreQuery)) query: OneMoreQuery,
  ): Promise<OneMoreList> {
    return this.questions.list(workspaceId, query);
  }

  @Serves('oneMoreVoucher')
  find(
    @WorkspaceId() workspaceId: string,
    @Param('oneMoreId', checkedId) oneMoreId: string,
  ): Promise<OneMoreVoucher> {
    return this.questions.find(workspaceId, oneMoreId);
  }

  @Serves('cancelOneMoreVoucher')
  cancel(
    @WorkspaceId() workspaceId: string,
    @Param('oneMoreId', checkedId) oneMoreId: string,
  ): Promise<OneMoreVoucher> {
    return this.questions.cancel(workspaceId, oneMoreId);
  }
}
