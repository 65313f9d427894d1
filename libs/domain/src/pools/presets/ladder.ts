import type { PoolLevel } from '../pool-policy';

/**
 * The ladder of the platform-stated and textbook rule sets. Nobody has published the platform's: the sizes grow about
 * fivefold as practitioners' pools do, and the first one holds some eight expected opens [P]. Windows are ours too.
 */
export const ladder: readonly PoolLevel[] = [
  level(0, 'guaranteed', '保量池', 'Guaranteed', 100, 24, 0.02),
  level(1, 'first', '初始流量池', 'Initial pool', 500, 48, 0.05),
  level(2, 'thousand', '千级流量池', 'Thousand', 2_000, 72, 0.12),
  level(3, 'ten-thousand', '万级流量池', 'Ten thousand', 10_000, 72, 0.25),
  level(4, 'rising', '上升流量池', 'Rising', 50_000, 96, 0.45),
  level(5, 'hot', '热门流量池', 'Hot', 200_000, 168, 0.7),
  level(6, 'whole-site', '全站流量池', 'Whole site', 1_000_000, 336, 1),
];

export function level(
  number: number,
  key: string,
  zh: string,
  en: string,
  target: number,
  windowHours: number,
  audienceShare: number,
): PoolLevel {
  return { level: number, key, name: { zh, en }, target, windowHours, audienceShare };
}
