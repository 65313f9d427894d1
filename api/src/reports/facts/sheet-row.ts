import {
  audienceKeys,
  categoryNames,
  countOfShare,
  exactFact,
  type FactRow,
  type FactValue,
  type ReportAudience,
  factOfFigure,
  factsOfNoteSheet,
  fileKindIds,
  type FileKindId,
  fileKinds,
  type SheetFigure,
  surfaces,
  trustOfSource,
} from '@poolrise/domain';

/** A row of a file about a note, as it is stored. */
export interface StoredRow {
  subject: string;
  source: string;
  importId: string;
  day: string;
  values: Readonly<Record<string, unknown>>;
}

/** A stored figure: a number where it is exact, else with what is known of the rest. */
export function figureIn(values: StoredRow['values'], field: string): SheetFigure | null {
  const value = values[field];
  if (typeof value === 'number') return { precision: 'exact', value };
  if (typeof value !== 'object' || value === null || !('value' in value)) return null;
  const { value: number, halfWidth } = value as { value: number; halfWidth?: number };
  return halfWidth === undefined
    ? { precision: 'at-least', value: number }
    : { precision: 'rounded', value: number, halfWidth };
}

export function textIn(values: StoredRow['values'], ...fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = values[field];
    if (typeof value === 'string' && value) return value;
  }
  return null;
}

/** The day of a moment in a file, in Shanghai. */
export function dayIn(values: StoredRow['values'], ...fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = values[field];
    if (typeof value === 'object' && value !== null && 'day' in value) return (value as { day: string }).day;
  }
  return null;
}

export const kindOf = (source: string): FileKindId | null =>
  fileKindIds.find((kind) => kind === source) ?? null;
export const trustOf = (source: string): number => trustOfSource(kindOf(source));

/** Of the newest day first; on one day the most trusted source first. */
export const newestFirst = (one: StoredRow, other: StoredRow): number =>
  other.day.localeCompare(one.day) || trustOf(other.source) - trustOf(one.source);

/** By what one row of a sheet can be split further. */
export type Split = 'placement' | ReportAudience | null;

/** The field of each part of the portraits that files have. */
const portraits: Readonly<Record<ReportAudience, Readonly<Record<string, string>>>> = {
  'audience-gender': { women: 'womenShare', men: 'menShare' },
  'audience-age': {
    'under-18': 'ageUnder18Share',
    '18-24': 'age18Share',
    '25-34': 'age25Share',
    '35-44': 'age35Share',
    'over-44': 'ageOver44Share',
  },
};
const surfaceKey = (surface: string): string => surface.toLowerCase();

/** The parts into which a split puts a row. */
export function partsOf(split: Split): readonly (string | null)[] {
  if (split === 'placement') return [...surfaces.map(surfaceKey), 'promoted', 'heated'];
  return split === null ? [null] : audienceKeys[split];
}

/** What one row says of its note, cumulative up to its day; of one part of it where it is split. */
export function factsOfRow(row: StoredRow, split: Split, part: string | null): FactRow {
  const { source, values } = row;
  const kind = kindOf(source);
  const whole = factsOfNoteSheet((field) => figureIn(values, field), {
    interactionKind: kind && fileKinds[kind].interactions,
    noteType: textIn(values, 'noteType') as 'image' | 'video' | null,
  });
  if (split === null) return whole;
  const share = (field: string) => factOfFigure(figureIn(values, field));
  if (split === 'placement') return part === null ? whole : placedFacts(whole, part, share);
  const reads = whole.reads ?? null;
  if (part === null) return { reads: hasPortrait(row, split) ? readsLeft(row, split, reads) : reads };
  return { reads: countOfShare(share(portraits[split][part] ?? ''), reads) };
}

/** Whether a row tells the readers by anything of it. */
export const hasPortrait = ({ values }: StoredRow, split: ReportAudience): boolean =>
  Object.values(portraits[split]).some((field) => figureIn(values, field));

/** Less than this is what rounding leaves of shares that make a whole, and nobody's reads. */
const leftByRounding = 0.006;

/** Reads of whom a portrait says nothing: what its shares leave of the whole, or null where one of them is unknown. */
function readsLeft({ values }: StoredRow, split: ReportAudience, reads: FactValue | null): FactValue | null {
  const shares = Object.values(portraits[split]).map((field) => factOfFigure(figureIn(values, field)));
  let value = 1;
  let half = 0;
  for (const share of shares) {
    if (!share || share.atLeast) return null;
    value -= share.value;
    half += share.half;
  }
  if (value < leftByRounding + half) return reads && exactFact(0);
  return countOfShare({ ...exactFact(value), half, estimated: true }, reads);
}

function placedFacts(
  whole: FactRow,
  part: string,
  share: (field: string) => ReturnType<typeof factOfFigure>,
): FactRow {
  if (part === 'promoted') return { impressions: whole.promotedImpressions, reads: whole.promotedReads };
  if (part === 'heated') return { impressions: whole.heatedImpressions, reads: whole.heatedReads };
  const surface = surfaces.find((each) => surfaceKey(each) === part) ?? '';
  const impressions = countOfShare(share(`exposureShare${surface}`), whole.naturalImpressions ?? null);
  const reads = countOfShare(share(`readShare${surface}`), whole.naturalReads ?? null);
  return { impressions, naturalImpressions: impressions, reads, naturalReads: reads };
}

/** A category of ours where the file names one in either language, else what it says. */
export function categoryIn(values: StoredRow['values']): string | null {
  const text = textIn(values, 'category', 'contentTag');
  const known = Object.entries(categoryNames).find(
    ([id, { zh, en }]) => text === id || text === zh || text?.toLowerCase() === en.toLowerCase(),
  );
  return known?.[0] ?? text;
}
