import { forecastNotes, type PastNote, sumForecasts } from './forecast-notes';
import { mixBy } from './proposal-mix';

const notesOf = (reads: number[], about: Partial<PastNote> = {}): PastNote[] =>
  reads.map((each) => ({ kind: 'image', cooperation: false, reads: each, impressions: each * 10, ...about }));

describe('a forecast of notes', () => {
  it('is the median of her own notes, between their 10th and 90th percentile', () => {
    const past = notesOf([100, 200, 300, 400, 1_000]);
    expect(forecastNotes(past, { kind: 'image', notes: 1 })).toEqual({
      basis: 'kind',
      sample: 5,
      reads: { expected: 300, low: 140, high: 760 },
      impressions: { expected: 3_000, low: 1_400, high: 7_600 },
    });
  });

  it('grows with the number of notes, its interval by the root of it', () => {
    const four = forecastNotes(notesOf([100, 200, 300, 400, 1_000]), { kind: 'image', notes: 4 });
    expect(four?.reads).toEqual({ expected: 1_200, low: 1_200 - 320, high: 1_200 + 920 });
  });

  it('rests on cooperation notes of the kind where there are enough, else on ever more of them', () => {
    const daily = notesOf([900, 900, 900, 900, 900]);
    const paid = notesOf([100, 100, 100, 100, 100], { cooperation: true });
    const film = notesOf([5_000, 5_000], { kind: 'video' });
    const ask = { kind: 'image', notes: 1 } as const;
    expect(forecastNotes([...daily, ...paid], ask)).toMatchObject({ basis: 'cooperation', sample: 5 });
    expect(forecastNotes([...daily, ...paid.slice(1)], ask)).toMatchObject({ basis: 'kind', sample: 9 });
    expect(forecastNotes([...daily, ...film], { kind: 'video', notes: 1 })).toMatchObject({ basis: 'all' });
  });

  it('has no interval of a handful and nothing to say of nobody', () => {
    expect(forecastNotes(notesOf([100, 300]), { kind: 'image', notes: 1 })?.reads).toEqual({
      expected: 200,
      low: null,
      high: null,
    });
    expect(forecastNotes([], { kind: 'image', notes: 1 })).toBeNull();
    expect(() => forecastNotes([], { kind: 'image', notes: 0 })).toThrow(RangeError);
  });

  it('adds up, with sides that grow as independent ones do', () => {
    const one = { expected: 100, low: 70, high: 140 };
    const other = { expected: 200, low: 160, high: 230 };
    expect(sumForecasts([one, other])).toEqual({ expected: 300, low: 250, high: 350 });
    expect(sumForecasts([one, { expected: 5, low: null, high: null }])).toEqual({
      expected: 105,
      low: null,
      high: null,
    });
    expect(sumForecasts([])).toEqual({ expected: 0, low: 0, high: 0 });
  });
});

describe('the mix of a proposal', () => {
  it('counts a creator once in each group, and its parts sum to the whole', () => {
    const place = { creator: 'a', tier: 'waist', category: 'food', notes: 1, priceCents: 300_00 };
    const items = [
      place,
      { ...place, notes: 2, priceCents: 500_00 },
      { ...place, creator: 'b', tier: 'koc', category: 'beauty', priceCents: 100_00 },
    ];
    expect(mixBy(items, 'tier')).toEqual([
      { key: 'waist', creators: 1, notes: 3, priceCents: 800_00 },
      { key: 'koc', creators: 1, notes: 1, priceCents: 100_00 },
    ]);
    expect(mixBy(items, 'category').map(({ key }) => key)).toEqual(['food', 'beauty']);
  });
});
