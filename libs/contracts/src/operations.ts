import { accountOperations } from './operations/account-operations';
import { agencyDeskOperations } from './operations/agency-desk-operations';
import { agencyOperations } from './operations/agency-operations';
import { appealOperations } from './operations/appeal-operations';
import { approvalOperations } from './operations/approval-operations';
import { boostOperations } from './operations/boost-operations';
import { budgetOperations } from './operations/budget-operations';
import { briefTemplateOperations } from './operations/brief-template-operations';
import { campaignOperations } from './operations/campaign-operations';
import { complianceOperations } from './operations/compliance-operations';
import { consoleOperations } from './operations/console-operations';
import { creatorDeskOperations } from './operations/creator-desk-operations';
import { creatorOperations } from './operations/creator-operations';
import { credibilityOperations } from './operations/credibility-operations';
import { deskOperations } from './operations/desk-operations';
import { earningOperations } from './operations/earning-operations';
import { growthOperations } from './operations/growth-operations';
import { guidanceOperations } from './operations/guidance-operations';
import { importOperations } from './operations/import-operations';
import { matchingOperations } from './operations/matching-operations';
import { mediaKitOperations } from './operations/media-kit-operations';
import { mediaOperations } from './operations/media-operations';
import { noteDraftOperations } from './operations/note-draft-operations';
import { noteOperations } from './operations/note-operations';
import { observedCreatorOperations } from './operations/observed-creator-operations';
import { observedOperations } from './operations/observed-operations';
import { oneMoreOperations } from './operations/one-more-operations';
import { orderOperations } from './operations/order-operations';
import { policyOperations } from './operations/policy-operations';
import { policyReplayOperations } from './operations/policy-replay-operations';
import { professionalOperations } from './operations/professional-operations';
import { proposalOperations } from './operations/proposal-operations';
import { quarantineOperations } from './operations/quarantine-operations';
import { raceOperations } from './operations/race-operations';
import { readerOperations } from './operations/reader-operations';
import { recruitmentOperations } from './operations/recruitment-operations';
import { reportOperations } from './operations/report-operations';
import { reviewOperations } from './operations/review-operations';
import { rewardDeskOperations } from './operations/reward-desk-operations';
import { rewardOperations } from './operations/reward-operations';
import { ruleOperations } from './operations/rule-operations';
import { shortlistOperations } from './operations/shortlist-operations';
import { trustOperations } from './operations/trust-operations';
import { simulationOperations } from './operations/simulation-operations';
import { topicOperations } from './operations/topic-operations';
import { voucherDeskOperations } from './operations/voucher-desk-operations';
import { walletOperations } from './operations/wallet-operations';

export type { Operation } from './operations/operation';

/** Every public operation by its id; the order is that of the documentation. */
export const operations = {
  ...accountOperations,
  ...readerOperations,
  ...noteOperations,
  ...noteDraftOperations,
  ...complianceOperations,
  ...guidanceOperations,
  ...creatorOperations,
  ...shortlistOperations,
  ...agencyOperations,
  ...agencyDeskOperations,
  ...proposalOperations,
  ...credibilityOperations,
  ...matchingOperations,
  ...importOperations,
  ...observedOperations,
  ...observedCreatorOperations,
  ...reportOperations,
  ...mediaOperations,
  ...orderOperations,
  ...briefTemplateOperations,
  ...campaignOperations,
  ...budgetOperations,
  ...recruitmentOperations,
  ...deskOperations,
  ...rewardOperations,
  ...rewardDeskOperations,
  ...creatorDeskOperations,
  ...earningOperations,
  ...mediaKitOperations,
  ...growthOperations,
  ...professionalOperations,
  ...boostOperations,
  ...raceOperations,
  ...approvalOperations,
  ...ruleOperations,
  ...walletOperations,
  ...voucherDeskOperations,
  ...topicOperations,
  ...consoleOperations,
  ...reviewOperations,
  ...appealOperations,
  ...policyOperations,
  ...policyReplayOperations,
  ...quarantineOperations,
  ...trustOperations,
  ...simulationOperations,
  ...oneMoreOperations,
};
export type OperationId = keyof typeof operations;
