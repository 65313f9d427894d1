import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Brief } from './brief.entity';
import { BriefsService } from './briefs.service';
import { MatchCandidatesQueries } from './match-candidates';
import { MatchesService } from './matches.service';
import { MatchingController } from './matching.controller';
import { Portfolio } from './portfolio.entity';
import { PortfolioJobs } from './portfolio-jobs';
import { PortfoliosService } from './portfolios.service';
import { ReachQueries } from './reach.queries';

@Module({
  imports: [TypeOrmModule.forFeature([Brief, Portfolio])],
  providers: [
    BriefsService,
    MatchCandidatesQueries,
    MatchesService,
    PortfolioJobs,
    PortfoliosService,
    ReachQueries,
  ],
  controllers: [MatchingController],
})
export class MatchingModule {}
