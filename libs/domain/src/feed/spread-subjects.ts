import { averageOf } from '../probability/means';
import { addScaled, dot, type SubjectVector, toLength1 } from './subject-vector';

/** Notes before a slot that its reader still has in view: two rows of two columns above it [P]. */
const defaultWindow = 4;

/**
 * What a wholly new subject is worth, in the value of an average slot of the page. At 0.3 neighbours are about as varied as
 * under a rule of at most two of a category in any five, for 0.2 % of the page's value instead of up to 10 %
 * (`bench -- spread`); from 0.5 on, a reader of one subject gets half a page of others [P].
 */
export const defaultVariety = 0.3;

/** Below this newness two notes are as good as the same. */
export const leastNewness = 0.3;

/**
 * The subjects of the last slots, and how much of another subject is new beside them.
 *
 * Newness is the length of what is left of a subject of length 1 once everything in its window can say of it is taken away
 * (Gram and Schmidt): 1 for a subject that shares nothing with its neighbours, 0 for one they have covered.
 */
export class SubjectWindow {
  private readonly subjects: SubjectVector[] = [];
  private basis: SubjectVector[] = [];

  constructor(private readonly width = defaultWindow) {}

  /** The oldest one leaves; the basis is made anew, since it stood on what has left. */
  add(subject: SubjectVector): void {
    this.subjects.push(subject);
    if (this.subjects.length > this.width) this.subjects.shift();
    this.basis = [];
    for (const vector of this.subjects) {
      const rest = vector.slice();
      for (const direction of this.basis) addScaled(rest, direction, -dot(rest, direction));
      // What is left of a repeated subject is rounding, and has no direction.
      if (dot(rest, rest) > 1e-6) this.basis.push(toLength1(rest));
    }
  }

  newness(subject: SubjectVector): number {
    let left = dot(subject, subject);
    for (const direction of this.basis) left -= dot(subject, direction) ** 2;
    return left > 0 ? Math.sqrt(left) : 0;
  }
}

/** Notes that could take the next slot, best value first; values are in any unit above 0. */
export interface OrderedNotes {
  length: number;
  valueAt: (place: number) => number;
  subjectAt: (place: number) => SubjectVector;
  /** Absent when all may. */
  mayFollow?: (place: number) => boolean;
}

/**
 * The place of the note for the next slot: the one with the most value + `bonus` x newness; -1 when none may.
 *
 * This is the greedy step of Sliding Spectrum Decomposition (Huang et al., KDD 2021, arXiv 2107.05204): a reader has a few
 * slots in view at a time, so variety is the volume that the subjects of those span, and the step that adds most to it
 * takes the longest residual. Unlike the paper we make the window's basis anew at each step, which stays exact when the
 * oldest leaves. A better note that is passed over here is one held back for variety (DIVERSITY_CAP).
 *
 * Values fall along the order, so the search ends at the first note that could not win even if it were wholly new.
 */
export function nextForVariety(notes: OrderedNotes, window: SubjectWindow, bonus: number): number {
  let best = -1;
  let most = -Infinity;
  for (let place = 0; place < notes.length; place++) {
    const value = notes.valueAt(place);
    if (value + bonus <= most) break;
    if (notes.mayFollow && !notes.mayFollow(place)) continue;
    const total = value + bonus * window.newness(notes.subjectAt(place));
    if (total > most) {
      most = total;
      best = place;
    }
  }
  return best;
}

/** A note with its value, in any unit above 0, and its subject. */
export interface ValuedSubject {
  value: number;
  subject: SubjectVector;
}

export interface SpreadOptions {
  size: number;
  /** What a wholly new subject is worth, in average values of the `size` best; 0 ranks by value alone. */
  variety?: number;
  /** Slots before the next one that it is held against. */
  window?: number;
}

/** The indexes of `size` notes in the order they are shown: by value, with like subjects kept apart. See `nextForVariety`. */
export function spreadSubjects(notes: readonly ValuedSubject[], options: SpreadOptions): number[] {
  const { size, variety = defaultVariety, window: width } = options;
  const order = notes
    .map((note, index) => ({ ...note, index }))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  const bonus = variety * averageOf(order.slice(0, size).map(({ value }) => value));
  const window = new SubjectWindow(width);
  const chosen: number[] = [];
  while (chosen.length < size) {
    const place = nextForVariety(
      {
        length: order.length,
        valueAt: (at) => (order[at] as ValuedSubject).value,
        subjectAt: (at) => (order[at] as ValuedSubject).subject,
      },
      window,
      bonus,
    );
    const [note] = place < 0 ? [] : order.splice(place, 1);
    if (!note) break;
    window.add(note.subject);
    chosen.push(note.index);
  }
  return chosen;
}
