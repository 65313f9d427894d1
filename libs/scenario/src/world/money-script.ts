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
  vouchers: readonly VoucherScript[];
  boosts: readonly BoostScript[];
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
