import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObservedNoteRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { Format, unknown } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { figureMetrics } from '../figure-metrics';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';
import { AppLineage } from '../../ui/lineage';
import { AppSource } from '../../ui/figure-source';
import { FigureGrid } from '../../ui/figure-grid';

/** The figures that the list can be sorted by. */
const figures = ['impressions', 'reads', 'interactions'] as const;

/** Observed notes as a table; the whole row leads to the note, the head sorts. */
@Component({
  selector: 'app-observed-table',
  imports: [AppLineage, AppSource, FigureGrid, Icon, RouterLink, ShownValue, SourceChips, T],
  templateUrl: './observed-table.html',
  styleUrl: './observed-table.scss',
})
export class ObservedTable {
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  protected readonly session = inject(Session);
  readonly rows = input.required<readonly ObservedNoteRow[]>();
  readonly sort = input.required<string>();
  readonly sortBy = output<string>();

  protected readonly metrics = figureMetrics;
  protected readonly figures = figures;
  protected readonly unknown = unknown;
}
