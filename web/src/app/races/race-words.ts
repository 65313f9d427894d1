import type { RaceArmView, RaceView } from '@poolrise/contracts';
import type { TextKey } from '../../i18n/text-key';
import type { Texts } from '../../i18n/texts';
import type { Format } from '../ui/format';
import { letterOf } from './arm-letter';

/** Nobody has seen a boost of the race: there is nothing to judge by. */
export const unseen = (race: RaceView): boolean => race.regret === null;

/** Who leads by the counts of now; once the race is over, who won it. Null while there is nothing to judge by. */
export function leaderOf(race: RaceView): { arm: RaceArmView; place: number; chanceBest: number } | null {
  if (race.state !== 'ended' && unseen(race)) return null;
  const best = race.arms.reduce<RaceArmView | null>(
    (first, arm) =>
      arm.verdict && arm.verdict.chanceBest > (first?.verdict?.chanceBest ?? -1) ? arm : first,
    null,
  );
  const id = race.state === 'ended' ? race.leader?.noteId : best?.noteId;
  const place = race.arms.findIndex((arm) => arm.noteId === id);
  const arm = race.arms[place];
  if (!arm) return null;
  const chanceBest = race.state === 'ended' ? (race.leader?.chanceBest ?? 0) : (arm.verdict?.chanceBest ?? 0);
  return { arm, place, chanceBest };
}

/** The first sentence of a race's page. */
export function headline(race: RaceView, texts: Texts, format: Format): string {
  const leader = leaderOf(race);
  const why = race.endedBecause ? texts.say(`races.end.${race.endedBecause}`) : '';
  if (!leader) {
    return race.state === 'ended'
      ? texts.say('races.page.headNobody', { why })
      : texts.say('races.page.headFirst', { at: format.dateTime(race.nextRoundAt) });
  }
  return texts.say(race.state === 'ended' ? 'races.page.headWon' : 'races.page.headLeads', {
    letter: letterOf(leader.place),
    chance: format.percent(leader.chanceBest, 0),
    open: format.percent(race.leftCents / race.budgetCents, 0),
    why,
  });
}

/** What choosing the leader costs on average; empty while nobody leads. */
export function lossSentence(race: RaceView, texts: Texts, format: Format): string {
  const leader = leaderOf(race);
  if (!leader?.arm.verdict) return '';
  return texts.say(race.state === 'ended' ? 'races.page.headLossEnded' : 'races.page.headLossRunning', {
    letter: letterOf(leader.place),
    loss: format.percent(leader.arm.verdict.expectedLoss, 1),
  });
}

/** When it goes on, or what became of the rest. */
export function progressSentence(race: RaceView, texts: Texts, format: Format): string {
  const { round, rounds } = race;
  if (race.state === 'waiting') return '';
  if (race.state === 'running') {
    const at = format.dateTime(race.nextRoundAt);
    return texts.say(round === rounds ? 'races.page.last' : 'races.page.next', { round, rounds, at });
  }
  if (race.keptBoostId) return texts.say('races.page.leftKept');
  return race.leftCents > 0 ? texts.say('races.page.leftEnded', { money: format.money(race.leftCents) }) : '';
}

export type ArmWord = 'won' | 'leads' | 'runs' | 'behind' | 'lost' | 'closed' | 'first';

/** What is said of a note now: `behind` had no money in the last round. */
export function armWord(race: RaceView, arm: RaceArmView): ArmWord {
  const leader = leaderOf(race);
  if (leader?.arm.noteId === arm.noteId) return race.state === 'ended' ? 'won' : 'leads';
  if (!arm.boostable) return 'closed';
  if (race.state === 'ended') return 'lost';
  if (!leader) return 'first';
  const last = race.roundsBegun.at(-1);
  return last?.boosts.some(({ noteId }) => noteId === arm.noteId) ? 'runs' : 'behind';
}

/** The regret of a race in plain words. */
export function regretWords(race: RaceView, texts: Texts, format: Format) {
  const { regret } = race;
  if (!regret) return null;
  const goal = texts.say(`races.goalWord.${race.goal}`);
  const whole = (value: number) => format.number(Math.round(value));
  const said = ({ low, mid, high }: typeof regret.belowBest, sign = 1) => ({
    n: whole(sign * mid),
    low: whole(sign * (sign > 0 ? low : high)),
    high: whole(sign * (sign > 0 ? high : low)),
    goal,
  });
  const { belowBest, aboveEqual, bestWouldBring } = regret;
  const equalKey: TextKey =
    Math.round(Math.abs(aboveEqual.mid)) === 0
      ? 'races.page.likeEqual'
      : aboveEqual.mid >= 0
        ? 'races.page.aboveEqual'
        : 'races.page.belowEqual';
  return {
    below: texts.say('races.page.belowBest', said(belowBest)),
    share: texts.say('races.page.belowBestShare', {
      share: format.percent(bestWouldBring > 0 ? belowBest.mid / bestWouldBring : 0, 1),
    }),
    equal: texts.say(equalKey, said(aboveEqual, aboveEqual.mid >= 0 ? 1 : -1)),
  };
}
