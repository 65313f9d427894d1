import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { Accounts1763856000001 } from './migrations/0001-accounts';
import { Notes1763856000002 } from './migrations/0002-notes';
import { Pools1763856000003 } from './migrations/0003-pools';
import { Engagement1763856000004 } from './migrations/0004-engagement';
import { Money1763856000005 } from './migrations/0005-money';
import { Walls1763856000006 } from './migrations/0006-walls';
import { LedgerGuards1763856000007 } from './migrations/0007-ledger-guards';
import { WhoBelongs1763856000008 } from './migrations/0008-who-belongs';
import { NoteOfCreator1763856000009 } from './migrations/0009-note-of-creator';
import { NoteReviews1763856000010 } from './migrations/0010-note-reviews';
import { NoteTotals1763856000011 } from './migrations/0011-note-totals';
import { LiveBar1763856000012 } from './migrations/0012-live-bar';
import { PolicyDesk1763856000013 } from './migrations/0013-policy-desk';
import { Quarantine1763856000015 } from './migrations/0015-quarantine';
import { Simulations1763856000016 } from './migrations/0016-simulations';
import { PlaceResponse1763856000018 } from './migrations/0018-place-response';
import { ReturnBySearch1763856000019 } from './migrations/0019-return-by-search';
import { FirstReaders1763856000020 } from './migrations/0020-first-readers';
import { PolicyReplays1763856000021 } from './migrations/0021-policy-replays';
import { CreatorRecords1763856000022 } from './migrations/0022-creator-records';
import { CreatorChanges1763856000023 } from './migrations/0023-creator-changes';
import { Shortlists1763856000024 } from './migrations/0024-shortlists';
import { ClientsAndProposals1763856000025 } from './migrations/0025-clients-and-proposals';
import { Matching1763856000026 } from './migrations/0026-matching';
import { Credibility1763856000027 } from './migrations/0027-credibility';
import { PeersByType1763856000028 } from './migrations/0028-peers-by-type';
import { ArchivedProposals1763856000029 } from './migrations/0029-archived-proposals';
import { BoostsInPortfolios1763856000030 } from './migrations/0030-boosts-in-portfolios';
import { Imports1764028800031 } from './migrations/0031-imports';
import { Reports1764028800032 } from './migrations/0032-reports';
import { ObservedCreators1764028800033 } from './migrations/0033-observed-creators';
import { KeptImports1764028800035 } from './migrations/0035-kept-imports';
import { ReportReads1764028800036 } from './migrations/0036-report-reads';
import { CooperationOrders1764028800037 } from './migrations/0037-cooperation-orders';
import { WalletBuckets1764028800038 } from './migrations/0038-wallet-buckets';
import { Campaigns1764028800039 } from './migrations/0039-campaigns';
import { BoostHoldouts1764028800040 } from './migrations/0040-boost-holdouts';
import { Recruitments1764028800041 } from './migrations/0041-recruitments';
import { StressTests1764028800042 } from './migrations/0042-stress-tests';
import { Races1764028800043 } from './migrations/0043-races';
import { VoucherScope1764028800044 } from './migrations/0044-voucher-scope';
import { SearchPlacement1764028800045 } from './migrations/0045-search-placement';
import { AutomationRules1764028800046 } from './migrations/0046-automation-rules';
import { AgencyDesk1764028800047 } from './migrations/0047-agency-desk';
import { BudgetPlans1764028800048 } from './migrations/0048-budget-plans';
import { VoucherCounterfactuals1764028800049 } from './migrations/0049-voucher-counterfactuals';
import { Media1764028800050 } from './migrations/0050-media';
import { OrderTerms1764028800051 } from './migrations/0051-order-terms';
import { ApprovalReach1764028800052 } from './migrations/0052-approval-reach';
import { SampleParcels1764028800053 } from './migrations/0053-sample-parcels';
import { SearchRetention1764028800054 } from './migrations/0054-search-retention';
import { CampaignHoldouts1764028800055 } from './migrations/0055-campaign-holdouts';
import { RewardPlans1764028800056 } from './migrations/0056-reward-plans';
import { RewardForecasts1764028800057 } from './migrations/0057-reward-forecasts';
import { NoteDrafts1764028800058 } from './migrations/0058-note-drafts';
import { Guidance1764028800059 } from './migrations/0059-guidance';
import { WeeklyTopics1764028800060 } from './migrations/0060-weekly-topics';
import { NoteAppeals1764028800061 } from './migrations/0061-note-appeals';
import { ProductSales1764028800062 } from './migrations/0062-product-sales';
import { GrowthLevels1764028800063 } from './migrations/0063-growth-levels';
import { ProfessionalAccounts1764028800064 } from './migrations/0064-professional-accounts';
import { MediaKits1764028800065 } from './migrations/0065-media-kits';
import { ReadsByNote1764028800066 } from './migrations/0066-reads-by-note';
import { TopicNotices1764028800067 } from './migrations/0067-topic-notices';
import { SaidReaders1764028800068 } from './migrations/0068-said-readers';
import { OpensToForget1764028800069 } from './migrations/0069-opens-to-forget';
import { SnakeNaming } from './snake-naming';

