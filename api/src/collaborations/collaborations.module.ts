import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module';
import { LedgerModule } from '../ledger/ledger.module';
import { NotesModule } from '../notes/notes.module';
import { AgreedOrdersService } from './agreed-orders.service';
import { InvitationsService } from './invitations.service';
import { KeptOrder } from './kept-order.entity';
import { OffersQueries } from './offers.queries';
import { OrderBooks } from './order-books';
import { OrderClock } from './order-clock';
import { OrdersController } from './orders.controller';
import { OrdersQueries } from './orders.queries';
import { OrdersService } from './orders.service';
import { UsageRightsQueries } from './usage-rights.queries';
import { ApprovableInvitation } from './approvable-invitation';

/** Cooperation orders between brands and creators. */
@Module({
  imports: [ApprovalsModule, LedgerModule, NotesModule, TypeOrmModule.forFeature([KeptOrder])],
  controllers: [OrdersController],
  providers: [
    ApprovableInvitation,
    AgreedOrdersService,
    InvitationsService,
    OrdersService,
    OffersQueries,
    OrdersQueries,
    OrderBooks,
    OrderClock,
    UsageRightsQueries,
  ],
  exports: [AgreedOrdersService],
})
export class CollaborationsModule {}
