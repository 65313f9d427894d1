import type { NoteRow, NotesQuery } from '@poolrise/contracts';
import type { MetricId } from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import type { Format } from '../../ui/format';

export const columnIds = [
  'state',
  'impressions',
  'reads',
  'ctr',
  'lift',
  'paid',
  'interactions',
  'published',
  'category',
  'type',
  'followers',
] as const;
export type ColumnId = (typeof columnIds)[number];
export type NoteSort = NotesQuery['sort'];

/** A column of the notes list beside the note itself. Figures are named by their metric, so none is without a definition. */
export interface NoteColumn {
  id: ColumnId;
  sort?: NoteSort;
  metric?: MetricId;
  title?: TextKey;
  /** how a figure is written; figures stand to the right */
  figure?: (row: NoteRow, format: Format) => string;
}

const figures: Record<string, NoteColumn['figure']> = {
  impressions: (row, format) => format.number(row.organicImpressions),
  reads: (row, format) => format.number(row.reads),
  ctr: (row, format) => format.percent(row.ctr),
  lift: (row, format) => format.lift(row.lift),
  paid: (row, format) => format.number(row.paidImpressions),
  interactions: (row, format) => format.number(row.interactionsLccs),
  followers: (row, format) => format.number(row.creator.followers),
};

const described: Record<ColumnId, Omit<NoteColumn, 'id' | 'figure'>> = {
  state: { title: 'notes.column.state', sort: 'level' },
  impressions: { metric: 'impressionsNatural', sort: 'impressions' },
  reads: { metric: 'clicks', sort: 'reads' },
  ctr: { metric: 'ctrNatural', sort: 'ctr' },
  lift: { metric: 'lift', sort: 'lift' },
  paid: { metric: 'impressionsPaid' },
  interactions: { metric: 'interactionsLCCS' },
  published: { title: 'notes.column.published', sort: 'published' },
  category: { title: 'notes.column.category' },
  type: { title: 'notes.column.type' },
  followers: { metric: 'followers' },
};

export const columns: NoteColumn[] = columnIds.map((id) => ({ id, ...described[id], figure: figures[id] }));

export const defaultColumns: readonly ColumnId[] = [
  'state',
  'impressions',
  'reads',
  'ctr',
  'lift',
  'paid',
  'published',
];
