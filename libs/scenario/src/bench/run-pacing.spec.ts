import { usualPacing } from './pacing-world';
import { runPacing } from './run-pacing';

const small = { ...usualPacing, boosts: 120, roundEvery: 30, reportWithin: 30 };
const still = () => 0;
const run = (given: Partial<typeof small>) => runPacing({ ...small, ...given }, 'spec', still);

describe('boosts paced together', () => {
  it('are delivered to within three per cent of their plans where readers allow', () => {
    const { delivered } = run({});
    for (const share of delivered) expect(Math.abs(share - 1)).toBeLessThanOrEqual(0.03);
  });

  it('share what there is when readers are too few: none goes empty for the others', () => {
    const { delivered } = run({ room: 0.5 });
    const mean = delivered.reduce((sum, share) => sum + share, 0) / delivered.length;
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(0.7);
    expect(Math.min(...delivered)).toBeGreaterThan(0.1);
    expect(Math.max(...delivered)).toBeLessThanOrEqual(1.03);
  });

  it('go by the readers that come, near their curves all the way', () => {
    const { strayed } = run({ room: 3 });
    const mean = strayed.reduce((sum, stray) => sum + stray, 0) / strayed.length;
    expect(mean).toBeLessThan(0.05);
  });

  it('are the same for the same seed', () => {
    expect(run({ boosts: 20 }).delivered).toEqual(run({ boosts: 20 }).delivered);
  });
});
