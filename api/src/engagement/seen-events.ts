import { isRepeatable, engagementKinds } from '@poolrise/domain';
import type { ReadEvent } from './read-batch';

const repeatable = engagementKinds.map(isRepeatable);

/**
 * The events met so far, by what makes two of them the same event whoever sends them: the impression and the kind, and for
 * kinds that may repeat the event's own id. Bits instead of names: making a text of every event was a fifth of reading it.
 */
export class SeenEvents {
  private readonly once = new Map<number, number>();
  private readonly repeated = new Set<string>();

  /** Notes the event down; false when it was there already. */
  add({ slot, kind, key }: ReadEvent): boolean {
    if (repeatable[kind]) {
      const before = this.repeated.size;
      return this.repeated.add(`${slot}.${kind}.${key}`).size > before;
    }
    const kinds = this.once.get(slot) ?? 0;
    const bit = 1 << kind;
    if (kinds & bit) return false;
    this.once.set(slot, kinds | bit);
    return true;
  }
}
