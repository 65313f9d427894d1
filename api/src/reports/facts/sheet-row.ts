import {
  categoryNames,
  countOfShare,
  type FactRow,
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
export type Split = 'placement' | 'audience-gender' | 'audience-age' | null;

const genders = { women: 'womenShare', men: 'menShare' } as const;
const ages = {
  'under-18': 'ageUnder18Share',
  '18-24': 'age18Share',
  '25-34': 'age25Share',
  '35-44': 'age35Share',
  'over-44': 'ageOver44Share',
} as const;
const surfaceKey = (surface: string): string => surface.toLowerCase();

/** The parts into which a split puts a row. */
export function partsOf(split: Split): readonly (string | null)[] {
  if (split === 'placement') return [...surfaces.map(surfaceKey), 'promoted', 'heated'];
  if (split === 'audience-gender') return Object.keys(genders);
  return split === 'audience-age' ? Object.keys(ages) : [null];
}

/** What one row says of its note, cumulative up to its day; of one part of it where it is split. */
export function factsOfRow({ source, values }: StoredRow, split: Split, part: string | null): FactRow {
  const kind = kindOf(source);
  const whole = factsOfNoteSheet((field) => figureIn(values, field), {
    interactionKind: kind && fileKinds[kind].interactions,
    noteType: textIn(values, 'noteType') as 'image' | 'video' | null,
  });
  if (split === null || part === null) return whole;
  const share = (field: string) => factOfFigure(figureIn(values, field));
  if (split === 'placement') return placedFacts(whole, part, share);
  const fields: Readonly<Record<string, string>> = { ...genders, ...ages };
  return { reads: countOfShare(share(fields[part] ?? ''), whole.reads ?? null) };
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
