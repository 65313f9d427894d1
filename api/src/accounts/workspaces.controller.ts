import { Body, Controller } from '@nestjs/common';
import { FoundWorkspace, type MembershipView } from '@poolrise/contracts';
import { type Caller, Calling } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { WorkspacesService } from './workspaces.service';

@Controller()
export class WorkspacesController {
  constructor(private readonly workspaces: WorkspacesService) {}

  @Serves('foundWorkspace')
  found(
    @Calling() { sessionHash }: Caller,
    @Body(checked(FoundWorkspace)) ask: FoundWorkspace,
  ): Promise<MembershipView> {
    return this.workspaces.found(sessionHash, ask);
  }
}
