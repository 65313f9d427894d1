import type { BoostAudience } from '@poolrise/contracts';
import type { BoostGoal, Category, HoldoutAsk, VoucherKind } from '@poolrise/domain';
import type { WorkspaceKey } from '../cast/cast';

/** What people and the platform did with money in the history; hours are before now, the future is negative. */
export interface MoneyScript {
  workspace: WorkspaceKey;
  /** E-mail of whoever launches, and of whoever pays in. */
  marketer: string;
  payer: string;
  topUps: readonly { hoursAgo: number; cents: number; reference: string }[];
  /** What the platform gave beside vouchers: rebates, compensation, credit up to a limit. */
  given?: readonly GivenScript[];
  /** A top-up that still waits for a second person, and the rule that lets it. */
  waiting?: { hoursAgo: number; cents: number; reference: string };
  settings?: WalletSettingsScript;
  vouchers: readonly VoucherScript[];
  boosts: readonly BoostScript[];
}

export interface GivenScript {
  hoursAgo: number;
  bucket: 'rebate' | 'compensation' | 'credit';
  cents: number;
  subject: string;
}

export interface WalletSettingsScript {
  hoursAgo: number;
  approvalAboveCents: number;
  buyerName: string;
  buyerTaxNumber: string;
  buyerAddress: string;
  /** E-mail of the owner who set it. */
  changedBy: string;
}

export interface VoucherScript {
  /** By which boosts name it. */
  key: string;
  name: string;
  kind: VoucherKind;
  grantedHoursAgo: number;
  expiresInHours: number;
  validInHours?: number;
  faceCents?: number;
  basisPoints?: number;
  impressions?: number;
  minBudgetCents?: number;
  stackable?: boolean;
  categories?: readonly Category[];
  goals?: readonly BoostGoal[];
  maxShareBasisPoints?: number;
  grantedBy: string;
}

export interface BoostScript {
  hoursAgo: number;
  /** Hours after the launch at which it starts; 0 at once. */
  startsAfter?: number;
  goal: BoostGoal;
  budgetCents: number;
  durationHours: number;
  vouchers?: readonly string[];
  audience?: BoostAudience;
  /** Share of the plan that readers were found for. */
  delivery?: number;
  /** Readers who are not shown it, to find out what it brings. */
  holdout?: HoldoutAsk;
  /** Stopped by hand so many hours after the launch. */
  stoppedAfter?: number;
}

/** Who grants vouchers. */
export const grants = {
  season: '社区 · 冬季加热季',
  welcome: '社区 · 新品牌礼包',
} as const;
