import { audienceBandAt, audienceBands } from './audience-bands';

describe('audience bands', () => {
  it('have one place each, by which shares are stored', () => {
    expect(audienceBands.map(({ dimension, value }) => audienceBandAt(dimension, value))).toEqual([
      ...audienceBands.keys(),
    ]);
  });

  it('know no others', () => {
    expect(audienceBandAt('age', '18–24')).toBe(-1);
    expect(audienceBandAt('income', 'high')).toBe(-1);
  });

  it('stand where stored portraits expect them', () => {
    expect(audienceBands.slice(0, 7).map(({ value }) => value)).toEqual([
      '<18',
      '18-24',
      '25-34',
      '35-44',
      '>44',
      'female',
      'male',
    ]);
    expect(audienceBandAt('province', 'beijing')).toBe(32);
  });
});
