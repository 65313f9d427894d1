import type { CreatorView } from '@poolrise/contracts';
import {
  type AudienceDimension,
  audienceDimensions,
  portraitMargin,
  roughMargin,
  shareRange,
} from '@poolrise/domain';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';
import type { CreatorWords } from '../ui/creator-words';
import type { ShareRow } from '../../ui/share-rows';

type Audience = NonNullable<CreatorView['audience']>;
export interface PortraitPart {
  dimension: AudienceDimension;
  rows: ShareRow[];
  /** bands that are left out, together */
  rest: { count: number; share: number } | null;
}

/** How many regions are named; there are more than thirty. */
export const regionsShown = 8;
const order: readonly AudienceDimension[] = [
  'age',
  'gender',
  'cityTier',
  'province',
  'consumption',
  'marital',
  'childAge',
  'devicePrice',
  'deviceBrand',
];

export const isRough = ({ sample }: Audience): boolean => portraitMargin(sample) >= roughMargin;

/** The portrait by dimension, in the platform's own bands; a band of a rough portrait says how rough. */
export function portraitParts(
  audience: Audience,
  words: CreatorWords,
  texts: Texts,
  format: Format,
): PortraitPart[] {
  const rough = isRough(audience);
  return order.map((dimension) => {
    const bands = audience.bands.filter((band) => band.dimension === dimension);
    const shown =
      dimension === 'province'
        ? bands.toSorted((a, b) => b.share - a.share).slice(0, regionsShown)
        : bands.filter(({ value }) => (audienceDimensions[dimension] as readonly string[]).includes(value));
    const left = bands.filter((band) => !shown.includes(band) && band.share > 0);
    return {
      dimension,
      rows: shown.map(({ value, share }) => {
        const range = shareRange(share, audience.sample);
        const name = words.band(dimension, value);
        const points = (100 * (range.high - range.low)) / 2;
        return {
          key: value,
          name,
          share,
          shown: rough ? `${format.percent(share, 0)} ±${format.decimal(points, 0)}` : format.percent(share),
          range,
          title: texts.say('creatorProfile.audience.range', {
            name,
            share: format.percent(share),
            low: format.percent(range.low),
            high: format.percent(range.high),
          }),
        };
      }),
      rest: left.length
        ? { count: left.length, share: left.reduce((sum, { share }) => sum + share, 0) }
        : null,
    };
  });
}

/** Gender, age and cities in one sentence: what a brief asks for first. */
export function portraitSentence(
  audience: Audience,
  words: CreatorWords,
  texts: Texts,
  format: Format,
): string {
  const largest = (dimension: AudienceDimension) =>
    audience.bands
      .filter((band) => band.dimension === dimension)
      .toSorted((a, b) => b.share - a.share)
      .at(0);
  const gender = largest('gender');
  const age = largest('age');
  if (!gender || !age) return '';
  const top = audience.bands
    .filter(({ dimension, value }) => dimension === 'cityTier' && /^(new_)?tier1$/.test(value))
    .reduce((sum, { share }) => sum + share, 0);
  return texts.say('creatorProfile.audience.lead', {
    gender: words.band('gender', gender.value),
    genderShare: format.percent(gender.share, 0),
    age: words.band('age', age.value),
    ageShare: format.percent(age.share, 0),
    top: format.percent(top, 0),
  });
}
