export type Separator = ',' | ';' | '\t';
const separators: readonly Separator[] = [',', ';', '\t'];

/** What stands between the cells, judged by the first lines of a text; a comma where nothing speaks for another. */
export function separatorOf(beginning: string): Separator {
  const declared = /^sep=([,;\t])\r?\n/i.exec(beginning)?.[1];
  if (declared) return declared as Separator;
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of separators) {
    const score = regularity(countsByLine(beginning, separator));
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

/** Whether the first line is a message to Excel about the separator and no row of the table. */
export const declaresSeparator = (cells: readonly string[]): boolean =>
  // Cut at the separator that it names, the line "sep=;" is "sep=" and nothing.
  cells.length === 2 && cells[0]?.toLowerCase() === 'sep=' && cells[1] === '';

/** How often the separator stands outside quotes in each line that has text; the last line may be cut and is left out. */
function countsByLine(text: string, separator: Separator): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let filled = false;
  for (const character of text.slice(0, 65_536)) {
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === '\n' || character === '\r')) {
      if (filled) counts.push(count);
      if (counts.length === 50) return counts;
      [count, filled] = [0, false];
    } else {
      if (!quoted && character === separator) count++;
      filled = true;
    }
  }
  return filled ? [...counts, count] : counts;
}

/** Lines that agree on the most frequent count above zero, and that count as the judge between equals. */
function regularity(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, agreeing] of lines) score = Math.max(score, agreeing + count / 1_000);
  return score;
}
