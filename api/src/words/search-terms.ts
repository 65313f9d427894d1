import { searchWordsOf } from './segment';

/** The words of what somebody types, as a tsquery of their beginnings; '' when it has none. */
export const prefixQueryOf = (text: string): string =>
  searchWordsOf(text)
    .map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}':*`)
    .join(' & ');

/** A text for LIKE, with its signs taken as they are. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
