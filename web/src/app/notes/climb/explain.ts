import type { ClimbView, VerdictView } from '@poolrise/contracts';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';
import { oddsText } from '../../ui/odds-text';
import { peerKind } from './peer-words';

/** The verdict that put the note where it is: the newest that passed or stopped it. */
export function decidingVerdict(climb: ClimbView): VerdictView | null {
  const given = climb.verdicts.filter((verdict) => verdict.outcome !== 'wait');
  return given.reduce<VerdictView | null>(
    (newest, one) => (newest && newest.at >= one.at ? newest : one),
    null,
  );
}

/** Reasons that have a sentence of their own; the others are told by pass or stop. */
const ownSentence = [
  'FOUND_BY_SEARCH',
  'GATE_MISSED',
  'TOO_FEW_DATA',
  'AUDIENCE_EXHAUSTED',
  'AGED_OUT',
  'TOP_LEVEL',
  'NEGATIVE_FEEDBACK',
  'MANUAL_STOP',
] as const;
export const hasOwnSentence = (reason: string): reason is (typeof ownSentence)[number] =>
  ownSentence.some((one) => one === reason);

/** Why the note is where it is, in one sentence a marketer would say; stars print strong. */
export function whySentence(climb: ClimbView, texts: Texts, format: Format): string {
  const { state } = climb.note;
  if (state === 'pending' || state === 'limited' || state === 'rejected')
    return texts.say(`climb.why.${state}`);

  const verdict = decidingVerdict(climb);
  if (!verdict) {
    const start = climb.current ?? climb.basins[0];
    return texts.say('climb.why.first', {
      seen: format.number(climb.current?.impressions ?? climb.basins[0]?.organicImpressions ?? 0),
      target: format.number(start?.target ?? 0),
    });
  }

  const said = verdictWords(verdict, texts, format);
  if (hasOwnSentence(verdict.reason)) return texts.say(`climb.why.${verdict.reason}`, said);
  if (passedBelow(verdict)) {
    const odds = oddsText(verdict.probabilityAbove, format);
    return texts.say('climb.why.passBelow', { ...said, odds, asked: askedBy(verdict, texts, format) });
  }
  return texts.say(verdict.outcome === 'pass' ? 'climb.why.pass' : 'climb.why.stop', said);
}

/** The figures that sentences about a verdict name. */
export function verdictWords(verdict: VerdictView, texts: Texts, format: Format) {
  return {
    level: texts.of(verdict.levelName),
    lift: format.decimal(verdict.estimate?.lift ?? null, 2),
    low: format.decimal(verdict.estimate?.low ?? null, 2),
    high: format.decimal(verdict.estimate?.high ?? null, 2),
    seen: format.number(verdict.impressions),
    target: format.number(verdict.target),
    peers: peerKind(verdict.peers, texts),
  };
}

/** Level 0 may pass a note that is likelier below its peers than above: nobody may read "above" there. */
const passedBelow = ({ outcome, reason, probabilityAbove }: VerdictView): boolean =>
  outcome === 'pass' && reason === 'ABOVE_PEERS' && probabilityAbove < 0.5;

/** How sure the level had to be. */
function askedBy({ asks }: VerdictView, texts: Texts, format: Format): string {
  return texts.say('climb.why.asks', { share: format.percent(asks, 0) });
}

export type Advice = 'hook' | 'content' | 'both' | 'audience';

/** A factor counts as weak when it is this far below the peers; smaller differences are luck more often than not. */
const weakBelow = 0.95;

/** What to do next, read from the two factors of the verdict; null when nothing needs doing. */
export function adviceFor(verdict: VerdictView | null): Advice | null {
  if (!verdict) return null;
  if (verdict.reason === 'AUDIENCE_EXHAUSTED') return 'audience';
  const weakHook = verdict.hook !== null && verdict.hook.lift < weakBelow;
  const weakContent = verdict.content !== null && verdict.content.lift < weakBelow;
  if (weakHook && weakContent) return 'both';
  if (weakHook) return 'hook';
  return weakContent ? 'content' : null;
}

/** What a few opens more or fewer would have changed; empty when nothing within reach would have. */
export function counterfactualSentence(verdict: VerdictView, texts: Texts, format: Format): string {
  if (verdict.opensToStop !== null) {
    return texts.count('climb.why.fewerOpens', verdict.opensToStop, {}, format.number(verdict.opensToStop));
  }
  if (verdict.opensToPass !== null) {
    return texts.count('climb.why.moreOpens', verdict.opensToPass, {}, format.number(verdict.opensToPass));
  }
  return '';
}

/** Why a verdict fell as it did, in a few words that are true of its figures. */
export function reasonWord(verdict: VerdictView, texts: Texts, format: Format): string {
  return passedBelow(verdict)
    ? texts.say('climb.reason.NOT_BELOW_PEERS', { asked: askedBy(verdict, texts, format) })
    : codeWord('reason', verdict.reason, texts);
}

/** The word for a reason or a trigger the console knows, else the code itself: a newer api may know more. */
export function codeWord(kind: 'reason' | 'trigger', code: string, texts: Texts): string {
  const key = `climb.${kind}.${code}`;
  return texts.knows(key) ? texts.say(key) : code;
}

/** A rule set by the name people know it by; one that a workspace made itself keeps its own. */
export function policyName(name: string, texts: Texts): string {
  const key = `policies.name.${name}`;
  return texts.knows(key) ? texts.say(key) : name;
}
