import { Component, computed, inject, input } from '@angular/core';
import type { AudienceGroup, NoteAudience } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { groupReasons, standingOf } from './group-reasons';
import { MatchRecipe } from './match-recipe';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';

/** The parts of a match as they are drawn; what is filled up and what is assumed are one to a reader of this page. */
const drawn = ['category', 'words', 'taste', 'reach', 'filled'] as const;

/** Who was shown a note first, in groups nobody can be told from, and why: the parts of how they matched. */
@Component({
  selector: 'app-first-readers',
  imports: [AppLineage, Emphasis, FigureGrid, MatchRecipe, MetricName, T],
  host: { class: 'pr-card' },
  templateUrl: './first-readers.html',
  styleUrl: './first-readers.scss',
})
export class FirstReaders {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly drawn = drawn;

  readonly audience = input.required<NoteAudience>();

  protected readonly sentence = computed(() => {
    const { first, privacyFloor } = this.audience();
    const floor = this.format.number(privacyFloor);
    if (first.impressions === 0) return this.texts.say('audience.readers.none', { floor });
    if (first.readers === 0)
      return this.texts.say('audience.readers.countsOnly', { n: this.format.number(first.impressions) });
    const [largest] = first.groups;
    if (!largest || !first.opened) return this.texts.count('audience.readers.few', first.readers, { floor });
    return this.texts.say('audience.readers.sentence', {
      readers: this.format.number(first.readers),
      share: this.format.percent(largest.share, 0),
      group: this.texts.say(`audience.readers.${largest.kind}`, { category: this.categoryOf(largest) }),
      opened: this.format.percent(first.opened.share),
      low: this.format.percent(first.opened.low),
      high: this.format.percent(first.opened.high),
    });
  });
  protected readonly basis = computed(() => {
    const { first, privacyFloor } = this.audience();
    return this.texts.say('audience.readers.basis', {
      impressions: this.format.number(first.impressions),
      guaranteed: this.format.number(first.guaranteed),
      readers: this.format.number(first.readers),
      floor: this.format.number(privacyFloor),
    });
  });
  protected readonly rows = computed(() => {
    const { first } = this.audience();
    const average = first.opened?.share ?? 0;
    return first.groups.map((group) => {
      const standing = standingOf(group.opened, average);
      return {
        key: `${group.kind} ${group.category}`,
        name:
          group.kind === 'known'
            ? this.categoryOf(group)
            : this.texts.say(`audience.groupName.${group.kind}`),
        readers: this.format.number(group.readers),
        share: this.format.percent(group.share, 0),
        match: this.format.decimal(group.match, 2),
        bar: barOf(group),
        reasons: groupReasons(group, this.audience(), this.texts, this.format),
        opened: this.format.percent(group.opened.share),
        likely: this.texts.say('audience.readers.likely', {
          low: this.format.percent(group.opened.low),
          high: this.format.percent(group.opened.high),
        }),
        standing,
        against: this.texts.say(`audience.against.${standing}`, { average: this.format.percent(average) }),
      };
    });
  });

  private categoryOf({ category }: Pick<AudienceGroup, 'category'>): string {
    return category ? this.texts.say(`common.category.${category}`) : '';
  }
}

/** Widths in percent of a full match, together the match: what a taste takes shortens the others alike. */
function barOf({ match, parts }: AudienceGroup): { part: (typeof drawn)[number]; width: number }[] {
  const values = { ...parts, filled: parts.unknown + parts.least };
  const positive = drawn.map((part) => ({ part, value: Math.max(0, values[part]) }));
  const sum = positive.reduce((total, { value }) => total + value, 0);
  return positive.map(({ part, value }) => ({ part, width: sum > 0 ? (100 * match * value) / sum : 0 }));
}
