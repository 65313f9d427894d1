import type { Basin, ClimbView } from '@poolrise/contracts';
import type { Texts } from '../../i18n/texts';
import type { Format } from './format';
import { oddsText } from './odds-text';

/** The ladder in words: where the note is, how it does, the odds, what was passed, and what money bought. */
export function ladderSentence(
  basins: readonly Basin[],
  current: ClimbView['current'],
  texts: Texts,
  format: Format,
): string {
  const number = (value: number) => format.number(value);
  const names = (some: readonly Basin[]) =>
    some.map((basin) => texts.of(basin.name)).join(texts.chinese() ? '、' : ', ');
  const levels = Math.max(0, basins.length - 1);
  const sentences: string[] = [];

  const here = current && basins.find((basin) => basin.level === current.level);
  const stopped = basins.find((basin) => basin.state === 'stopped');
  if (current && here) {
    sentences.push(
      texts.say('climb.ladder.sentenceHere', {
        level: here.level,
        levels,
        name: texts.of(here.name),
        seen: number(current.impressions),
        target: number(current.target),
        lift: format.lift(current.estimate.lift),
        low: format.lift(current.estimate.low),
        high: format.lift(current.estimate.high),
        odds:
          here === basins.at(-1)
            ? texts.say('climb.ladder.widest')
            : texts.say('climb.ladder.odds', { odds: oddsText(current.passProbability, format, 0) }),
        next: number(current.nextCheckAt),
      }),
    );
  } else if (stopped) {
    sentences.push(
      texts.say('climb.ladder.sentenceStopped', {
        level: stopped.level,
        levels,
        name: texts.of(stopped.name),
        seen: number(stopped.organicImpressions),
        target: number(stopped.target),
      }),
    );
  } else {
    sentences.push(texts.say('climb.ladder.sentenceNotYet', { levels }));
  }

  const passed = basins.filter((basin) => basin.state === 'passed');
  if (passed.length > 0) sentences.push(texts.say('climb.ladder.sentencePassed', { names: names(passed) }));
  const paid = basins.reduce((sum, basin) => sum + basin.paidImpressions, 0);
  if (paid > 0) sentences.push(texts.say('climb.ladder.sentencePaid', { n: number(paid) }));
  return sentences.join(texts.chinese() ? '' : ' ');
}
