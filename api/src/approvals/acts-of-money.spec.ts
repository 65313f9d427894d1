import {
  type Ability,
  type ApprovalKind,
  approvalKinds,
  journalKinds,
  type Operation,
  type OperationId,
  operations,
} from '@poolrise/contracts';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Abilities of those who deal with the workspace's money, and with orders and vouchers of others. */
const abilitiesOfMoney: Ability[] = [
  'launch:boosts',
  'claim:rewards',
  'design:rewards',
  'write:orders',
  'write:campaigns',
  'top-up:wallet',
  'govern:wallet',
  'decide:approvals',
  'judge:orders',
  'grant:vouchers',
  'read:simulations',
  'read:campaigns',
  'read:wallet',
  'close:months',
  'write:proposals',
  'manage:clients',
];

/** As what each act waits when it commits too much. */
const throughTheDoor: Partial<Record<OperationId, ApprovalKind[]>> = {
  launchBoost: ['launch-boost'],
  startRace: ['start-race'],
  keepWinner: ['keep-winner'],
  changeCampaign: ['change-campaign'],
  moveCampaign: ['plan-campaign'],
  applyBudgetPlan: ['apply-budget-plan'],
  inviteCreator: ['invite-creator'],
  moveOrder: ['accept-offer', 'counter-offer', 'extend-rights'],
  publishRecruitment: ['publish-recruitment'],
  answerApplication: ['select-applicant'],
  setApprovalLimit: ['loosen-limit'],
};

const only = {
  asks: 'works something out and keeps nothing that costs',
  back: 'gives money back, or leaves it where it is',
  text: 'writes words, files or settings; no money hangs on them',
  creator: 'is the creator’s side, which commits nothing of its own',
  platform: 'is the platform’s people; the money is held already, or is theirs to give',
  draft: 'is written down as a draft; planning it goes through the door',
  rule: 'can stop a boost and never start one',
  topUp: 'brings money in; a second person agrees above a limit of its own, see top-ups.service.ts',
  decides: 'is the second person’s answer itself',
  agency: 'is the agency’s book-keeping with its client, beside the journal',
};

/** Why the others do not go through it. */
const besideTheDoor: Partial<Record<OperationId, string>> = {
  previewBoost: only.asks,
  previewHoldout: only.asks,
  previewKeywords: only.asks,
  previewRace: only.asks,
  previewItemChanges: only.asks,
  previewProposal: only.asks,
  replayRule: only.asks,
  askReplay: only.asks,
  cancelSimulation: only.asks,
  askOneMoreVoucher: only.asks,
  cancelOneMoreVoucher: only.asks,
  askBudgetPlan: only.asks,
  creatorTerms: only.asks,
  takeEarnings: only.asks,
  saveMediaKit: only.text,
  openMediaKitLink: only.text,
  revokeMediaKitLink: only.text,
  takeStatement: only.asks,
  stopBoost: only.back,
  stopRace: only.back,
  // Ties, unties and stops boosts and orders that were committed one by one.
  changeItems: only.back,
  closeRecruitment: only.back,
  handInDraft: only.creator,
  applyToRecruitment: only.creator,
  withdrawApplication: only.creator,
  claimCreator: only.creator,
  enrolInRewardPlan: only.creator,
  claimReward: only.creator,
  withdrawClaim: only.creator,
  giveSampleAddress: only.creator,
  forgetSampleAddress: only.creator,
  commentDraft: only.text,
  // Of a campaign that was planned already; a part of the readers is shown nothing, and no more is bought.
  registerHoldout: only.text,
  withdrawHoldout: only.text,
  writeBriefTemplate: only.text,
  changeBriefTemplate: only.text,
  deleteBriefTemplate: only.text,
  setInvoiceBuyer: only.text,
  readCampaignAlerts: only.text,
  writeProposal: only.text,
  archiveProposal: only.text,
  writeProposalVersion: only.text,
  shareProposalVersion: only.text,
  openProposalLink: only.text,
  revokeProposalLink: only.text,
  foundClient: only.text,
  letIntoClient: only.text,
  takeOutOfClient: only.text,
  setAgencySla: only.text,
  createCampaign: only.draft,
  draftRewardPlan: only.text,
  changeRewardPlan: only.text,
  forecastRewardPlan: only.asks,
  deleteCampaign: only.draft,
  writeRule: only.rule,
  changeRule: only.rule,
  deleteRule: only.rule,
  switchRule: only.rule,
  topUp: only.topUp,
  approveTopUp: only.topUp,
  refuseTopUp: only.topUp,
  approve: only.decides,
  reject: only.decides,
  explainApproval: only.decides,
  judgeOrder: only.platform,
  answerDeskClaim: only.platform,
  grantVouchers: only.platform,
  revokeVoucher: only.platform,
  moveRewardPlan: only.platform,
  widenRewardPlan: only.platform,
  answerRewardClaim: only.platform,
  revokeRewardClaim: only.platform,
  setClientFee: only.agency,
  recordRebate: only.agency,
  adjustStatement: only.agency,
  closeMonth: only.agency,
  sendMonth: only.agency,
};

