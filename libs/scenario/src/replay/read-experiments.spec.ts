import { readExperiments } from './read-experiments';

const header = 'test_id,week,package,impressions,clicks';
const file = (...rows: string[]) => [header, ...rows].join('\n');

describe('a file of headline tests', () => {
  it('is read test by test', () => {
    expect(readExperiments(file('a,201446,0,3526,90', 'b,201500,0,10,0', 'a,201446,1,3506,120'))).toEqual([
      {
        testId: 'a',
        week: '201446',
        headlines: [
          { testId: 'a', package: '0', impressions: 3526, clicks: 90 },
          { testId: 'a', package: '1', impressions: 3506, clicks: 120 },
        ],
      },
      { testId: 'b', week: '201500', headlines: [{ testId: 'b', package: '0', impressions: 10, clicks: 0 }] },
    ]);
  });

  it('may have its columns in another order, others between them, a byte order mark and Windows line ends', () => {
    const text = '\ufeffclicks,note,impressions,package,test_id,week\r\n3,"a, b",100,1,t,201501\r\n';
    expect(readExperiments(text)[0]?.headlines).toEqual([
      { testId: 't', package: '1', impressions: 100, clicks: 3 },
    ]);
  });

  it.each([
    ['', 'The file is empty.'],
    [header, 'The file has a header and no rows.'],
    [
      'test_id,week,package,clicks\na,201446,0,1',
      'Row 1 lacks the column impressions; it has test_id, week, package, clicks.',
    ],
    [file('a,201446,0,3526'), 'Row 2 has 4 columns and the header 5.'],
    [
      file('a,201446,0,10,1', 'a,201446,1,many,1'),
      'Row 3, column impressions: "many" is no whole number from 0 to 999999999.',
    ],
    [file('a,201446,0,-5,1'), 'Row 2, column impressions: "-5" is no whole number from 0 to 999999999.'],
    [file('a,201446,0,10,1.5'), 'Row 2, column clicks: "1.5" is no whole number from 0 to 999999999.'],
    [file('a,201446,0,10,11'), 'Row 2, column clicks: 11 clicks cannot come from 10 impressions.'],
    [file('a,201446,0,10,1', '', ',201446,1,10,1'), 'Row 4, column test_id: it is empty.'],
    [file('a,201499,0,10,1'), 'Row 2, column week: "201499" is no week such as 201446.'],
    [file('a,201446,0,10,1', 'a,201446,0,10,1'), 'Row 3, column package: test a has package 0 twice.'],
    [file(`${'a'.repeat(51)},201446,0,10,1`), 'Row 2, column test_id: it is longer than 50 letters.'],
  ])('is refused by name of row and column (%#)', (text, sentence) => {
    expect(() => readExperiments(text)).toThrow(sentence);
  });

  it('is refused when it is no CSV at all', () => {
    expect(() => readExperiments(`${header}\n"a,201446`)).toThrow('The file is no CSV');
  });
});
