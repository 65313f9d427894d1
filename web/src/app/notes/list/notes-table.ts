import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteRow } from '@poolrise/contracts';
import { categoryNames, metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { AppLineage } from '../../ui/lineage';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { NoteLabels } from '../note-labels';
import { NoteCover } from '../../ui/note-cover';
import { PoolBadge } from '../../ui/pool-badge';
import { columns, type NoteColumn } from './note-columns';
import type { NotesAddress, QueryParams } from './notes-address';
import { FigureGrid } from '../../ui/figure-grid';

/** The notes as a table; the whole row leads to the note, the head sorts. */
@Component({
  selector: 'app-notes-table',
  imports: [AppLineage, FigureGrid, Icon, NoteCover, NoteLabels, PoolBadge, RouterLink, T],
  templateUrl: './notes-table.html',
  styleUrl: './notes-table.scss',
})
export class NotesTable {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly rows = input.required<NoteRow[]>();
  readonly address = input.required<NotesAddress>();
  readonly go = output<QueryParams>();

  protected readonly shown = computed(() => columns.filter(({ id }) => this.address().columns.includes(id)));

  protected name(column: NoteColumn): string {
    return column.metric
      ? this.texts.of(metrics[column.metric])
      : column.title
        ? this.texts.say(column.title)
        : '';
  }

  protected category(row: NoteRow): string {
    return this.texts.of(categoryNames[row.category]);
  }

  protected sorted(column: NoteColumn): 'ascending' | 'descending' | null {
    const { sort, order } = this.address();
    return column.sort !== sort ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  /** Another column begins with its most; the same one turns round. */
  protected sortBy(column: NoteColumn): void {
    const order = this.sorted(column) === 'descending' ? 'asc' : undefined;
    this.go.emit({ sort: column.sort, order });
  }
}
