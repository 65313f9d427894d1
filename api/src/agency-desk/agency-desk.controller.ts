import { Body, Controller, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import {
  AdjustStatement,
  type AgencyCampaignRow,
  AgencyDeskQuery,
  type AgencyStatement,
  type AgencyTask,
  AgencyTasksQuery,
  type AgencyWorkload,
  type Assigned,
  AssignTask,
  type BookedIn,
  type ClientFee,
  type ClientMargin,
  CloseMonth,
  MarginQuery,
  MonthQuery,
  type Page,
  PageQuery,
  RecordRebate,
  SendMonth,
  type SentStatement,
  type SentStatementRow,
  SetAgencySla,
  SetClientFee,
  TakeMonth,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { AssignmentsService } from './assignments.service';
import { BooksQueries } from './books.queries';
import { DeskQueries } from './desk.queries';
import { MonthFiles } from './month-files';
import { StatementsService } from './statements.service';
import { TasksQueries } from './tasks.queries';

@Controller()
export class AgencyDeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly tasks: TasksQueries,
    private readonly assignments: AssignmentsService,
  ) {}

  @Serves('agencyCampaigns')
  campaigns(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(AgencyDeskQuery)) ask: AgencyDeskQuery,
  ): Promise<Page<AgencyCampaignRow>> {
    return this.desk.page(agencyId, person, ask);
  }

  @Serves('agencyTasks')
  waiting(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(AgencyTasksQuery)) ask: AgencyTasksQuery,
  ): Promise<Page<AgencyTask>> {
    return this.tasks.tasks(agencyId, person, ask);
  }

  @Serves('agencyWorkload')
  workload(@WorkspaceId() agencyId: string, @SignedIn() person: CallingPerson): Promise<AgencyWorkload> {
    return this.tasks.workload(agencyId, person);
  }

  @Serves('assignTask')
  assign(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(AssignTask)) ask: AssignTask,
  ): Promise<Assigned> {
    return this.assignments.assign(agencyId, person, ask);
  }

  @Serves('setAgencySla')
  hours(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(SetAgencySla)) ask: SetAgencySla,
  ): Promise<SetAgencySla> {
    return this.assignments.setHours(agencyId, person, ask);
  }
}

@Controller()
export class AgencyBooksController {
  constructor(
    private readonly books: BooksQueries,
    private readonly statements: StatementsService,
    private readonly files: MonthFiles,
  ) {}

  @Serves('agencyMargin')
  margin(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(MarginQuery)) ask: MarginQuery,
  ): Promise<Page<ClientMargin>> {
    return this.books.margin(agencyId, person, ask);
  }

  @Serves('agencyStatement')
  statement(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Query(checked(MonthQuery)) { month }: MonthQuery,
  ): Promise<AgencyStatement> {
    return this.books.statement(agencyId, person, clientId, month);
  }

  @Serves('setClientFee')
  fee(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Body(checked(SetClientFee)) ask: SetClientFee,
  ): Promise<ClientFee> {
    return this.statements.setFee({ agencyId, person, clientId }, ask);
  }

  @Serves('recordRebate')
  rebate(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Body(checked(RecordRebate)) ask: RecordRebate,
  ): Promise<BookedIn> {
    return this.statements.recordRebate({ agencyId, person, clientId }, ask);
  }

  @Serves('adjustStatement')
  adjust(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Body(checked(AdjustStatement)) ask: AdjustStatement,
  ): Promise<BookedIn> {
    return this.statements.adjust({ agencyId, person, clientId }, ask);
  }

  @Serves('closeMonth')
  close(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Body(checked(CloseMonth)) ask: CloseMonth,
  ): Promise<AgencyStatement> {
    return this.statements.close({ agencyId, person, clientId }, ask);
  }

  @Serves('sendMonth')
  send(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Body(checked(SendMonth)) { month }: SendMonth,
  ): Promise<AgencyStatement> {
    return this.statements.send({ agencyId, person, clientId }, month);
  }

  @Serves('takeAgencyStatement')
  @Header('cache-control', 'no-store')
  take(
    @WorkspaceId() agencyId: string,
    @SignedIn() person: CallingPerson,
    @Param('clientId', checkedId) clientId: string,
    @Body(checked(TakeMonth)) ask: TakeMonth,
  ): Promise<StreamableFile> {
    return this.files.ofAgency(agencyId, person, clientId, ask);
  }

  @Serves('sentStatements')
  sent(
    @WorkspaceId() clientId: string,
    @Query(checked(PageQuery)) ask: PageQuery,
  ): Promise<Page<SentStatementRow>> {
    return this.books.sent(clientId, ask);
  }

  @Serves('sentStatement')
  sentMonth(
    @WorkspaceId() clientId: string,
    @Query(checked(MonthQuery)) { month }: MonthQuery,
  ): Promise<SentStatement> {
    return this.books.sentMonth(clientId, month);
  }

  @Serves('takeSentStatement')
  @Header('cache-control', 'no-store')
  takeSent(
    @WorkspaceId() clientId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(TakeMonth)) ask: TakeMonth,
  ): Promise<StreamableFile> {
    return this.files.ofClient(clientId, person, ask);
  }
}
