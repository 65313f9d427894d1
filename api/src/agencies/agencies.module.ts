import { Module } from '@nestjs/common';
import { ClientsController } from './clients.controller';
import { ClientsQueries } from './clients.queries';
import { ClientsService } from './clients.service';
import { ContactsController } from './contacts.controller';
import { ContactsQueries } from './contacts.queries';
import { ContactsService } from './contacts.service';

/** What an agency has beside the rooms of its clients: the list of them, and its resource pool. */
@Module({
  controllers: [ClientsController, ContactsController],
  providers: [ClientsQueries, ClientsService, ContactsQueries, ContactsService],
  exports: [ContactsQueries],
})
export class AgenciesModule {}
