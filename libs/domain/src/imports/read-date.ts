import { shanghaiOffsetMs } from '../pools/traffic-clock';
import type { Cell } from './cells';
import { type FileMoment, inCalendar, midnightOf, momentAt, timeOf } from './file-moment';
import { plainText, saysNothing } from './plain-text';
import { readRelativeDate, readYearlessDate } from './read-near-date';
import { type Reading, known, refused, unknown } from './reading';

export interface DateOptions {
  /** when the file was made, ms since 1970: what 昨天 and 07-01 are counted from; null when nobody knows */
  readonly capturedAt?: number | null;
}

const dayMs = 86_400_000;

const separator = String.raw`(?:\s+|T|日\s*|,\s*)`;
const clock = String.raw`(\d{1,2})(?::|时|点)(\d{1,2})(?:(?::|分)(\d{1,2})?(?:[.]\d{1,6})?秒?)?分?`;
const zone = String.raw`\s*(Z|[+-]\d{2}:?\d{2})?`;
const full = new RegExp(
  String.raw`^(\d{4})(?:-|/|\.|年)\s?(\d{1,2})(?:-|/|\.|月)\s?(\d{1,2})日?(?:${separator}?${clock}${zone})?$`,
  'i',
);
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a date in every form of the domain notes 5.3: `2026年07月01日12时30分05秒`, `2026-07-01 12:30`, `2026/7/1`, a
 * serial of Excel, seconds, milliseconds, `昨天 12:30`, `3天前`, `07-01`.
 *
 * Times without a zone are Shanghai's. Dates without a year are the latest that lies in the past. Relative ones and
 * those without a year need the time of capture, and are refused without it. A day that no calendar has is refused, and
 * so is `7/1/2026`, which is two days.
 */
export function readDate(cell: Cell, options: DateOptions = {}): Reading<FileMoment> {
  if (cell === null) return unknown('empty');
  if (typeof cell === 'boolean') return refused('not-a-date');
  if (typeof cell === 'object') return fromSerial(cell.excelSerial);
  if (typeof cell === 'number') return fromNumber(cell);
  const text = plainText(cell).replace(/^(?:编辑于|发布于|更新于)\s*/, '');
  const nothing = saysNothing(text);
  if (nothing) return nothing;
  if (/^\d+(\.\d+)?$/.test(text) && !/^\d{4}\.\d{1,2}$/.test(text)) return fromNumber(Number(text));
  return (
    fromFull(text) ??
    readRelativeDate(text, options.capturedAt ?? null) ??
    readYearlessDate(text, options.capturedAt ?? null) ??
    refused(whyNot(text))
  );
}

function fromFull(text: string): Reading<FileMoment> | null {
  const parts = full.exec(text);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1, 4).map(Number) as [number, number, number];
  const [hour, minute, second, offset] = parts.slice(4, 8);
  const midnight = midnightOf(year, month, day);
  if (typeof midnight !== 'number') return midnight;
  if (hour === undefined || minute === undefined) return known(momentAt(midnight, 'day'));
  const time = timeOf(Number(hour), Number(minute), Number(second ?? 0));
  if (time === null) return refused('impossible-date');
  const shift = offset === undefined ? 0 : shanghaiOffsetMs - offsetMs(offset);
  return known(momentAt(midnight + time + shift, second === undefined ? 'minute' : 'second'));
}

function offsetMs(text: string): number {
  if (/z/i.test(text)) return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Days since 1899-12-30; the fraction is the time of day. */
function fromSerial(serial: number): Reading<FileMoment> {
  if (!Number.isFinite(serial)) return refused('not-a-date');
  // 36526 is 2000-01-01 and 73050 is 2099-12-31; a date of JavaScript ends long before a number does.
  if (serial < 36_526 || serial >= 73_051) return refused('date-out-of-range');
  const seconds = Math.round(serial * 86_400);
  const at = Date.UTC(1899, 11, 30) + seconds * 1_000 - shanghaiOffsetMs;
  return within(at, Number.isInteger(serial) ? 'day' : 'second');
}

function fromNumber(value: number): Reading<FileMoment> {
  const parts = compact.exec(String(value));
  if (parts) {
    const midnight = midnightOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    return typeof midnight === 'number' ? known(momentAt(midnight, 'day')) : midnight;
  }
  if (value >= 20_000 && value < 100_000) return fromSerial(value);
  if (!Number.isInteger(value)) return refused('not-a-date');
  if (value >= 1e9 && value < 5e9) return within(value * 1_000, 'second');
  if (value >= 9e11 && value < 5e12) return within(value, 'second');
  return refused('not-a-date');
}

function within(at: number, precision: FileMoment['precision']): Reading<FileMoment> {
  const moment = momentAt(at, precision);
  if (!inCalendar(Number(moment.day.slice(0, 4)))) return refused('date-out-of-range');
  const midnight = (at + shanghaiOffsetMs) % dayMs === 0;
  // C3 gives days as milliseconds at midnight: nobody published a note in that very second.
  return known(midnight ? { ...moment, precision: 'day' } : moment);
}

function whyNot(text: string) {
  if (/^\d{4}[-/.年]\s?\d{1,2}[月]?$/.test(text)) return 'date-incomplete';
  if (/\d\s*(?:~|～|至|到|—|–| - )\s*\d/.test(text)) return 'date-range';
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(text)) return 'ambiguous-day-month';
  return 'not-a-date';
}
