import { type MetricId, metrics } from '@poolrise/domain';

/** How a person writes a figure of a unit: percent for ratios, yuan for cents. */
export function scaleOf(metric: MetricId): { factor: number; sign: '%' | '‰' | '¥' | '' } {
  switch (metrics[metric].unit) {
    case 'ratio':
    case 'probability':
      return { factor: 100, sign: '%' };
    case 'cents':
      return { factor: 0.01, sign: '¥' };
    case 'perMille':
      return { factor: 1, sign: '‰' };
    default:
      return { factor: 1, sign: '' };
  }
}

/** A written figure in the unit of its metric; null for an empty field, NaN for what is no number. */
export function sizeOf(metric: MetricId, written: string): number | null {
  const text = written.trim();
  if (!text) return null;
  const value = Number(text.replace(/,/g, '')) / scaleOf(metric).factor;
  // Cents are whole; ratios keep what a person can have meant.
  return metrics[metric].unit === 'cents' ? Math.round(value) : Number(value.toPrecision(10));
}

export const writtenOf = (metric: MetricId, value: number | null): string =>
  value === null ? '' : String(Number((value * scaleOf(metric).factor).toPrecision(10)));
