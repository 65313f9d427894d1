import { averageOf, countShare, estimateStanding, platformStated, ratedPeers } from '@poolrise/domain';
import { type ForecastCase, forecastCases } from './forecast-cases';
import { type HiddenWorld, hiddenWorld } from './hidden-snapshots';
import { caseGroups, chanceOf, intervalFigures, naiveBounds, mayGrow } from './measure-hidden';

describe('snapshots that were hidden', () => {
  let world: HiddenWorld;
  let natural: ForecastCase[];
  let interactions: ForecastCase[];
  beforeAll(() => {
    world = hiddenWorld('hidden', Date.UTC(2026, 10, 23, 9, 20));
    natural = forecastCases(world, 'impressionsNatural');
    interactions = forecastCases(world, 'interactions');
  }, 180_000);

  const held = (cases: readonly ForecastCase[]) => intervalFigures(cases, ({ forecast }) => forecast).held;

  it('are forecast for nearly every note that files know', () => {
    expect(world.cases.length).toBeGreaterThan(1_500);
    expect(natural.length).toBeGreaterThan(0.9 * world.cases.length);
  });

  it('fall into their 80 % intervals four times of five, by what chance allows', () => {
    for (const cases of [natural, interactions]) {
      const { share, trials } = held(cases.filter(mayGrow));
      expect(trials).toBeGreaterThan(300);
      expect(share).toBeGreaterThan(0.8 - chanceOf(trials));
      // Whole ranks and figures leave an interval a little wide, never much.
      expect(share).toBeLessThan(0.83 + chanceOf(trials));
      // Of notes that stand still the interval is a point, and holds more often.
      expect(held(cases).share).toBeGreaterThan(0.8);
    }
  });

  it('would show intervals that are too sure of themselves', () => {
    const { share, trials } = intervalFigures(natural.filter(mayGrow), ({ forecast, size }) => ({
      low: forecast.low,
      high: size + 0.5 * (forecast.high - size),
    })).held;
    expect(share).toBeLessThan(0.8 - chanceOf(trials));
  });

  it('fall into them at every age, rounded or not', () => {
    for (const [group, belongs] of caseGroups) {
      const { share, trials } = held(natural.filter(mayGrow).filter(belongs));
      if (trials < 15) continue;
      expect({ group, enough: (share ?? 0) > 0.8 - chanceOf(trials) - 0.02 }).toEqual({
        group,
        enough: true,
      });
    }
  });

  it('are bounded better than by a spreadsheet’s rule', () => {
    const cases = natural.filter(mayGrow);
    const ours = intervalFigures(cases, ({ forecast }) => forecast);
    const naive = intervalFigures(cases, naiveBounds);
    expect(naive.held.share).toBeLessThan(0.7);
    expect(ours.score).toBeLessThan(0.6 * naive.score);
  });

  it('show the level a note stood in about as often as was said', () => {
    const told = natural.flatMap(({ levelEstimate, level }) =>
      levelEstimate ? [{ said: levelEstimate.probability, right: levelEstimate.level === level }] : [],
    );
    const { share, trials } = countShare(told.filter(({ right }) => right).length, told.length);
    expect(share).toBeGreaterThan(0.9);
    expect(Math.abs((share ?? 0) - averageOf(told.map(({ said }) => said)))).toBeLessThan(
      0.02 + chanceOf(trials, 0.95),
    );
  });

  it('show that the notes called climbing climbed and the others did not', () => {
    const seen = natural.filter(({ movement, naturalAWeekOn }) => movement && naturalAWeekOn !== null);
    const grew = ({ naturalAWeekOn, naturalNow }: ForecastCase) => (naturalAWeekOn ?? 0) >= 1.1 * naturalNow;
    for (const called of ['climbing', 'stopped', 'cannot-tell'] as const) {
      const group = seen.filter(({ movement }) => movement?.movement === called);
      const { share, trials } = countShare(group.filter(grew).length, group.length);
      const said = averageOf(group.map(({ movement }) => movement?.probability ?? 0));
      expect(trials).toBeGreaterThan(50);
      expect(Math.abs((share ?? 0) - said)).toBeLessThan(chanceOf(trials, said) + 0.03);
    }
  });

  it('show how a note is rated against notes like it, by what is true of it and of them', () => {
    const peers = ratedPeers(world.peers, platformStated);
    const told = world.cases.slice(0, 500).flatMap(({ note, trueValue }) => {
      const standing = estimateStanding(note, peers, platformStated);
      if (typeof standing === 'string' || standing.compared.length < 5) return [];
      if (standing.basis !== 'natural-impression') return [];
      return [{ standing, truth: trueValue / standing.peersPerThousand }];
    });
    const inside = told.filter(({ standing: { low, high }, truth }) => truth >= low && truth <= high).length;
    const { share, trials } = countShare(inside, told.length);
    expect(trials).toBeGreaterThan(400);
    expect(share).toBeGreaterThan(0.78 - chanceOf(trials));
    expect(share).toBeLessThan(0.84 + chanceOf(trials));
  });
});
