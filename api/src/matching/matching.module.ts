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
import { StressJobs } from './stress-jobs';
import { StressTest } from './stress-test.entity';
import { StressTestsService } from './stress-tests.service';

@Module({
  imports: [TypeOrmModule.forFeature([Brief, Portfolio, StressTest])],
  providers: [
    BriefsService,
    MatchCandidatesQueries,
    MatchesService,
    PortfolioJobs,
    PortfoliosService,
    ReachQueries,
    StressJobs,
    StressTestsService,
  ],
  controllers: [MatchingController],
})
export class MatchingModule {}