export const migrations = [
  Accounts1763856000001,
  Notes1763856000002,
  Pools1763856000003,
  Engagement1763856000004,
  Money1763856000005,
  Walls1763856000006,
  LedgerGuards1763856000007,
  WhoBelongs1763856000008,
  NoteOfCreator1763856000009,
  NoteReviews1763856000010,
  NoteTotals1763856000011,
  LiveBar1763856000012,
  PolicyDesk1763856000013,
  Quarantine1763856000015,
  Simulations1763856000016,
  PlaceResponse1763856000018,
  ReturnBySearch1763856000019,
  FirstReaders1763856000020,
  PolicyReplays1763856000021,
  CreatorRecords1763856000022,
  CreatorChanges1763856000023,
  Shortlists1763856000024,
  ClientsAndProposals1763856000025,
  Matching1763856000026,
  Credibility1763856000027,
  PeersByType1763856000028,
  ArchivedProposals1763856000029,
  BoostsInPortfolios1763856000030,
  Imports1764028800031,
  Reports1764028800032,
  ObservedCreators1764028800033,
  KeptImports1764028800035,
  ReportReads1764028800036,
  CooperationOrders1764028800037,
  WalletBuckets1764028800038,
  Campaigns1764028800039,
  BoostHoldouts1764028800040,
  Recruitments1764028800041,
  StressTests1764028800042,
  Races1764028800043,
  VoucherScope1764028800044,
  SearchPlacement1764028800045,
  AutomationRules1764028800046,
  AgencyDesk1764028800047,
  BudgetPlans1764028800048,
  VoucherCounterfactuals1764028800049,
  Media1764028800050,
  OrderTerms1764028800051,
  ApprovalReach1764028800052,
  SampleParcels1764028800053,
  SearchRetention1764028800054,
  CampaignHoldouts1764028800055,
  RewardPlans1764028800056,
  RewardForecasts1764028800057,
  NoteDrafts1764028800058,
  Guidance1764028800059,
  WeeklyTopics1764028800060,
  NoteAppeals1764028800061,
  ProductSales1764028800062,
  GrowthLevels1764028800063,
  ProfessionalAccounts1764028800064,
  MediaKits1764028800065,
  ReadsByNote1764028800066,
  TopicNotices1764028800067,
  SaidReaders1764028800068,
  OpensToForget1764028800069,
];

/** One description of the connection for the processes, the migrations and the specs. */
export function dataSourceOptions(url: string, poolSize = 10): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    synchronize: false,
    migrationsRun: false,
    migrations,
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto', // so that entities expect gen_random_uuid(), which is built in
    installExtensions: false,
    applicationName: 'poolrise',
    // A forgotten transaction must not hold a wallet for ever.
    extra: { options: '-c idle_in_transaction_session_timeout=30s -c statement_timeout=30s' },
  };
}
