import { Body, Controller, Param, Query } from '@nestjs/common';
import { ChangeRole, type MemberView, type Page, PageQuery } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { MembersQueries } from './members.queries';
import { MembersService } from './members.service';

@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly queries: MembersQueries,
  ) {}

  @Serves('members')
  page(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) ask: PageQuery,
  ): Promise<Page<MemberView>> {
    return this.queries.page(workspaceId, ask);
  }

  @Serves('changeRole')
  changeRole(
    @WorkspaceId() workspaceId: string,
    @SignedIn() owner: CallingPerson,
    @Param('personId', checkedId) personId: string,
    @Body(checked(ChangeRole)) { role }: ChangeRole,
  ): Promise<MemberView> {
    return this.members.changeRole(workspaceId, owner.id, personId, role);
  }

  @Serves('removeMember')
  remove(
    @WorkspaceId() workspaceId: string,
    @SignedIn() owner: CallingPerson,
    @Param('personId', checkedId) personId: string,
  ): Promise<void> {
    return this.members.remove(workspaceId, owner.id, personId);
  }
}
