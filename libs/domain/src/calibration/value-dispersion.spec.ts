import { OwnStream } from '../simulation/own-stream';
import { valueDispersion } from './value-dispersion';

describe('what chance does to the value of a run', () => {
  const weights = { click: 0.5, like: 1, follow: 8 };
  const [open, like, follow] = [0.1, 0.1, 0.004];
  const perOpen = weights.click + weights.like * like + weights.follow * follow;
  const squares = weights.click ** 2 + weights.like ** 2 * like + weights.follow ** 2 * follow;
  const peers = { clickRate: open, meanRate: open * perOpen, dispersion: squares / perOpen };

  it('is what runs of one and the same note show, where likes come only from who has opened', () => {
    const chance = new OwnStream(1, 'runs');
    const runs = Array.from({ length: 4_000 }, () => {
      let value = 0;
      for (let shown = 0; shown < 300; shown++) {
        if (chance.next() >= open) continue;
        value += weights.click;
        if (chance.next() < like) value += weights.like;
        if (chance.next() < follow) value += weights.follow;
      }
      return value;
    });
    const mean = runs.reduce((sum, one) => sum + one, 0) / runs.length;
    const variance = runs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (runs.length - 1);
    // A tenth of the impressions opens, so a binomial has a tenth less of the variance of opens than a Poisson.
    const ofOpens = (perOpen ** 2 * open) / perOpen;
    const stated = valueDispersion(peers, weights) - ofOpens;
    // Of four thousand runs the standard error is some 2 %.
    expect(variance / mean / stated).toBeGreaterThan(0.94);
    expect(variance / mean / stated).toBeLessThan(1.06);
    // Without what opens and likes have in common it would be far too small.
    expect(peers.dispersion - ofOpens).toBeLessThan(0.9 * (variance / mean));
  });

  it('is that of the events where nothing follows an open, or nobody opened', () => {
    expect(valueDispersion({ clickRate: 0.1, meanRate: 0.05, dispersion: 0.5 }, weights)).toBe(0.5);
    expect(valueDispersion({ clickRate: 0, meanRate: 0, dispersion: 1 }, weights)).toBe(1);
  });
});
