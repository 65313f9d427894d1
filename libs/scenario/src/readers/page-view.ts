import type { EngagementEvent, Slot } from '@poolrise/contracts';
import type { EngagementKind } from '@poolrise/domain';
import type { RandomStream } from '../random';
import { oddsOf } from '../respond';
import type { NoteKnowledge } from './note-knowledge';
import type { SyntheticReader } from './synthetic-reader';

/** Slots everybody sees, and the chance to scroll one further [P]. */
const firstScreen = 6;
const scrollsOn = 0.9;

/** How well a note fits a reader beyond what the odds assume, by interest [P]; about 1 over a feed's page. */
const affinity = { liked: 1.2, other: 0.75 } as const;

/** What happens after a click, by the name of its odds. */
const reactions = [
  'like',
  'collect',
  'comment',
  'share',
  'follow',
] as const satisfies readonly EngagementKind[];

/** What one reader does with one page: sees so many slots, opens some, reacts to what she reads. */
export function viewPage(
  random: RandomStream,
  newId: () => string,
  knowledge: NoteKnowledge,
  reader: SyntheticReader,
  slots: readonly Slot[],
): EngagementEvent[] {
  const events: EngagementEvent[] = [];
  for (const [index, slot] of slots.entries()) {
    if (index >= firstScreen && !random.chance(scrollsOn)) break;
    viewSlot(random, knowledge, reader, slot, (kind, value) => {
      events.push({ id: newId(), token: slot.token, kind, ...(value === undefined ? {} : { value }) });
    });
  }
  return events;
}

function viewSlot(
  random: RandomStream,
  knowledge: NoteKnowledge,
  reader: SyntheticReader,
  slot: Slot,
  report: (kind: EngagementKind, value?: number) => void,
): void {
  const fit = reader.interests.has(slot.category) ? affinity.liked : affinity.other;
  const odds = oddsOf(slot.category, knowledge.qualityOf(slot.noteId), slot.rail, fit);
  report('impression');
  if (random.chance(odds.hidePerImpression)) return report('hide');
  if (!random.chance(odds.click)) return;
  report('click');
  report('dwell', Math.max(1, Math.round(odds.dwellSeconds * random.around1(0.6))));
  for (const kind of reactions) if (random.chance(odds[kind])) report(kind);
  if (random.chance(odds.purchase)) report('purchase', 100 * random.between(19, 299));
}
