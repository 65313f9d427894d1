/** Impressions of the pools that grow by a factor. */
export const growing = {
  by2: [200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 51_200],
  by3: [200, 600, 1_800, 5_400, 16_200, 48_600],
  by5: [200, 1_000, 5_000, 25_000, 60_000],
} as const satisfies Record<string, readonly number[]>;
