import { Body, Controller } from '@nestjs/common';
import { SetApprovalLimit, type WalletSettingsView } from '@poolrise/contracts';
import { type Caller, Calling } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { LimitsService } from './limits.service';

/** The limits stand in the wallet; who may loosen them is a question of approvals. */
@Controller()
export class LimitsController {
  constructor(private readonly limits: LimitsService) {}

  @Serves('setApprovalLimit')
  set(
    @Calling() caller: Caller,
    @Body(checked(SetApprovalLimit)) ask: SetApprovalLimit,
  ): Promise<WalletSettingsView> {
    return this.limits.set(caller, ask);
  }
}
