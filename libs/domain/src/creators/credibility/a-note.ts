import { interactionsOf, type ObservedNote } from '../observed-note';

/** A usual note for specs: 1,000 reads, 45 likes, 25 collects, 12 comments, published at noon in Shanghai. */
export function aNote(id: string | number, changes: Partial<ObservedNote> = {}): ObservedNote {
  const counts = { likes: 45, collects: 25, comments: 12, shares: 6, ...changes };
  const interactions = interactionsOf(counts);
  return {
    id: String(id),
    publishedAt: new Date('2026-11-20T12:00:00+08:00'),
    kind: 'image',
    cooperation: false,
    title: '冷泡茶',
    impressionsNatural: 11_000,
    impressionsAll: 11_000,
    readsNatural: 1_000,
    readsAll: 1_000,
    readsBySource: [900, 40, 30, 20, 10],
    interactionsByHour: Array.from({ length: 24 }, (_, hour) =>
      hour < 22 && hour > 11 ? interactions / 10 : 0,
    ),
    commenters: [],
    ...counts,
    ...changes,
  };
}

export const notesOf = (count: number, make: (at: number) => ObservedNote): ObservedNote[] =>
  Array.from({ length: count }, (_, at) => make(at));
