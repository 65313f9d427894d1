import { accounts, balanced, type Account, type Leg, type WalletFunds } from '@poolrise/domain';
import type { RandomStream } from '../random';

export interface JournalEntry {
  id: string;
  workspaceId: string;
  kind:
    | 'rebate-granted'
    | 'compensation-paid'
    | 'credit-granted'
    | 'top-up'
    | 'voucher-granted'
    | 'boost-reserved'
    | 'boost-spent'
    | 'boost-refunded'
    | 'voucher-expired';
  subject: string;
  at: number;
  boostId: string | null;
  voucherId: string | null;
  personId: string | null;
  legs: Leg[];
  cashAfterCents: number;
}

type Posting = Omit<JournalEntry, 'id' | 'legs' | 'cashAfterCents' | 'boostId' | 'voucherId' | 'personId'> &
  Partial<Pick<JournalEntry, 'boostId' | 'voucherId' | 'personId'>>;

/** The journal of the history with the balances it leads to. */
export class LedgerBook {
  private readonly entries: JournalEntry[] = [];
  private readonly balances = new Map<string, Record<Account, number>>();

  constructor(private readonly random: RandomStream) {}

  fundsOf(workspaceId: string): WalletFunds {
    const { compensation, rebate, cash, credit } = this.balancesOf(workspaceId);
    return { compensation, rebate, cash, credit };
  }

  /** Writes one transaction. @throws RangeError when its legs do not sum to zero or the workspace does not hold so much */
  post(posting: Posting, legs: readonly Leg[]): void {
    const entries = balanced(legs);
    if (entries.length === 0) return;
    const balances = this.balancesOf(posting.workspaceId);
    for (const { account, cents } of entries) {
      balances[account] += cents;
      if (balances[account] < 0 && !['topup', 'issued', 'limit'].includes(account))
        throw new RangeError(`${account} of ${posting.workspaceId} falls below zero`);
    }
    this.entries.push({
      boostId: null,
      voucherId: null,
      personId: null,
      ...posting,
      id: this.random.uuid(),
      legs: entries,
      cashAfterCents: balances.cash,
    });
  }

  /** The journal in the order of time: within an hour things were found out in another order than they happened. */
  journal(): JournalEntry[] {
    const cash = new Map<string, number>();
    return [...this.entries]
      .sort((a, b) => a.at - b.at)
      .map((entry) => {
        const moved = entry.legs.find((leg) => leg.account === 'cash')?.cents ?? 0;
        const cashAfterCents = (cash.get(entry.workspaceId) ?? 0) + moved;
        cash.set(entry.workspaceId, cashAfterCents);
        return { ...entry, cashAfterCents };
      });
  }

  private balancesOf(workspaceId: string): Record<Account, number> {
    const known = this.balances.get(workspaceId);
    if (known) return known;
    const opened = Object.fromEntries(accounts.map((account) => [account, 0])) as Record<Account, number>;
    this.balances.set(workspaceId, opened);
    return opened;
  }
}
