import { type BoostLiftView, besideMeasures, type LiftInterval } from '@poolrise/contracts';
import {
  type ArmCount,
  type ArmCounts,
  armsAsDrawn,
  judgeLift,
  type LiftFigure,
  type LiftJudgement,
  type LiftLook,
  type LiftMetric,
  liftRatio,
  type LiftRegistration,
  type ReaderArm,
  readerArms,
} from '@poolrise/domain';
import type { LiftHour, TrialRecord } from './lift.queries';

const hourMs = 3_600_000;
type Counted = 'readers_acting' | 'engagers_acting' | 'other_shown' | 'other_advertised' | 'other_read';

const countedFor: Readonly<Record<LiftMetric, Counted>> = {
  readers: 'readers_acting',
  engagers: 'engagers_acting',
};
const countedBeside: Readonly<Record<(typeof besideMeasures)[number], Counted>> = {
  'other-shown': 'other_shown',
  'other-advertised': 'other_advertised',
  'other-read': 'other_read',
};

/** What the counts of a trial say, in the words of the contract. */
export function liftView(
  trial: TrialRecord & { holdout: LiftRegistration },
  hours: readonly LiftHour[],
  waiting: Record<ReaderArm, number>,
  now: Date,
): BoostLiftView {
  const { holdout } = trial;
  const looks = looksAt(hours, countedFor[holdout.metric]);
  const counts = looks.at(-1) ?? nobody();
  const finished = trial.over_at <= now && waiting.exposed + waiting['held-out'] === 0;
  const judged = judgeLift(holdout, looks, { finished });
  return {
    asOf: now.toISOString(),
    boostId: trial.id,
    noteId: trial.note_id,
    noteTitle: trial.note_title,
    state: trial.state,
    spentCents: Number(trial.spent_cents),
    registration: registrationOf(trial, holdout),
    verdict: judged.verdict,
    decidedAt: judged.decidedAt === null ? null : new Date(judged.decidedAt).toISOString(),
    counts: pairOf(counts),
    waiting: { exposed: waiting.exposed, heldOut: waiting['held-out'] },
    armsAsDrawn: armsAsDrawn(counts, holdout.share),
    incrementality: judged.share && ends(judged.share),
    ratio: judged.ratio && ends(judged.ratio),
    extraReaders: judged.extraReaders && ends(judged.extraReaders),
    extraReaderCostCents: costOf(trial, judged, finished),
    band: judged.band.map(({ at, readers, share }) => ({
      at: new Date(at).toISOString(),
      readers,
      share: ends(share),
    })),
    beside: besideMeasures.map((measure) => besideOf(measure, hours, holdout)),
  };
}

function registrationOf(
  { starts_at }: TrialRecord,
  { salt: _, ...written }: LiftRegistration,
): BoostLiftView['registration'] {
  return { ...written, startsAt: starts_at.toISOString() };
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
  rules: LiftRegistration,
): BoostLiftView['beside'][number] {
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
  { spent_cents }: TrialRecord,
  { verdict, extraReaders }: LiftJudgement,
  finished: boolean,
): number | null {
  if (!finished || verdict !== 'lift' || !extraReaders || extraReaders.mid <= 0) return null;
  return Number(spent_cents) / extraReaders.mid;
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
