import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AskLift,
  AskMatches,
  AskPortfolio,
  AskReach,
  AskStressTest,
  type BriefRow,
  type BriefView,
  ChangeBrief,
  type LiftView,
  type MatchView,
  type Page,
  PageQuery,
  type PortfolioList,
  type PortfolioView,
  type ReachView,
  type StressDesk,
  type StressTestView,
  WriteBrief,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { BriefsService } from './briefs.service';
import { MatchesService } from './matches.service';
import { PortfoliosService } from './portfolios.service';
import { ReachQueries } from './reach.queries';
import { StressTestsService } from './stress-tests.service';

@Controller()
export class MatchingController {
  constructor(
    private readonly briefs: BriefsService,
    private readonly matching: MatchesService,
    private readonly plans: PortfoliosService,
    private readonly audiences: ReachQueries,
    private readonly stress: StressTestsService,
  ) {}

  @Serves('briefs')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<BriefRow>> {
    return this.briefs.list(workspaceId, query);
  }

  @Serves('writeBrief')
  write(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(WriteBrief)) ask: WriteBrief,
  ): Promise<BriefView> {
    return this.briefs.write(workspaceId, person, ask);
  }

  @Serves('brief')
  brief(
    @WorkspaceId() workspaceId: string,
    @Param('briefId', checkedId) briefId: string,
  ): Promise<BriefView> {
    return this.briefs.one(workspaceId, briefId);
  }

  @Serves('changeBrief')
  change(
    @WorkspaceId() workspaceId: string,
    @Param('briefId', checkedId) briefId: string,
    @Body(checked(ChangeBrief)) ask: ChangeBrief,
  ): Promise<BriefView> {
    return this.briefs.change(workspaceId, briefId, ask);
  }

  @Serves('dropBrief')
  drop(@WorkspaceId() workspaceId: string, @Param('briefId', checkedId) briefId: string): Promise<void> {
    return this.briefs.drop(workspaceId, briefId);
  }

  @Serves('matches')
  matches(
    @WorkspaceId() workspaceId: string,
    @Param('briefId', checkedId) briefId: string,
    @Body(checked(AskMatches)) ask: AskMatches,
  ): Promise<MatchView> {
    return this.matching.list(workspaceId, briefId, ask);
  }

  @Serves('lift')
  lift(
    @WorkspaceId() workspaceId: string,
    @Param('briefId', checkedId) briefId: string,
    @Param('creatorId', checkedId) creatorId: string,
    @Body(checked(AskLift)) ask: AskLift,
  ): Promise<LiftView> {
    return this.matching.lift(workspaceId, briefId, creatorId, ask);
  }

  @Serves('askPortfolio')
  askPortfolio(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('briefId', checkedId) briefId: string,
    @Body(checked(AskPortfolio)) ask: AskPortfolio,
  ): Promise<PortfolioView> {
    return this.plans.ask(workspaceId, person, briefId, ask);
  }

  @Serves('portfolios')
  portfolios(
    @WorkspaceId() workspaceId: string,
    @Param('briefId', checkedId) briefId: string,
  ): Promise<PortfolioList> {
    return this.plans.list(workspaceId, briefId);
  }

  @Serves('portfolio')
  portfolio(
    @WorkspaceId() workspaceId: string,
    @Param('portfolioId', checkedId) portfolioId: string,
  ): Promise<PortfolioView> {
    return this.plans.one(workspaceId, portfolioId);
  }

  @Serves('stressTests')
  stressTests(
    @WorkspaceId() workspaceId: string,
    @Param('portfolioId', checkedId) portfolioId: string,
  ): Promise<StressDesk> {
    return this.stress.desk(workspaceId, portfolioId);
  }

  @Serves('askStressTest')
  askStressTest(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('portfolioId', checkedId) portfolioId: string,
    @Body(checked(AskStressTest)) ask: AskStressTest,
  ): Promise<StressTestView> {
    return this.stress.ask(workspaceId, person, portfolioId, ask);
  }

  @Serves('reach')
  reach(@WorkspaceId() workspaceId: string, @Body(checked(AskReach)) ask: AskReach): Promise<ReachView> {
    return this.audiences.of(workspaceId, ask);
  }
}
