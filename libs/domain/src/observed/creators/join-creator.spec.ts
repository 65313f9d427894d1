import fc from 'fast-check';
import { compareWithCounted } from './compare-counted';
import { type CreatorSnapshot, joinCreator } from './join-creator';

const said = (
  source: string,
  day: string,
  readings: CreatorSnapshot['readings'],
  more: Partial<CreatorSnapshot> = {},
): CreatorSnapshot => ({
  source,
  day,
  trust: { P3: 40, P4: 40, V1: 30, V2: 30 }[source] ?? 50,
  readings,
  facts: {},
  onRequest: [],
  ...more,
});
const standing = (...snapshots: CreatorSnapshot[]) => joinCreator(snapshots).figures;

describe('a creator from several files', () => {
  it('has the latest word of the most trusted source, and keeps the others', () => {
    const [followers] = standing(
      said('V1', '2026-11-01', { followers: { value: 52_000, half: 500 } }),
      said('P3', '2026-10-20', { followers: { value: 40_000 } }),
      said('P3', '2026-10-28', { followers: { value: 50_000 } }),
    );
    expect(followers).toMatchObject({
      source: 'P3',
      day: '2026-10-28',
      reading: { value: 50_000 },
      others: [{ source: 'V1', reading: { value: 52_000, half: 500 }, verdict: 'agrees' }],
      disagrees: false,
    });
  });

  it.each([
    ['the same day, apart beyond rounding', '2026-10-28', { value: 50_600, half: 500 }, 'disagrees'],
    ['the same day, within rounding', '2026-10-28', { value: 50_400, half: 500 }, 'agrees'],
    ['another day, a tenth more', '2026-11-01', { value: 55_000 }, 'agrees'],
    ['another day, more than that', '2026-11-01', { value: 55_001 }, 'disagrees'],
    ['a lower bound below it', '2026-10-28', { value: 10_000, atLeast: true }, 'agrees'],
    ['a lower bound above it', '2026-10-28', { value: 60_000, atLeast: true }, 'disagrees'],
    ['a month and more ago', '2026-09-27', { value: 9_000 }, 'older'],
  ] as const)('says of followers on %s', (_, day, reading, verdict) => {
    const [followers] = standing(
      said('P3', '2026-10-28', { followers: { value: 50_000 } }),
      said('V1', day, { followers: reading }),
    );
    expect(followers?.others.map((other) => other.verdict)).toEqual([verdict]);
    expect(followers?.disagrees).toBe(verdict === 'disagrees');
  });

  it('lets an old word of a trusted source go for a new one of another', () => {
    const [quote] = standing(
      said('P4', '2025-11-01', { imageQuote: { value: 300_000 } }),
      said('V1', '2026-11-01', { imageQuote: { value: 500_000 } }),
    );
    expect(quote).toMatchObject({ source: 'V1', others: [{ source: 'P4', verdict: 'older' }] });
  });

  it('gives a price no room to drift', () => {
    const [quote] = standing(
      said('P4', '2026-10-28', { imageQuote: { value: 300_000 } }),
      said('V1', '2026-11-01', { imageQuote: { value: 310_000 } }),
    );
    expect(quote?.disagrees).toBe(true);
  });

  it('never holds what vendors measure in their own way against each other, nor a CPM of reads against one of exposure', () => {
    const joined = joinCreator([
      said('V1', '2026-11-01', { vendorIndex: { value: 812 }, cpmRead: { value: 90_000 } }),
      said('V2', '2026-11-01', { vendorIndex: { value: 431 }, cpm: { value: 4_800 } }),
    ]);
    expect(joined.disagreements).toBe(0);
    expect(
      joined.figures.map(({ figure, others }) => [figure, others.map(({ verdict }) => verdict)]),
    ).toEqual([
      ['cpm', []],
      ['cpmRead', []],
      ['vendorIndex', ['own-scale']],
    ]);
  });

  it('is one series over the days, with every source of a day', () => {
    const { series } = joinCreator([
      said('V1', '2026-11-01', { followers: { value: 52_000 } }),
      said('P3', '2026-11-01', { followers: { value: 50_000 } }),
      said('P3', '2026-10-20', { followers: { value: 51_000 } }),
    ]);
    expect(series.followers).toMatchObject([
      { day: '2026-10-20', source: 'P3', others: [] },
      { day: '2026-11-01', source: 'P3', others: [{ source: 'V1' }] },
    ]);
  });

  it('says that a price is on request only while nobody has named one since', () => {
    const asked = said('P4', '2026-10-28', {}, { onRequest: ['imageQuote'] });
    const named = (day: string) => said('V1', day, { imageQuote: { value: 1 } });
    expect(joinCreator([asked]).onRequest).toEqual(['imageQuote']);
    expect(joinCreator([asked, named('2026-10-01')]).onRequest).toEqual(['imageQuote']);
    expect(joinCreator([asked, named('2026-10-28')]).onRequest).toEqual([]);
  });

  it('keeps facts in the latest words, and other words beside them', () => {
    const { facts } = joinCreator([
      said('P3', '2026-10-01', {}, { facts: { category: '护肤', region: '上海' } }),
      said('V1', '2026-11-01', {}, { facts: { category: '美妆', region: '上海' } }),
    ]);
    expect(facts).toMatchObject([
      { fact: 'category', text: '美妆', others: [{ text: '护肤', source: 'P3' }] },
      { fact: 'region', text: '上海', others: [] },
    ]);
  });

  it('does not depend on the order in which files came', () => {
    const snapshot = fc.record({
      source: fc.constantFrom('P3', 'P4', 'V1', 'V2'),
      day: fc.integer({ min: 1, max: 30 }).map((n) => `2026-1${n % 2}-${String(n).padStart(2, '0')}`),
      value: fc.integer({ min: 0, max: 5 }),
      half: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(snapshot, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, random) => {
        const snapshots = all.map(({ source, day, value, half }) =>
          said(source, day, { followers: { value, half }, imageQuote: { value } }),
        );
        const mixed = snapshots
          .map((one) => [random.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(joinCreator(mixed)).toEqual(joinCreator(snapshots));
      }),
    );
  });

  it('is held against what was counted here by the same rule', () => {
    const joined = joinCreator([
      said('P3', '2026-10-28', { followers: { value: 50_000 }, imageQuote: { value: 300_000 } }),
    ]);
    expect(
      compareWithCounted(joined, {
        followers: { day: '2026-10-30', value: 54_000 },
        imageQuote: { day: '2026-10-28', value: 280_000 },
        videoQuote: { day: '2026-10-28', value: 1 },
      }).map(({ figure, agrees }) => [figure, agrees]),
    ).toEqual([
      ['followers', true],
      ['imageQuote', false],
    ]);
  });

  it('refuses what is no day', () => {
    expect(() => joinCreator([said('P3', '1.11.2026', { followers: { value: 1 } })])).toThrow('is no day');
  });
});
