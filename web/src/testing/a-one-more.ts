import type { EffectView, OneMoreResult, OneMoreRow, OneMoreVoucher } from '@poolrise/contracts';
import { voucherId } from './a-boost';
import { noteId } from './a-note';

export const effect = (mean: number, low: number, high: number): EffectView => ({
  mean,
  median: mean,
  low,
  high,
  half: 0.8,
  visible: low > 0 || high < 0,
});

/** Thirty reads won, two of them from the brand's other notes, at ¥0.60 a read and ¥75 for the boost: not worth it. */
export function anAnswer(changes: Partial<OneMoreResult> = {}): OneMoreResult {
  const figures = { impressions: 900, organic: 900, reads: 80, engaged: 9, level: 1.2 };
  return {
    worlds: 200,
    equal: 0,
    sharp: true,
    fingerprint: 'b5a01cf2d3e4f506',
    paidShare: 0.08,
    notes: 412,
    historyFrom: '2026-11-20T00:00:00Z',
    until: '2026-11-25T00:00:00Z',
    note: {
      before: figures,
      after: { ...figures, impressions: 5_880, reads: 110 },
      difference: {
        impressions: effect(4_980, 4_900, 5_000),
        organic: effect(-20, -60, 4),
        reads: effect(30, 18, 44),
        engaged: effect(2, -1, 5),
        level: effect(0, 0, 0),
      },
    },
    nextLevel: { level: 2, before: 0.2, after: 0.2, difference: effect(0, -0.004, 0.004) },
    others: {
      notes: 11,
      difference: {
        impressions: effect(-40, -90, -4),
        organic: effect(-40, -90, -4),
        reads: effect(-2, -5, -1),
        engaged: effect(0, -1, 1),
        level: effect(0, 0, 0),
      },
      most: [{ noteId: noteId(2), title: '春茶开箱', impressions: -22 }],
    },
    net: effect(28, 16, 42),
    from: { paid: 5_000, ownNatural: 20, brand: 40, strangers: 4_900, fillers: 40 },
    alternatives: [
      {
        noteId: noteId(2),
        title: '春茶开箱',
        reads: effect(40, 20, 60),
        impressions: effect(4_900, 4_800, 5_000),
      },
    ],
    screeningWorlds: 50,
    fresh: {
      noteId: noteId(2),
      title: '春茶开箱',
      worlds: 200,
      reads: effect(39, 19, 58),
      gain: effect(11, 9, 13),
    },
    price: { centsPerRead: 60, source: 'own', boosts: 4, spentCents: 30_000, reads: 500 },
    judgement: {
      verdict: 'not-worth-it',
      movedShare: 0.07,
      breakEven: { cents: 267.9, low: 178.6, high: 468.8 },
      worthCents: { mean: 1_680, low: 960, high: 2_520 },
    },
    life: {
      before: [40, 80].map((impressions) => ({ impressions, level: 1 })),
      after: [240, 480].map((impressions) => ({ impressions, level: 1 })),
    },
    hashes: { before: '1111aaaa', after: '2222bbbb' },
    ...changes,
  };
}

export function anOneMoreRow(changes: Partial<OneMoreRow> = {}): OneMoreRow {
  return {
    id: '77777777-0000-4000-8000-000000000001',
    state: 'done',
    progress: 1,
    noteId: noteId(1),
    title: '一杯好茶的早晨',
    voucherId: voucherId(1),
    voucherName: 'First boost',
    boost: {
      goal: 'reads',
      budgetCents: 7_500,
      walletCents: 4_500,
      voucherCents: 3_000,
      impressions: 5_000,
      startsAt: '2026-11-23T06:00:00Z',
      durationHours: 24,
    },
    assumed: [],
    worldsAsked: 400,
    seed: 1,
    requestedBy: 'Lin',
    requestedAt: '2026-11-23T06:00:00Z',
    finishedAt: '2026-11-23T06:00:09Z',
    ...changes,
  };
}

export const anOneMore = (
  changes: Partial<OneMoreRow> = {},
  result: OneMoreResult | null = anAnswer(),
): OneMoreVoucher => ({ ...anOneMoreRow(changes), result });
