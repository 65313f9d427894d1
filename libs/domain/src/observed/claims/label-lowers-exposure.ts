import type { NoteType } from '../../notes/note';
import type { PoolPolicy } from '../../pools/pool-policy';
import { averageOf, sumOf } from '../../probability/means';
import { sizeAt } from '../nearest-peers';
import { agedPoints, type SnapshotNote, trafficAge } from '../snapshot-note';
import { type ClaimFinding, judgeLoss, type LogEffect, multipleOf, smallestLossSeen } from './folk-claim';

/** A note with its exposure at the age at which notes are compared; null where it is not known. */
export interface LabelledNote {
  authorId: string;
  type: NoteType;
  cooperation: boolean;
  natural: number | null;
  all: number | null;
}

/** The age at which exposures are compared, in days: most of a note's feed is behind it [P]. */
export const labelAgeDays = 7;

/** Fewer notes on either side, in strata that hold both, show no spread. */
export const leastLabelledNotes = 10;

/** The notes of known authors that are known to be cooperations or not, with what they had been shown at the age of a week. */
export function labelledNotes(notes: readonly SnapshotNote[], policy: PoolPolicy): LabelledNote[] {
  return notes.flatMap((note) => {
    const { authorId, cooperation, type } = note;
    if (authorId === null || cooperation === null) return [];
    const all = note.series.points.impressions
      .filter(({ at }) => at > note.publishedAt)
      .map(({ at, span, correction }) => ({
        age: trafficAge(note, at, policy),
        span,
        correction: correction !== null,
      }));
    const natural = sizeAt(agedPoints(note, 'impressionsNatural', policy), labelAgeDays);
    return [{ authorId, type, cooperation, natural, all: sizeAt(all, labelAgeDays) }];
  });
}

/**
 * "The cooperation label lowers exposure", tried on notes of the same authors: cooperation against daily, natural exposure
 * against all of it.
 *
 * Within every author and type of note the mean logarithms of both kinds are compared, and the differences averaged by how
 * much each knows (n m / (n + m)); an author with one kind alone says nothing. That is a regression with a constant for
 * every stratum. The verdict is made on natural exposure; where all exposure tells another story, what was bought is why.
 * The platform's convention says that declaring does not lower exposure (domain notes 2.3 [B]).
 */
export function labelLowersExposure(notes: readonly LabelledNote[]): ClaimFinding {
  const natural = withinAuthors(notes, ({ natural: shown }) => shown);
  const all = withinAuthors(notes, ({ all: shown }) => shown);
  const finding = {
    claim: 'label-lowers-exposure',
    effectOnAll: all && multipleOf(all.log),
    notes: natural?.notes ?? 0,
    design: ['COOPERATION_AGAINST_DAILY', 'SAME_AUTHOR_SAME_TYPE', 'SAME_AGE'],
    confounders: [
      'BRAND_CHOSE_THE_TOPIC',
      'CONTENT_DIFFERS',
      'UNDECLARED_COOPERATION',
      'PUBLISHED_AT_OTHER_TIMES',
    ],
  } as const;
  if (!natural)
    return { ...finding, verdict: 'cannot-tell', why: 'too-few-notes', effect: null, smallestSeen: null };
  const effect = multipleOf(natural.log);
  return { ...finding, ...judgeLoss(effect), effect, smallestSeen: smallestLossSeen(natural.log) };
}

function withinAuthors(
  notes: readonly LabelledNote[],
  exposure: (note: LabelledNote) => number | null,
): { log: LogEffect; notes: number } | null {
  const strata = new Map<string, { labelled: number[]; daily: number[] }>();
  for (const note of notes) {
    const shown = exposure(note);
    if (shown === null) continue;
    const key = `${note.type} ${note.authorId}`;
    const stratum = strata.get(key) ?? { labelled: [], daily: [] };
    strata.set(key, stratum);
    (note.cooperation ? stratum.labelled : stratum.daily).push(Math.log1p(shown));
  }
  const both = [...strata.values()].filter(({ labelled, daily }) => labelled.length * daily.length > 0);
  const labelledNumber = sumOf(both.map(({ labelled }) => labelled.length));
  const dailyNumber = sumOf(both.map(({ daily }) => daily.length));
  const degrees = labelledNumber + dailyNumber - both.length - 1;
  if (Math.min(labelledNumber, dailyNumber) < leastLabelledNotes || degrees < leastLabelledNotes) return null;
  return { log: pooledDifference(both, degrees), notes: labelledNumber + dailyNumber };
}

/** Ordinary least squares with a constant for every stratum. */
function pooledDifference(
  strata: readonly { labelled: readonly number[]; daily: readonly number[] }[],
  degrees: number,
): LogEffect {
  const weightOf = (n: number, m: number): number => (n * m) / (n + m);
  const weights = strata.map(({ labelled, daily }) => weightOf(labelled.length, daily.length));
  const differences = strata.map(({ labelled, daily }) => averageOf(labelled) - averageOf(daily));
  const weight = sumOf(weights);
  const mean = sumOf(differences.map((difference, at) => (weights[at] ?? 0) * difference)) / weight;
  const around = (values: readonly number[]): number => {
    const middle = averageOf(values);
    return sumOf(values.map((value) => (value - middle) ** 2));
  };
  const squares = sumOf(
    strata.map(
      ({ labelled, daily }, at) =>
        around(labelled) + around(daily) + (weights[at] ?? 0) * ((differences[at] ?? 0) - mean) ** 2,
    ),
  );
  return { mean, error: Math.sqrt(squares / degrees / weight), degrees };
}
