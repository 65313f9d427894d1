import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type InvitationView,
  InviteMember,
  type MembershipView,
  type Page,
  PageQuery,
} from '@poolrise/contracts';
import { type Caller, Calling, type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { InvitationsQueries } from './invitations.queries';
import { InvitationsService } from './invitations.service';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly queries: InvitationsQueries,
  ) {}

  @Serves('invitations')
  page(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) ask: PageQuery,
  ): Promise<Page<InvitationView>> {
    return this.queries.page(workspaceId, ask);
  }

  @Serves('inviteMember')
  invite(
    @WorkspaceId() workspaceId: string,
    @SignedIn() owner: CallingPerson,
    @Body(checked(InviteMember)) ask: InviteMember,
  ): Promise<InvitationView> {
    return this.invitations.invite(workspaceId, owner.id, ask);
  }

  @Serves('withdrawInvitation')
  withdraw(
    @WorkspaceId() workspaceId: string,
    @SignedIn() owner: CallingPerson,
    @Param('invitationId', checkedId) invitationId: string,
  ): Promise<void> {
    return this.invitations.withdraw(workspaceId, owner.id, invitationId);
  }

  @Serves('acceptInvitation')
  accept(
    @Calling() { sessionHash }: Caller,
    @Param('invitationId', checkedId) invitationId: string,
  ): Promise<MembershipView> {
    return this.invitations.accept(sessionHash, invitationId);
  }

  @Serves('declineInvitation')
  decline(
    @Calling() { sessionHash }: Caller,
    @Param('invitationId', checkedId) invitationId: string,
  ): Promise<void> {
    return this.invitations.decline(sessionHash, invitationId);
  }
}
