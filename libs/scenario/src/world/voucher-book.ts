import type {
  BoostGoal,
  BoostPlan,
  BoostRefund,
  Category,
  Voucher,
  VoucherKind,
  VoucherPart,
} from '@poolrise/domain';
import type { RandomStream } from '../random';
import type { LedgerBook } from './ledger-book';
import type { VoucherScript } from './money-script';
import { hourMs } from './publish';

/** A voucher of the history, in the shape of its row. */
export interface WorldVoucher {
  id: string;
  key: string;
  workspaceId: string;
  name: string;
  kind: VoucherKind;
  faceCents: number;
  remainingCents: number;
  ratioBasisPoints: number;
  impressions: number;
  minimumBudgetCents: number;
  stackable: boolean;
  categories: Category[];
  goals: BoostGoal[];
  maxShareBasisPoints: number;
  validFrom: number;
  expiresAt: number;
  usedAt: number | null;
  lapsedAt: number | null;
  grantedBy: string;
}

/** A voucher's part in a boost. */
export interface WorldVoucherUse {
  boostId: string;
  voucherId: string;
  workspaceId: string;
  position: number;
  reservedCents: number;
  spentCents: number;
  returnedCents: number;
  lapsedCents: number;
  impressions: number;
}

/** The vouchers of the history. Only fixed ones are money in the journal, as in the running product. */
export class VoucherBook {
  readonly vouchers: WorldVoucher[] = [];
  readonly uses: WorldVoucherUse[] = [];

  constructor(
    private readonly random: RandomStream,
    private readonly ledger: LedgerBook,
  ) {}

  grant(workspaceId: string, script: VoucherScript, at: number, now: number): void {
    const { key, name, kind, grantedBy } = script;
    const faceCents = script.faceCents ?? 0;
    const bookedCents = kind === 'fixed' ? faceCents : 0;
    const id = this.random.uuid();
    this.vouchers.push({
      id,
      key,
      workspaceId,
      name,
      kind,
      faceCents,
      remainingCents: bookedCents,
      ratioBasisPoints: script.basisPoints ?? 0,
      impressions: script.impressions ?? 0,
      minimumBudgetCents: script.minBudgetCents ?? 0,
      stackable: script.stackable ?? false,
      categories: [...(script.categories ?? [])],
      goals: [...(script.goals ?? [])],
      maxShareBasisPoints: script.maxShareBasisPoints ?? 10_000,
      validFrom: script.validInHours === undefined ? at : now + script.validInHours * hourMs,
      expiresAt: now + script.expiresInHours * hourMs,
      usedAt: null,
      lapsedAt: null,
      grantedBy,
    });
    this.ledger.post({ workspaceId, kind: 'voucher-granted', subject: name, at, voucherId: id }, [
      { account: 'issued', cents: -bookedCents },
      { account: 'voucher', cents: bookedCents },
    ]);
  }

  /** The vouchers that a launch names, as the domain reads them. */
  chosen(workspaceId: string, keys: readonly string[]): Voucher[] {
    return keys.map((key) => {
      const voucher = this.vouchers.find((one) => one.workspaceId === workspaceId && one.key === key);
      if (!voucher) throw new Error(`No voucher ${key} was granted`);
      return termsOf(voucher);
    });
  }

  reserve(boostId: string, plan: BoostPlan, at: number): void {
    plan.vouchers.forEach((use, position) => {
      const voucher = this.voucher(use.voucherId);
      voucher.remainingCents = 0;
      voucher.usedAt = at;
      this.uses.push({
        boostId,
        voucherId: use.voucherId,
        workspaceId: voucher.workspaceId,
        position,
        reservedCents: use.cents,
        spentCents: 0,
        returnedCents: 0,
        lapsedCents: 0,
        impressions: use.impressions,
      });
    });
  }

  partsOf(boostId: string): VoucherPart[] {
    return this.usesOf(boostId).map((use) => {
      const { kind, expiresAt } = this.voucher(use.voucherId);
      return { voucherId: use.voucherId, kind, cents: use.reservedCents, expiresAt };
    });
  }

  spend(boostId: string, parts: readonly { voucherId: string; cents: number }[]): void {
    for (const use of this.usesOf(boostId))
      use.spentCents = parts.find((part) => part.voucherId === use.voucherId)?.cents ?? use.spentCents;
  }

  release(boostId: string, refund: BoostRefund): void {
    for (const use of this.usesOf(boostId)) {
      use.returnedCents = refund.toVouchers.find((part) => part.voucherId === use.voucherId)?.cents ?? 0;
      use.lapsedCents = use.reservedCents - use.spentCents - use.returnedCents;
      if (use.returnedCents === 0) continue;
      const voucher = this.voucher(use.voucherId);
      voucher.remainingCents = use.returnedCents;
      voucher.usedAt = null;
    }
  }

  /** Takes what is left on vouchers that expired before this moment out of the books. */
  lapse(now: number): void {
    for (const voucher of this.vouchers) {
      if (voucher.lapsedAt !== null || voucher.expiresAt > now) continue;
      const { remainingCents, workspaceId, name, id } = voucher;
      voucher.lapsedAt = voucher.expiresAt;
      voucher.remainingCents = 0;
      this.ledger.post(
        { workspaceId, kind: 'voucher-expired', subject: name, at: voucher.expiresAt, voucherId: id },
        [
          { account: 'voucher', cents: -remainingCents },
          { account: 'expired', cents: remainingCents },
        ],
      );
    }
  }

  private usesOf(boostId: string): WorldVoucherUse[] {
    return this.uses.filter((use) => use.boostId === boostId);
  }

  private voucher(id: string): WorldVoucher {
    const found = this.vouchers.find((one) => one.id === id);
    if (!found) throw new Error(`No voucher ${id} was granted`);
    return found;
  }
}

function termsOf(voucher: WorldVoucher): Voucher {
  const terms = {
    id: voucher.id,
    state: voucher.usedAt === null ? ('granted' as const) : ('spent' as const),
    validFrom: voucher.validFrom,
    expiresAt: voucher.expiresAt,
    minBudgetCents: voucher.minimumBudgetCents,
    stackable: voucher.stackable,
    maxShareBasisPoints: voucher.maxShareBasisPoints,
    scope: {
      ...(voucher.categories.length > 0 ? { categories: voucher.categories } : {}),
      ...(voucher.goals.length > 0 ? { goals: voucher.goals } : {}),
    },
  };
  switch (voucher.kind) {
    case 'fixed':
      return { ...terms, kind: 'fixed', faceCents: voucher.remainingCents };
    case 'ratio':
      return { ...terms, kind: 'ratio', basisPoints: voucher.ratioBasisPoints, capCents: voucher.faceCents };
    case 'traffic':
      return { ...terms, kind: 'traffic', impressions: voucher.impressions };
  }
}
