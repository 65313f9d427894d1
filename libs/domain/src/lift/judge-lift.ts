import type { LiftRegistration } from './holdout';
import { type ArmCounts, armsAsDrawn, incrementalShare, type LiftFigure, liftRatio } from './lift-interval';

/** The counts as they stood at the end of an hour, from the first reader on. */
export interface LiftLook extends ArmCounts {
  /** epoch milliseconds */
  at: number;
}

/**
 * `too-early`: no reader's time is over yet, or none did it. `not-yet`: the interval still holds "no effect". `lift`, `hurt`: it does not
 * any more. `cannot-tell`: the last reader is counted and it still does. `arms-off`: the arms are not as large as they were drawn, so that
 * nothing may be compared.
 */
export const liftVerdicts = ['too-early', 'not-yet', 'lift', 'hurt', 'cannot-tell', 'arms-off'] as const;
export type LiftVerdict = (typeof liftVerdicts)[number];

/** One look: the share of those exposed who did it only because of the boost. */
export interface LiftPoint {
  at: number;
  readers: number;
  share: LiftFigure;
}

export interface LiftJudgement {
  verdict: LiftVerdict;
  /** The first look at which "no effect" was out of the question. */
  decidedAt: number | null;
  /** Ratio of the rates, and the share that the boost is the reason for; null before anything was seen. */
  ratio: LiftFigure | null;
  share: LiftFigure | null;
  /** Readers counted so far who did it only because of the boost. `low` may be -Infinity. */
  extraReaders: LiftFigure | null;
  /** Every look at which something was to be seen. */
  band: LiftPoint[];
}

/**
 * What the looks of a trial say, by the rule that was fixed before it began: it is decided at the first look whose interval does not
 * hold "no effect", and stays decided.
 *
 * Since the intervals hold at all looks together, so does what they have in common: the band can only become narrower. Should
 * nothing be left in common (one trial in twenty at most, or an effect that changed), the newest interval is shown. `finished`:
 * the last reader is counted.
 */
export function judgeLift(
  rules: Pick<LiftRegistration, 'share' | 'alpha'>,
  looks: readonly LiftLook[],
  { finished }: { finished: boolean },
): LiftJudgement {
  const steps = common(rules, looks);
  const last = looks.at(-1);
  const shown = steps.at(-1);
  const decided = steps.find(({ ratio }) => ratio.low > 1 || ratio.high < 1);
  const judged: Omit<LiftJudgement, 'verdict'> = {
    decidedAt: decided?.look.at ?? null,
    ratio: shown?.ratio ?? null,
    share: shown ? sharesOf(shown.ratio) : null,
    extraReaders: shown ? extraOf(shown) : null,
    band: steps.map(({ look, ratio }) => ({
      at: look.at,
      readers: look.exposed.readers + look.heldOut.readers,
      share: sharesOf(ratio),
    })),
  };
  if (last && !armsAsDrawn(last, rules.share)) return { ...judged, verdict: 'arms-off' };
  if (decided) return { ...judged, verdict: decided.ratio.low > 1 ? 'lift' : 'hurt' };
  if (finished) return { ...judged, verdict: 'cannot-tell' };
  return { ...judged, verdict: shown ? 'not-yet' : 'too-early' };
}

interface Step {
  look: LiftLook;
  ratio: LiftFigure;
}

function common(rules: Pick<LiftRegistration, 'share' | 'alpha'>, looks: readonly LiftLook[]): Step[] {
  const steps: Step[] = [];
  for (const look of looks) {
    const now = liftRatio(look, rules);
    if (now.mid === null) continue;
    const before = steps.at(-1)?.ratio;
    const low = Math.max(now.low, before?.low ?? 0);
    const high = Math.min(now.high, before?.high ?? Infinity);
    const kept = low <= high ? { low, high } : now;
    steps.push({ look, ratio: { ...kept, mid: Math.min(kept.high, Math.max(kept.low, now.mid)) } });
  }
  return steps;
}

const sharesOf = ({ low, mid, high }: LiftFigure): LiftFigure => ({
  low: incrementalShare(low),
  mid: incrementalShare(mid),
  high: incrementalShare(high),
});

function extraOf({ look, ratio }: Step): LiftFigure {
  const { successes } = look.exposed;
  const of = (share: number) => (successes ? successes * share : 0);
  const { low, mid, high } = sharesOf(ratio);
  return { low: of(low), mid: of(mid), high: of(high) };
}
