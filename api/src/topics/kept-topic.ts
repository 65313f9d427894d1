import type { TopicRatio } from '@poolrise/contracts';
import type { RateChange, TopicFigures } from '@poolrise/domain';

export interface BestNote {
  id: string;
  title: string;
  creator: string;
  impressions: number;
  reads: number;
}

/** The figures of a topic as its row keeps them: JSON knows no infinity, so an open end is null. */
export type KeptFigures = Omit<TopicFigures, 'change' | 'performance'> & {
  change: TopicRatio | null;
  performance: TopicRatio | null;
  best: BestNote[];
};

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
export const keptRatio = (ratio: RateChange | null): TopicRatio | null =>
  ratio && { low: ratio.low, mid: finite(ratio.mid), high: finite(ratio.high) };

export const keptFigures = (figures: TopicFigures, best: BestNote[]): KeptFigures => ({
  ...figures,
  change: keptRatio(figures.change),
  performance: keptRatio(figures.performance),
  best,
});
