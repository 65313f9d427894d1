import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CalendarQuery,
  CampaignAlertsQuery,
  type CampaignAlertView,
  type CampaignCalendar,
  type CampaignHoldoutPreview,
  type CampaignLiftView,
  type CampaignItem,
  CampaignItemsQuery,
  type CampaignRow,
  type CampaignSearchWords,
  CampaignsQuery,
  type CampaignView,
  ChangeCampaign,
  ChangeItems,
  CreateCampaign,
  type ItemChanges,
  MoveCampaign,
  type Page,
  ReadAlerts,
  RegisterHoldout,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { ApprovalDoor } from '../approvals/approval-door';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { CalendarQueries } from './calendar.queries';
import { LiftQueries } from '../lift/lift.queries';
import { CampaignHoldoutsService } from './campaign-holdouts.service';
import { CampaignItemsService } from './campaign-items.service';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';

@Controller()
export class CampaignsController {
  constructor(
    private readonly service: CampaignsService,
    private readonly things: CampaignItemsService,
    private readonly queries: CampaignsQueries,
    private readonly calendars: CalendarQueries,
    private readonly holdouts: CampaignHoldoutsService,
    private readonly lifts: LiftQueries,
    private readonly approvals: ApprovalDoor,
  ) {}

  @Serves('campaigns')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(CampaignsQuery)) ask: z.output<typeof CampaignsQuery>,
  ): Promise<Page<CampaignRow>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('createCampaign')
  create(
    @Calling() caller: Caller,
    @Body(checked(CreateCampaign)) ask: CreateCampaign,
  ): Promise<CampaignView> {
    return this.service.create(caller, ask);
  }

  @Serves('campaignCalendar')
  calendar(
    @WorkspaceId() workspaceId: string,
    @Query(checked(CalendarQuery)) ask: z.output<typeof CalendarQuery>,
  ): Promise<CampaignCalendar> {
    return this.calendars.calendar(workspaceId, ask);
  }

  @Serves('campaign')
  campaign(
    @WorkspaceId() workspaceId: string,
    @Param('campaignId', checkedId) campaignId: string,
  ): Promise<CampaignView> {
    return this.queries.campaign(workspaceId, campaignId);
  }

  @Serves('campaignSearchWords')
  words(
    @WorkspaceId() workspaceId: string,
    @Param('campaignId', checkedId) campaignId: string,
  ): Promise<CampaignSearchWords> {
    return this.queries.words(workspaceId, campaignId);
  }

  @Serves('campaignLift')
  lift(
    @WorkspaceId() workspaceId: string,
    @Param('campaignId', checkedId) campaignId: string,
  ): Promise<CampaignLiftView> {
    return this.lifts.campaign(workspaceId, campaignId);
  }

  @Serves('previewHoldout')
  previewHoldout(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(RegisterHoldout)) ask: RegisterHoldout,
  ): Promise<CampaignHoldoutPreview> {
    return this.holdouts.preview(caller, campaignId, ask);
  }

  @Serves('registerHoldout')
  registerHoldout(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(RegisterHoldout)) ask: RegisterHoldout,
  ): Promise<CampaignLiftView> {
    return this.holdouts.register(caller, campaignId, ask);
  }

  @Serves('withdrawHoldout')
  withdrawHoldout(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
  ): Promise<void> {
    return this.holdouts.withdraw(caller, campaignId);
  }

  @Serves('changeCampaign')
  change(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(ChangeCampaign)) ask: ChangeCampaign,
  ): Promise<CampaignView> {
    return this.approvals.through(caller, 'change-campaign', { campaignId, ...ask });
  }

  @Serves('deleteCampaign')
  drop(@Calling() caller: Caller, @Param('campaignId', checkedId) campaignId: string): Promise<void> {
    return this.service.drop(caller, campaignId);
  }

  @Serves('moveCampaign')
  move(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(MoveCampaign)) ask: MoveCampaign,
  ): Promise<CampaignView> {
    return this.approvals.through(caller, 'plan-campaign', { campaignId, ...ask });
  }

  @Serves('campaignItems')
  items(
    @WorkspaceId() workspaceId: string,
    @Param('campaignId', checkedId) campaignId: string,
    @Query(checked(CampaignItemsQuery)) ask: z.output<typeof CampaignItemsQuery>,
  ): Promise<Page<CampaignItem>> {
    return this.queries.items(workspaceId, campaignId, ask);
  }

  @Serves('previewItemChanges')
  preview(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(ChangeItems)) ask: ChangeItems,
  ): Promise<ItemChanges> {
    return this.things.preview(caller, campaignId, ask);
  }

  @Serves('changeItems')
  changeItems(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(ChangeItems)) ask: ChangeItems,
  ): Promise<ItemChanges> {
    return this.things.change(caller, campaignId, ask);
  }

  @Serves('campaignAlerts')
  alerts(
    @WorkspaceId() workspaceId: string,
    @Param('campaignId', checkedId) campaignId: string,
    @Query(checked(CampaignAlertsQuery)) ask: z.output<typeof CampaignAlertsQuery>,
  ): Promise<Page<CampaignAlertView>> {
    return this.queries.alerts(workspaceId, campaignId, ask);
  }

  @Serves('readCampaignAlerts')
  readAlerts(
    @Calling() caller: Caller,
    @Param('campaignId', checkedId) campaignId: string,
    @Body(checked(ReadAlerts)) ask: ReadAlerts,
  ): Promise<void> {
    return this.service.readAlerts(caller, campaignId, ask);
  }
}
