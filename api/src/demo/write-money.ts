import { randomUUID } from 'node:crypto';
import { readerArms } from '@poolrise/domain';
import type { World, WorldBoost } from '@poolrise/scenario';
import type { BulkWriter } from './bulk-writer';
import { searchBoostOf, teaWords } from './write-searches';

/** Vouchers, boosts and the journal behind every cent. The ledger's triggers build the balances and check every sum. */
export async function writeMoney(writer: BulkWriter, world: World): Promise<void> {
  await writeVouchers(writer, world);
  await writeBoosts(writer, world);
  await writeJournal(writer, world);
  await writeTopUps(writer, world);
}

function writeVouchers(writer: BulkWriter, { vouchers }: World): Promise<void> {
  return writer.insert('voucher', vouchers, {
    id: ['uuid', ({ id }) => id],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    name: ['text', ({ name }) => name],
    kind: ['text', ({ kind }) => kind],
    face_cents: ['bigint', ({ faceCents }) => faceCents],
    remaining_cents: ['bigint', ({ remainingCents }) => remainingCents],
    ratio_basis_points: ['integer', ({ ratioBasisPoints }) => ratioBasisPoints],
    impressions: ['integer', ({ impressions }) => impressions],
    minimum_budget_cents: ['bigint', ({ minimumBudgetCents }) => minimumBudgetCents],
    stackable: ['boolean', ({ stackable }) => stackable],
    categories: ['text[]', ({ categories }) => categories],
    goals: ['text[]', ({ goals }) => goals],
    max_share_basis_points: ['integer', ({ maxShareBasisPoints }) => maxShareBasisPoints],
    valid_from: ['instant', ({ validFrom }) => validFrom],
    expires_at: ['instant', ({ expiresAt }) => expiresAt],
    used_at: ['instant', ({ usedAt }) => usedAt],
    lapsed_at: ['instant', ({ lapsedAt }) => lapsedAt],
    granted_by: ['text', ({ grantedBy }) => grantedBy],
  });
}

