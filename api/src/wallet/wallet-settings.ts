import type { SetInvoiceBuyer, WalletSettingsView } from '@poolrise/contracts';
import { abilities } from '@poolrise/contracts';
import { approvalAboveCents, approvalRuleOn, dayInShanghai } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { announce } from '../live/announce';
import { WalletSettings } from './wallet-settings.entity';

/** What holds where nothing was set. */
const walletDefaults = {
  approvalAboveCents: approvalAboveCents as number | null,
  commitAboveCents: null as number | null,
  buyerName: '',
  buyerTaxNumber: '',
  buyerAddress: '',
};

/** What holds for a workspace now. */
export async function walletSettingsOf(
  tx: EntityManager,
  workspaceId: string,
): Promise<Pick<WalletSettings, keyof typeof walletDefaults> & Partial<WalletSettings>> {
  return (await tx.findOneBy(WalletSettings, { workspaceId })) ?? walletDefaults;
}

/** The same for a screen, with who changed it last and how many could let a top-up through. */
export async function walletSettingsView(
  tx: EntityManager,
  workspaceId: string,
): Promise<WalletSettingsView> {
  const settings = await walletSettingsOf(tx, workspaceId);
  const [people] = await tx.query<{ deciders: number; committers: number; name: string | null }[]>(
    `select (select count(*)::int from member where workspace_id = $1 and role = any($2)) as deciders,
            (select count(*)::int from member where workspace_id = $1 and role = any($4)) as committers,
            (select name from person where id = $3) as name`,
    [
      workspaceId,
      [...abilities['top-up:wallet']],
      settings.changedBy ?? null,
      [...abilities['decide:approvals']],
    ],
  );
  return {
    approvalAboveCents: settings.approvalAboveCents,
    commitAboveCents: settings.commitAboveCents,
    sumHours: approvalRuleOn(dayInShanghai(new Date())).sumHours,
    committers: people?.committers ?? 0,
    deciders: people?.deciders ?? 0,
    buyer: buyerOf(settings),
    changedBy: people?.name ?? null,
    changedAt: settings.changedAt?.toISOString() ?? null,
  };
}

/** Whom invoices name; null until somebody has said so. */
export const buyerOf = ({
  buyerName,
  buyerTaxNumber,
  buyerAddress,
}: Pick<WalletSettings, keyof typeof walletDefaults>): WalletSettingsView['buyer'] =>
  buyerName === '' ? null : { name: buyerName, taxNumber: buyerTaxNumber, address: buyerAddress };

/** The two limits, in cents; null asks nobody. */
export type Limits = Pick<typeof walletDefaults, 'approvalAboveCents' | 'commitAboveCents'>;

export const limitsIn = ({ approvalAboveCents, commitAboveCents }: Limits): Limits => ({
  approvalAboveCents,
  commitAboveCents,
});

/** What waits already goes on waiting: the limit of the moment it was asked for is its own. */
export const setApprovalLimit = (
  tx: EntityManager,
  workspaceId: string,
  personId: string | null,
  limits: Partial<Limits>,
  now = new Date(),
): Promise<WalletSettingsView> => change(tx, workspaceId, personId, limits, 'wallet.limit-set', now);

export const setInvoiceBuyer = (
  tx: EntityManager,
  workspaceId: string,
  personId: string,
  { name, taxNumber, address }: SetInvoiceBuyer,
  now = new Date(),
): Promise<WalletSettingsView> =>
  change(
    tx,
    workspaceId,
    personId,
    { buyerName: name, buyerTaxNumber: taxNumber, buyerAddress: address },
    'wallet.buyer-set',
    now,
  );

async function change(
  tx: EntityManager,
  workspaceId: string,
  personId: string | null,
  changes: Partial<typeof walletDefaults>,
  action: 'wallet.limit-set' | 'wallet.buyer-set',
  changedAt: Date,
): Promise<WalletSettingsView> {
  // Two people may set different things at the same moment: each writes its own columns of the one row.
  const row = { workspaceId, ...walletDefaults, ...changes, changedBy: personId, changedAt };
  await tx
    .createQueryBuilder()
    .insert()
    .into(WalletSettings)
    .values(row)
    .orUpdate([...Object.keys(changes).map(snake), 'changed_by', 'changed_at'], ['workspace_id'])
    .execute();
  await audit(tx, { workspaceId, personId, action, subjectId: workspaceId, detail: { ...changes } });
  await announce(tx, workspaceId, 'wallet');
  return walletSettingsView(tx, workspaceId);
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
