import { readRecommendations } from './read-recommendations';

const header = 'policy,campaign,timestamp,item_id,position,click,propensity';
const file = (...rows: string[]) => [header, ...rows].join('\n');

describe('a log of recommendations', () => {
  it('is read rule by rule and campaign by campaign', () => {
    expect(
      readRecommendations(
        file('random,men,2019,14,3,0,0.0294', 'bts,men,2019,7,1,1,1e-3', 'random,men,2019,2,1,1,1'),
      ),
    ).toEqual([
      {
        campaign: 'men',
        policy: 'random',
        impressions: [
          { item: '14', position: '3', clicked: false, propensity: 0.0294 },
          { item: '2', position: '1', clicked: true, propensity: 1 },
        ],
      },
      {
        campaign: 'men',
        policy: 'bts',
        impressions: [{ item: '7', position: '1', clicked: true, propensity: 0.001 }],
      },
    ]);
  });

  it.each([
    [header, 'The file has a header and no rows.'],
    ['policy,campaign,item_id,position,click', 'Row 1 lacks the column propensity; it has policy, campaign'],
    [
      file('random,men,t,1,1,0,0.5', 'random,men,t,1,1,2,0.5'),
      'Row 3, column click: "2" is neither 0 nor 1.',
    ],
    [file('random,men,t,1,1,0,0'), 'Row 2, column propensity: "0" is not above 0 and at most 1.'],
    [file('random,men,t,1,1,0,many'), 'Row 2, column propensity: "many" is not above 0 and at most 1.'],
    [file('random,,t,1,1,0,0.5'), 'Row 2, column campaign: it is empty.'],
  ])('is refused with the place of its first mistake: %#', (text, message) => {
    expect(() => readRecommendations(text)).toThrow(message);
  });
});
