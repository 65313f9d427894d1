import { ApiKey } from './accounts/api-key.entity';
import { AuditEvent } from './accounts/audit-event.entity';
import { Invitation } from './accounts/invitation.entity';
import { Member } from './accounts/member.entity';
import { Person } from './accounts/person.entity';
import { Session } from './accounts/session.entity';
import { Workspace } from './accounts/workspace.entity';
import { BoostHour } from './boosts/boost-hour.entity';
import { Boost } from './boosts/boost.entity';
import { KeptCampaign } from './campaigns/kept-campaign.entity';
import { KeptOrder } from './collaborations/kept-order.entity';
import { KeptRecruitment } from './recruitments/kept-recruitment.entity';
import { Creator } from './creators/creator.entity';
import { LedgerAccount } from './ledger/ledger-account.entity';
import { LedgerEntry } from './ledger/ledger-entry.entity';
import { LedgerTransaction } from './ledger/ledger-transaction.entity';
import { TopUp } from './wallet/top-up.entity';
import { WalletSettings } from './wallet/wallet-settings.entity';
import { ImportFile } from './imports/import-file.entity';
import { Brief } from './matching/brief.entity';
import { Portfolio } from './matching/portfolio.entity';
import { BudgetPlan } from './budgets/budget-plan.entity';
import { StressTest } from './matching/stress-test.entity';
import { NoteReview } from './notes/note-review.entity';
import { Note } from './notes/note.entity';
import { PoolDecision } from './pools/pool-decision.entity';
import { PolicyActivation } from './pools/policy-activation.entity';
import { PolicyCanary } from './pools/policy-canary.entity';
import { PoolPolicy } from './pools/pool-policy.entity';
import { ApprovalRequest } from './approvals/approval-request.entity';
import { Commitment } from './approvals/commitment.entity';
import { Race } from './races/race.entity';
import { AutomationRule } from './rules/automation-rule.entity';
import { CreatorListEntry } from './shortlists/creator-list-entry.entity';
import { BriefTemplate } from './brief-templates/brief-template.entity';
import { CreatorList } from './shortlists/creator-list.entity';
import { CreatorMark } from './shortlists/creator-mark.entity';
import { SavedCreatorSearch } from './shortlists/saved-creator-search.entity';
import { SimulationRun } from './simulations/simulation-run.entity';
import { BoostVoucher } from './vouchers/boost-voucher.entity';
import { Voucher } from './vouchers/voucher.entity';

/** Every entity, for the spec that compares them with the migrated tables. */
export const entities: (new () => object)[] = [
  ApiKey,
  AuditEvent,
  Invitation,
  Member,
  Person,
  Session,
  Workspace,
  BoostHour,
  Boost,
  KeptCampaign,
  KeptOrder,
  KeptRecruitment,
  Creator,
  LedgerAccount,
  LedgerEntry,
  LedgerTransaction,
  TopUp,
  WalletSettings,
  ImportFile,
  Brief,
  Portfolio,
  StressTest,
  BudgetPlan,
  Note,
  NoteReview,
  PoolDecision,
  PolicyActivation,
  PolicyCanary,
  PoolPolicy,
  Race,
  ApprovalRequest,
  Commitment,
  AutomationRule,
  CreatorListEntry,
  BriefTemplate,
  CreatorList,
  CreatorMark,
  SavedCreatorSearch,
  SimulationRun,
  BoostVoucher,
  Voucher,
];
