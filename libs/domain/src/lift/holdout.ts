import type { CampaignKeyword } from '../campaigns/campaign';

/** What a trial is of: one boost of a note, or everything that a campaign pays for. */
export const trialSubjects = ['boost', 'campaign'] as const;
export type TrialSubject = (typeof trialSubjects)[number];

/**
 * What is counted of a reader who came by, at least once within their window and by whatever way they came to it, organic or paid:
 * of a boost, whether they read its note or did something with it. Once a reader: somebody who comes back ten times must not
 * count as ten.
 */
export const liftMetrics = ['readers', 'engagers'] as const;
export type LiftMetric = (typeof liftMetrics)[number];

/**
 * Of a campaign the same is counted over all notes of the brand, so that what it only moves from one note to the other is no lift;
 * and whether they followed from one of the notes, or searched for what the campaign's keywords meet.
 */
export const campaignLiftMetrics = [...liftMetrics, 'followers', 'searchers'] as const;
export type CampaignLiftMetric = (typeof campaignLiftMetrics)[number];

export const readerArms = ['exposed', 'held-out'] as const;
export type ReaderArm = (typeof readerArms)[number];

/** What a brand asks for with a boost or a campaign. */
export interface HoldoutAsk<Metric extends CampaignLiftMetric = LiftMetric> {
  /** Share of the eligible readers who are shown nothing of it, 0.05 to 0.5. */
  share: number;
  metric: Metric;
  /** The least effect worth finding: of all readers who come by, the share who do it because of it. 0.01 is 1 in 100. */
  minimumEffect: number;
}

/**
 * The rules every trial has in common. Frozen into a boost at launch, and into a campaign when its holdout is registered.
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

/** Who meets a campaign reads on, follows or searches on one of the next days, and is shown more of it meanwhile: three days [P]. */
export const campaignLiftTerms = { ...liftTerms, windowHours: 72 } as const;

/** What was written down before it began, and is never changed: who is compared, by what, and when it is decided. */
export interface LiftRegistration<Metric extends CampaignLiftMetric = LiftMetric> extends HoldoutAsk<Metric> {
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

/** Of a campaign, with the words that searches are held against. */
export interface CampaignLiftRegistration extends LiftRegistration<CampaignLiftMetric> {
  keywords: CampaignKeyword[];
  negatives: string[];
}

/**
 * Writes down what was asked for and planned. `endsAt`: when nobody is taken in any more, epoch milliseconds; the last reader is
 * followed and waited for after it.
 */
export function registrationOf<Metric extends CampaignLiftMetric>(
  { share, metric, minimumEffect }: HoldoutAsk<Metric>,
  planned: { baseRate: number; readersExpected: number; readersNeeded: number },
  about: { terms: typeof liftTerms | typeof campaignLiftTerms; salt: string; now: number; endsAt: number },
): LiftRegistration<Metric> {
  const { alpha, power, windowHours, graceHours } = about.terms;
  const { baseRate, readersExpected, readersNeeded } = planned;
  return {
    share,
    metric,
    minimumEffect,
    alpha,
    power,
    windowHours,
    salt: about.salt,
    baseRate,
    readersExpected,
    readersNeeded,
    registeredAt: new Date(about.now).toISOString(),
    lastLookAt: new Date(about.endsAt + (windowHours + graceHours) * hourMs).toISOString(),
  };
}

const hourMs = 3_600_000;
