import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WrongUse } from '../command';
import { readReplayArguments } from './replay-arguments';
import { readArchives } from './replay-data';

describe('the arguments of the replay', () => {
  it('have defaults, and take several budgets and files', () => {
    expect(readReplayArguments([])).toEqual({
      data: [],
      layouts: 3,
      budgets: [0.25, 0.12],
      seed: 'replay',
      weeks: false,
    });
    expect(
      readReplayArguments(['--data', 'a', '--data', 'b', '--budget', '.5', '--layouts', '7', '--json', 'x']),
    ).toMatchObject({ data: ['a', 'b'], budgets: [0.5], layouts: 7, json: 'x' });
    expect(readReplayArguments(['--help'])).toBe('help');
  });

  it.each([
    [['--layouts', '0'], '--layouts 0: how many layouts is a whole number from 1 to 1000.'],
    [['--layouts', 'x'], '--layouts x'],
    [['--budget', '25'], '--budget 25: the share is above 0 and at most 1, such as 0.25.'],
    [['--bugdet', '1'], "Unknown option '--bugdet'"],
    [['file.csv'], 'Unexpected argument'],
  ])('are refused in plain words: %j', (args, message) => {
    expect(() => readReplayArguments(args)).toThrow(WrongUse);
    expect(() => readReplayArguments(args)).toThrow(message);
  });
});

describe('the data of the replay', () => {
  let folder: string;
  const put = (name: string, ...lines: string[]): string => {
    writeFileSync(path.join(folder, name), lines.join('\n'));
    return name;
  };
  const headlines = 'test_id,week,package,impressions,clicks';
  const log = 'policy,campaign,timestamp,item_id,position,click,propensity';

  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'poolrise-replay-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is a folder, or files of any name that are known by their columns', () => {
    put('headline-experiments.csv', headlines, 'a,201446,0,10,1');
    expect(Object.keys(readArchives(['.'], folder))).toEqual(['experiments']);
    put('other-half.csv', log, 'random,men,t,1,1,0,0.5');
    const both = readArchives(['other-half.csv', 'headline-experiments.csv'], folder);
    expect(both.experiments).toHaveLength(1);
    expect(both.logs?.[0]?.policy).toBe('random');
  });

  it('is asked for by name, columns and source when it is not there', () => {
    mkdirSync(path.join(folder, 'empty'));
    for (const place of ['nowhere', 'empty']) {
      expect(() => readArchives([place], folder)).toThrow(WrongUse);
      expect(() => readArchives([place], folder)).toThrow(
        /headline-experiments\.csv: columns test_id, week .*doi 10\.1038.*logged-recommendations\.csv: columns policy/s,
      );
    }
  });

  it('is refused with the file and the row of a mistake, when it is neither kind, and when it comes twice', () => {
    put('a.csv', headlines, 'a,201446,0,10,1', 'a,201446,1,10,11');
    expect(() => readArchives(['a.csv'], folder)).toThrow(/a\.csv: Row 3, column clicks: 11 clicks cannot/);
    put('b.csv', 'name,age', 'x,3');
    expect(() => readArchives(['b.csv'], folder)).toThrow('neither the column test_id nor');
    put('c.csv', headlines, 'a,201446,0,10,1');
    expect(() => readArchives(['c.csv', 'c.csv'], folder)).toThrow('second file of its kind');
  });
});
