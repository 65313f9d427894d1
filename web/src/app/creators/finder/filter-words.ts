import { inject, Service } from '@angular/core';
import { type CreatorMetric, metrics } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { CreatorFigure } from '../ui/creator-figure';
import { CreatorWords } from '../ui/creator-words';
import { readRange } from './amount';
import { isMetric } from './creator-columns';
import type { FilterName, Filters } from './finder-address';
import { OwnLists } from './own-lists';

/** What the filters of the finder are called, and how their values read in a chip. */
@Service()
export class FilterWords {
  private readonly texts = inject(Texts);
  private readonly words = inject(CreatorWords);
  private readonly figure = inject(CreatorFigure);
  private readonly lists = inject(OwnLists);

  name(name: FilterName): string {
    return isMetric(name) ? this.texts.of(metrics[name]) : this.texts.say(`creators.filter.${name}`);
  }

  /** @param tiers keys of the workspace's tiers, as the facets tell them */
  value(name: FilterName, value: string, tiers: readonly string[]): string {
    if (isMetric(name)) return this.range(name, value);
    const several = value.split(',');
    switch (name) {
      case 'q':
        return value;
      case 'withoutBrand':
        return this.texts.say('creators.finder.notBrand', { brand: value });
      case 'tier':
        return this.words.joined(several.map((key) => this.words.tier(key, tiers)));
      case 'audience':
        return this.words.joined(several.map((wish) => this.wish(wish)));
      case 'activeDays':
        return this.texts.say('creators.finder.days', { n: value });
      case 'list':
        return this.lists.nameOf(value) ?? this.texts.say('creators.finder.inList');
      case 'withoutLists':
        return this.listsLeftOut(several);
      case 'blacklisted':
        return this.texts.say('creators.finder.blacklistedShown');
      default:
        return this.words.values(name, several);
    }
  }

  /** Their names; how many they are while these are not known, or when a list among them is gone. */
  private listsLeftOut(ids: readonly string[]): string {
    const names = ids.flatMap((id) => this.lists.nameOf(id) ?? []);
    return names.length === ids.length
      ? this.words.joined(names)
      : this.texts.count('creators.finder.outOfLists', ids.length);
  }

  /** "Without “Tier: Waist”" */
  withoutIt(name: FilterName, filters: Filters, tiers: readonly string[]): string {
    const value = filters[name];
    const colon = this.texts.chinese() ? '：' : ': ';
    const filter = value ? this.name(name) + colon + this.value(name, value, tiers) : this.name(name);
    return this.texts.say('creators.finder.nothing.without', { filter });
  }

  /** `age:18-24:40` as "18–24 ≥ 40%". */
  wish(wish: string): string {
    const [dimension = '', band = '', percent = ''] = wish.split(':');
    // "low" alone would not say of what.
    const of = ['consumption', 'marital', 'deviceBrand'].includes(dimension)
      ? `${this.words.dimension(dimension)} `
      : '';
    return this.texts.say('creators.finder.wish.text', {
      band: of + this.words.band(dimension, band),
      percent,
    });
  }

  range(metric: CreatorMetric, text: string): string {
    const range = readRange(text);
    const [min, max] = [range?.min ?? null, range?.max ?? null];
    const say = (value: number) => this.figure.short(metric, value);
    if (min !== null && max !== null) return `${say(min)}–${say(max)}`;
    if (min !== null) return this.texts.say('creators.finder.range.atLeast', { value: say(min) });
    return max === null ? '' : this.texts.say('creators.finder.range.atMost', { value: say(max) });
  }
}
