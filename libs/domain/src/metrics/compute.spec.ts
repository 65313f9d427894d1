import fc from 'fast-check';
import * as compute from './compute';
import { metricIds, metrics, metricUnits } from './definitions';
import { type EngagementCounts, addCounts, engagementKinds, isRepeatable, noCounts } from './engagement';
import { marks } from './mark';

/** A small creator's cooperation notes, a real sample (domain notes 2.5 and 3.3). */
const sample: EngagementCounts = {
  ...noCounts(),
  impressions: 32_166,
  clicks: 2_194,
  likes: 178,
  collects: 21,
  comments: 9,
  shares: 4,
  follows: 11,
};

describe('metrics of real samples', () => {
  it('gives the folk score of the sample', () => {
    expect(compute.ces(sample)).toBe(339);
    expect(compute.cesRate(sample)).toBeCloseTo(10.539, 3);
    expect(compute.ctr(sample)).toBeCloseTo(0.0682, 4);
    expect(compute.likeRate(sample)).toBeCloseTo(0.0811, 4);
    expect(compute.collectRate(sample)).toBeCloseTo(0.0096, 4);
    expect(compute.commentRate(sample)).toBeCloseTo(0.0041, 4);
    expect(compute.shareRate(sample)).toBeCloseTo(0.0018, 4);
    expect(compute.followRate(sample)).toBeCloseTo(0.005, 4);
  });

  it('never mixes the three definitions of an interaction', () => {
    expect(compute.interactionKinds.map((kind) => compute.interactions(sample, kind))).toEqual([
      208, 212, 223,
    ]);
  });

  it('divides as Pugongying does: 2 interactions of 248 reads are 0.81 %', () => {
    const counts = { ...noCounts(), clicks: 248, likes: 1, shares: 1 };
    expect(compute.interactionRatePerRead(counts, 'LCCS')).toBeCloseTo(0.0081, 4);
  });

  it('keeps the identity CPM = 1000 x CTR x CPC', () => {
    const cpm = compute.cpm(7_500, sample) ?? 0;
    expect(cpm).toBeCloseTo(1_000 * (compute.ctr(sample) ?? 0) * (compute.cpc(7_500, sample) ?? 0), 9);
  });

  it('says nothing, and not NaN, while there is nothing to divide by', () => {
    const none = noCounts();
    const rates = [
      compute.ctr(none),
      compute.cesRate(none),
      compute.likeRate(none),
      compute.hideRate(none),
      compute.dwellPerRead(none),
      compute.interactionRatePerRead(none, 'LCC'),
      compute.interactionRatePerImpression(none, 'LCC'),
      compute.cpm(100, none),
      compute.cpc(100, none),
      compute.cpe(100, none, 'LCCSF'),
      compute.cpf(100, none),
      compute.pacing(0, 7_500, 0),
      compute.adLoad(0, 0),
    ];
    expect(rates).toEqual(rates.map(() => null));
  });
});

describe('engagement counts', () => {
  it('add up in any order', () => {
    const counts = fc.record(
      Object.fromEntries(Object.keys(noCounts()).map((key) => [key, fc.nat(1e6)])),
    ) as fc.Arbitrary<EngagementCounts>;
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        expect(addCounts(addCounts(a, b), c)).toEqual(addCounts(c, addCounts(b, a)));
        expect(addCounts(a, noCounts())).toEqual(a);
      }),
    );
  });

  it('lets one impression be commented on twice and liked once', () => {
    expect(engagementKinds.filter(isRepeatable)).toEqual(['comment', 'share', 'dwell', 'purchase']);
  });
});

describe('metric definitions', () => {
  it.each(metricIds)('%s has a name, a formula and a source in full', (id) => {
    const { unit, zh, en, formula, source, mark } = metrics[id];
    expect(metrics[id].id).toBe(id);
    expect(metricUnits).toContain(unit);
    expect(marks).toContain(mark);
    for (const text of [zh, en, formula.zh, formula.en, source]) expect(text.length).toBeGreaterThan(1);
    expect(zh).toMatch(/\p{Script=Han}|CES/u);
  });

  it('gives no two metrics the same name', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = metricIds.map((id) => metrics[id][language]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
