import type { CreatorView } from '@poolrise/contracts';
import type { CreatorMetric, MetricId } from '@poolrise/domain';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';
import { figureText, whyUnknown } from './creator-words';

/** A figure with what is said beside it. */
export interface FigureRow {
  metric: MetricId;
  shown: string;
  /** what the figure was counted from */
  detail?: string;
  /** where it stands, of those that are compared with peers */
  among?: { metric: CreatorMetric; percentile: number | null; value: number | null };
  /** why it is not known */
  why?: string;
}

export const keyMetrics = [
  'followers',
  'growth30d',
  'impressionsMedian',
  'readsMedian',
  'interactionsMedian',
  'interactionRate',
] as const satisfies CreatorMetric[];
export const costMetrics = [
  'imageCents',
  'videoCents',
  'imageReadCents',
  'videoReadCents',
  'imageInteractionCents',
  'imageCpmCents',
  'cpuvCents',
] as const satisfies CreatorMetric[];
export const qualityMetrics = [
  'notes30d',
  'finishShare',
  'hundredLikesShare',
  'thousandLikesShare',
  'activeShare',
  'engagedShare',
] as const satisfies CreatorMetric[];

export function figureRows(
  view: CreatorView,
  metrics: readonly CreatorMetric[],
  texts: Texts,
  format: Format,
): FigureRow[] {
  return metrics.map((metric) => {
    const why = whyUnknown(metric, view);
    return {
      metric,
      shown: figureText(metric, view.figures[metric], texts, format),
      among: { metric, percentile: view.percentiles[metric], value: view.figures[metric] },
      ...(why && { why: texts.say(why) }),
    };
  });
}

/** How reliably the creator works: shares with what they were counted from. */
export function serviceRows(view: CreatorView, texts: Texts, format: Format): FigureRow[] {
  const { invitations, accepted, completed, onTime, cancelled } = view.service;
  const details: Partial<Record<CreatorMetric, string>> = {
    ...(invitations > 0 && {
      acceptanceShare: texts.say('creatorProfile.service.accepted', { n: invitations, accepted }),
    }),
    ...(completed > 0 && {
      onTimeShare: texts.say('creatorProfile.service.onTime', { completed, onTime }),
    }),
  };
  const metrics = ['acceptanceShare', 'onTimeShare', 'replyMinutesMedian', 'activeOrders'] as const;
  const rows = figureRows(view, metrics, texts, format).map((row) => {
    const detail = details[row.metric as CreatorMetric];
    return { ...row, ...(detail && { detail }) };
  });
  return [...rows, { metric: 'cancelledOrders', shown: format.number(cancelled) }];
}
