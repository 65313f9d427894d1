import { Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import type { CreatorRow } from '@poolrise/contracts';
import { type CreatorMetric, metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppLineage } from '../../ui/lineage';
import { Icon } from '../../ui/icon';
import { observeWidth } from '../../ui/observe-size';
import { Picks } from '../picks';
import { CreatorFigure } from '../ui/creator-figure';
import { CreatorName } from '../ui/creator-name';
import { CreatorTrait } from './creator-trait';
import { PercentileMark } from '../ui/percentile-mark';
import { type ColumnId, isMetric } from './creator-columns';
import type { FinderAddress, QueryParams } from './finder-address';
import { firstOrder } from './sorting';
import { AppSource } from '../../ui/figure-source';
import { FigureGrid } from '../../ui/figure-grid';

/** The creators as a table; the whole row leads to the profile, the head sorts, the box picks for a comparison. */
@Component({
  selector: 'app-creators-table',
  imports: [AppLineage, AppSource, CreatorName, CreatorTrait, FigureGrid, Icon, PercentileMark, T],
  templateUrl: './creators-table.html',
  styleUrl: './creators-table.scss',
})
export class CreatorsTable {
  private readonly texts = inject(Texts);
  protected readonly figure = inject(CreatorFigure);
  protected readonly picks = inject(Picks);
  readonly rows = input.required<CreatorRow[]>();
  readonly address = input.required<FinderAddress>();
  /** why those of the blacklist are on it, by id */
  readonly blacklisted = input.required<ReadonlyMap<string, string>>();
  readonly go = output<QueryParams>();

  protected readonly columns = computed(() =>
    this.address().columns.map((id) =>
      isMetric(id)
        ? { id, metric: id, trait: null, name: this.texts.of(metrics[id]) }
        : { id, metric: null, trait: id, name: this.texts.say(`creators.finder.column.${id}`) },
    ),
  );

  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  private readonly table = viewChild<ElementRef<HTMLElement>>('table');
  private readonly boxWidth = observeWidth(this.box, 0);
  private readonly tableWidth = observeWidth(this.table, 0);
  /** more columns than there is room for */
  protected readonly scrolls = computed(() => this.tableWidth() > this.boxWidth());

  protected sorted(id: ColumnId): 'ascending' | 'descending' | null {
    const { sort, order } = this.address();
    return sort !== id ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  /** Another column begins with its better end; the same one turns round. */
  protected sortBy(id: CreatorMetric | 'lastNoteAt'): void {
    const order = this.sorted(id) ? (this.sorted(id) === 'ascending' ? undefined : 'asc') : firstOrder(id);
    this.go.emit({ sort: id, order });
  }
}
