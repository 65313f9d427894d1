import type { CountedShare, MeasuredTest } from '@poolrise/domain';
import { columns } from './columns';

/** One line per test. */
export const credibilityTable = (measured: readonly MeasuredTest[]): string =>
  columns([
    [
      'test',
      'aims at',
      'false alarms',
      'found (recall)',
      'found of strong',
      'named rightly (precision)',
      'no data: honest',
      'aimed',
    ],
    ...measured.map((one) => [
      one.test,
      one.aimsAt,
      shown(one.falseAlarms),
      shown(one.recall),
      shown(one.recallOfStrong),
      shown(one.precision),
      String(one.unjudged.honest),
      String(one.unjudged.aimed),
    ]),
  ]);

function shown({ successes, trials, share, low, high }: CountedShare): string {
  if (share === null) return '\u2013';
  const percent = (ratio: number): string => (100 * ratio).toFixed(1);
  return `${successes}/${trials} ${percent(share)} (${percent(low)}\u2013${percent(high)})`;
}
