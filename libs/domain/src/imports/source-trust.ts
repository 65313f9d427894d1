import type { FileKindId } from './kinds/file-kind';

/**
 * How far a kind of file is believed about the same figure of the same day; the higher, the sooner. What the platform reports to
 * those who pay for a note comes first, then what it shows its author, then advertising, vendors, and what was collected from pages,
 * where figures are rounded and late. The order is ours.
 */
const trust: Readonly<Record<FileKindId, number>> = {
  P0: 90,
  P1: 90,
  P2: 90,
  N1: 85,
  C1: 80,
  C2: 80,
  C3: 80,
  J1: 70,
  J2: 70,
  Q1: 70,
  P3: 40,
  P4: 40,
  V1: 30,
  V2: 30,
  W1: 20,
  W2: 20,
};

/** Of a file that was mapped by hand nothing is known but what its owner says. */
const byHand = 50;

export const trustOfSource = (kind: FileKindId | null): number => (kind === null ? byHand : trust[kind]);
