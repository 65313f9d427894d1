import { aNote, notesOf } from './a-note';
import { commentPods, indexCommenters } from './comment-pods';

/** Accounts of a creator's own: nobody else has them. */
const own = (creator: number) => Array.from({ length: 20 }, (_, at) => 10_000 * (creator + 1) + at);
const written = (creator: number, guests: readonly number[]) => ({
  creatorId: `creator ${creator}`,
  notes: notesOf(3, (at) =>
    aNote(`note ${creator}.${at}`, { commenters: [...own(creator), ...(at < 2 ? guests : [])] }),
  ),
});
const judge = (creators: ReturnType<typeof written>[], at = 0) => {
  const { creatorId, notes } = creators[at] as ReturnType<typeof written>;
  return commentPods(creatorId, notes, indexCommenters(creators));
};
const group = (size: number, guests: (creator: number) => number[]) =>
  Array.from({ length: size }, (_, creator) => written(creator, guests(creator)));
const podAccounts = Array.from({ length: 30 }, (_, at) => 900 + at);

describe('comment pods', () => {
  it('are groups in which everybody\u2019s accounts comment on everybody', () => {
    const { verdict, observed, at, series } = judge(
      group(9, (creator) => podAccounts.slice(creator, creator + 20)),
    );
    expect(verdict).toBe('unusual');
    expect(observed).toBe(8);
    expect(at).toEqual(['note 0.0', 'note 0.1']);
    expect(series[0]?.observed).toBeGreaterThan(5);
  });

  it('are not a few friends, however close', () => {
    expect(judge(group(5, () => podAccounts)).verdict).toBe('usual');
    expect(judge(group(6, () => podAccounts)).verdict).toBe('unusual');
  });

  it('are not a popular creator whose readers each like another one', () => {
    const star = written(0, podAccounts);
    const others = Array.from({ length: 6 }, (_, at) =>
      written(at + 1, podAccounts.slice(5 * at, 5 * at + 5)),
    );
    const { verdict, observed } = judge([star, ...others]);
    expect(observed).toBe(6);
    expect(verdict).toBe('usual');
  });

  it('are not people who comment everywhere', () => {
    expect(judge(group(30, () => podAccounts)).verdict).toBe('usual');
  });

  it('are not looked for among too few commenters', () => {
    const quiet = { creatorId: 'quiet', notes: [aNote('q', { commenters: [1, 2, 3] })] };
    expect(commentPods('quiet', quiet.notes, indexCommenters([quiet])).verdict).toBe('too-little-data');
    expect(commentPods('unknown', [], indexCommenters([])).verdict).toBe('too-little-data');
  });
});
