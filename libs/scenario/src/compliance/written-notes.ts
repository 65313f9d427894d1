import { categories, type NoteToCheck } from '@poolrise/domain';
import { RandomStream } from '../random';
import { zhBooks } from '../writing/zh/index';
import { writeNote } from '../writing/write-note';

/** Chinese notes as the creators of the scenario write them, the categories in turn; the same seed writes the same. */
export function writtenNotes(count: number, seed: string): NoteToCheck[] {
  const random = new RandomStream(seed);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const category = categories[at % categories.length] ?? 'lifestyle';
    return { category, ...writeNote(random, zhBooks[category], 'zh', taken) };
  });
}
