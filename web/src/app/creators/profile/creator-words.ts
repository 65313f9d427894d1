import type { CreatorView } from '@poolrise/contracts';
import { type CreatorMetric, creatorMetrics, metrics, peersMin } from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';
import type { CreatorWords } from '../ui/creator-words';

/** Where the platform shows this creator; null for those known only by their notes here. */
export const platformAddress = ({ platformId }: CreatorView): string | null =>
  platformId && `https://www.xiaohongshu.com/user/profile/${platformId}`;

/** "江苏 无锡", "Wuxi, Jiangsu"; a city that is its own province is named once. */
export function homeOf(
  { city, province }: Pick<CreatorView, 'city' | 'province'>,
  words: CreatorWords,
  texts: Texts,
): string {
  const names = [province && words.value('province', province), city && words.value('city', city)];
  const known = [...new Set(names.filter((name) => name !== null))];
  return texts.chinese() ? known.join(' ') : known.toReversed().join(', ');
}

/** Who the peers are: "腰部美食博主"; null without a main category, because then there are none. */
export function peersOf({ tier, categories: [main] }: CreatorView, texts: Texts): string | null {
  if (!main) return null;
  return texts.say('creatorProfile.peers', {
    tier: texts.of(tier.name),
    category: texts.say(`common.category.${main}`),
  });
}

/**
 * The share of peers that a figure leaves behind, and on which side: where less is better it is said as "below". `same`:
 * it stands at an end of the scale, with that share of the peers.
 */
export interface Place {
  side: 'above' | 'below' | 'same';
  /** 0 to 100 */
  share: number;
}

/**
 * A percentile counts half of those who stand at the same value. At the ends of a scale, where many do, that would say
 * "above half of them" of somebody with nothing; there the words take the half away again.
 */
export function placeOf(
  metric: CreatorMetric,
  percentile: number | null,
  value: number | null,
): Place | null {
  if (percentile === null || value === null) return null;
  const lessIsBetter = creatorMetrics[metric] === 'less';
  const atFloor = value === 0 && metric !== 'growth30d';
  const atCeiling = value === 1 && metrics[metric].unit === 'ratio' && metric !== 'growth30d';
  const under = atFloor ? 0 : atCeiling ? 2 * percentile - 100 : percentile;
  const over = atCeiling ? 0 : atFloor ? 100 - 2 * percentile : 100 - percentile;
  const place: Place = lessIsBetter ? { side: 'below', share: over } : { side: 'above', share: under };
  return (atFloor || atCeiling) && place.share <= 0
    ? { side: 'same', share: Math.min(100, Math.max(0, 100 - under - over)) }
    : place;
}

/** "高于 *82%* 的"; at the very ends, where one percent cannot be told from none, "nearly all" of the other side. */
export function placeWords({ side, share }: Place, texts: Texts, format: Format): string {
  const other = side === 'above' ? 'below' : 'above';
  if (share >= 100) return texts.say(`creatorProfile.place.${side}All`);
  if (share <= 0 && side !== 'same') return texts.say(`creatorProfile.place.${other}All`);
  return texts.say(`creatorProfile.place.${side}`, { share: format.percent(share / 100, 0) });
}

/** A figure in the words of a marketer: quotes without cents, long waits as hours. */
export function figureText(
  metric: CreatorMetric,
  value: number | null,
  texts: Texts,
  format: Format,
): string {
  if (value !== null && metric === 'replyMinutesMedian' && value >= 120)
    return texts.say('common.inHours', { n: format.decimal(value / 60) });
  if (metric === 'imageCents' || metric === 'videoCents') return format.roundMoney(value);
  return format.metric(metric, value);
}

/** Why a figure is not known, where that can be told; null for a figure that is. */
export function whyUnknown(metric: CreatorMetric, view: CreatorView): TextKey | null {
  if (view.figures[metric] !== null) return null;
  switch (metric) {
    case 'growth30d':
      return 'creatorProfile.reason.noEarlier';
    case 'imageCents':
      return 'creatorProfile.reason.noImageQuote';
    case 'videoCents':
      return 'creatorProfile.reason.noVideoQuote';
    case 'imageReadCents':
    case 'imageInteractionCents':
    case 'imageCpmCents':
      return view.figures.imageCents === null
        ? 'creatorProfile.reason.noImageQuote'
        : 'creatorProfile.reason.noImageNotes';
    case 'videoReadCents':
      return view.figures.videoCents === null
        ? 'creatorProfile.reason.noVideoQuote'
        : 'creatorProfile.reason.noVideoNotes';
    case 'acceptanceShare':
    case 'replyMinutesMedian':
      return 'creatorProfile.reason.noInvitations';
    case 'onTimeShare':
      return 'creatorProfile.reason.noCompleted';
    case 'impressionsMedian':
    case 'readsMedian':
    case 'interactionsMedian':
    case 'interactionRate':
    case 'hundredLikesShare':
    case 'thousandLikesShare':
      return 'creatorProfile.reason.noDailyNotes';
    default:
      return 'creatorProfile.reason.notGiven';
  }
}

/** A median of fewer notes than this is a hint and no more. */
export const notesEnough = 5;

/** True where so few creators share tier and category that nothing is compared. */
export const fewPeers = ({ peers }: CreatorView): boolean => peers < peersMin;
