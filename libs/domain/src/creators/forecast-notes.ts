import type { CreatorNoteKind } from './creator-words';

/** A note of a creator's past, in natural traffic. */
export interface PastNote {
  kind: CreatorNoteKind;
  cooperation: boolean;
  impressions: number;
  reads: number;
}

/** Which of her notes a forecast rests on, the closest to what is planned first. */
export const forecastBases = ['cooperation', 'kind', 'all'] as const;
export type ForecastBasis = (typeof forecastBases)[number];

/** Fewer notes than this show no spread. */
export const forecastNotesMin = 5;

/** What is expected, and between which bounds it falls four times out of five; null where too little is known. */
export interface Forecast {
  expected: number;
  low: number | null;
  high: number | null;
}

export interface NotesForecast {
  basis: ForecastBasis;
  /** notes it rests on */
  sample: number;
  reads: Forecast;
  impressions: Forecast;
}

/**
 * What `notes` further notes of a kind bring, from a creator's own past: the median of her notes times their number.
 *
 * It rests on her cooperation notes of this kind, else on all her notes of this kind, else on all her notes, whichever first
 * has `forecastNotesMin` of them. The interval is the one between the 10th and the 90th percentile of those notes; notes are
 * taken as independent, so for n of them each side grows by √n and not by n. Reads are skewed, so the median of a sum lies
 * above the sum of medians: the forecast errs to the careful side. Null of somebody without notes.
 *
 * Units: whole reads and impressions. Source: percentiles by linear interpolation (Hyndman and Fan 1996, type 7); medians and
 * never means as in domain notes 1.1; the √n rule is that of independent sums [P].
 *
 * @throws RangeError for a number of notes that is no whole number from 1
 */
export function forecastNotes(
  past: readonly PastNote[],
  { kind, notes }: { kind: CreatorNoteKind; notes: number },
): NotesForecast | null {
  if (!(Number.isInteger(notes) && notes >= 1)) throw new RangeError(`A forecast of ${notes} notes`);
  const ofKind = past.filter((note) => note.kind === kind);
  const groups: Record<ForecastBasis, readonly PastNote[]> = {
    cooperation: ofKind.filter(({ cooperation }) => cooperation),
    kind: ofKind,
    all: past,
  };
  const basis = forecastBases.find((each) => groups[each].length >= forecastNotesMin) ?? 'all';
  const group = groups[basis];
  if (group.length === 0) return null;
  return {
    basis,
    sample: group.length,
    reads: forecastOf(
      group.map(({ reads }) => reads),
      notes,
    ),
    impressions: forecastOf(
      group.map(({ impressions }) => impressions),
      notes,
    ),
  };
}

/**
 * Several forecasts together. They are independent, so their sides add up as squares; where one has no interval the sum has
 * none either, since what is not known does not vanish in a sum. Zero of none.
 */
export function sumForecasts(forecasts: readonly Forecast[]): Forecast {
  const expected = forecasts.reduce((sum, one) => sum + one.expected, 0);
  if (forecasts.some(({ low, high }) => low === null || high === null))
    return { expected, low: null, high: null };
  const side = (end: (one: Forecast) => number | null) =>
    Math.sqrt(forecasts.reduce((sum, one) => sum + ((end(one) ?? one.expected) - one.expected) ** 2, 0));
  return {
    expected,
    low: Math.max(0, Math.round(expected - side(({ low }) => low))),
    high: Math.round(expected + side(({ high }) => high)),
  };
}

function forecastOf(values: readonly number[], notes: number): Forecast {
  const rising = [...values].sort((one, other) => one - other);
  const median = quantile(rising, 0.5);
  const expected = Math.round(median * notes);
  if (values.length < forecastNotesMin) return { expected, low: null, high: null };
  const root = Math.sqrt(notes);
  return {
    expected,
    low: Math.max(0, Math.round(median * notes - (median - quantile(rising, 0.1)) * root)),
    high: Math.round(median * notes + (quantile(rising, 0.9) - median) * root),
  };
}

function quantile(rising: readonly number[], share: number): number {
  const place = (rising.length - 1) * share;
  const low = rising[Math.floor(place)] ?? 0;
  const high = rising[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}
