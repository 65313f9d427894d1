import type { CampaignKeyword } from '@poolrise/domain';

/** `[word]` is exact and `“word”` a phrase, with the brackets and quotes of either language; a plain word is broad. */
export function keywordOf(line: string): CampaignKeyword {
  const exact = /^[[［【](.+)[\]］】]$/u.exec(line);
  if (exact?.[1]) return { text: exact[1].trim(), match: 'exact' };
  const phrase = /^["“”「](.+)["“”」]$/u.exec(line);
  return phrase?.[1] ? { text: phrase[1].trim(), match: 'phrase' } : { text: line, match: 'broad' };
}

/** The same as it is typed. */
export const keywordLine = ({ text, match }: CampaignKeyword): string =>
  match === 'exact' ? `[${text}]` : match === 'phrase' ? `“${text}”` : text;

/** Lines with something in them, without blanks at their ends. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
