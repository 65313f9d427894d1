import type { Language } from '@poolrise/domain';
import type { RandomStream } from '../random';
import { commonWords, type Phrasebook, type SubjectGroup } from './phrasebook';

export interface NoteText {
  title: string;
  body: string;
  topics: string[];
}

/** The longest title the contract takes. */
const titleLengthMax = 40;
const slot = /\{([^{}]+)\}/g;

/**
 * Writes one note from a phrasebook: a title, an opening, two to four observations, a closing, and topics.
 * `taken` holds the titles already used; real creators repeat one another, so after a few tries a title may repeat.
 */
export function writeNote(
  random: RandomStream,
  book: Phrasebook,
  language: Language,
  taken: Set<string>,
): NoteText {
  const { title, group, filled } = begin(random, book, language, taken);
  return { title, body: writeBody(random, book, group, filled), topics: writeTopics(random, book, filled) };
}

/** The title alone, for notes that are only ever listed. `taken` as in `writeNote`. */
export function writeTitle(
  random: RandomStream,
  book: Phrasebook,
  language: Language,
  taken: Set<string>,
): string {
  return begin(random, book, language, taken).title;
}

function begin(random: RandomStream, book: Phrasebook, language: Language, taken: Set<string>) {
  for (let tries = 1; ; tries++) {
    const group = random.weighted(book.groups.map((one) => [one, one.subjects.length] as const));
    const filled = new Filler(random, book, language, random.pick(group.subjects));
    const title = filled.fill(random.pick([...book.titles, ...(group.titles ?? [])]));
    if (title.length > titleLengthMax || (taken.has(title) && tries < 8)) continue;
    taken.add(title);
    return { title, group, filled };
  }
}

function writeBody(random: RandomStream, book: Phrasebook, group: SubjectGroup, filled: Filler): string {
  const about = [...random.sample(group.middles, 2), ...random.sample(book.middles, random.between(1, 2))];
  const sentences = [random.pick(book.openers), ...random.sample(about, 4)].map((text) => filled.fill(text));
  const closing = filled.fill(random.pick(book.closers));
  // Some write in one breath, some give every thought a line of its own.
  const joint = random.chance(0.6) ? '\n' : filled.language === 'zh' ? '' : ' ';
  return `${sentences.join(joint)}\n\n${closing}`;
}

function writeTopics(random: RandomStream, book: Phrasebook, filled: Filler): string[] {
  const topics = [book.topics[0] ?? '{s}', ...random.sample(book.topics.slice(1), random.between(2, 4))];
  return [...new Set(topics.map((topic) => filled.fill(topic)))];
}

/** Fills slots, each with one value for the whole note. */
class Filler {
  private readonly values = new Map<string, string>();

  constructor(
    private readonly random: RandomStream,
    private readonly book: Phrasebook,
    readonly language: Language,
    subject: string,
  ) {
    this.values.set('s', subject);
  }

  fill(text: string): string {
    const filled = text.replace(slot, (_, name: string) => this.valueOf(name));
    return this.language === 'en'
      ? filled.replace('?.', '?').replace(/^(\p{Ll})|([.?!] )(\p{Ll})/gu, (found) => found.toUpperCase())
      : filled;
  }

  private valueOf(name: string): string {
    const known = this.values.get(name);
    if (known !== undefined) return known;
    const value = this.draw(name);
    this.values.set(name, value);
    return value;
  }

  private draw(name: string): string {
    const [low, high] = name.split('..');
    if (low !== undefined && high !== undefined)
      return String(this.random.between(Number(low), Number(high)));
    const common: Readonly<Record<string, readonly string[]>> = commonWords[this.language];
    const words = this.book.words[name] ?? common[name];
    if (!words) throw new Error(`The phrasebook has no words for {${name}}`);
    return this.random.pick(words);
  }
}
