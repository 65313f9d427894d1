import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type ClientConflicts,
  type ClientList,
  type ClientMembers,
  type ClientRow,
  ConflictsQuery,
  FoundClient,
  LetIntoClient,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ClientsQueries } from './clients.queries';
import { ClientsService } from './clients.service';

@Controller()
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly queries: ClientsQueries,
  ) {}

  @Serves('clients')
  list(@WorkspaceId() agencyId: string, @SignedIn() person: CallingPerson): Promise<ClientList> {
    return this.queries.list(agencyId, person);
  }

  @Serves('foundClient')
  found(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(FoundClient)) ask: FoundClient,
  ): Promise<ClientRow> {
    return this.clients.found(agencyId, person.id, ask);
  }

  @Serves('clientMembers')
  members(
    @WorkspaceId() agencyId: string,
    @Param('clientId', checkedId) clientId: string,
  ): Promise<ClientMembers> {
    return this.clients.members(agencyId, clientId);
  }

  @Serves('letIntoClient')
  letIn(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Body(checked(LetIntoClient)) ask: LetIntoClient,
  ): Promise<ClientMembers> {
    return this.clients.letIn(agencyId, person.id, clientId, ask);
  }

  @Serves('takeOutOfClient')
  takeOut(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Param('personId', checkedId) personId: string,
  ): Promise<void> {
    return this.clients.takeOut(agencyId, person.id, clientId, personId);
  }

  @Serves('clientConflicts')
  conflicts(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(ConflictsQuery)) { days }: ConflictsQuery,
  ): Promise<ClientConflicts> {
    return this.queries.conflicts(agencyId, person, days);
  }
}
