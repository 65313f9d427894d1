import { netReach, type PortfolioCandidate, stressDefaults, stressDraws, stressPlan } from '@poolrise/domain';
import { portfolioAsk, usualPortfolioWorld } from './portfolio-world';

const picks = 60;
const reserves = 20;

/** A stress test of the first sixty creators of each world, and how long it took. */
export function stressRows(
  seeds: readonly string[],
  timed: <T>(act: () => T) => [answer: T, ms: number, cpuMs: number],
): string[][] {
  const rows = seeds.map((seed) => {
    const { candidates } = portfolioAsk(seed, { ...usualPortfolioWorld, creators: picks + reserves }, 0);
    const taken = candidates.slice(0, picks);
    const promised = netReach(
      taken.map(({ sketch }) => sketch),
      taken.map(({ readShare }) => readShare ?? 1),
    ).net.people;
    const [{ readers, short, hurts }, ...ms] = timed(() =>
      stressPlan({
        picks: taken.map((one) => ({
          ...reserveOf(one),
          mustHave: false,
          adds: 1,
          swapId: null,
          boost: null,
        })),
        reserves: candidates.slice(picks).map(reserveOf),
        leftCents: 0,
        promised,
        counting: 'readers',
        sameTier: false,
        sameCategory: false,
        windowDays: 14,
        line: 0.8 * promised,
        settings: stressDefaults.settings,
        seed: 1,
        draws: stressDraws.usual,
      }),
    );
    return [
      seed,
      ...ms.map((one) => one.toFixed(0)),
      promised.toFixed(0),
      readers.p5.toFixed(0),
      readers.p50.toFixed(0),
      `${(100 * (short.share ?? 0)).toFixed(1)} %`,
      hurts[0]?.shock ?? '',
    ];
  });
  return [['world', 'ms', 'of CPU', 'promised', 'p5', 'median', 'below 80 %', 'worst shock'], ...rows];
}

const reserveOf = ({ creatorId, priceCents, tierKey, category, sketch, readShare }: PortfolioCandidate) => ({
  creatorId,
  priceCents,
  tierKey,
  category,
  group: category,
  sketch,
  readShare: readShare ?? 1,
  readsSpread: stressDefaults.readsSpread,
});
