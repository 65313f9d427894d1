import { type Unknown, type UnknownReason, unknown } from './reading';

const invisible = /[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]/g;
const spaces = /\s+/g;
const alreadyPlain = /^[\x21-\x7e]*$/;

/** Text without invisible characters, full-width forms and surplus spaces: `１２３４` becomes `1234`. */
export function plainText(text: string): string {
  // Most cells are plain already, and a file has millions of them.
  if (alreadyPlain.test(text)) return text;
  return text.normalize('NFKC').replace(invisible, '').replace(spaces, ' ').trim();
}

/** Text for people to read, such as a title: trimmed and free of invisible direction marks, otherwise as it was. */
export function readableText(text: string): string {
  if (alreadyPlain.test(text)) return text;
  // U+200D joins the parts of one emoji and stays.
  return text.replace(/[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '').trim();
}

const words: Readonly<Record<string, UnknownReason>> = {
  '': 'empty',
  '/': 'dash',
  '\\': 'dash',
  '*': 'dash',
  数据较少: 'too-little-data',
  数据量较少: 'too-little-data',
  数据过少: 'too-little-data',
  数据不足: 'too-little-data',
  样本不足: 'too-little-data',
  'n/a': 'not-available',
  na: 'not-available',
  null: 'not-available',
  none: 'not-available',
  nan: 'not-available',
  undefined: 'not-available',
  无: 'not-available',
  无数据: 'not-available',
  暂无: 'not-available',
  暂无数据: 'not-available',
  未知: 'not-available',
  不可见: 'not-available',
  面议: 'negotiable',
  待定: 'negotiable',
  待议: 'negotiable',
  询价: 'negotiable',
  私聊: 'negotiable',
};

const dashes = /^[-\u2010-\u2015\u2212\u30fc_~]+$/;
const formulaErrors = /^#(n\/a|div\/0!|ref!|value!|name\?|num!|null!|spill!|calc!)$/;

/**
 * Whether a text is one of the ways in which files say "we do not know": empty, dashes, 数据较少, N/A, a formula's error.
 *
 * Source: value formats of the domain notes 5.3, and habits of spreadsheets.
 *
 * @param text as `plainText` gives it
 */
export function saysNothing(text: string): Unknown | null {
  const small = text.toLowerCase();
  if (Object.hasOwn(words, small)) return unknown(words[small] ?? 'not-available');
  if (dashes.test(small)) return unknown('dash');
  return formulaErrors.test(small) ? unknown('formula-error') : null;
}
