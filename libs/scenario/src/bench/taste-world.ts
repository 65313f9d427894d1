import { noteSubject, type FeedCandidate } from '@poolrise/domain';
import { RandomStream } from '../random';

/** A synthetic world with known tastes; what nobody but the world sees is called hidden. */
export interface TasteWorldParameters {
  categories: number;
  /** Hidden sub-interests of each category. */
  subjects: number;
  readers: number;
  /** Categories a reader likes, and sub-interests within each of them. */
  categoriesPerReader: number;
  subjectsPerCategory: number;
  /** Share of notes whose words name their sub-interest; the others have words of their category only. */
  telling: number;
  /** Probability that a note is opened by a reader who likes neither its category nor its sub-interest. */
  baseClick: number;
  /** By how much each of the two multiplies it. */
  likedCategory: number;
  likedSubject: number;
}

export const usualTastes: TasteWorldParameters = {
  categories: 6,
  subjects: 8,
  readers: 300,
  categoriesPerReader: 2,
  subjectsPerCategory: 2,
  telling: 0.5,
  baseClick: 0.03,
  likedCategory: 2,
  likedSubject: 5,
};

export interface TasteReader {
  id: number;
  /** Hidden. */
  categories: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
}

export interface TasteNote extends FeedCandidate {
  /** Hidden. */
  sub: string;
}

const wordsPerSubject = 5;
const wordsPerCategory = 24;

export class TasteWorld {
  readonly readers: TasteReader[];
  private readonly random: RandomStream;
  private notesMade = 0;

  constructor(
    seed: string,
    readonly parameters: TasteWorldParameters = usualTastes,
  ) {
    this.random = new RandomStream(seed, 'taste-notes');
    const random = new RandomStream(seed, 'taste-readers');
    const { categories, subjects, readers, categoriesPerReader, subjectsPerCategory } = parameters;
    const all = Array.from({ length: categories }, (_, at) => `category-${at}`);
    const within = Array.from({ length: subjects }, (_, at) => at);
    this.readers = Array.from({ length: readers }, (_, id) => {
      const liked = random.sample(all, categoriesPerReader);
      return {
        id,
        categories: new Set(liked),
        subjects: new Set(
          liked.flatMap((category) =>
            random.sample(within, subjectsPerCategory).map((sub) => `${category}/${sub}`),
          ),
        ),
      };
    });
  }

  /** A new note: of a category, of one hidden sub-interest, with words that name it or do not. */
  publish(): TasteNote {
    const { random } = this;
    const { categories, subjects, telling } = this.parameters;
    const category = `category-${random.below(categories)}`;
    const sub = `${category}/${random.below(subjects)}`;
    const named = random.chance(telling) ? drawWords(random, `${sub} `, wordsPerSubject, 3) : [];
    const general = drawWords(random, `${category} `, wordsPerCategory, 6 - named.length);
    const keywords = new Map([...named, ...general].map((word, at) => [word, 1 / Math.sqrt(1 + at)]));
    const noteId = `note-${(this.notesMade += 1)}`;
    return {
      noteId,
      creatorId: `creator of ${noteId}`,
      category,
      sub,
      noteType: 'image',
      language: 'zh',
      keywords,
      subject: noteSubject(category, keywords),
      level: 1,
      rail: 'organic',
      forecast: 1,
      freshness: 1,
      quotaLeft: Infinity,
      boostFactor: 1,
    };
  }

  /** The true probability that this reader opens this note. */
  clickOdds(reader: TasteReader, note: TasteNote): number {
    const { baseClick, likedCategory, likedSubject } = this.parameters;
    const byCategory = reader.categories.has(note.category) ? likedCategory : 1;
    return baseClick * byCategory * (reader.subjects.has(note.sub) ? likedSubject : 1);
  }
}

function drawWords(random: RandomStream, prefix: string, of: number, count: number): string[] {
  return random.sample(
    Array.from({ length: of }, (_, at) => `${prefix}${at}`),
    count,
  );
}
