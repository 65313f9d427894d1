import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { type Language, type NoteField, weighKeywords } from '@poolrise/domain';
import { stemmer } from 'stemmer';
import { marketingWords } from './marketing-words';

let loaded: Jieba | undefined;

/** The dictionary takes a quarter second and 100 MB, so where nobody waits for a first answer it is loaded when a text needs it. */
function jieba(): Jieba {
  if (!loaded) {
    loaded = Jieba.withDict(dict);
    loaded.loadDict(Buffer.from(marketingWords));
  }
  return loaded;
}

/** Loads the dictionary now, before anybody waits: the first search of a process would hold everybody for it. */
export const loadDictionary = (): void => void jieba();

const chinese = /\p{Script=Han}/u;
/** Between Chinese words stands mostly punctuation, and asking the segmenter about it costs more than jieba does. */
const writtenWord = /[\p{L}\p{N}]/u;
const english = new Intl.Segmenter('en', { granularity: 'word' });

/** A word as it is written, and the form under which its forms are one (Porter's stem for English). */
interface Word {
  written: string;
  stem: string;
}

function* cut(text: string, chineseWords: (run: string) => string[]): Generator<Word> {
  for (const run of text.normalize('NFKC').split(/(\p{Script=Han}+)/u)) {
    if (chinese.test(run)) for (const written of chineseWords(run)) yield { written, stem: written };
    else if (writtenWord.test(run))
      for (const { segment, isWordLike } of english.segment(run))
        if (isWordLike) yield { written: segment.toLowerCase(), stem: stemmer(segment.toLowerCase()) };
  }
}

/** A text in one form of its letters and in small ones; what places in it are counted in. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Every word's stem in the order of the text; Chinese is left in one piece. */
export const stemsOf = (text: string): string[] => [...cut(text, (run) => [run])].map((found) => found.stem);

/**
 * Where words begin and end in a plain text. Chinese by the dictionary alone: the model for unknown words would glue 可代
 * together in 可代开发票 and hide what begins in its middle.
 */
export function wordPlaces(text: string): [start: number, end: number][] {
  const places: [number, number][] = [];
  let at = 0;
  for (const run of text.split(/(\p{Script=Han}+)/u)) {
    if (chinese.test(run)) {
      let start = at;
      for (const word of jieba().cut(run, false)) places.push([start, (start += word.length)]);
    } else
      for (const { index, segment, isWordLike } of english.segment(run))
        if (isWordLike) places.push([at + index, at + index + segment.length]);
    at += run.length;
  }
  return places;
}

const wordsIn = (text: string): Word[] => [...cut(text, (run) => jieba().cut(run, true))];

/**
 * Words to find a text by, and of a search: Chinese by jieba with its model for unknown words, and also the shorter words
 * inside long ones (冷泡茶: 冷泡, 冷泡茶); the rest by Unicode's word breaks, stemmed.
 */
export function searchWordsOf(text: string): string[] {
  return [...new Set([...cut(text, (run) => jieba().cutForSearch(run, true))].map((found) => found.stem))];
}

/** The form under which a keyword meets the words of a search. */
export const keyOf = (keyword: string): string =>
  chinese.test(keyword) ? keyword : stemmer(keyword.toLowerCase());

export interface NoteText {
  title: string;
  body: string;
  topics: string[];
  language: Language;
}

export interface NoteKeywords {
  /** strongest first, at most 12, as they are written in the note */
  words: string[];
  /** 0 to 1, beside `words` */
  weights: number[];
  /** what the search index holds, separated by spaces */
  searchTokens: string;
}

const keywordsMax = 12;

/** The words a note is matched and found by. */
export function extractKeywords(text: NoteText): NoteKeywords {
  const fields: [NoteField, string][] = [
    ['title', text.title],
    ...text.topics.map((topic): [NoteField, string] => ['topic', topic]),
    ['body', text.body],
  ];
  const words = fields.flatMap(([field, content]) => wordsIn(content).map((found) => ({ ...found, field })));
  const written = new Map<string, string>();
  for (const found of words) if (!written.has(found.stem)) written.set(found.stem, found.written);
  const weighed = weighKeywords(
    words.map(({ stem, field }) => ({ word: stem, field })),
    { limit: keywordsMax },
  );
  return {
    words: weighed.map(({ word }) => written.get(word) ?? word),
    weights: weighed.map(({ weight }) => weight),
    searchTokens: searchWordsOf(fields.map(([, content]) => content).join(' ')).join(' '),
  };
}
