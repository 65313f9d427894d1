import { type CreatorMetric, creatorMetricIds } from '@poolrise/domain';

/** What is told of a creator in words; everything else is a figure. */
export const traitColumns = ['category', 'place', 'persona', 'mcn', 'accepts', 'lastNoteAt'] as const;
export type TraitColumn = (typeof traitColumns)[number];
export type ColumnId = CreatorMetric | TraitColumn;

export const columnIds: readonly ColumnId[] = [...creatorMetricIds, ...traitColumns];
/** Terms and medians first: they decide. The rest is a choice away. */
export const defaultColumns: readonly ColumnId[] = [
  'followers',
  'growth30d',
  'readsMedian',
  'interactionRate',
  'imageCents',
  'imageReadCents',
  'lastNoteAt',
];
export const isMetric = (id: string): id is CreatorMetric => creatorMetricIds.includes(id as CreatorMetric);
