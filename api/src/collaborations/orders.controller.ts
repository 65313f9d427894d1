import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CommentDraft,
  HandInDraft,
  InviteCreator,
  MoveOrder,
  OffersQuery,
  type OffersView,
  type OrderBasis,
  OrderDeskQuery,
  type OrderRow,
  OrdersQuery,
  type OrderView,
  type Page,
  UsageRightsQuery,
  type UsageRightsRow,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { ApprovalDoor } from '../approvals/approval-door';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { InvitationsService } from './invitations.service';
import { OffersQueries } from './offers.queries';
import { OrdersQueries } from './orders.queries';
import { OrdersService } from './orders.service';
import { UsageRightsQueries } from './usage-rights.queries';

@Controller()
export class OrdersController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly orders: OrdersService,
    private readonly queries: OrdersQueries,
    private readonly rights: UsageRightsQueries,
    private readonly offers: OffersQueries,
    private readonly approvals: ApprovalDoor,
  ) {}

  @Serves('orderBasis')
  basis(
    @WorkspaceId() workspaceId: string,
    @Param('creatorId', checkedId) creatorId: string,
  ): Promise<OrderBasis> {
    return this.invitations.basis(workspaceId, creatorId);
  }

  @Serves('inviteCreator')
  invite(@Calling() caller: Caller, @Body(checked(InviteCreator)) ask: InviteCreator): Promise<OrderView> {
    return this.approvals.through(caller, 'invite-creator', ask, () => this.invitations.invite(caller, ask));
  }

  @Serves('orders')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(OrdersQuery)) ask: z.output<typeof OrdersQuery>,
  ): Promise<Page<OrderRow>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('compareOffers')
  compare(
    @WorkspaceId() workspaceId: string,
    @Query(checked(OffersQuery)) ask: OffersQuery,
  ): Promise<OffersView> {
    return this.offers.compare(workspaceId, ask);
  }

  @Serves('order')
  order(@Calling() caller: Caller, @Param('orderId', checkedId) orderId: string): Promise<OrderView> {
    return this.queries.order(caller, orderId);
  }

  @Serves('moveOrder')
  move(
    @Calling() caller: Caller,
    @Param('orderId', checkedId) orderId: string,
    @Body(checked(MoveOrder)) ask: MoveOrder,
  ): Promise<OrderView> {
    return this.orders.move(caller, orderId, ask);
  }

  @Serves('handInDraft')
  handIn(
    @Calling() caller: Caller,
    @Param('orderId', checkedId) orderId: string,
    @Body(checked(HandInDraft)) ask: HandInDraft,
  ): Promise<OrderView> {
    return this.orders.handIn(caller, orderId, ask);
  }

  @Serves('commentDraft')
  comment(
    @Calling() caller: Caller,
    @Param('orderId', checkedId) orderId: string,
    @Body(checked(CommentDraft)) ask: CommentDraft,
  ): Promise<OrderView> {
    return this.orders.comment(caller, orderId, ask);
  }

  @Serves('usageRights')
  usageRights(
    @WorkspaceId() workspaceId: string,
    @Query(checked(UsageRightsQuery)) ask: z.output<typeof UsageRightsQuery>,
  ): Promise<Page<UsageRightsRow>> {
    return this.rights.list(workspaceId, ask);
  }

  @Serves('orderDesk')
  desk(
    @WorkspaceId() workspaceId: string,
    @Query(checked(OrderDeskQuery)) ask: z.output<typeof OrderDeskQuery>,
  ): Promise<Page<OrderRow>> {
    return this.queries.desk(workspaceId, ask);
  }

  @Serves('judgeOrder')
  judge(
    @Calling() caller: Caller,
    @Param('judgedOrderId', checkedId) orderId: string,
    @Body(checked(MoveOrder)) ask: MoveOrder,
  ): Promise<OrderView> {
    return this.orders.judge(caller, orderId, ask);
  }

  @Serves('judgedOrder')
  judged(@Calling() caller: Caller, @Param('judgedOrderId', checkedId) orderId: string): Promise<OrderView> {
    return this.queries.judged(caller, orderId);
  }
}
