import { credibilityTests } from './evidence';
import { credibilityBenchmark } from './credibility-benchmark';
import { measureCredibility } from './measure-credibility';
import { countsOf, isWeakTest, measuredFrom } from './measured-counts';

const judged = (label: 'bought-likes' | null, verdict: 'unusual' | 'usual', strength = 0) => ({
  label,
  strength,
  evidence: [{ test: 'night-burst' as const, verdict }],
});

describe('kept counts of a measurement', () => {
  it('say the same as the measurement they are of', () => {
    const measured = measureCredibility([
      judged(null, 'usual'),
      judged(null, 'unusual'),
      judged('bought-likes', 'unusual', 0.9),
      judged('bought-likes', 'usual', 0.2),
    ]);
    expect(measured.map(countsOf).map(measuredFrom)).toEqual(measured);
    expect(measured.map(countsOf)[4]).toMatchObject({
      honest: 2,
      falseAlarms: 1,
      aimed: 2,
      found: 1,
      strong: 1,
    });
  });

  it('call a test weak that misses more than a third of what it aims at', () => {
    const counts = { ...countsOf(measureCredibility([])[0] as never), aimed: 100 };
    expect(isWeakTest(measuredFrom({ ...counts, found: 66, flagged: 66 }))).toBe(true);
    expect(isWeakTest(measuredFrom({ ...counts, found: 67, flagged: 67 }))).toBe(false);
    expect(isWeakTest(measuredFrom({ ...counts, aimed: 0 }))).toBe(false);
  });
});

describe('the measurement that comes with the product', () => {
  it('has every test, on worlds by which no edge was chosen', () => {
    expect(credibilityBenchmark.counts.map(({ test }) => test)).toEqual(credibilityTests);
    const chosenOn = /^(?:tune|credibility)-[1-8]$/;
    expect(credibilityBenchmark.seeds.filter((seed) => chosenOn.test(seed))).toEqual([]);
    for (const counts of credibilityBenchmark.counts)
      expect(counts.honest + counts.unjudgedHonest).toBe(
        credibilityBenchmark.creators - credibilityBenchmark.labelled,
      );
  });
});
