import type { Bilingual } from '../notes/note';

/**
 * What is counted of a reader who came by: whether they read the boosted note, or whether they did something with it, at least
 * once within their window and by whatever way they came to it, organic or paid. Once a reader: somebody who comes back ten
 * times must not count as ten.
 */
export const liftMetrics = ['readers', 'engagers'] as const;
export type LiftMetric = (typeof liftMetrics)[number];

export const liftMetricNames: Readonly<Record<LiftMetric, Bilingual>> = {
  readers: { zh: '读过这篇笔记的读者', en: 'readers who read the note' },
  engagers: { zh: '与这篇笔记互动过的读者', en: 'readers who engaged with the note' },
};

export const readerArms = ['exposed', 'held-out'] as const;
export type ReaderArm = (typeof readerArms)[number];

/** What a brand asks for with a boost. */
export interface HoldoutAsk {
  /** Share of the eligible readers who are not shown the boost, 0.05 to 0.5. */
  share: number;
  metric: LiftMetric;
  /** The least effect worth finding: of all readers who come by, the share who do it because of the boost. 0.01 is 1 in 100. */
  minimumEffect: number;
}

/**
 * The rules every trial has in common. Frozen into a boost at launch.
 *
 * `windowHours`: how long a reader is followed from the moment the boost was first chosen for them. Each reader counts once,
 * when that time is over, so that no count ever changes after it has been looked at. A day, as one who saw a note is not
 * advertised it again within 24 hours.
 * `graceHours`: how long after it a count waits for reports that come late.
 */
export const liftTerms = {
  alpha: 0.05,
  power: 0.8,
  windowHours: 24,
  graceHours: 1,
  shareMin: 0.05,
  shareMax: 0.5,
  minimumEffectMin: 0.001,
  minimumEffectMax: 0.3,
} as const;

/** What was written down before the boost began, and is never changed: who is compared, by what, and when it is decided. */
export interface LiftRegistration extends HoldoutAsk {
  alpha: number;
  power: number;
  windowHours: number;
  /** What the readers are told apart by; a new one each time, so that nobody is left out of everything. */
  salt: string;
  /** Share of readers expected to do it without the boost. */
  baseRate: number;
  readersExpected: number;
  readersNeeded: number;
  /** ISO 8601 */
  registeredAt: string;
  /** The last reader is counted by then: what is not decided, stays undecided. ISO 8601 */
  lastLookAt: string;
}
