import { type CampaignFault, type CampaignKeyword, checkKeywords } from '../campaigns/campaign';
import { voucherPlacements, type VoucherPlacement } from '../vouchers/voucher';

/** Where a boost stands: among what readers are shown, or among what they search for. */
export const boostPlacements = voucherPlacements;
export type BoostPlacement = VoucherPlacement;

/** What a boost says of where it stands. */
export interface PlacedAsk {
  placement: BoostPlacement;
  keywords?: readonly CampaignKeyword[] | undefined;
  negatives?: readonly string[] | undefined;
  audience: Readonly<Record<string, readonly unknown[] | undefined>>;
}

export type PlacedFault =
  CampaignFault | { code: 'keywords-in-feed' | 'keywords-missing' | 'audience-in-search'; field: string };

/**
 * What is wrong with a boost's words, where (a JSON pointer): in the feed it has none, in search it goes by words and by
 * nothing else. A list that is left out is the campaign's; one that is given has a word in it.
 * Source: search campaigns of Juguang cannot aim at gender or age, only at words (domain notes 1.2 [C]).
 */
export function checkPlacement({ placement, keywords, negatives, audience }: PlacedAsk): PlacedFault[] {
  if (placement === 'feed')
    return keywords || negatives
      ? [{ code: 'keywords-in-feed', field: keywords ? '/keywords' : '/negatives' }]
      : [];
  const aimed = Object.keys(audience).find((part) => audience[part]?.length);
  return [
    ...(aimed === undefined ? [] : [{ code: 'audience-in-search', field: `/audience/${aimed}` } as const]),
    ...(keywords?.length === 0 || (!keywords && negatives)
      ? [{ code: 'keywords-missing', field: '/keywords' } as const]
      : []),
    ...checkKeywords({ keywords: keywords ?? [], negatives: negatives ?? [] }),
  ];
}

const weekHours = 7 * 24;

/** Searches to be expected in so many hours, if readers go on searching as they did within the last seven days. */
export const expectedSearches = (searchesOfWeek: number, hours: number): number =>
  Math.round((searchesOfWeek * hours) / weekHours);
