import type { ImportField } from './fields';
import type { FileKindId, IdentityPart, RecordType } from './kinds/file-kind';
import { fileKinds } from './kinds/kinds';
import type { SheetConstants } from './mapping';
import type { FieldValue } from './read-field';

const byRecord: Readonly<Record<RecordType, FileKindId>> = {
  'note-snapshot': 'P1',
  order: 'P0',
  'ad-row': 'J1',
  'creator-snapshot': 'P3',
  'series-point': 'C2',
  'shop-order': 'Q1',
};

/** What names a row: as its kind of file says, or as is usual for such records. */
export const identityParts = (kind: FileKindId | null, record: RecordType): readonly IdentityPart[] =>
  fileKinds[kind ?? byRecord[record]].identity;

/** What an ad row is split by: two rows that differ in one of them are two rows. Ids go before the names beside them. */
const adDimensions: readonly (readonly ImportField[])[] = [
  ['adTime'],
  ['campaignId', 'campaignName'],
  ['unitId', 'unitName'],
  ['creativityId', 'creativityName'],
  ['noteId', 'noteLink'],
  ['placement'],
  ['keyword'],
  ['targeting'],
];

export interface IdentityAsk {
  readonly record: RecordType;
  readonly kind: FileKindId | null;
  readonly values: Readonly<Partial<Record<ImportField, FieldValue>>>;
  readonly dataDate: string | null;
  /** where the file comes from, such as the id of its kind or of a template */
  readonly source: string;
  readonly constants: SheetConstants;
  /** what a curve is of, where the file does not say: a note chosen by a person */
  readonly subject: string | null;
}

/**
 * What names a row for upserts: `['note-snapshot', 'noteId=65f0…', '2026-07-01', 'P1']`. Two rows of the same identity
 * are two states of one thing. Source: domain notes 5.4, rule 3.
 *
 * @returns the fields of which one alternative is needed, where a row has none of them
 */
export function identityOf(
  ask: IdentityAsk,
): readonly string[] | { readonly missing: readonly ImportField[] } {
  const parts: string[] = [ask.record];
  for (const part of identityParts(ask.kind, ask.record)) {
    if (part === 'source') parts.push(ask.source);
    else if (part === 'dataDate') parts.push(ask.dataDate ?? '');
    else {
      const fields = part.find((alternative) =>
        alternative.every((field) => ask.values[field] !== undefined),
      );
      if (!fields) return { missing: [...new Set(part.flat())] };
      parts.push(...fields.map((field) => `${field}=${asText(ask.values[field])}`));
    }
  }
  return [...parts, ...furtherParts(ask)];
}

function furtherParts({ record, values, constants, subject }: IdentityAsk): string[] {
  if (record === 'ad-row')
    return adDimensions.flatMap((names) => {
      const field = names.find((name) => values[name] !== undefined);
      return field ? [`${field}=${asText(values[field])}`] : [];
    });
  if (record !== 'series-point') return [];
  const { seriesMetric = '', seriesPeriod = '' } = constants;
  return [`metric=${seriesMetric}`, `period=${seriesPeriod}`, `subject=${subject ?? ''}`];
}

function asText(value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if ('day' in value) return value.precision === 'day' ? value.day : new Date(value.at).toISOString();
  return String(value.value);
}
