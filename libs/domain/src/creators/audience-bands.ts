import { provinces } from './creator-words';

/**
 * The bands of an audience portrait: the platform's own ages, and the audience filters of its search body
 * (`fansAge`, `fansGender`, `fansLocation`, `fansMaritalStatus`, `fansConsumptionLevel`, `fansChildAgeInfo`,
 * `fansDevicePrice`, `fansDeviceBrand`; domain notes 1.1 [B]).
 */
export const audienceDimensions = {
  age: ['<18', '18-24', '25-34', '35-44', '>44'],
  gender: ['female', 'male'],
  cityTier: ['tier1', 'new_tier1', 'tier2', 'tier3', 'tier4_5'],
  marital: ['single', 'married'],
  consumption: ['low', 'middle', 'high'],
  childAge: ['none', '0-1', '1-3', '3-6', '>6'],
  devicePrice: ['<2k', '2-4k', '4-6k', '>6k'],
  deviceBrand: ['apple', 'huawei', 'xiaomi', 'oppo', 'vivo', 'other'],
  province: provinces,
} as const satisfies Record<string, readonly string[]>;
export type AudienceDimension = keyof typeof audienceDimensions;

export interface AudienceBand {
  dimension: AudienceDimension;
  value: string;
}

/** Every band in the order in which a portrait's shares are stored. New bands are added at the end, never between. */
export const audienceBands: readonly AudienceBand[] = Object.entries(audienceDimensions).flatMap(
  ([dimension, values]) => values.map((value) => ({ dimension: dimension as AudienceDimension, value })),
);

/** Place of a band among the stored shares; -1 when there is no such band. */
export const audienceBandAt = (dimension: string, value: string): number =>
  audienceBands.findIndex((band) => band.dimension === dimension && band.value === value);

/** Who follows a creator. */
export interface AudiencePortrait {
  /** followers whose answers the shares stand on: few of them make a share that may be far off */
  sample: number;
  /** parts in ten thousand by `audienceBands`; each dimension sums to 10,000 up to rounding */
  shares: readonly number[];
}
