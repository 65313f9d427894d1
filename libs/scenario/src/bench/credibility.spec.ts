import { countsOf, credibilityEdges, measureCredibility } from '@poolrise/domain';
import { WrongUse } from '../command';
import { readCredibilityArguments } from './credibility-arguments';
import { credibilityModule } from './credibility-module';
import { credibilityTable } from './credibility-table';
import { judgedCreators } from './labelled-creators';

describe('the arguments of the measurement of credibility', () => {
  it('are six worlds of the demo\u2019s size unless something is said', () => {
    expect(readCredibilityArguments([])).toMatchObject({ help: false, creators: 2_400, times: 1 });
    expect(readCredibilityArguments(['--seeds', '2', '--first-seed', '7']).seeds).toEqual([
      'credibility-7',
      'credibility-8',
    ]);
  });

  it.each([
    [['--seeds', '0'], '--seeds 0'],
    [['--creators', 'all'], '--creators all'],
    [['--first-seed', '1.5'], '--first-seed 1.5'],
    [['--times', ''], '--times'],
    [['--moon'], '--moon'],
    [['moon'], 'moon'],
  ])('%j is refused by name', (given, said) => {
    expect(() => readCredibilityArguments(given)).toThrow(WrongUse);
    expect(() => readCredibilityArguments(given)).toThrow(said);
  });
});

describe('the tests of credibility in a world whose fraud is known', () => {
  const now = new Date('2026-11-26T02:00:00Z');
  const judged = judgedCreators({ seed: 'credibility-spec', creators: 1_200, times: 1, now });
  const measured = measureCredibility(judged);

  it.each(measured)('$test calls hardly any of the honest unusual', ({ falseAlarms }) => {
    expect(falseAlarms.trials).toBeGreaterThan(150);
    // The lower end: by chance alone a small world may lie above the target.
    expect(falseAlarms.low).toBeLessThan(credibilityEdges.falseAlarmTarget);
  });

  it.each(measured)('$test finds some of the fraud it aims at, and mostly names that', (one) => {
    expect(one.recall.trials).toBeGreaterThan(10);
    expect(one.recall.share).toBeGreaterThan(one.test === 'impossible-reads' ? 0.3 : 0.45);
    expect(one.precision.high).toBeGreaterThan(0.6);
  });

  it('writes the module that the product comes with', () => {
    const written = credibilityModule({
      measuredOn: '2026-11-26',
      seeds: ["o'clock"],
      creators: judged.length,
      labelled: 144,
      counts: measured.map(countsOf),
    });
    expect(written).toContain("seeds: [\n    'o\\'clock',\n  ],");
    expect(written).toContain(`test: 'comment-pods',\n      honest: ${measured[6]?.falseAlarms.trials},`);
  });

  it('prints a line for each of them', () => {
    const lines = credibilityTable(measured).split('\n');
    expect(lines).toHaveLength(measured.length + 1);
    expect(lines[1]).toMatch(/^follower-steps +bought-followers +\d+\/\d+ \d/);
  });
});