async function writeBoosts(writer: BulkWriter, world: World): Promise<void> {
  const { boosts, voucherUses, notes, trials } = world;
  const inSearch = searchBoostOf(world)?.id;
  const registered = new Map(trials.map(({ boostId, registration }) => [boostId, registration]));
  await writer.insert('boost', boosts, {
    id: ['uuid', ({ id }) => id],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    note_id: ['uuid', ({ note }) => notes[note]?.id],
    request_key: ['uuid', ({ requestKey }) => requestKey],
    request_hash: ['text', () => 'demo'],
    goal: ['text', ({ plan }) => plan.goal],
    budget_cents: ['bigint', ({ plan }) => plan.budgetCents],
    voucher_cents: ['bigint', ({ plan }) => plan.voucherCents],
    wallet_cents: ['bigint', ({ plan }) => plan.walletCents],
    compensation_cents: ['bigint', ({ plan }) => plan.wallet.compensation],
    rebate_cents: ['bigint', ({ plan }) => plan.wallet.rebate],
    credit_cents: ['bigint', ({ plan }) => plan.wallet.credit],
    cents_per_thousand: ['integer', ({ plan }) => plan.centsPerThousand],
    planned_impressions: ['integer', ({ plan }) => plan.plannedImpressions],
    placement: ['text', ({ id }) => (id === inSearch ? 'search' : 'feed')],
    keywords: ['jsonb', ({ id }) => (id === inSearch ? teaWords.keywords : null)],
    negatives: ['text[]', ({ id }) => (id === inSearch ? teaWords.negatives : null)],
    // Words choose the readers of a search.
    audience: ['jsonb', ({ id, audience }) => (id === inSearch ? {} : audience)],
    holdout: ['jsonb', ({ id }) => registered.get(id)],
    state: ['text', ({ state }) => state],
    starts_at: ['instant', ({ plan }) => plan.startsAt],
    ends_at: ['instant', ({ plan }) => plan.endsAt],
    launched_by: ['uuid', ({ launchedBy }) => launchedBy],
    launched_at: ['instant', ({ launchedAt }) => launchedAt],
    ended_at: ['instant', ({ endedAt }) => endedAt],
    delivered_impressions: ['integer', ({ deliveredImpressions }) => deliveredImpressions],
    spent_cents: ['bigint', ({ spentCents }) => spentCents],
    voucher_spent_cents: ['bigint', ({ voucherSpentCents }) => voucherSpentCents],
    compensation_spent_cents: ['bigint', ({ walletSpent }) => walletSpent.compensation],
    rebate_spent_cents: ['bigint', ({ walletSpent }) => walletSpent.rebate],
    credit_spent_cents: ['bigint', ({ walletSpent }) => walletSpent.credit],
    refunded_cents: ['bigint', ({ refundedCents }) => refundedCents],
    lapsed_cents: ['bigint', ({ lapsedCents }) => lapsedCents],
    next_settle_at: ['instant', nextSettleAt],
  });
  await writer.insert('boost_voucher', voucherUses, {
    boost_id: ['uuid', ({ boostId }) => boostId],
    voucher_id: ['uuid', ({ voucherId }) => voucherId],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    position: ['integer', ({ position }) => position],
    reserved_cents: ['bigint', ({ reservedCents }) => reservedCents],
    spent_cents: ['bigint', ({ spentCents }) => spentCents],
    returned_cents: ['bigint', ({ returnedCents }) => returnedCents],
    lapsed_cents: ['bigint', ({ lapsedCents }) => lapsedCents],
    impressions: ['integer', ({ impressions }) => impressions],
  });
  const hours = boosts.flatMap(({ id, workspaceId, hours: byHour }) =>
    [...byHour].map(([hour, counts]) => ({ id, workspaceId, hour, counts })),
  );
  await writer.insert('boost_hour', hours, {
    boost_id: ['uuid', ({ id }) => id],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    hour: ['instant', ({ hour }) => hour],
    impressions: ['integer', ({ counts }) => counts.impressions],
    clicks: ['integer', ({ counts }) => counts.clicks],
    likes: ['integer', ({ counts }) => counts.likes],
    collects: ['integer', ({ counts }) => counts.collects],
    follows: ['integer', ({ counts }) => counts.follows],
  });
  await writeTrials(writer, trials);
  await writeTrail(writer, boosts);
}

/** What the trials found, as the worker would have counted it. */
function writeTrials(writer: BulkWriter, trials: World['trials']): Promise<void> {
  return writer.insert(
    'trial_lift_hour',
    trials.flatMap(({ hours }) => hours),
    {
      trial_id: ['uuid', ({ trialId }) => trialId],
      hour: ['instant', ({ hour }) => hour],
      arm: ['integer', ({ arm }) => readerArms.indexOf(arm)],
      workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
      readers: ['integer', ({ readers }) => readers],
      readers_acting: ['integer', ({ acting }) => acting],
      engagers_acting: ['integer', ({ engaged }) => engaged],
      other_shown: ['integer', ({ otherShown }) => otherShown],
      other_advertised: ['integer', ({ otherAdvertised }) => otherAdvertised],
      other_read: ['integer', ({ otherRead }) => otherRead],
    },
  );
}

/** Who launched and who stopped, as the audit trail would have it. */
async function writeTrail(writer: BulkWriter, boosts: readonly WorldBoost[]): Promise<void> {
  const launched = boosts.map((boost) => ({ boost, action: 'boost.launched', at: boost.launchedAt }));
  const stopped = boosts
    .filter(({ state }) => state === 'stopped')
    .map((boost) => ({ boost, action: 'boost.stopped', at: boost.endedAt }));
  await writer.insert('audit_event', [...launched, ...stopped], {
    workspace_id: ['uuid', ({ boost }) => boost.workspaceId],
    person_id: ['uuid', ({ boost }) => boost.launchedBy],
    action: ['text', ({ action }) => action],
    subject_id: ['uuid', ({ boost }) => boost.id],
    detail: [
      'jsonb',
      ({ boost, action }) => (action === 'boost.launched' ? { budgetCents: boost.plan.budgetCents } : {}),
    ],
    at: ['instant', ({ at }) => at],
  });
}

