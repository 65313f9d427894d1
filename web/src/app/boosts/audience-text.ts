import type { BoostAudience } from '@poolrise/contracts';
import { categories } from '@poolrise/domain';
import type { Texts } from '../../i18n/texts';
import type { TextKey } from '../../i18n/text-key';

type Choice<K extends keyof BoostAudience> = NonNullable<BoostAudience[K]>[number];

const allOf = <K extends string>(each: Record<K, true>) => Object.keys(each) as K[];

/** Everything an audience may be limited by. Records, so that a choice added to the contract does not compile here. */
export const audienceChoices = {
  genders: allOf<Choice<'genders'>>({ female: true, male: true, other: true }),
  ageBands: allOf<Choice<'ageBands'>>({
    '<18': true,
    '18-24': true,
    '25-34': true,
    '35-44': true,
    '>44': true,
  }),
  cityTiers: allOf<Choice<'cityTiers'>>({
    tier1: true,
    new_tier1: true,
    tier2: true,
    tier3: true,
    tier4_5: true,
  }),
  interests: [...categories],
} as const satisfies { [K in keyof BoostAudience]-?: readonly Choice<K>[] };

export type AudienceTrait = keyof typeof audienceChoices;
export const audienceTraits = Object.keys(audienceChoices) as AudienceTrait[];

export function audienceWord(trait: AudienceTrait, choice: string, texts: Texts): string {
  const keys: Record<AudienceTrait, string | null> = {
    genders: `boosts.gender.${choice}`,
    ageBands: null,
    cityTiers: `boosts.cityTier.${choice}`,
    interests: `common.category.${choice}`,
  };
  const key = keys[trait];
  return key !== null && texts.knows(key)
    ? texts.say(key as TextKey)
    : choice.replace('<', '< ').replace('>', '> ');
}

/** "Women, 18-24, Tier 1"; the words for everyone when nothing is limited. */
export function audienceText(audience: BoostAudience, texts: Texts): string {
  const words = audienceTraits.flatMap((trait) =>
    (audience[trait] ?? []).map((choice) => audienceWord(trait, choice, texts)),
  );
  if (words.length === 0) return texts.say('boosts.launch.audienceEveryone');
  return words.join(texts.chinese() ? '、' : ', ');
}

/** With a choice, or without it. A trait of which no choice is left is no limit: it goes, rather than reaching nobody. */
export function toggleAudience(audience: BoostAudience, trait: AudienceTrait, choice: string): BoostAudience {
  const before: readonly string[] = audience[trait] ?? [];
  const all: readonly string[] = audienceChoices[trait];
  const after = all.filter((one) => (one === choice) !== before.includes(one));
  return { ...audience, [trait]: after.length > 0 ? after : undefined };
}
