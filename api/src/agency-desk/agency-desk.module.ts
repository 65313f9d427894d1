import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { AgencyBooksController, AgencyDeskController } from './agency-desk.controller';
import { AssignmentsService } from './assignments.service';
import { BooksQueries } from './books.queries';
import { DeskQueries } from './desk.queries';
import { MonthFiles } from './month-files';
import { StatementsService } from './statements.service';
import { TasksQueries } from './tasks.queries';

/** An agency's work across the rooms of its clients: campaigns, what waits, and the months it settles. */
@Module({
  imports: [CampaignsModule],
  controllers: [AgencyDeskController, AgencyBooksController],
  providers: [AssignmentsService, BooksQueries, DeskQueries, MonthFiles, StatementsService, TasksQueries],
})
export class AgencyDeskModule {}
