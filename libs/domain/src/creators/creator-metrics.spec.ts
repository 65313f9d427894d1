import { percentileAmong, type PeerBand } from './creator-metrics';

const band = (peers: number, at: (percent: number) => number): PeerBand => ({
  peers,
  quantiles: Array.from({ length: 101 }, (_, percent) => at(percent)),
});

describe('the percentile among peers', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [25, 25],
    [25.5, 26],
    [100, 100],
    [101, 100],
  ])('of %d among evenly spread peers is %d', (value, percentile) => {
    expect(
      percentileAmong(
        band(400, (percent) => percent),
        value,
      ),
    ).toBe(percentile);
  });

  it('of somebody who stands where all stand is the middle', () => {
    expect(
      percentileAmong(
        band(50, () => 7),
        7,
      ),
    ).toBe(50);
  });

  it('is not stated among too few peers, nor for a figure that is not known', () => {
    expect(
      percentileAmong(
        band(9, (percent) => percent),
        50,
      ),
    ).toBeNull();
    expect(percentileAmong(undefined, 50)).toBeNull();
    expect(
      percentileAmong(
        band(400, (percent) => percent),
        null,
      ),
    ).toBeNull();
  });
});