async function writeJournal(writer: BulkWriter, { journal }: World): Promise<void> {
  await writer.insert('ledger_transaction', journal, {
    id: ['uuid', ({ id }) => id],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    kind: ['text', ({ kind }) => kind],
    subject: ['text', ({ subject }) => subject],
    at: ['instant', ({ at }) => at],
    boost_id: ['uuid', ({ boostId }) => boostId],
    voucher_id: ['uuid', ({ voucherId }) => voucherId],
    person_id: ['uuid', ({ personId }) => personId],
    cash_after_cents: ['bigint', ({ cashAfterCents }) => cashAfterCents],
  });
  // A statement has all legs of a transaction: after each the database asks whether they sum to zero.
  const transactionsAtOnce = 1_500;
  for (let from = 0; from < journal.length; from += transactionsAtOnce)
    await writeLegs(writer, journal.slice(from, from + transactionsAtOnce));
}

async function writeLegs(writer: BulkWriter, journal: World['journal']): Promise<void> {
  const legs = journal.flatMap(({ id, workspaceId, legs: entries }) =>
    entries.map((leg) => ({ id, workspaceId, ...leg })),
  );
  await writer.insert('ledger_entry', legs, {
    transaction_id: ['uuid', ({ id }) => id],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    account: ['text', ({ account }) => account],
    cents: ['bigint', ({ cents }) => cents],
  });
}

/** Every top-up of the journal is the record of somebody; what waits has moved nothing yet. */
async function writeTopUps(writer: BulkWriter, world: World): Promise<void> {
  const { journal, waitingTopUps, walletSettings } = world;
  await writer.insert(
    'top_up',
    journal.filter(({ kind }) => kind === 'top-up'),
    {
      // One of ours as good as another: nobody will ask again under it.
      request_key: ['uuid', ({ id }) => id],
      request_hash: ['text', () => 'demo'],
      workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
      cents: ['bigint', ({ legs }) => legs.find(({ account }) => account === 'cash')?.cents ?? 0],
      reference: ['text', ({ subject }) => subject],
      state: ['text', () => 'recorded'],
      asked_by: ['uuid', ({ personId }) => personId],
      asked_at: ['instant', ({ at }) => at],
      transaction_id: ['uuid', ({ id }) => id],
    },
  );
  await writer.insert('top_up', waitingTopUps, {
    request_key: ['uuid', () => randomUUID()],
    request_hash: ['text', () => 'demo'],
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    cents: ['bigint', ({ cents }) => cents],
    reference: ['text', ({ reference }) => reference],
    state: ['text', () => 'waiting'],
    asked_by: ['uuid', ({ askedBy }) => askedBy],
    asked_at: ['instant', ({ askedAt }) => askedAt],
  });
  await writer.insert('wallet_settings', walletSettings, {
    workspace_id: ['uuid', ({ workspaceId }) => workspaceId],
    approval_above_cents: ['bigint', ({ approvalAboveCents }) => approvalAboveCents],
    buyer_name: ['text', ({ buyerName }) => buyerName],
    buyer_tax_number: ['text', ({ buyerTaxNumber }) => buyerTaxNumber],
    buyer_address: ['text', ({ buyerAddress }) => buyerAddress],
    changed_by: ['uuid', ({ changedBy }) => changedBy],
    changed_at: ['instant', ({ changedAt }) => changedAt],
  });
}

/** A running boost is looked at when it ends, a scheduled one when it starts, an ended one never again. */
function nextSettleAt({ state, plan }: WorldBoost): number | null {
  if (state === 'running') return plan.endsAt;
  return state === 'scheduled' ? plan.startsAt : null;
}
