// Zero-width characters, joiners and marks of direction, which neither `trim` nor the eye finds.
const invisible = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g;

const plain = (code: number) => (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);

/** The text of a cell without blanks and invisible characters at its edges; `null` where nothing is left. */
export function cellText(text: string): string | null {
  if (text === '') return null;
  // Nearly every cell begins and ends in a plain character, and the expression costs ten times this test.
  if (plain(text.charCodeAt(0)) && plain(text.charCodeAt(text.length - 1))) return text;
  return text.replace(invisible, '') || null;
}
