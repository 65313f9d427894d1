import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CollaborationsModule } from '../collaborations/collaborations.module';
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
  imports: [CollaborationsModule, TypeOrmModule.forFeature([KeptRecruitment])],
  controllers: [RecruitmentsController],
  providers: [
    RecruitmentsService,
    SelectionService,
    ApplicationsService,
    RecruitmentClock,
    RecruitmentsQueries,
    BoardQueries,
  ],
})
export class RecruitmentsModule {}
