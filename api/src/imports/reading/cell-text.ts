const plain = (code: number) => (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);

// Zero-width characters, joiners and marks of direction, which neither `trim` nor the eye finds, are with the blanks.
const blank = (code: number) =>
  !plain(code) && /[\s\u200b-\u200f\u2060\ufeff]/.test(String.fromCharCode(code));

/** The text of a cell without blanks and invisible characters at its edges; `null` where nothing is left. */
export function cellText(text: string): string | null {
  // Character by character: an expression that ends in `+$` takes the square of a long run of blanks inside.
  let [start, end] = [0, text.length];
  while (start < end && blank(text.charCodeAt(start))) start++;
  while (start < end && blank(text.charCodeAt(end - 1))) end--;
  return start === end ? null : text.slice(start, end);
}
