import type { PeersHead } from '@poolrise/contracts';
import type { NoteType } from '@poolrise/domain';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';

/** The type whose own runs carry most of the comparison; null where the category as a whole does. */
export function carriedBy({ sameType }: PeersHead): { noteType: NoteType; runs: number } | null {
  return sameType && sameType.weight >= 0.5 ? sameType : null;
}

/** "an average food video", "an average food note": whom the average is of. */
export function peerKind(peers: PeersHead, texts: Texts): string {
  const kind = carriedBy(peers)?.noteType ?? 'any';
  return texts.say(`climb.why.kind.${kind}`, { category: categoryWord(peers, texts) });
}

/** "Against 214 food videos", or "against 318 peers" where types are too few to be told apart. */
export function againstPeers(peers: PeersHead, texts: Texts, format: Format): string {
  const own = carriedBy(peers);
  if (!own) return texts.count('climb.why.peers', peers.runs, {}, format.number(peers.runs));
  const category = categoryWord(peers, texts);
  return texts.count(`climb.why.peersOf.${own.noteType}`, own.runs, { category }, format.number(own.runs));
}

/** A category inside an English sentence is no heading; one that the console does not know is said as it came. */
export function categoryWord({ category }: Pick<PeersHead, 'category'>, texts: Texts): string {
  const key = `common.category.${category}`;
  const name = texts.knows(key) ? texts.say(key) : category;
  return texts.chinese() ? name : name.toLowerCase();
}
