import { besideMeasures, type LiftFigures, type LiftInterval } from '@poolrise/contracts';
import {
  type ArmCount,
  type ArmCounts,
  armsAsDrawn,
  type CampaignLiftMetric,
  judgeLift,
  type LiftFigure,
  type LiftJudgement,
  type LiftLook,
  liftRatio,
  type LiftRegistration,
  type ReaderArm,
  readerArms,
} from '@poolrise/domain';
import type { LiftHour } from './lift-hours';

const hourMs = 3_600_000;
type Counted = Exclude<keyof LiftHour, 'hour' | 'arm' | 'readers'>;

const countedFor: Readonly<Record<CampaignLiftMetric, Counted>> = {
  readers: 'readers_acting',
  engagers: 'engagers_acting',
  followers: 'followers_acting',
  searchers: 'searchers_acting',
};
const countedBeside: Readonly<Record<(typeof besideMeasures)[number], Counted>> = {
  'other-shown': 'other_shown',
  'other-advertised': 'other_advertised',
  'other-read': 'other_read',
};

/** A trial of a boost or a campaign, with what it has cost by now and when its last reader is counted. */
export interface FoundTrial<Metric extends CampaignLiftMetric = CampaignLiftMetric> {
  registration: LiftRegistration<Metric>;
  spentCents: number;
  overAt: Date;
}

/** What the counts of a trial say, in the words of the contract. */
export function liftFigures(
  trial: FoundTrial,
  hours: readonly LiftHour[],
  waiting: Record<ReaderArm, number>,
  now: Date,
): LiftFigures {
  const { registration } = trial;
  const looks = looksAt(hours, countedFor[registration.metric]);
  const counts = looks.at(-1) ?? nobody();
  const finished = trial.overAt <= now && waiting.exposed + waiting['held-out'] === 0;
  const judged = judgeLift(registration, looks, { finished });
  return {
    asOf: now.toISOString(),
    spentCents: trial.spentCents,
    verdict: judged.verdict,
    decidedAt: judged.decidedAt === null ? null : new Date(judged.decidedAt).toISOString(),
    counts: pairOf(counts),
    waiting: { exposed: waiting.exposed, heldOut: waiting['held-out'] },
    armsAsDrawn: armsAsDrawn(counts, registration.share),
    incrementality: judged.share && ends(judged.share),
    ratio: judged.ratio && ends(judged.ratio),
    extraReaders: judged.extraReaders && ends(judged.extraReaders),
    extraReaderCostCents: costOf(trial, judged, finished),
    band: judged.band.map(({ at, readers, share }) => ({
      at: new Date(at).toISOString(),
      readers,
      share: ends(share),
    })),
    beside: besideMeasures.map((measure) => besideOf(measure, hours, registration)),
  };
}

/** What was written down, without what readers are told apart by: who knows that could tell in which arm they are. */
export function writtenDown<Metric extends CampaignLiftMetric>(
  { registration }: FoundTrial<Metric>,
  startsAt: Date,
): Omit<LiftRegistration<Metric>, 'salt'> & { startsAt: string } {
  const { share, metric, minimumEffect, alpha, power, windowHours, baseRate } = registration;
  const { readersExpected, readersNeeded, registeredAt, lastLookAt } = registration;
  return {
    registeredAt,
    startsAt: startsAt.toISOString(),
    lastLookAt,
    metric,
    share,
    minimumEffect,
    alpha,
    power,
    windowHours,
    baseRate,
    readersExpected,
    readersNeeded,
  };
}

/** The counts at the end of each hour, from the first reader on. */
function looksAt(hours: readonly LiftHour[], counted: Counted): LiftLook[] {
  const looks = new Map<number, LiftLook>();
  const sum = nobody();
  for (const hour of hours) {
    const arm = readerArms[hour.arm] === 'held-out' ? sum.heldOut : sum.exposed;
    arm.readers += hour.readers;
    arm.successes += hour[counted];
    const at = hour.hour.getTime() + hourMs;
    looks.set(at, { at, exposed: { ...sum.exposed }, heldOut: { ...sum.heldOut } });
  }
  return [...looks.values()];
}

function besideOf(
  measure: (typeof besideMeasures)[number],
  hours: readonly LiftHour[],
  rules: FoundTrial['registration'],
): LiftFigures['beside'][number] {
  const counts = looksAt(hours, countedBeside[measure]).at(-1) ?? nobody();
  const { low, mid, high } = liftRatio(counts, rules);
  const verdict = low > 1 ? 'more' : high < 1 ? 'less' : 'cannot-tell';
  return {
    measure,
    ...pairOf(counts),
    ratio: { low: finite(low), mid: mid === null ? null : finite(mid), high: finite(high) },
    verdict,
  };
}

/** Money over readers has a meaning once all of them are counted and there are some for sure. */
function costOf(
  { spentCents }: FoundTrial,
  { verdict, extraReaders }: LiftJudgement,
  finished: boolean,
): number | null {
  if (!finished || verdict !== 'lift' || !extraReaders || extraReaders.mid <= 0) return null;
  return spentCents / extraReaders.mid;
}

const nobody = (): ArmCounts => ({
  exposed: { readers: 0, successes: 0 },
  heldOut: { readers: 0, successes: 0 },
});
const pairOf = ({ exposed, heldOut }: ArmCounts) => ({
  exposed: armView(exposed),
  heldOut: armView(heldOut),
});
const armView = ({ readers, successes }: ArmCount) => ({
  readers,
  acting: successes,
  rate: readers ? successes / readers : null,
});

/** JSON knows no infinity: an end that is not there is null. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const ends = ({ low, mid, high }: LiftFigure): LiftInterval => ({
  low: finite(low),
  mid: finite(mid),
  high: finite(high),
});
