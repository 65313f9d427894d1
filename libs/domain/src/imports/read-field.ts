import type { Cell } from './cells';
import type { FileMoment } from './file-moment';
import { type ImportField, fieldOf } from './fields';
import type { ColumnOptions } from './mapping';
import { readDate } from './read-date';
import { readDuration } from './read-duration';
import { readAnyId, readDigitsId, readLink, readNoteId, readNoteLink } from './read-id';
import { readMoney } from './read-money';
import { readNumber } from './read-number';
import { readRate } from './read-rate';
import { readFlag, readNoteType, readText } from './read-words';
import type { Reading, ReportedFigure } from './reading';

/** A value of a record. Which of them it is follows from the reader of its field. */
export type FieldValue = ReportedFigure | FileMoment | string | boolean;

/** Reads one cell as a field, under the options of its column. */
export function readField(
  key: ImportField,
  options: ColumnOptions,
  cell: Cell,
  { capturedAt }: { readonly capturedAt: number | null },
): Reading<FieldValue> {
  const field = fieldOf(key);
  const { signed, mayExceedWhole, zeroWords, price, length } = field;
  const number = { headerPower: options.power, signed, zeroWords };
  switch (field.reader) {
    case 'count':
      return readNumber(cell, { ...number, whole: true });
    case 'number':
      return readNumber(cell, number);
    case 'duration':
      return readDuration(cell);
    case 'rate':
      return readRate(cell, { unit: options.rateUnit ?? null, mayExceedWhole, signed });
    case 'money':
      return readMoney(cell, { unit: options.moneyUnit ?? null, headerPower: options.power, price, signed });
    case 'date':
      return readDate(cell, { capturedAt });
    case 'noteId':
      return readNoteId(cell);
    case 'noteLink':
      return readNoteLink(cell);
    case 'digitsId':
      return readDigitsId(cell, length);
    case 'anyId':
      return readAnyId(cell);
    case 'link':
      return readLink(cell);
    case 'noteType':
      return readNoteType(cell);
    case 'flag':
      return readFlag(cell);
    case 'text':
      return readText(cell);
  }
}
