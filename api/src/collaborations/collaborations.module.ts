import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module';
import { LedgerModule } from '../ledger/ledger.module';
import { NotesModule } from '../notes/notes.module';
import { AgreedOrdersService } from './agreed-orders.service';
import { InvitationsService } from './invitations.service';
import { KeptOrder } from './kept-order.entity';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { ADDRESS_SEAL, sealOf } from './address-seal';
import { OrderAddresses } from './order-addresses';
import { OffersQueries } from './offers.queries';
import { OrderBooks } from './order-books';
import { OrderClock } from './order-clock';
import { OrdersController } from './orders.controller';
import { OrdersQueries } from './orders.queries';
import { OrdersService } from './orders.service';
import { UsageRightsQueries } from './usage-rights.queries';
import { ApprovableInvitation } from './approvable-invitation';
import { ApprovableMoves } from './approvable-moves';

/** Cooperation orders between brands and creators. */
@Module({
  imports: [ApprovalsModule, LedgerModule, NotesModule, TypeOrmModule.forFeature([KeptOrder])],
  controllers: [OrdersController],
  providers: [
    ApprovableInvitation,
    ApprovableMoves,
    AgreedOrdersService,
    InvitationsService,
    OrdersService,
    OffersQueries,
    OrdersQueries,
    { provide: ADDRESS_SEAL, useFactory: (config: Config) => sealOf(config), inject: [CONFIG] },
    OrderAddresses,
    OrderBooks,
    OrderClock,
    UsageRightsQueries,
  ],
  exports: [AgreedOrdersService],
})
export class CollaborationsModule {}
