import { audienceLeft } from './audience-left';
import { platformStated } from './presets';

const left = (given: Partial<Parameters<typeof audienceLeft>[1]>) =>
  audienceLeft(platformStated, { level: 2, target: 2_000, audience: 100_000, reached: 600, ...given });

describe('the audience that a run has left', () => {
  it('is the share of everybody that its level opens, less those reached', () => {
    expect(left({})).toBe(12_000 - 600);
    expect(left({ reached: 13_000 })).toBe(0);
  });

  it('is wider on a small platform, but never more than everybody', () => {
    expect(left({ audience: 6_000 })).toBe(4_000 - 600);
    expect(left({ audience: 1_500 })).toBe(1_500 - 600);
  });

  it('is no limit for the promised pool, or while nobody knows how many readers there are', () => {
    expect(left({ level: 0, target: 100, audience: 10 })).toBeNull();
    expect(left({ audience: null })).toBeNull();
  });
});
