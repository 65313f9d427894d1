import { ratio } from '../metrics/compute';
import { confidenceDeviate } from '../calibration/wilson';

/** A note as fairness looks at it. */
export interface ExposedNote {
  /** Natural impressions so far. */
  impressions: number;
  /** Shrunk lift of the first pool's verdict: the one exam that every note sits on the same terms. */
  score: number;
}

/**
 * The merit of each note: the share of notes with a lower score, 0 to 1, ties half. In the order given.
 * Source: domain notes 2.4, "merit = shrunk score percentile".
 */
export function meritOf(scores: readonly number[]): number[] {
  const order = scores.map((_, index) => index).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const merits = new Array<number>(scores.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to] ?? -1] === scores[order[from] ?? -1]) to++;
    for (let place = from; place < to; place++) merits[order[place] ?? -1] = (from + to) / 2 / order.length;
    from = to;
  }
  return merits;
}

/** What a group of notes got against what it deserved. Shares 0 to 1. */
export interface GroupExposure {
  group: string;
  notes: number;
  impressions: number;
  exposureShare: number | null;
  meritShare: number | null;
  /** Exposure over merit; 1 is even-handed. */
  ratio: number | null;
}

/** Exposure over merit of every group that has a note, in the order in which groups first appear. */
export function exposureOverMerit<Note extends ExposedNote>(
  notes: readonly Note[],
  groupOf: (note: Note) => string,
): GroupExposure[] {
  const merits = meritOf(notes.map(({ score }) => score));
  const groups = new Map<string, { notes: number; impressions: number; merit: number }>();
  let impressions = 0;
  let merit = 0;
  notes.forEach((note, index) => {
    const group = groups.get(groupOf(note)) ?? { notes: 0, impressions: 0, merit: 0 };
    group.notes++;
    group.impressions += note.impressions;
    group.merit += merits[index] ?? 0;
    impressions += note.impressions;
    merit += merits[index] ?? 0;
    groups.set(groupOf(note), group);
  });
  return [...groups].map(([group, sums]) => {
    const exposureShare = ratio(sums.impressions, impressions);
    const meritShare = ratio(sums.merit, merit);
    return {
      group,
      notes: sums.notes,
      impressions: sums.impressions,
      exposureShare,
      meritShare,
      ratio: exposureShare === null || meritShare === null ? null : ratio(exposureShare, meritShare),
    };
  });
}

/** A ratio with its 95 % interval. */
export interface RatioEstimate {
  value: number;
  low: number;
  high: number;
  /** Notes behind it. */
  notes: number;
}

const topShare = 0.1;
/** Fewer notes of either kind among the best leave an interval that says nothing. */
const fewestNotes = 10;

/**
 * Parity of small creators: their share of the impressions on the best tenth of notes over their share of those notes.
 * 1 is fair; the aim is .95 to 1.05 (pools.md section 1). Null while fewer than ten notes of small or of larger creators
 * are among the best.
 *
 * The interval is 95 %, by the delta method on the logarithm of the ratio of two shares of one sample (Cochran, Sampling
 * Techniques, 6.3): impressions are skewed, and their spread between notes is what makes the figure uncertain.
 */
export function parityOfSmall(notes: readonly (ExposedNote & { small: boolean })[]): RatioEstimate | null {
  const top = [...notes].sort((a, b) => b.score - a.score).slice(0, Math.ceil(notes.length * topShare));
  const n = top.length;
  const small = top.filter((note) => note.small);
  const got = sumOf(small);
  const all = sumOf(top);
  if (small.length < fewestNotes || n - small.length < fewestNotes || got === 0) return null;
  const value = got / all / (small.length / n);
  const squares = top.reduce((sum, { impressions, small: isSmall }) => {
    const own = isSmall ? impressions / got - 1 / small.length : 0;
    return sum + (own - impressions / all + 1 / n) ** 2;
  }, 0);
  const spread = confidenceDeviate * Math.sqrt((squares * n) / (n - 1));
  return { value, low: value * Math.exp(-spread), high: value * Math.exp(spread), notes: n };
}

const sumOf = (notes: readonly ExposedNote[]): number =>
  notes.reduce((sum, { impressions }) => sum + impressions, 0);

/** How much a group was shown among notes that are about equally good. */
export interface BandExposure {
  /** 0 is the band of the poorest notes */
  band: number;
  group: string;
  notes: number;
  /** Share of the band's impressions over share of its notes; 1 is proportional. Null where nothing was shown. */
  ratio: number | null;
}

/** Bands of merit in which notes count as equally good: fifths. */
export const meritBands = 5;

/**
 * Exposure within bands of merit: among notes that are about equally good, whether a group is shown in proportion to its
 * notes. Only groups with a note in the band have a line there. The aim for small creators is .95 to 1.05 (issue 7).
 */
export function exposureWithinBands<Note extends ExposedNote>(
  notes: readonly Note[],
  groupOf: (note: Note) => string,
): BandExposure[] {
  const merits = meritOf(notes.map(({ score }) => score));
  return Array.from({ length: meritBands }, (_, band) => {
    const inside = notes.filter(
      (_note, at) => Math.min(meritBands - 1, Math.floor((merits[at] ?? 0) * meritBands)) === band,
    );
    const shown = sumOf(inside);
    return [...new Set(inside.map(groupOf))].map((group): BandExposure => {
      const own = inside.filter((note) => groupOf(note) === group);
      const share = ratio(sumOf(own), shown);
      return {
        band,
        group,
        notes: own.length,
        ratio: share === null ? null : ratio(share, own.length / inside.length),
      };
    });
  }).flat();
}
