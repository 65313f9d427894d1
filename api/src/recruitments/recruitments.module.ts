import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module';
import { CollaborationsModule } from '../collaborations/collaborations.module';
import { ApprovableRecruitment } from './approvable-recruitment';
import { ApplicationsService } from './applications.service';
import { BoardQueries } from './board.queries';
import { KeptRecruitment } from './kept-recruitment.entity';
import { RecruitmentClock } from './recruitment-clock';
import { RecruitmentsController } from './recruitments.controller';
import { RecruitmentsQueries } from './recruitments.queries';
import { RecruitmentsService } from './recruitments.service';
import { SelectionService } from './selection.service';

/** Recruitments: creators apply to a brief, and the brand selects back. */
@Module({
  imports: [ApprovalsModule, CollaborationsModule, TypeOrmModule.forFeature([KeptRecruitment])],
  controllers: [RecruitmentsController],
  providers: [
    ApprovableRecruitment,
    RecruitmentsService,
    SelectionService,
    ApplicationsService,
    RecruitmentClock,
    RecruitmentsQueries,
    BoardQueries,
  ],
  exports: [BoardQueries],
})
export class RecruitmentsModule {}