/** By which acts each kind of entry takes money that was free, or why it takes none. */
const entries: Record<(typeof journalKinds)[number], ApprovalKind[] | string> = {
  // The rounds of a race begin by themselves and stay within the budget that the race was started with.
  'boost-reserved': ['launch-boost', 'start-race', 'keep-winner'],
  'order-held': ['invite-creator', 'select-applicant', 'accept-offer', 'counter-offer', 'extend-rights'],
  'order-paid':
    'pays out of what was held; longer rights are brought to their price by the act that accepts them',
  'boost-spent': 'spends what was reserved',
  'boost-refunded': only.back,
  'order-released': only.back,
  'order-earned': 'is the creator’s income',
  'top-up': only.topUp,
  'voucher-granted': only.platform,
  'voucher-expired': 'ends by its own terms',
  'voucher-revoked': only.platform,
  'rebate-granted': only.platform,
  'compensation-paid': only.platform,
  'credit-granted': only.platform,
  'reward-paid': only.platform,
  'credit-repaid': 'follows from a top-up: what is owed is paid first',
};

/** Where money moves: by whom the journal is written, boosts are launched, and orders are made. */
const writers: Record<string, string[]> = {
  'ledger.post(': [
    'boosts/boost-settlement.ts',
    'boosts/boosts.service.ts',
    'collaborations/order-books.ts',
    'rewards/give-rewards.ts',
    'vouchers/vouchers.service.ts',
    'wallet/top-ups.service.ts',
  ],
  'boosts.launch(': ['boosts/approvable-boost.ts', 'races/race-rounds.ts', 'races/races.service.ts'],
  'races.start(': ['races/approvable-race.ts'],
  'races.keep(': ['races/approvable-race.ts'],
  // The first invites people into a workspace, not creators to an order.
  'invitations.invite(': ['accounts/invitations.controller.ts', 'collaborations/approvable-invitation.ts'],
  'orders.move(': ['collaborations/approvable-moves.ts', 'collaborations/orders.controller.ts'],
  'agreed.make(': ['recruitments/selection.service.ts'],
  'recruitments.publish(': ['recruitments/approvable-recruitment.ts'],
  'campaigns.change(': ['budgets/budgets.service.ts', 'campaigns/approvable-campaign.ts'],
  'campaigns.move(': ['campaigns/approvable-campaign.ts'],
  'budgets.apply(': ['budgets/approvable-budget-plan.ts'],
  'setApprovalLimit(': ['approvals/approvable-limit.ts', 'approvals/limits.service.ts'],
};

const root = path.join(import.meta.dirname, '..');
const sources = globSync('*/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

/** What the controller does for an operation: from its address to the next one. */
const servedBy = (id: OperationId): string => {
  const controller = sources.find(({ text }) => text.includes(`@Serves('${id}')`));
  const [, rest = ''] = controller?.text.split(`@Serves('${id}')`) ?? [];
  return rest.split('@Serves(')[0] ?? '';
};

describe('acts that commit money', () => {
  const writing = (Object.entries(operations) as [OperationId, Operation][]).filter(
    ([, { method, access }]) =>
      method !== 'get' && 'ability' in access && abilitiesOfMoney.includes(access.ability),
  );

  it('go through the door, or say why not; a new one has to choose', () => {
    expect(writing.length).toBeGreaterThan(40);
    const named = [...Object.keys(throughTheDoor), ...Object.keys(besideTheDoor)].sort();
    expect(named).toEqual(writing.map(([id]) => id).sort());
  });

  it('are sent through it by their controllers, and say so in the contract', () => {
    for (const [id, { refusals }] of writing) {
      const passes = id in throughTheDoor;
      expect([id, refusals.includes('approval-asked')]).toEqual([id, passes]);
      expect([id, /\.through\(|\.limits\.set\(/.test(servedBy(id))]).toEqual([id, passes]);
    }
  });

  it('leave no kind of request that nothing asks for', () => {
    expect(Object.values(throughTheDoor).flat().sort()).toEqual([...approvalKinds].sort());
  });

  it('are behind every entry that takes free money', () => {
    expect(Object.keys(entries).sort()).toEqual([...journalKinds].sort());
    const holding = Object.values(entries).flatMap((by) => (typeof by === 'string' ? [] : by));
    // What a plan promises is held act by act.
    const promises: ApprovalKind[] = [
      'plan-campaign',
      'change-campaign',
      'apply-budget-plan',
      'publish-recruitment',
      'loosen-limit',
    ];
    expect([...holding, ...promises].sort()).toEqual([...approvalKinds].sort());
  });

  it('are carried out where they are named, and by no controller', () => {
    for (const [call, files] of Object.entries(writers)) {
      const called = sources.filter(({ text }) => text.includes(call) && !text.includes(`const ${call}`));
      expect([
        call,
        called
          .map(({ file }) => file)
          .filter((file) => file !== 'wallet/wallet-settings.ts')
          .sort(),
      ]).toEqual([call, files]);
    }
  });
});
