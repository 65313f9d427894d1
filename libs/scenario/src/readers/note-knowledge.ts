import { castOf } from '../cast/cast';
import { castNotes, type NoteQuality } from '../cast/notes';
import { response } from '../parameters';
import { RandomStream } from '../random';

/**
 * What a note is truly worth to readers. Notes of the cast are known by the seed; a note somebody published since then
 * has a quality that belongs to its id, so that every reader agrees on it.
 */
export class NoteKnowledge {
  private readonly known: Map<string, NoteQuality>;

  constructor(private readonly seed: string) {
    this.known = new Map(castNotes(castOf(seed)).map((note) => [note.id, note.quality]));
  }

  qualityOf(noteId: string): NoteQuality {
    const known = this.known.get(noteId);
    if (known) return known;
    const random = new RandomStream(this.seed, 'note', noteId);
    const { hook, content } = response.spread.value;
    // Whoever publishes in the demo does so to see a note climb: a little better than the average one.
    const quality = { hook: 1.25 * random.around1(hook / 2), content: 1.25 * random.around1(content / 2) };
    this.known.set(noteId, quality);
    return quality;
  }
}
