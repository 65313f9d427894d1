import type { CooperationOrder } from './cooperation-order';

/** Where a brand may use a creator's note besides the note itself. */
export const rightsChannels = ['platform-ads', 'off-site-ads', 'own-media', 'shop'] as const;
export type RightsChannel = (typeof rightsChannels)[number];

export const rightsTerritories = ['mainland', 'worldwide'] as const;
export type RightsTerritory = (typeof rightsTerritories)[number];

/** What a brand may do with a note, from its publishing on. */
export interface UsageRights {
  /** boosts and ads on the platform itself are `platform-ads` */
  channels: RightsChannel[];
  territory: RightsTerritory;
  /** whether the brand may cut and caption it */
  editsAllowed: boolean;
  days: number;
}

export const rightsBounds = { daysLeast: 1, daysMost: 3_650 } as const;
/** What is agreed where nothing is said [P]: half a year of boosts and ads on the platform, as the creator wrote it. */
export const usualRights: UsageRights = {
  channels: ['platform-ads'],
  territory: 'mainland',
  editsAllowed: false,
  days: 180,
};

const dayMs = 86_400_000;

/** Days before the end at which both sides are told [P]. */
export const rightsAlarmDays = [30, 7, 0] as const;

/**
 * When the rights of a published note end, as they were agreed on or last extended; epoch milliseconds, and null where none
 * were agreed on, or it is not out.
 */
export function rightsEnd({
  terms,
  publishedAt,
  extensions,
}: Pick<CooperationOrder, 'terms' | 'publishedAt' | 'extensions'>): number | null {
  if (!terms.rights || publishedAt === null) return null;
  return extensions.at(-1)?.until ?? publishedAt + terms.rights.days * dayMs;
}

export const rightsStates = ['running', 'ends-in-30', 'ends-in-7', 'expired'] as const;
export type RightsState = (typeof rightsStates)[number];

/** How far rights are; their last moment is still theirs. Both are epoch milliseconds. */
export function rightsState(end: number, now: number): RightsState {
  if (now > end) return 'expired';
  const left = end - now;
  if (left <= 7 * dayMs) return 'ends-in-7';
  return left <= 30 * dayMs ? 'ends-in-30' : 'running';
}

export type AdvertisingRefusal = 'rights-missing' | 'rights-too-short';

/**
 * Whether a note may be boosted until `until`; null when it may. Orders from before rights were written down are asked
 * nothing: undefined, in contrast to null, which is an agreement that there are none.
 */
export function mayAdvertise(
  rights: UsageRights | null | undefined,
  end: number | null,
  until: number,
): AdvertisingRefusal | null {
  if (rights === undefined) return null;
  if (!rights?.channels.includes('platform-ads') || end === null) return 'rights-missing';
  return until > end ? 'rights-too-short' : null;
}
