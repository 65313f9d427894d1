import { type SpendingAsk, type SpendingPlace, whereToSpend } from './where-to-spend';

const reads = (mean: number, low: number, high: number): SpendingPlace['reads'] => ({
  mean,
  low,
  high,
  visible: low > 0 || high < 0,
});
const place = (noteId: string, of: SpendingPlace['reads'], judged = false): SpendingPlace => ({
  noteId,
  reads: of,
  judged,
});
const ask = (changes: Partial<SpendingAsk> = {}): SpendingAsk => ({
  asked: place('a', reads(30, 18, 44), true),
  others: [place('b', reads(80, 50, 110)), place('c', reads(12, -4, 30))],
  fresh: { noteId: 'b', reads: reads(60, 35, 85), gain: { mean: 30, visible: true } },
  walletCents: 0,
  centsPerRead: 60,
  ...changes,
});

describe('where a voucher does most', () => {
  it('goes to the note that beats the asked one in worlds of its own, with what it brought there', () => {
    const { advice, best, ranked } = whereToSpend(ask());
    expect([advice, best?.noteId, best?.reads.mean]).toEqual(['spend', 'b', 60]);
    expect(ranked.map(({ noteId, judged }) => [noteId, judged])).toEqual([
      ['b', true],
      ['a', true],
      ['c', false],
    ]);
  });

  it('never recommends the luckiest of the compared ones by the worlds that made it lucky', () => {
    const lucky = ask({
      fresh: { noteId: 'b', reads: reads(20, 4, 40), gain: { mean: -10, visible: true } },
    });
    const { best, ranked } = whereToSpend(lucky);
    expect(best?.noteId).toBe('a');
    expect(ranked.map(({ noteId }) => noteId)).toEqual(['a', 'b', 'c']);
  });

  it('says either where both do the same', () => {
    const alike = { noteId: 'b', reads: reads(33, 20, 50), gain: { mean: 3, visible: false } };
    expect(whereToSpend(ask({ fresh: alike }))).toMatchObject({ advice: 'either', best: { noteId: 'a' } });
  });

  it('keeps a voucher that wins nothing one can see, or that loses readers', () => {
    const nothing = { asked: place('a', reads(4, -6, 14), true), others: [], fresh: null };
    expect(whereToSpend(ask(nothing))).toMatchObject({ advice: 'none', best: null });
    const loses = { ...nothing, asked: place('a', reads(-9, -14, -3), true) };
    expect(whereToSpend(ask(loses))).toMatchObject({ advice: 'none', best: null });
  });

  it('keeps a voucher whose boost asks more of the wallet than its reads are worth', () => {
    expect(whereToSpend(ask({ walletCents: 3_601 }))).toMatchObject({ advice: 'too-dear', best: null });
    expect(whereToSpend(ask({ walletCents: 3_600 }))).toMatchObject({
      advice: 'spend',
      best: { noteId: 'b' },
    });
  });
});
