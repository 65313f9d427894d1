import type { FeedCandidate } from './feed-candidate';
import { addScaled, dot, subjectDims, type SubjectVector, toLength1 } from './subject-vector';

/** Acts whose worth makes a look-alike count by half [P]; the textbook starts at three interactions. */
const believedByHalf = 6;
/** The same for what a category is about [P]. */
const categoryBelievedByHalf = 200;
/** Worth of acts after which older ones fade: audiences and what a category is about move [P]. */
const rememberedOfNote = 200;
const rememberedOfCategory = 2_000;
/** How far a whole likeness to the note, and to its readers, moves the odds of a match, as powers of e [P]. */
const subjectPower = 3;
const readersPower = 4;

/** What the readers who engaged with a note have in common, against those who engage with its category. */
export interface LookAlike {
  /** Length 1; all 0 when the note's readers are those of its category. */
  direction: SubjectVector;
  /** How far it can be believed: 0 for a new note, always below 1. */
  belief: number;
}

/** A note somebody engaged with. */
export type EngagedNote = Pick<FeedCandidate, 'noteId' | 'category' | 'subject'>;

/** A running mean that forgets. */
interface Mean {
  at: SubjectVector;
  weight: number;
}

/**
 * Who engages with what, as running means: every act moves the note's audience a little towards the taste of its reader,
 * and the reader's taste towards the note (see `readerProfile`).
 *
 * A note's own words say what it wants to be about; its audience says whom it reached. A new note has none and is matched
 * by its words. What all notes and readers of a category share is taken away, or tastes would only say again that
 * somebody likes the category. Memory: one vector a note and two a category; the same acts in the same order give the same.
 * Source: look-alike recall of new notes by the mean vector of their seed readers (Wang, cold start 04 [A for the method]).
 */
export class LookAlikes {
  private readonly audiences = new Map<string, Mean>();
  private readonly audiencesOfCategories = new Map<string, Mean>();
  private readonly subjectsOfCategories = new Map<string, Mean>();

  /** `taste`: of the reader before this act, absent for a stranger. `worth`: see `actWorth`; complaints teach nothing here. */
  learn({ noteId, category, subject }: EngagedNote, taste: SubjectVector | undefined, worth: number): void {
    if (worth <= 0) return;
    move(this.subjectsOfCategories, category, subject, worth, rememberedOfCategory);
    if (!taste) return;
    move(this.audiences, noteId, taste, worth, rememberedOfNote);
    move(this.audiencesOfCategories, category, taste, worth, rememberedOfCategory);
  }

  /** Undefined for a note that nobody known has engaged with. */
  of(noteId: string, category: string): LookAlike | undefined {
    const audience = this.audiences.get(noteId);
    if (!audience) return undefined;
    const direction = audience.at.slice();
    const shared = this.audiencesOfCategories.get(category);
    if (shared) addScaled(direction, shared.at, -1);
    return { direction: toLength1(direction), belief: audience.weight / (audience.weight + believedByHalf) };
  }

  /**
   * What the notes of a category that readers engage with have in common, shorter the less is known; undefined while nothing is.
   * The first readers of a category are no measure of all: what they share may be the very taste that they are to be known by.
   */
  readonly usual = (category: string): SubjectVector | undefined => {
    const mean = this.subjectsOfCategories.get(category);
    if (!mean) return undefined;
    const belief = mean.weight / (mean.weight + categoryBelievedByHalf);
    return mean.at.map((value) => belief * value);
  };

  /** Lets go of all notes but these. */
  keepOnly(notes: { has: (noteId: string) => boolean }): void {
    for (const noteId of this.audiences.keys()) if (!notes.has(noteId)) this.audiences.delete(noteId);
  }
}

/**
 * A match by words and category, above 0 and below 1, moved by how much the reader's taste is like the note and like those who
 * engaged with it: odds x e^(3 likeness to the note + 4 belief x likeness to its readers). A short taste, of a reader little is
 * known of, moves little; without a look-alike the note's own subject speaks alone.
 */
export function tiltMatch(
  affinity: number,
  taste: SubjectVector,
  { subject, lookAlike }: Pick<FeedCandidate, 'subject' | 'lookAlike'>,
): number {
  const likeReaders = lookAlike ? lookAlike.belief * dot(taste, lookAlike.direction) : 0;
  const odds =
    (affinity / (1 - affinity)) * Math.exp(subjectPower * dot(taste, subject) + readersPower * likeReaders);
  return odds / (1 + odds);
}

function move(means: Map<string, Mean>, key: string, to: SubjectVector, worth: number, most: number): void {
  const mean = means.get(key) ?? { at: new Float32Array(subjectDims), weight: 0 };
  means.set(key, mean);
  mean.weight = Math.min(most, mean.weight + worth);
  const step = Math.min(1, worth / mean.weight);
  addScaled(mean.at, mean.at, -step);
  addScaled(mean.at, to, step);
}
