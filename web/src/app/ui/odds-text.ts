import type { Format } from './format';

/** A probability as people may say it: never 100 % and never 0 %, which no amount of evidence gives. */
export function oddsText(probability: number | null, format: Format, digits = 1): string {
  if (probability === null) return format.percent(null);
  const least = 10 ** -(digits + 2);
  if (probability > 1 - least) return `>${format.percent(1 - least, digits)}`;
  if (probability < least) return `<${format.percent(least, digits)}`;
  return format.percent(probability, digits);
}
