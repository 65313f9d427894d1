import type { ReplayResult, SimulationRow } from '@poolrise/contracts';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';
import { policyName } from '../climb/explain';

/** What was changed in a replay, in a few words. */
export function replayName(run: SimulationRow, texts: Texts, format: Format): string {
  const { change } = run;
  switch (change.kind) {
    case 'nothing':
      return texts.say('replay.name.nothing');
    case 'policy':
      return texts.say('replay.name.policy', { name: policyName(run.policyName ?? '', texts) });
    case 'verdict':
      return texts.say(`replay.name.${change.ruling}`, {
        level: run.levelName ? texts.of(run.levelName) : String(change.level),
      });
    case 'boost':
      return texts.say('replay.name.boost', {
        impressions: format.number(change.impressions),
        hour: format.number(change.hour),
      });
  }
}

/** What came out, in one sentence; an interval that covers 0 shows no effect, whatever its middle is. */
export function resultSentence(result: ReplayResult, changed: boolean, texts: Texts, format: Format): string {
  const { worlds, equal, difference } = result;
  if (equal === worlds) return texts.say(`replay.result.${changed ? 'unreached' : 'equal'}`, { worlds });
  const { median, visible } = difference.impressions;
  const range = rangeOf(difference.impressions, format);
  if (!visible) return texts.say('replay.result.invisible', range);
  const way = median > 0 ? 'more' : 'fewer';
  if (range.low === range.high)
    return texts.say(`replay.result.${way}Alike`, { median: format.number(Math.abs(median)) });
  return texts.say(`replay.result.${way}`, {
    median: format.number(Math.abs(median)),
    ...range,
  });
}

/** What the workspace's other notes lost or won. */
export function othersSentence({ others }: ReplayResult, texts: Texts, format: Format): string {
  if (others.notes === 0) return texts.say('replay.result.others.none');
  const { median, visible } = others.difference.impressions;
  const n = format.number(others.notes);
  if (!visible) return texts.say('replay.result.others.invisible', { n });
  return texts.say(median > 0 ? 'replay.result.others.won' : 'replay.result.others.lost', {
    n,
    median: format.number(Math.abs(median)),
    ...rangeOf(others.difference.impressions, format),
  });
}

/** A difference with its sign: +120, −35. */
export function signed(value: number, format: Format, digits = 0): string {
  const rounded = format.decimal(Math.abs(value), digits);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return rounded;
  return `${value > 0 ? '+' : '−'}${rounded}`;
}

const rangeOf = ({ low, high }: { low: number; high: number }, format: Format) => ({
  low: signed(low, format),
  high: signed(high, format),
});
