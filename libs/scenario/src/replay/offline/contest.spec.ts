import { RandomStream } from '../../random';
import type { Experiment } from '../read-experiments';
import { judgeTests } from './best-of-test';
import { weeklyCohorts } from './cohorts';
import { playContest, standingsOf, weekChecks, type Contest } from './contest';
import { gammaDraw } from '@poolrise/domain';
import { layOut, Market } from './market';
import { contestReport, halvesReport, testsReport, weekReport } from './offline-report';
import { entrants, names, yardsticks } from './rules';

/** Weeks of drawn tests: stories differ by about a half, headlines inside a story by about a quarter. */
function anArchive({ weeks = 3, tests = 15, rate = 0.02 } = {}): Experiment[] {
  const random = new RandomStream('archive');
  return Array.from({ length: weeks * tests }, (_, index) => {
    const story = random.around1(0.5);
    const testId = `t${index}`;
    const headlines = Array.from({ length: 4 }, (_unused, place) => ({
      testId,
      package: String(place),
      impressions: 3_200,
      clicks: random.binomial(3_200, Math.min(1, rate * story * random.around1(0.25))),
    }));
    return { testId, week: String(201_446 + Math.floor(index / tests)), headlines };
  });
}

const aTest = (testId: string, week: string, ...impressions: number[]): Experiment => ({
  testId,
  week,
  headlines: impressions.map((count, index) => ({
    testId,
    package: String(index),
    impressions: count,
    clicks: 10,
  })),
});

describe('the weeks of an archive', () => {
  const many = Array.from({ length: 20 }, () => 2_000);

  it('are those with forty long recordings, in their order, without the doubtful ones', () => {
    const cohorts = weeklyCohorts([
      aTest('late', '201450', ...many, ...many),
      aTest('a', '201446', ...many, 1_499),
      aTest('b', '201446', ...many),
      aTest('thin', '201447', ...many),
      aTest('doubtful', '201330', ...many, ...many),
    ]);
    expect(cohorts.map(({ week, headlines }) => [week, headlines.length])).toEqual([
      ['201446', 40],
      ['201450', 40],
    ]);
  });
});

describe('a market of recorded readers', () => {
  const headline = { testId: 'a', package: '0', impressions: 2_500, clicks: 80 };

  it('has exactly the recorded clicks, and no more readers than there were', () => {
    const market = new Market(layOut([headline], 'seed'), 10_000);
    const [contender] = market.contenders as [(typeof market.contenders)[0]];
    for (let i = 0; i < 100; i++) market.show(contender, 33.9);
    expect(contender).toMatchObject({ seen: 2_500, clicks: 80 });
    expect(market).toMatchObject({ clicks: 80, left: 7_500, open: [] });
  });

  it('spends no more than its budget', () => {
    const market = new Market(layOut([headline, headline], 'seed'), 300);
    for (const contender of market.contenders) market.show(contender, 200);
    expect(market.contenders.map(({ seen }) => seen)).toEqual([200, 100]);
    expect(market.left).toBe(0);
  });
});

describe('every rule', () => {
  const [cohort] = weeklyCohorts(anArchive({ weeks: 1 }));
  const laidOut = layOut(cohort?.headlines ?? [], 'seed');

  it.each(entrants.map(({ name, make }) => [name, make] as const))(
    '%s: spends the whole budget, and all but one keep the first pool',
    (name, make) => {
      const market = new Market(laidOut, 40_000);
      make()(market, new RandomStream('seed'));
      expect(market.left).toBe(0);
      expect(market.contenders.reduce((sum, { seen }) => sum + seen, 0)).toBe(40_000);
      expect(Math.min(...market.contenders.map(({ seen }) => seen))).toBeGreaterThanOrEqual(200);
      expect(market.clicks).toBe(market.contenders.reduce((sum, { clicks }) => sum + clicks, 0));
      if (name === names.uniform) expect(new Set(market.contenders.map(({ seen }) => seen)).size).toBe(2);
    },
  );

  it.each(entrants.map(({ name, make }) => [name, make] as const))(
    '%s: gets by without a single click, and with more budget than readers',
    (_, make) => {
      const silent = Array.from({ length: 5 }, (_unused, index) => ({
        testId: String(index % 2),
        package: String(index),
        impressions: 1_600,
        clicks: 0,
      }));
      const market = new Market(layOut(silent, 'seed'), 9_000);
      make()(market, new RandomStream('seed'));
      expect(market).toMatchObject({ clicks: 0, left: 1_000 });
    },
  );
});

