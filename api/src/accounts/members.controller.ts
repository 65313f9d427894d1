import { Body, Controller, Query } from '@nestjs/common';
import { AddMember, type MemberView, type Page, PageQuery } from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
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

  @Serves('addMember')
  add(
    @WorkspaceId() workspaceId: string,
    @SignedIn() owner: CallingPerson,
    @Body(checked(AddMember)) ask: AddMember,
  ): Promise<MemberView> {
    return this.members.add(workspaceId, owner.id, ask);
  }
}
