import type { NoteRules, VerdictView } from '@poolrise/contracts';
import { metrics } from '@poolrise/domain';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';
import { oddsText } from '../../ui/odds-text';
import { hasOwnSentence, policyName, reasonWord, verdictWords } from '../climb/explain';

/** A bar this near to 1 is the average of the peers in anybody's words. */
const evenBar = 0.005;

/** One verdict in a sentence a marketer would say; stars print strong. */
export function verdictSentence(verdict: VerdictView, texts: Texts, format: Format): string {
  const { hook, content, reason, outcome, bar } = verdict;
  if (reason === 'GATE_MISSED')
    return joined(
      [
        texts.say('climb.why.GATE_MISSED', verdictWords(verdict, texts, format)),
        missedSentence(verdict, texts, format),
      ],
      texts,
    );
  if (hasOwnSentence(reason)) return texts.say(`climb.why.${reason}`, verdictWords(verdict, texts, format));
  const judged = reason === 'ABOVE_PEERS' || reason === 'BELOW_PEERS';
  if (!judged || !hook || !content || outcome === 'wait')
    return texts.say('why.other', {
      level: texts.of(verdict.levelName),
      reason: reasonWord(verdict, texts, format),
    });
  return texts.say(`why.${outcome}`, {
    level: texts.of(verdict.levelName),
    seen: texts.count('why.opens', hook.seen, {}, format.number(hook.seen)),
    expected: format.number(hook.expected),
    content: format.decimal(content.lift, 2),
    bar:
      Math.abs(bar - 1) < evenBar
        ? texts.say('why.average')
        : texts.say('why.bar', { bar: format.lift(bar) }),
    odds: oddsText(verdict.probabilityAbove, format, 0),
    asks: format.percent(verdict.asks, 0),
  });
}

function missedSentence({ gatesMissed }: VerdictView, texts: Texts, format: Format): string {
  return gatesMissed.length ? texts.say('why.missed', { gates: gatesText(gatesMissed, texts, format) }) : '';
}

/** Thresholds that were missed, with what was there and what was asked. */
export function gatesText(missed: VerdictView['gatesMissed'], texts: Texts, format: Format): string {
  const gates = missed.map(({ metric, value, atLeast }) =>
    texts.say('why.gate', {
      metric: texts.of(metrics[metric]),
      value: format.metric(metric, value),
      atLeast: format.metric(metric, atLeast),
    }),
  );
  return gates.join(texts.chinese() ? '；' : ', ');
}

/** Sentences follow one another with a blank in English and without one in Chinese. */
export const joined = (sentences: readonly string[], texts: Texts): string =>
  sentences.filter(Boolean).join(texts.chinese() ? '' : ' ');

/** Where a verdict stands in the life of its note: organic impressions before its level and at its end. */
export function stretchOf(verdict: VerdictView, all: readonly VerdictView[]): { from: number; to: number } {
  const from = all
    .filter(({ level }) => level < verdict.level)
    .reduce((sum, { impressions }) => sum + impressions, 0);
  return { from, to: from + verdict.impressions };
}

/** What each other rule set makes of this verdict, where that is something else. */
export function otherRules(stretch: { from: number; to: number }, rules: NoteRules, texts: Texts): string[] {
  const said = rules.sets
    .filter(({ lived }) => !lived)
    .flatMap(({ policy, ending, levels }) => {
      const name = policyName(policy.name, texts);
      const end = levels.findLast(({ said }) => said)?.said?.at ?? 0;
      if (ending === 'stops-earlier' && end <= stretch.from) return [texts.say('why.change.gone', { name })];
      if (ending === 'stops-earlier' && end <= stretch.to) return [texts.say('why.change.earlier', { name })];
      if (ending === 'goes-on' && rules.ended && stretch.to === rules.impressions)
        return [texts.say('why.change.further', { name })];
      return [];
    });
  return said.length ? said : [texts.say('why.change.nobody')];
}
