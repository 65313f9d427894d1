import type { AudienceGroup, NoteAudience } from '@poolrise/contracts';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';

/** What moves a match by less is not worth a word. */
const leastWorth = 0.005;

/** Why a group was shown a note: what of it they like, in the order of the match. */
export function groupReasons(
  group: Pick<AudienceGroup, 'kind' | 'interest' | 'wordsMet' | 'words' | 'parts'>,
  note: Pick<NoteAudience, 'category'>,
  texts: Texts,
  format: Format,
): string[] {
  const { kind, interest, wordsMet, words, parts } = group;
  const reasons: string[] = [];
  if (parts.category >= leastWorth)
    reasons.push(
      texts.say('audience.reason.interest', {
        category: texts.say(`common.category.${note.category}`),
        share: format.percent(interest, 0),
      }),
    );
  if (parts.words >= leastWorth)
    reasons.push(
      texts.say(words.length ? 'audience.reason.wordsNamed' : 'audience.reason.words', {
        n: format.decimal(wordsMet),
        words: words.map(({ word }) => word).join(texts.say('audience.between')),
      }),
    );
  if (Math.abs(parts.taste) >= leastWorth)
    reasons.push(
      texts.say(parts.taste > 0 ? 'audience.reason.tasteFor' : 'audience.reason.tasteAgainst', {
        n: format.decimal(Math.abs(parts.taste), 2),
      }),
    );
  // Of the others some were known and some were not: a mean says nothing of either.
  if (kind !== 'others' && parts.unknown >= leastWorth)
    reasons.push(texts.say('audience.reason.unknown', { n: format.decimal(parts.unknown, 2) }));
  return reasons.length ? reasons : [texts.say('audience.reason.nothing')];
}

export type Standing = 'more' | 'less' | 'same';

/** Above or below the average only where the whole interval is. */
export function standingOf({ low, high }: AudienceGroup['opened'], average: number): Standing {
  if (low > average) return 'more';
  return high < average ? 'less' : 'same';
}
