import type { RandomStream } from '../random';

/** Figures of a made-up note that agree with each other. Counts; money in yuan. */
export interface MadeUpNote {
  readonly id: string;
  readonly title: string;
  readonly video: boolean;
  readonly published: string;
  readonly natural: number;
  readonly promoted: number;
  readonly heated: number;
  readonly impressions: number;
  readonly naturalReads: number;
  readonly promotedReads: number;
  readonly heatedReads: number;
  readonly reads: number;
  readonly likes: number;
  readonly collects: number;
  readonly comments: number;
  readonly shares: number;
  readonly follows: number;
  readonly price: number;
}

const topics = ['护肤', '彩妆', '家居', '母婴', '穿搭', '美食'] as const;

/** A note id of 24 hexadecimal digits that no note has: it begins with zeros where the time would be. */
export function madeUpId(random: RandomStream): string {
  const digits = Array.from({ length: 18 }, () => random.below(16).toString(16)).join('');
  return `65f000${digits}`;
}

export function madeUpNote(random: RandomStream, index: number): MadeUpNote {
  const natural = random.between(2_000, 9_000);
  const promoted = random.between(500, 3_000);
  const heated = random.between(0, 800);
  const naturalReads = Math.round(natural * 0.12);
  const promotedReads = Math.round(promoted * 0.03);
  const heatedReads = Math.round(heated * 0.04);
  const reads = naturalReads + promotedReads + heatedReads;
  return {
    id: madeUpId(random),
    title: `示例笔记${String(index + 1)} ${random.pick(topics)}测评`,
    video: random.chance(0.4),
    published: `2026-10-${String(random.between(1, 28)).padStart(2, '0')}`,
    natural,
    promoted,
    heated,
    impressions: natural + promoted + heated,
    naturalReads,
    promotedReads,
    heatedReads,
    reads,
    likes: random.between(5, 40),
    collects: random.between(3, 20),
    comments: random.between(1, 9),
    shares: random.between(1, 6),
    follows: random.between(1, 5),
    price: random.between(5, 80) * 100,
  };
}

/** `count` notes of one stream. */
export const madeUpNotes = (random: RandomStream, count: number): MadeUpNote[] =>
  Array.from({ length: count }, (_, index) => madeUpNote(random, index));

/** Digits of an id that begins with no zero and ends in none. */
export function madeUpDigits(random: RandomStream, length: number): string {
  const middle = Array.from({ length: length - 2 }, () => String(random.below(10))).join('');
  return `${String(random.between(1, 9))}${middle}${String(random.between(1, 9))}`;
}

export const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;
export const fraction = (part: number, whole: number): number => Number((part / whole).toFixed(4));
export const yuan = (amount: number): string => amount.toFixed(2);
