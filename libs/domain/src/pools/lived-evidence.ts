import { type EngagementCounts, noCounts } from '../metrics/engagement';
import type { PoolEvidence, PoolVerdict } from './pool-evidence';

const hourMs = 3_600_000;

/** One run of a note: the evidence at its verdict, or as it stands now while it has none. */
export interface LivedRun {
  evidence: PoolEvidence;
  verdict: PoolVerdict | null;
}

/** A stretch of a life: organic impressions counted from the first one. */
interface Stretch extends LivedRun {
  start: number;
  end: number;
}

/**
 * The organic life of a note laid out along its impressions, whatever ladder it climbed. At the ends of its runs it is
 * known exactly; between them readers are taken to have responded evenly.
 */
export class LivedEvidence {
  readonly stretches: readonly Stretch[];
  /** Impressions at which the evidence was kept: the ends of the runs, in order. */
  readonly knots: readonly number[];
  readonly impressions: number;
  readonly ended: boolean;

  constructor(runs: readonly LivedRun[]) {
    if (!runs.length) throw new RangeError('A note that entered no pool has no life to tell');
    let start = 0;
    this.stretches = runs.map((run) => {
      const end = start + run.evidence.counts.impressions;
      const stretch = { ...run, start, end };
      start = end;
      return stretch;
    });
    this.impressions = start;
    this.knots = this.stretches.map(({ end }) => end);
    this.ended = runs.at(-1)?.verdict?.outcome === 'stop';
  }

  /**
   * What a run from impression `from` to impression `to` would have shown: counts since `from`, the peers, audit and bar of
   * the moment at `to`. `level` and `target` are those of whoever asks.
   */
  between(from: number, to: number, ask: { level: number; target: number }): PoolEvidence {
    const at = this.stretchAt(to);
    const { evidence } = at;
    const now = this.timeAt(to);
    const published = evidence.now - evidence.hoursSincePublished * hourMs;
    const known = to === at.end;
    const exposure = this.exposureBetween(from, to, evidence.peers.clickRate);
    return {
      ...evidence,
      ...ask,
      counts: this.countsBetween(from, to),
      enteredAt: this.timeAt(from),
      now,
      hoursSincePublished: (now - published) / hourMs,
      audienceLeft: known ? evidence.audienceLeft : null,
      ...(exposure === null ? {} : { exposure }),
    };
  }

  private countsBetween(from: number, to: number): EngagementCounts {
    const sums = noCounts();
    for (const { evidence, share } of this.parts(from, to))
      for (const name of Object.keys(sums) as (keyof EngagementCounts)[])
        sums[name] += share * evidence.counts[name];
    for (const name of Object.keys(sums) as (keyof EngagementCounts)[]) sums[name] = Math.round(sums[name]);
    return sums;
  }

  /** In average places of the last stretch, so that hooks of earlier pools stay comparable; null where nobody knew. */
  private exposureBetween(from: number, to: number, clickRate: number): number | null {
    const parts = this.parts(from, to);
    if (parts.every(({ evidence }) => evidence.exposure === undefined)) return null;
    return parts.reduce(
      (sum, { evidence, share }) =>
        sum +
        (share * (evidence.exposure ?? evidence.counts.impressions) * evidence.peers.clickRate) / clickRate,
      0,
    );
  }

  private parts(from: number, to: number): { evidence: PoolEvidence; share: number }[] {
    return this.stretches
      .filter(({ start, end }) => end > from && start < to && end > start)
      .map(({ start, end, evidence }) => ({
        evidence,
        share: (Math.min(to, end) - Math.max(from, start)) / (end - start),
      }));
  }

  private timeAt(impression: number): number {
    const { evidence, start, end } = this.stretchAt(impression);
    const part = end > start ? (impression - start) / (end - start) : 1;
    return evidence.enteredAt + Math.max(0, part) * (evidence.now - evidence.enteredAt);
  }

  private stretchAt(impression: number): Stretch {
    return (this.stretches.find(({ end }) => end >= impression) ?? this.stretches.at(-1)) as Stretch;
  }
}
