import { inject, Service } from '@angular/core';
import type { CreatorRow } from '@poolrise/contracts';
import {
  type Bilingual,
  categoryNames,
  cities,
  healthNames,
  personaNames,
  provinceNames,
  sceneNames,
  styleNames,
  subCategories,
  tierSchemes,
} from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import { Texts } from '../../../i18n/texts';
import { unknown } from '../../ui/format';

const named: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  category: categoryNames,
  servedCategory: categoryNames,
  persona: personaNames,
  style: styleNames,
  scene: sceneNames,
  province: provinceNames,
  health: healthNames,
  subCategory: Object.fromEntries(Object.entries(subCategories).map(([key, { name }]) => [key, name])),
  city: Object.fromEntries(Object.entries(cities).map(([key, { name }]) => [key, name])),
};

/** The words a creator's record is written in, as the person reads them. What is not known is shown as it came. */
@Service()
export class CreatorWords {
  private readonly texts = inject(Texts);

  /** @param of a trait such as `category`, `persona`, `cityTier`, `city` */
  value(of: string, value: string): string {
    const name = named[of]?.[value];
    if (name) return this.texts.of(name);
    const key = `creators.${of}.${value}`;
    return this.texts.knows(key) ? this.texts.say(key) : value;
  }

  values(of: string, values: readonly string[]): string {
    return this.joined(values.map((value) => this.value(of, value)));
  }

  joined(words: readonly string[]): string {
    return words.join(this.texts.chinese() ? '、' : ', ');
  }

  /** A tier by its key. Keys come again from scheme to scheme: all keys of the scheme say which one is spoken of. */
  tier(key: string, schemeKeys: readonly string[]): string {
    const scheme =
      tierSchemes.find(
        ({ tiers }) =>
          tiers.length === schemeKeys.length && tiers.every((one) => schemeKeys.includes(one.key)),
      ) ?? tierSchemes.find(({ tiers }) => tiers.some((one) => one.key === key));
    const tier = scheme?.tiers.find((one) => one.key === key);
    return tier ? this.texts.of(tier.name) : key;
  }

  /** A band of an audience: "18–24", "Tier 1", "Zhejiang". */
  band(dimension: string, value: string): string {
    if (dimension === 'province' || dimension === 'cityTier') return this.value(dimension, value);
    const key = `creators.band.${dimension}.${value}`;
    return this.texts.knows(key) ? this.texts.say(key) : value;
  }

  dimension(dimension: string): string {
    return this.texts.say(`creators.dimension.${dimension}` as TextKey);
  }

  place({ city, province }: Pick<CreatorRow, 'city' | 'province'>): string {
    if (city) return this.value('city', city);
    return province ? this.value('province', province) : unknown;
  }

  accepts({ acceptsImage, acceptsVideo }: Pick<CreatorRow, 'acceptsImage' | 'acceptsVideo'>): string {
    const kinds = [...(acceptsImage ? ['image'] : []), ...(acceptsVideo ? ['video'] : [])];
    return kinds.length ? this.values('accepts', kinds) : this.texts.say('creators.noOrders');
  }
}
