import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ApprovalsModule } from './approvals/approvals.module';
import { BoostsModule } from './boosts/boosts.module';
import { BudgetsModule } from './budgets/budgets.module';
import { CampaignsModule } from './campaigns/campaigns.module';
import { CollaborationsModule } from './collaborations/collaborations.module';
import { RecruitmentsModule } from './recruitments/recruitments.module';
import { ConfigModule } from './config.module';
import { CredibilityModule } from './creators/credibility/credibility.module';
import { CreatorsModule } from './creators/creators.module';
import { DbModule } from './db/db.module';
import { EarningJobsModule } from './earnings/earning-jobs.module';
import { entities } from './entities';
import { JobsModule } from './jobs/jobs.module';
import { WorkerLoop } from './jobs/worker-loop';
import { GrowthModule } from './growth/growth.module';
import { GuidanceModule } from './guidance/guidance.module';
import { ImportsModule } from './imports/imports.module';
import { MatchingModule } from './matching/matching.module';
import { MediaModule } from './media/media.module';
import { NoteDraftsModule } from './note-drafts/note-drafts.module';
import { NotesModule } from './notes/notes.module';
import { PoolsModule } from './pools/pools.module';
import { ReleaseModule } from './quarantine/release.module';
import { ReportJobsModule } from './reports/report-jobs.module';
import { RewardJobsModule } from './rewards/reward-jobs.module';
import { RulesModule } from './rules/rules.module';
import { RacesModule } from './races/races.module';
import { SimulationsModule } from './simulations/simulations.module';
import { TopicsModule } from './topics/topics.module';
import { VouchersModule } from './vouchers/vouchers.module';

/** The slices that have due work, and the loop that does it. */
@Module({
  imports: [
    ConfigModule,
    DbModule.withEntities(entities),
    JobsModule,
    DiscoveryModule,
    CreatorsModule,
    CredibilityModule,
    EarningJobsModule,
    GrowthModule,
    GuidanceModule,
    ImportsModule,
    MatchingModule,
    MediaModule,
    NotesModule,
    NoteDraftsModule,
    PoolsModule,
    VouchersModule,
    ApprovalsModule,
    BoostsModule,
    RacesModule,
    RulesModule,
    CollaborationsModule,
    CampaignsModule,
    BudgetsModule,
    RecruitmentsModule,
    ReleaseModule,
    SimulationsModule,
    TopicsModule,
    ReportJobsModule,
    RewardJobsModule,
  ],
  providers: [WorkerLoop],
})
export class WorkerModule {}