describe('a contest', () => {
  const cohorts = weeklyCohorts(anArchive());
  const options = { budget: 0.2, layouts: 3, seed: 'spec' };
  const contest = playContest(cohorts, entrants, options);
  const closed = (name: string): number =>
    standingsOf(contest).find((one) => one.name === name)?.gapClosed.value ?? Number.NaN;

  it('is the same again under the same seed, whoever else takes part', () => {
    const again = playContest(cohorts, yardsticks, options);
    for (const { name } of yardsticks) expect(again.clicks.get(name)).toEqual(contest.clicks.get(name));
    expect(playContest(cohorts, yardsticks, { ...options, seed: 'other' }).clicks).not.toEqual(again.clicks);
  });

  it('is won by ours, behind nobody but the oracle', () => {
    expect(closed(names.uniform)).toBe(0);
    expect(closed(names.oracle)).toBe(1);
    for (const { name } of entrants)
      if (name !== names.poolrise && name !== names.oracle)
        expect(closed(names.poolrise)).toBeGreaterThan(closed(name));
    expect(closed(names.poolrise)).toBeGreaterThan(closed(names.plain) + 0.08);
    expect(weekChecks(contest).filter(({ behind }) => behind)).toEqual([]);
  });

  it('is reported with a line for every rule and for the weakest weeks', () => {
    const report = [...contestReport(contest), ...weekReport(contest, true)];
    for (const { name } of entrants)
      expect(report.filter((line) => line.startsWith(`${name} `))).toHaveLength(1);
    expect(report).toContainEqual(expect.stringMatching(/^201446 +60 .* ahead or even$/));
    expect(halvesReport([{ name: 'odd weeks', contest }]).join('\n')).toContain('odd weeks');
  });

  it('promotes fewer headlines wrongly than the mean does', () => {
    const [early, judged] = judgeTests(cohorts, [100, 200], { layouts: 4, seed: 'spec' });
    if (!judged) throw new Error('not judged');
    expect(early?.impressionsEach).toBe(100);
    expect(judged).toMatchObject({ tests: 45, layouts: 4, impressionsEach: 200 });
    expect(judged.plain.promoted).toBeGreaterThan(60);
    expect(judged.poolrise.promoted).toBeGreaterThan(5);
    expect(judged.poolrise.falseShare.value).toBeLessThan(judged.plain.falseShare.value - 0.08);
    expect(judged.upliftOfShrunkBest.value).toBeGreaterThan(0);
    expect(testsReport([judged]).at(-1)).toMatch(/^200 /);
  });
});

describe('the figures of a contest', () => {
  /** Two layouts of two weeks; by hand. */
  const contest: Contest = {
    budget: 0.5,
    layouts: 2,
    cohorts: weeklyCohorts(anArchive({ weeks: 2 })),
    impressions: 1_000,
    clicks: new Map([
      [names.uniform, [[5, 5], [6, 4]]], // prettier-ignore
      [names.plain, [[10, 10], [10, 10]]], // prettier-ignore
      [names.poolrise, [[16, 9], [18, 9]]], // prettier-ignore
      [names.oracle, [[15, 15], [15, 15]]], // prettier-ignore
    ]),
  };

  it('are means over layouts with their standard errors', () => {
    const own = standingsOf(contest).find(({ name }) => name === names.poolrise);
    expect(own?.clickRate.value).toBeCloseTo(0.026, 12);
    expect(own?.upliftOverUniform.value).toBeCloseTo(1.6, 12);
    // (25 - 10) / 20 and (27 - 10) / 20
    expect(own?.gapClosed.value).toBeCloseTo(0.8, 12);
    expect(own?.gapClosed.standardError).toBeCloseTo(0.05, 12);
    // (30 - 25) / 10 and (30 - 27) / 10
    expect(own?.regretOfPlain.value).toBeCloseTo(0.4, 12);
  });

  it('say in which weeks ours was behind', () => {
    const [good, bad] = weekChecks(contest);
    expect(good?.lead.value).toBeCloseTo(0.7, 12);
    expect(good?.behind).toBe(false);
    expect(bad).toMatchObject({ behind: true, plainClicks: 10, poolriseClicks: 9 });
    expect(weekReport(contest, false)[0]).toContain('more than the standard error in 1 of 2 weeks');
  });
});

describe('a gamma draw', () => {
  it.each([1, 3.5, 40])('has the mean and the variance of its shape %p', (shape) => {
    const random = new RandomStream('gamma', shape);
    const drawn = Array.from({ length: 20_000 }, () => gammaDraw(random, shape));
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.08);
  });
});
