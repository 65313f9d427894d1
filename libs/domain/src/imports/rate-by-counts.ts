import type { SheetRow } from './cells';
import type { ImportField } from './fields';
import type { MappedColumn } from './mapping';
import { plainText } from './plain-text';
import { readField } from './read-field';
import type { RateUnit } from './read-rate';

/** Rates whose parts stand in the same files: what a bare number means can be seen from them. */
const partsOf: Readonly<Partial<Record<ImportField, readonly [part: ImportField, whole: ImportField]>>> = {
  adCtr: ['adClicks', 'adImpressions'],
  ctr: ['reads', 'impressions'],
  readRate: ['reads', 'impressions'],
  naturalReadRate: ['naturalReads', 'naturalImpressions'],
  interactionRate: ['interactions', 'reads'],
  commissionRate: ['commission', 'commissionBase'],
};

/** How far a stated rate may be from its parts and still tell its unit: the two units are a hundredfold apart. */
const within = 2;

/**
 * The unit of a column of bare rates as the counts beside it show: 0.0285 beside 122 clicks of 4,288 is a fraction.
 *
 * @returns null where the file has no such counts, or where they do not agree on one unit
 */
export function rateUnitByCounts(
  column: MappedColumn,
  columns: readonly MappedColumn[],
  rows: readonly SheetRow[],
): RateUnit | null {
  const parts = column.field && partsOf[column.field];
  if (!parts) return null;
  const [part, whole] = parts.map((field) =>
    columns.find((one) => one.use === 'field' && one.field === field),
  );
  if (!part || !whole) return null;
  const votes = rows.flatMap((row): RateUnit[] => {
    const stated = bareNumber(row, column);
    const [above, below] = [part, whole].map((one) => numberIn(row, one));
    if (!stated || !above || !below) return [];
    const factor = stated / (above / below);
    if (factor > 1 / within && factor < within) return ['fraction'];
    return factor > 100 / within && factor < 100 * within ? ['percent'] : [];
  });
  const [first] = votes;
  return first && votes.every((vote) => vote === first) ? first : null;
}

function bareNumber({ cells }: SheetRow, { position }: MappedColumn): number | null {
  const cell = cells[position];
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' && /^\d+(?:\.\d+)?$/.test(plainText(cell)) ? Number(plainText(cell)) : null;
}

function numberIn({ cells }: SheetRow, { position, field, options }: MappedColumn): number | null {
  if (!field) return null;
  const reading = readField(field, options, cells[position] ?? null, { capturedAt: null });
  if (reading.kind !== 'value' || typeof reading.value !== 'object' || !('value' in reading.value))
    return null;
  return reading.value.precision === 'at-least' ? null : reading.value.value;
}
