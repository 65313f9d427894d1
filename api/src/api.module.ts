import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module';
import { AgencyDeskModule } from './agency-desk/agency-desk.module';
import { AgenciesModule } from './agencies/agencies.module';
import { ApprovalsModule } from './approvals/approvals.module';
import { BoostsModule } from './boosts/boosts.module';
import { BudgetsModule } from './budgets/budgets.module';
import { CampaignsModule } from './campaigns/campaigns.module';
import { CollaborationsModule } from './collaborations/collaborations.module';
import { ComplianceModule } from './compliance/compliance.module';
import { CreatorDeskModule } from './creator-desk/creator-desk.module';
import { DesksModule } from './desks/desks.module';
import { RecruitmentsModule } from './recruitments/recruitments.module';
import { ConfigModule } from './config.module';
import { CredibilityModule } from './creators/credibility/credibility.module';
import { CreatorsModule } from './creators/creators.module';
import { CreatorSearchModule } from './creators/search/creator-search.module';
import { DbModule } from './db/db.module';
import { entities } from './entities';
import { EarningsModule } from './earnings/earnings.module';
import { EngagementModule } from './engagement/engagement.module';
import { FeedModule } from './feed/feed.module';
import { HealthController } from './http/health.controller';
import { InsightsModule } from './insights/insights.module';
import { JobsModule } from './jobs/jobs.module';
import { LedgerModule } from './ledger/ledger.module';
import { LiveModule } from './live/live.module';
import { GrowthModule } from './growth/growth.module';
import { GuidanceModule } from './guidance/guidance.module';
import { ImportsModule } from './imports/imports.module';
import { ObservedModule } from './observed/observed.module';
import { MatchingModule } from './matching/matching.module';
import { MediaKitsModule } from './media-kits/media-kits.module';
import { MediaModule } from './media/media.module';
import { NoteDraftsModule } from './note-drafts/note-drafts.module';
import { NotesModule } from './notes/notes.module';
import { PoolsModule } from './pools/pools.module';
import { ProfessionalModule } from './professional/professional.module';
import { ProposalsModule } from './proposals/proposals.module';
import { ReportsModule } from './reports/reports.module';
import { QuarantineModule } from './quarantine/quarantine.module';
import { BriefTemplatesModule } from './brief-templates/brief-templates.module';
import { ShortlistsModule } from './shortlists/shortlists.module';
import { RewardDeskModule } from './reward-desk/reward-desk.module';
import { RewardsModule } from './rewards/rewards.module';
import { RulesModule } from './rules/rules.module';
import { RacesModule } from './races/races.module';
import { SearchWordsModule } from './search-words/search-words.module';
import { SimulationsModule } from './simulations/simulations.module';
import { TopicsModule } from './topics/topics.module';
import { VoucherPlansModule } from './voucher-plans/voucher-plans.module';
import { VouchersModule } from './vouchers/vouchers.module';
import { WalletModule } from './wallet/wallet.module';

/** The HTTP side: every slice, without processors. */
@Module({
  imports: [
    ConfigModule,
    DbModule.withEntities(entities),
    JobsModule,
    LiveModule,
    AccountsModule,
    CreatorsModule,
    CreatorSearchModule,
    ShortlistsModule,
    BriefTemplatesModule,
    CredibilityModule,
    GrowthModule,
    GuidanceModule,
    ImportsModule,
    ObservedModule,
    MatchingModule,
    MediaModule,
    NotesModule,
    NoteDraftsModule,
    PoolsModule,
    EngagementModule,
    LedgerModule,
    WalletModule,
    VouchersModule,
    VoucherPlansModule,
    RewardsModule,
    RewardDeskModule,
    ApprovalsModule,
    BoostsModule,
    RacesModule,
    RulesModule,
    CollaborationsModule,
    ComplianceModule,
    CampaignsModule,
    BudgetsModule,
    RecruitmentsModule,
    DesksModule,
    CreatorDeskModule,
    EarningsModule,
    MediaKitsModule,
    FeedModule,
    InsightsModule,
    SearchWordsModule,
    TopicsModule,
    QuarantineModule,
    SimulationsModule,
    AgenciesModule,
    AgencyDeskModule,
    ProfessionalModule,
    ProposalsModule,
    ReportsModule,
  ],
  controllers: [HealthController],
})
export class ApiModule {}
