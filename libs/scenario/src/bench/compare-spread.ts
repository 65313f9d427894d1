import { averageOf, spreadSubjects, SubjectWindow, sumOf, type ValuedSubject } from '@poolrise/domain';
import { RandomStream } from '../random';
import { type TasteNote, TasteWorld, type TasteWorldParameters } from './taste-world';

/** What one way of spreading does to pages: all are means over pages. */
export interface SpreadFigures {
  /** Value of the page against the page that is best by value alone. */
  value: number;
  categories: number;
  subjects: number;
  /** Mean newness of a slot beside the four before it. */
  newness: number;
  /** Mean distance (1 - cosine of words and category) between any two notes of the page. */
  distance: number;
}

/** `by value` and `two of five` stand for no rule and for the rule of categories; numbers are `variety`. */
export type Spreading = 'by value' | 'two of five' | number;

const pageSize = 20;
/** Candidates that a page of 20 looks at closely. */
const looked = 160;

/** Pages of readers who are known perfectly, so that the best notes of each are much alike. */
export function spreadFigures(
  spreading: Spreading,
  seed: string,
  parameters: TasteWorldParameters,
): SpreadFigures {
  const world = new TasteWorld(seed, parameters);
  const random = new RandomStream(seed, 'spread-values');
  const notes = Array.from({ length: 1_200 }, () => world.publish());
  const forecast = notes.map(() => random.around1(0.4));
  const pages = world.readers.slice(0, 100).map((reader) => {
    const candidates = notes
      .map((note, at) => ({
        note,
        subject: note.subject,
        value: world.clickOdds(reader, note) * (forecast[at] as number),
      }))
      .sort((a, b) => b.value - a.value)
      .slice(0, looked);
    const best = sumOf(candidates.slice(0, pageSize).map(({ value }) => value));
    const page = choose(candidates, spreading);
    return figuresOf(page, best);
  });
  const mean = (of: keyof SpreadFigures) => averageOf(pages.map((page) => page[of]));
  return {
    value: mean('value'),
    categories: mean('categories'),
    subjects: mean('subjects'),
    newness: mean('newness'),
    distance: mean('distance'),
  };
}

interface Candidate extends ValuedSubject {
  note: TasteNote;
}

function choose(candidates: readonly Candidate[], spreading: Spreading): Candidate[] {
  if (spreading === 'by value') return candidates.slice(0, pageSize);
  if (spreading === 'two of five') return twoOfFive(candidates);
  return spreadSubjects(candidates, { size: pageSize, variety: spreading }).map(
    (at) => candidates[at] as Candidate,
  );
}

/** Of any five neighbours at most two of one category, or the best one when none fits. */
function twoOfFive(candidates: readonly Candidate[]): Candidate[] {
  const left = [...candidates];
  const page: Candidate[] = [];
  while (page.length < pageSize && left.length) {
    const near = page.slice(-4);
    const fits = left.findIndex(
      ({ note }) => near.filter((other) => other.note.category === note.category).length < 2,
    );
    page.push(...left.splice(Math.max(0, fits), 1));
  }
  return page;
}

function figuresOf(page: readonly Candidate[], best: number): SpreadFigures {
  const window = new SubjectWindow();
  const newness = page.map(({ subject }) => {
    const here = window.newness(subject);
    window.add(subject);
    return here;
  });
  const distances = page.flatMap(({ note }, at) =>
    page.slice(at + 1).map((other) => 1 - likeness(note, other.note)),
  );
  return {
    value: sumOf(page.map(({ value }) => value)) / best,
    categories: new Set(page.map(({ note }) => note.category)).size,
    subjects: new Set(page.map(({ note }) => note.sub)).size,
    newness: averageOf(newness),
    distance: averageOf(distances),
  };
}

/** From the words themselves and not from the points that the spreading saw, half of it the category. */
function likeness(a: TasteNote, b: TasteNote): number {
  let shared = 0;
  for (const [word, weight] of a.keywords) shared += weight * (b.keywords.get(word) ?? 0);
  const length = (note: TasteNote) =>
    Math.sqrt(sumOf([...note.keywords.values()].map((weight) => weight ** 2)));
  return 0.5 * Number(a.category === b.category) + (0.5 * shared) / (length(a) * length(b));
}
