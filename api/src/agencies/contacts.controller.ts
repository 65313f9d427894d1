import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AddContact,
  AddCooperation,
  ChangeContact,
  type ContactRow,
  ContactsQuery,
  type ContactView,
  type Page,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ContactsQueries } from './contacts.queries';
import { ContactsService } from './contacts.service';

@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly queries: ContactsQueries,
  ) {}

  @Serves('contacts')
  page(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(ContactsQuery)) query: ContactsQuery,
  ): Promise<Page<ContactRow>> {
    return this.queries.page(workspaceId, person.id, query);
  }

  @Serves('contact')
  one(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('contactId', checkedId) contactId: string,
  ): Promise<ContactView> {
    return this.queries.one(workspaceId, person.id, contactId);
  }

  @Serves('addContact')
  add(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(AddContact)) ask: AddContact,
  ): Promise<ContactView> {
    return this.contacts.add(agencyId, person, ask);
  }

  @Serves('changeContact')
  change(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('contactId', checkedId) contactId: string,
    @Body(checked(ChangeContact)) ask: ChangeContact,
  ): Promise<ContactView> {
    return this.contacts.change(agencyId, person, contactId, ask);
  }

  @Serves('removeContact')
  remove(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('contactId', checkedId) contactId: string,
  ): Promise<void> {
    return this.contacts.remove(agencyId, person, contactId);
  }

  @Serves('addCooperation')
  addCooperation(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('contactId', checkedId) contactId: string,
    @Body(checked(AddCooperation)) ask: AddCooperation,
  ): Promise<ContactView> {
    return this.contacts.addCooperation(agencyId, person, contactId, ask);
  }

  @Serves('removeCooperation')
  removeCooperation(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('contactId', checkedId) contactId: string,
    @Param('cooperationId', checkedId) cooperationId: string,
  ): Promise<void> {
    return this.contacts.removeCooperation(agencyId, person, contactId, cooperationId);
  }
}
