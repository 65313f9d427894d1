import { boostGoals, categories, voucherKinds, voucherPlacements } from '@poolrise/domain';
import { z } from 'zod';
import { workspaceKinds } from './access';
import { voucherStates, VoucherView } from './boosts';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line } from './text';

/** Workspaces that one grant may name. */
export const grantWorkspacesMost = 50;
const faceMost = 100_000_000;
const impressionsMost = 10_000_000;
const reason = line(200);

const some = <Item extends string>(items: readonly [Item, ...Item[]]) =>
  z
    .array(z.enum(items))
    .max(items.length)
    .refine((all) => new Set(all).size === all.length, 'names one twice')
    .default([]);

/** Gives each of several workspaces one voucher of the same kind; all of them, or none. */
export const GrantVouchers = z
  .strictObject({
    workspaceIds: z
      .array(z.uuid())
      .min(1)
      .max(grantWorkspacesMost)
      .refine((all) => new Set(all).size === all.length, 'names a workspace twice: each once'),
    name: line(60),
    kind: z.enum(voucherKinds),
    /** what a fixed voucher pays; the most that a ratio voucher takes off */
    faceCents: cents.min(100).max(faceMost).optional(),
    /** of a ratio voucher: the share of a budget that it pays */
    ratioBasisPoints: z.int().min(1).max(10_000).optional(),
    /** of a traffic voucher */
    impressions: z.int().min(1).max(impressionsMost).optional(),
    minimumBudgetCents: cents.min(0).max(faceMost).default(0),
    stackable: z.boolean().default(false),
    /** where it may be used; an empty list means everywhere */
    categories: some(categories),
    placements: some(voucherPlacements),
    goals: some(boostGoals),
    /** the cash ratio: vouchers together pay so much of a budget at most, the wallet the rest */
    maxShareBasisPoints: z.int().min(1).max(10_000).default(10_000),
    validFrom: instant,
    expiresAt: instant,
    /** why; stands in the trail of both */
    reason,
    requestKey: z.uuid(),
  })
  .superRefine((ask, context) => {
    const say = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (ask.kind !== 'traffic' && ask.faceCents === undefined) say('faceCents', 'is missing: name an amount');
    if (ask.kind === 'ratio' && ask.ratioBasisPoints === undefined)
      say('ratioBasisPoints', 'is missing: name a share');
    if (ask.kind === 'ratio' && (ask.ratioBasisPoints ?? 0) > ask.maxShareBasisPoints)
      say('maxShareBasisPoints', 'is less than the share that the voucher itself pays: name as much or more');
    if (ask.kind === 'traffic' && ask.impressions === undefined)
      say('impressions', 'is missing: name a number of impressions');
    if (Date.parse(ask.expiresAt) <= Date.parse(ask.validFrom))
      say('expiresAt', 'lies before it begins: name a later moment');
  })
  .meta({ id: 'GrantVouchers' });
export type GrantVouchers = z.infer<typeof GrantVouchers>;

export const VouchersGranted = z
  .object({ granted: z.array(z.object({ workspaceId: z.uuid(), voucherId: z.uuid() })) })
  .meta({ id: 'VouchersGranted' });
export type VouchersGranted = z.infer<typeof VouchersGranted>;

export const RevokeVoucher = z.strictObject({ reason }).meta({ id: 'RevokeVoucher' });
export type RevokeVoucher = z.infer<typeof RevokeVoucher>;

/** A voucher of any workspace, as the platform's people see it. */
export const GrantedVoucher = VoucherView.extend({
  workspaceId: z.uuid(),
  workspaceName: z.string(),
  /** boosts that run on it now: they keep what they reserved, whatever becomes of it */
  runningBoosts: z.int(),
  grantedAt: instant.nullable(),
  grantReason: z.string().nullable(),
  revokedAt: instant.nullable(),
  revokeReason: z.string().nullable(),
  /** who of the platform took it back */
  revokedBy: z.string().nullable(),
}).meta({ id: 'GrantedVoucher' });
export type GrantedVoucher = z.infer<typeof GrantedVoucher>;

export const VoucherDeskQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(voucherStates).optional(),
  kind: z.enum(voucherKinds).optional(),
  /** of the workspace or the voucher */
  q: line(100, 0).optional(),
});
export type VoucherDeskQuery = z.infer<typeof VoucherDeskQuery>;
export const GrantedVoucherPage = pageOf(GrantedVoucher);

/** Workspaces that may be given vouchers, by name. */
export const VoucherWorkspacesQuery = z.strictObject({ ...pageQuery, q: line(100, 0).optional() });
export type VoucherWorkspacesQuery = z.infer<typeof VoucherWorkspacesQuery>;
export const VoucherWorkspace = z
  .object({ id: z.uuid(), name: z.string(), kind: z.enum(workspaceKinds), usable: z.int() })
  .meta({ id: 'VoucherWorkspace' });
export type VoucherWorkspace = z.infer<typeof VoucherWorkspace>;
export const VoucherWorkspacePage = pageOf(VoucherWorkspace);
