import { workspaceOf, type Cast } from '../cast/cast';
import type { WalletSettingsScript } from './money-script';
import { moneyScripts } from './money-scripts';
import { hourMs } from './publish';

/** A top-up that waits for a second person now. */
export interface WaitingTopUp {
  workspaceId: string;
  askedBy: string;
  askedAt: number;
  cents: number;
  reference: string;
}

/** What a workspace has decided about its wallet. */
export interface WorldWalletSettings extends Omit<WalletSettingsScript, 'hoursAgo'> {
  workspaceId: string;
  changedAt: number;
}

export const waitingTopUps = (cast: Cast, end: number): WaitingTopUp[] =>
  moneyScripts.flatMap(({ workspace, payer, waiting }) =>
    waiting
      ? {
          workspaceId: workspaceOf(cast, workspace).id,
          askedBy: idOf(cast, payer),
          askedAt: end - waiting.hoursAgo * hourMs,
          cents: waiting.cents,
          reference: waiting.reference,
        }
      : [],
  );

export const walletSettings = (cast: Cast, end: number): WorldWalletSettings[] =>
  moneyScripts.flatMap(({ workspace, settings }) =>
    settings
      ? {
          ...settings,
          workspaceId: workspaceOf(cast, workspace).id,
          changedBy: idOf(cast, settings.changedBy),
          changedAt: end - settings.hoursAgo * hourMs,
        }
      : [],
  );

function idOf(cast: Cast, email: string): string {
  const person = cast.people.find((one) => one.email === email);
  if (!person) throw new Error(`${email} is not in the cast`);
  return person.id;
}
