/** The band that quality may move a media value by; a convention, and the reason why the value is a band. */
export const emvQuality = { low: 0.8, high: 1.2 } as const;

/**
 * What as many impressions would have cost at a benchmark price, in cents: the low end rounded down, the high end up.
 * `cpmCents` is a benchmark in cents per 1,000 impressions with its own band. A convention without a standard (off by
 * default): it says what was got, never what it was worth.
 */
export function emvBandCents(
  impressions: { low: number; high: number },
  cpmCents: { low: number; high: number },
): { lowDown: number; highUp: number } {
  return {
    lowDown: Math.floor((impressions.low * cpmCents.low * emvQuality.low) / 1_000),
    highUp: Math.ceil((impressions.high * cpmCents.high * emvQuality.high) / 1_000),
  };
}
