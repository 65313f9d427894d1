import { fractionOf, type WorldNote } from '@poolrise/scenario';
import { extractKeywords, type NoteKeywords } from '../words/segment';
import type { BulkWriter } from './bulk-writer';

const notesAtOnce = 250;

/** Notes with their keywords and their place in the search index. While the server writes one batch, the words of the next are cut. */
export async function writeNotes(writer: BulkWriter, notes: readonly WorldNote[]): Promise<void> {
  for (let from = 0; from < notes.length; from += notesAtOnce) {
    const batch = notes.slice(from, from + notesAtOnce);
    await writeBatch(writer, batch, batch.map(extractKeywords));
  }
}

async function writeBatch(
  writer: BulkWriter,
  notes: readonly WorldNote[],
  keywords: readonly NoteKeywords[],
): Promise<void> {
  await writer.insert('note', notes, {
    id: ['uuid', (note) => note.id],
    workspace_id: ['uuid', (note) => note.workspaceId],
    creator_id: ['uuid', (note) => note.creator.id],
    request_key: ['uuid', (note) => note.requestKey],
    type: ['text', (note) => note.type],
    title: ['text', (note) => note.title],
    body: ['text', (note) => note.body],
    topics: ['text[]', (note) => note.topics],
    category: ['text', (note) => note.category],
    language: ['text', (note) => note.language],
    disclosure: ['text', (note) => note.disclosure],
    cover_hue: ['integer', (note) => Math.floor(fractionOf(note.title) * 360)],
    keywords: ['text[]', (_, i) => keywords[i]?.words],
    keyword_weights: ['real[]', (_, i) => keywords[i]?.weights],
    audit_state: ['text', (note) => note.auditState],
    // A person's answer has no due date; the machine's is given by the running product.
    audit_due_at: ['instant', (note) => (note.auditState === 'pending' ? note.auditDueAt : null)],
    state: ['text', (note) => note.state],
    level: ['integer', (note) => note.level],
    published_at: ['instant', (note) => note.publishedAt],
  });
  await writer.insert('note_search', notes, {
    note_id: ['uuid', (note) => note.id],
    workspace_id: ['uuid', (note) => note.workspaceId],
    words: ['tsvector', (_, i) => keywords[i]?.searchTokens],
  });
}
