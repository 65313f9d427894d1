import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import type { CreatorNoteRow, CreatorNotesQuery } from '@poolrise/contracts';
import { interactionsOf, noteScopes } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { paged } from '../../live/paged';
import { Chip } from '../../ui/chip';
import { AppLineage } from '../../ui/lineage';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { MetricName } from '../../ui/metric-name';
import { FigureGrid } from '../../ui/figure-grid';
import { viewportIs } from '../../ui/viewport-is';

export type NotesScope = CreatorNotesQuery['scope'];
export const notesScopes: readonly NotesScope[] = ['all', ...noteScopes];

/** Notes of a creator as the platform shows them: daily, cooperation or both. */
@Component({
  selector: 'app-creator-notes',
  imports: [AppLineage, Chip, EmptyState, FigureGrid, ListFrame, MetricName, NgTemplateOutlet, T],
  host: { class: 'pr-card' },
  templateUrl: './creator-notes.html',
  styleUrl: './creator-notes.scss',
})
export class CreatorNotes {
  protected readonly format = inject(Format);
  protected readonly scopes = notesScopes;
  protected readonly interactionMetrics = ['likes', 'collects', 'comments', 'shares'] as const;

  readonly creatorId = input.required<string>();
  readonly scope = input.required<NotesScope>();
  readonly scopeChange = output<NotesScope>();

  protected readonly notes = paged<CreatorNoteRow>(
    () => `/api/v1/creators/${this.creatorId()}/notes?scope=${this.scope()}&limit=20`,
  );
  protected readonly rows = computed(() => this.notes.items() ?? []);
  protected readonly narrow = viewportIs('(max-width: 719px)');
  protected readonly interactionsOf = interactionsOf;
}
