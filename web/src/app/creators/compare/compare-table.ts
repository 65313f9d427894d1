import { Component, computed, inject, input, output } from '@angular/core';
import type { CreatorView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format, unknown } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { MetricName } from '../../ui/metric-name';
import { CreatorFigure } from '../ui/creator-figure';
import { CreatorName } from '../ui/creator-name';
import { CreatorWords } from '../ui/creator-words';
import { PercentileMark } from '../ui/percentile-mark';
import {
  bestIn,
  compareGroups,
  type CompareRow,
  compareRows,
  differs,
  type FactName,
  metricOf,
} from './compare-rows';
import { AppLineage } from '../../ui/lineage';
import { AppSource } from '../../ui/figure-source';
import { FigureGrid } from '../../ui/figure-grid';

/** Creators as columns, what is compared as rows; the first column stays while the others scroll past on a phone. */
@Component({
  selector: 'app-compare-table',
  imports: [AppLineage, AppSource, CreatorName, FigureGrid, Icon, MetricName, PercentileMark, T],
  templateUrl: './compare-table.html',
  styleUrl: './compare-table.scss',
})
export class CompareTable {
  protected readonly metricOf = metricOf;
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly figure = inject(CreatorFigure);
  private readonly words = inject(CreatorWords);
  readonly creators = input.required<CreatorView[]>();
  readonly differingFirst = input(false);
  readonly remove = output<string>();

  protected readonly groups = computed(() => {
    const rows = compareRows(this.creators()).map((row) => ({
      row,
      best: bestIn(row),
      differs: differs(row),
      label: this.label(row),
      scope: row.scope && this.texts.say(`creators.compare.scope.${row.scope}`),
      texts: row.values.map((_, place) => this.cell(row, place)),
    }));
    return compareGroups.map((group) => {
      const own = rows.filter(({ row }) => row.group === group);
      const ordered = this.differingFirst()
        ? [...own.filter((one) => one.differs), ...own.filter((one) => !one.differs)]
        : own;
      return {
        group,
        title: this.texts.say(`creators.compare.group.${group}`),
        rows: ordered.map((one, at) => ({ ...one, opens: this.opens(ordered, at) })),
      };
    });
  });

  /** A scope of the medians is named above its first row; in another order each row names its own. */
  private opens(rows: { row: CompareRow }[], at: number): boolean {
    const scope = rows[at]?.row.scope ?? null;
    return scope !== null && rows[at - 1]?.row.scope !== scope;
  }

  private label(row: CompareRow): string {
    if (row.kind === 'metric') return '';
    if (row.kind === 'band') return this.words.dimension(row.dimension);
    return this.texts.say(`creators.compare.field.${row.name}`);
  }

  private cell(row: CompareRow, place: number): string {
    switch (row.kind) {
      case 'metric':
        return this.figure.short(row.metric, row.values[place] ?? null);
      case 'count':
        return this.format.compact(row.values[place] ?? null);
      case 'fact': {
        const creator = this.creators()[place];
        return creator ? this.fact(row.name, creator) : unknown;
      }
      case 'band': {
        const top = row.values[place];
        if (!top) return unknown;
        const band = this.words.band(row.dimension, top.value);
        return this.texts.say('creators.compare.topBand', { band, share: this.format.percent(top.share, 0) });
      }
    }
  }

  private fact(name: FactName, creator: CreatorView): string {
    switch (name) {
      case 'tier':
        return this.texts.of(creator.tier.name);
      case 'category':
        return this.words.values('category', creator.categories);
      case 'place':
        return this.words.place(creator);
      case 'accepts':
        return this.words.accepts(creator);
      case 'health':
        return this.words.value('health', creator.health);
      case 'mcn':
        return creator.mcn ?? this.texts.say('creators.compare.noMcn');
    }
  }
}
