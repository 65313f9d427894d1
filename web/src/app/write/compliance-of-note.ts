import type { MediaView } from '@poolrise/contracts';
import { toCheck } from '@poolrise/domain';
import type { ComplianceAsk } from '../compliance/compliance-check';
import { topicsIn } from '../note-fields/note-words';
import { savedOf, type TypedNote } from './typed-note';

/** The longest topic the check takes, and the most of them; what is beyond the form of a note it says by itself. */
const topicMost = 60;
const topicsMost = 50;

/** A note of one's own as the check is asked about it; the api asks the same before it publishes. */
export function complianceOfNote(typed: TypedNote, media: readonly MediaView[]): ComplianceAsk {
  const { title, body, type, category, disclosure, aiLabel } = typed;
  const topics = topicsIn(typed.topics)
    .slice(0, topicsMost)
    .map((topic) => topic.slice(0, topicMost));
  const products = savedOf(typed, 1).products.length;
  const note = toCheck({ type, title, body, topics, category, disclosure, aiLabel, products, media });
  return {
    ...{ title, body, topics, category },
    interests: [...(note.interests ?? [])],
    purchaseLink: note.purchaseLink ?? false,
    disclosure: note.disclosure ?? 'none-needed',
    assets: (note.assets ?? []).map(({ kind, aiGenerated, aiLabelled }) => ({
      kind,
      aiGenerated,
      aiLabelled,
    })),
  };
}
