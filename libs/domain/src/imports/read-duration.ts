import type { Cell } from './cells';
import { plainText } from './plain-text';
import { readNumber } from './read-number';
import { type Reading, type ReportedFigure, exactly, known, refused } from './reading';

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/;
const words =
  /^(?:(\d{1,3})(?:小时|时|h)\s?)?(?:(\d{1,3})(?:分钟|分|m(?:in)?)\s?)?(?:(\d{1,3}(?:\.\d+)?)(?:秒钟?|s))?$/i;

/** Reads a length of time in seconds: `39`, `25.3s`, `39秒`, `1分20秒`, `01:20`. Bare numbers are seconds. */
export function readDuration(cell: Cell): Reading<ReportedFigure> {
  if (typeof cell !== 'string') return readNumber(cell);
  const text = plainText(cell);
  const parts = clock.exec(text) ?? (/[\d](?:小时|时|分|秒|h|m|s)/i.test(text) ? words.exec(text) : null);
  if (!parts) return readNumber(cell);
  const [hours, minutes, rest] = parts.slice(1, 4).map((part) => Number((part as string | undefined) ?? 0));
  if ((minutes ?? 0) > 59 && parts[1] !== undefined) return refused('malformed-number');
  if ((rest ?? 0) > 59 && parts[2] !== undefined) return refused('malformed-number');
  return known(exactly(((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (rest ?? 0)));
}
