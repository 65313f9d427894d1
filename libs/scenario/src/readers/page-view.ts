import type { EngagementEvent, Slot } from '@poolrise/contracts';
import type { EngagementKind } from '@poolrise/domain';
import { audience, response } from '../parameters';
import type { RandomStream } from '../random';
import { oddsOf } from '../respond';
import type { NoteKnowledge } from './note-knowledge';
import type { SyntheticReader } from './synthetic-reader';

/** What happens after a click, by the name of its odds. */
const reactions = [
  'like',
  'collect',
  'comment',
  'share',
  'follow',
] as const satisfies readonly EngagementKind[];

const stays = 1 - response.leavesAtOnce.value;

/**
 * How long a reader looks at a note she opened; `left`: no longer than it takes to see that it is nothing for her. On average
 * `dwellSeconds` over all who open it, as what stayers do besides is over all as the odds have it.
 */
export function stayOf(random: RandomStream, dwellSeconds: number): { seconds: number; left: boolean } {
  if (!random.chance(stays)) return { seconds: random.between(0, 1), left: true };
  return { seconds: Math.max(2, Math.round((dwellSeconds / stays) * random.around1(0.6))), left: false };
}

/** What one reader does with one page: sees so many slots, opens some, reacts to what she reads. `read`: she stayed with it. */
export function viewPage(
  random: RandomStream,
  newId: () => string,
  knowledge: NoteKnowledge,
  reader: SyntheticReader,
  slots: readonly Slot[],
  read: (slot: Slot) => void = () => undefined,
): EngagementEvent[] {
  const seen = audience.pageSeen.value;
  const events: EngagementEvent[] = [];
  for (const [index, slot] of slots.entries()) {
    if (index >= seen.firstScreen && !random.chance(seen.scrollsOn)) break;
    const stayed = viewSlot(random, knowledge, reader, slot, (kind, value) => {
      events.push({ id: newId(), token: slot.token, kind, ...(value === undefined ? {} : { value }) });
    });
    if (stayed) read(slot);
  }
  return events;
}

/** Whether she stayed with it. */
function viewSlot(
  random: RandomStream,
  knowledge: NoteKnowledge,
  reader: SyntheticReader,
  slot: Slot,
  report: (kind: EngagementKind, value?: number) => void,
): boolean {
  const fit = response.fit.value[reader.interests.has(slot.category) ? 'liked' : 'other'];
  const odds = oddsOf(slot.category, knowledge.qualityOf(slot.noteId), slot.rail, fit);
  report('impression');
  if (random.chance(odds.hidePerImpression)) {
    report('hide');
    return false;
  }
  if (!random.chance(odds.click)) return false;
  report('click');
  const stay = stayOf(random, odds.dwellSeconds);
  report('dwell', stay.seconds);
  if (stay.left) return false;
  for (const kind of reactions) if (random.chance(odds[kind] / stays)) report(kind);
  if (random.chance(odds.purchase / stays)) report('purchase', 100 * random.between(19, 299));
  return true;
}
