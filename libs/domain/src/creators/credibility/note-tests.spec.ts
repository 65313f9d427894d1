import { aNote, notesOf } from './a-note';
import { commentShare, commentShareLog } from './comment-share';
import { impossibleReads } from './impossible-reads';
import { likeCollectLog, likeCollectRatio } from './like-collect-ratio';
import { nightBurst } from './night-burst';
import { normOf } from './norm';
import { notesToAgree } from './notes-beyond';

/** Peers whose logarithms lie around that of the usual note. */
const peersAround = (log: number | null, spread = 0.5) =>
  normOf(Array.from({ length: 41 }, (_, at) => (log ?? NaN) + (spread * (at - 20)) / 10));
const usual = aNote(0);
const ratios = peersAround(likeCollectLog(usual));
const shares = peersAround(commentShareLog(usual));

describe('as many notes have to agree', () => {
  it.each([
    [1, 2],
    [5, 2],
    [8, 2],
    [9, 3],
    [30, 8],
  ])('of %d at least %d', (notes, needed) => expect(notesToAgree(notes)).toBe(needed));
});

describe('likes per collect', () => {
  const bought = (at: number) => aNote(`bought ${at}`, { likes: 900 });

  it('are usual near the middle of the category', () => {
    const { verdict, observed, expected, at } = likeCollectRatio(notesOf(6, aNote), ratios);
    expect(verdict).toBe('usual');
    expect(observed).toBeCloseTo(45.5 / 25.5, 6);
    expect(expected?.low).toBeLessThan(observed ?? 0);
    expect(expected?.high).toBeGreaterThan(observed ?? 0);
    expect(at).toEqual([]);
  });

  it('are unusual when a quarter of the notes has far too many, and say which', () => {
    const notes = [...notesOf(6, aNote), bought(1), bought(2)];
    const { verdict, at, series } = likeCollectRatio(notes, ratios);
    expect(verdict).toBe('unusual');
    expect(at).toEqual(['bought 1', 'bought 2']);
    expect(series).toHaveLength(8);
    expect(series.filter(({ observed, edge }) => edge !== null && observed > edge)).toHaveLength(2);
  });

  it('forgive a single odd note, and one more than two among many', () => {
    expect(likeCollectRatio([...notesOf(7, aNote), bought(1)], ratios).verdict).toBe('usual');
    expect(likeCollectRatio([...notesOf(20, aNote), bought(1), bought(2)], ratios).verdict).toBe('usual');
  });

  it('say nothing of few counts, of a single note, or without peers', () => {
    const small = notesOf(6, (at) => aNote(at, { likes: 12, collects: 1 }));
    expect(likeCollectRatio(small, ratios).verdict).toBe('too-little-data');
    expect(likeCollectRatio([bought(1)], ratios).verdict).toBe('too-little-data');
    expect(likeCollectRatio(notesOf(6, bought), null).verdict).toBe('too-little-data');
    expect(likeCollectRatio(notesOf(6, bought), normOf([0.5, 0.6])).verdict).toBe('too-little-data');
  });

  it('allow small notes the chance in their counts', () => {
    const times = (scale: number) =>
      likeCollectRatio(
        notesOf(4, (at) => aNote(at, { likes: 13 * scale, collects: 2 * scale })),
        peersAround(likeCollectLog(usual), 0.3),
      ).verdict;
    expect([times(1), times(40)]).toEqual(['usual', 'unusual']);
  });
});

describe('the share of comments', () => {
  const wordless = (at: number) => aNote(`bought ${at}`, { likes: 1_500, comments: 2 });

  it('is unusual when bought likes drown the words', () => {
    const notes = [...notesOf(5, aNote), wordless(1), wordless(2)];
    const { verdict, observed, expected, at } = commentShare(notes, shares);
    expect(verdict).toBe('unusual');
    expect(observed).toBeLessThan(expected?.low ?? 0);
    expect(at).toEqual(['bought 1', 'bought 2']);
  });

  it('forgives closed comments under one note, and the chance in small ones', () => {
    expect(commentShare([...notesOf(5, aNote), aNote('closed', { comments: 0 })], shares).verdict).toBe(
      'usual',
    );
    const small = notesOf(5, (at) => aNote(at, { likes: 18, collects: 8, comments: 1, shares: 2 }));
    expect(commentShare(small, shares).verdict).toBe('usual');
  });

  it('is never a matter of too many comments', () => {
    expect(
      commentShare(
        notesOf(5, (at) => aNote(at, { comments: 400 })),
        shares,
      ).verdict,
    ).toBe('usual');
  });
});

describe('bursts at night', () => {
  const inHours = (hours: Record<number, number>) =>
    Array.from({ length: 24 }, (_, hour) => hours[hour] ?? 0);
  const delivered = (at: number) =>
    aNote(`bought ${at}`, {
      likes: 445,
      interactionsByHour: inHours({ 3: 300, 4: 100, 12: 48, 20: 40 }),
    });

  it('are unusual when two notes have most interactions between three and five', () => {
    const { verdict, observed, at } = nightBurst([...notesOf(4, aNote), delivered(1), delivered(2)]);
    expect(verdict).toBe('unusual');
    expect(observed).toBeCloseTo(400 / 488, 6);
    expect(at).toEqual(['bought 1', 'bought 2']);
  });

  it('are usual right after a note that was published then', () => {
    const late = (at: number) =>
      aNote(at, {
        publishedAt: new Date('2026-11-20T00:05:00+08:00'),
        interactionsByHour: inHours({ 0: 20, 1: 16, 8: 20, 12: 16, 20: 16 }),
      });
    expect(nightBurst(notesOf(5, late)).verdict).toBe('usual');
    const noon = (at: number) => ({ ...late(at), publishedAt: usual.publishedAt });
    expect(nightBurst(notesOf(5, noon)).verdict).toBe('unusual');
  });

  it('are not looked for in the evening, when everybody is there', () => {
    const evening = (at: number) => aNote(at, { interactionsByHour: inHours({ 20: 60, 21: 28 }) });
    expect(nightBurst(notesOf(5, evening)).verdict).toBe('usual');
  });
});

describe('fewer reads than interactions', () => {
  it('are unusual in a single note', () => {
    const { verdict, observed, at } = impossibleReads([
      ...notesOf(9, aNote),
      aNote('bought', { likes: 2_000 }),
    ]);
    expect(verdict).toBe('unusual');
    expect(observed).toBeCloseTo(2.043, 3);
    expect(at).toEqual(['bought']);
  });

  it('are not judged where one eager reader would do', () => {
    const tiny = aNote('tiny', { readsAll: 2, likes: 2, collects: 1, comments: 1, shares: 1 });
    expect(impossibleReads([tiny]).verdict).toBe('too-little-data');
    expect(impossibleReads([tiny, usual]).verdict).toBe('usual');
  });

  it('are the edge itself when they are equal', () => {
    const { likes, collects, comments, shares: shared } = usual;
    const equal = aNote('equal', { readsAll: likes + collects + comments + shared });
    expect(impossibleReads([equal]).verdict).toBe('usual');
    expect(impossibleReads([{ ...equal, readsAll: equal.readsAll - 1 }]).verdict).toBe('unusual');
  });
});
