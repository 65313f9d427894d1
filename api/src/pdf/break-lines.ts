const closing = /^[，。、；：？！）】》〉」』”’…—～·%‰℃,.;:?!)\]}]$/u;
const opening = /^[（【《〈「『“‘([{¥￥$#@]$/u;
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60□]$/u;
/** After these a long address or handle may go on in the next line. */
const joint = /^[/?&=_\-#]$/;
const soft = ' ';

/** Whether a line may end between two characters: between hanzi, after a blank, inside an address; never before 。 or after （. */
function mayBreak(before: string, after: string): boolean {
  if (after === soft) return false;
  if (before === soft) return true;
  if (closing.test(after) || opening.test(before)) return false;
  return wide.test(before) || wide.test(after) || (joint.test(before) && /^[\p{L}\p{N}]$/u.test(after));
}

/**
 * Cuts a paragraph into lines that are no wider than `width`.
 *
 * Latin words stay whole unless one alone is wider than the line. `widthOf` tells the width of one character in the unit of
 * `width`. A paragraph of nothing is one empty line.
 */
export function breakLines(text: string, width: number, widthOf: (character: string) => number): string[] {
  const characters = Array.from(text);
  const lines: string[] = [];
  let from = 0;
  let used = 0;
  let lastBreak = 0;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const before = characters[at - 1];
    if (before !== undefined && at > from && mayBreak(before, character)) lastBreak = at;
    used += widthOf(character);
    if (used <= width || character === soft || at === from) continue;
    const end = lastBreak > from ? lastBreak : at;
    lines.push(characters.slice(from, end).join('').trimEnd());
    from = end;
    lastBreak = end;
    used = characters.slice(end, at + 1).reduce((sum, each) => sum + widthOf(each), 0);
  }
  lines.push(characters.slice(from).join('').trimEnd());
  return lines;
}
