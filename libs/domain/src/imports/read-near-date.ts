import { shanghaiOffsetMs } from '../pools/traffic-clock';
import { type FileMoment, midnightOf, momentAt, timeOf } from './file-moment';
import { type Reading, known, refused } from './reading';

const dayMs = 86_400_000;
const daysBack: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 };
const unitMs: Readonly<Record<string, number>> = {
  秒: 1_000,
  分钟: 60_000,
  小时: 3_600_000,
  天: dayMs,
  周: 7 * dayMs,
};

// The web shows a place after the time; it is personal and dropped here.
const named = /^(今天|今日|昨天|昨日|前天)\s?(?:(\d{1,2}):(\d{2}))?(?:\s\p{Script=Han}{2,6})?$/u;
const ago = /^(\d{1,4})\s?(秒|分钟|小时|天|周)前(?:\s\p{Script=Han}{2,6})?$/u;
const yearless =
  /^(\d{1,2})(?:-|\/|月)(\d{1,2})日?(?:\s(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s\p{Script=Han}{2,6})?$/u;

/** Reads `昨天 12:30`, `3天前` and 刚刚 from the time of capture; null for any other text. */
export function readRelativeDate(text: string, capturedAt: number | null): Reading<FileMoment> | null {
  const words = named.exec(text);
  const since = ago.exec(text);
  if (!words && !since && text !== '刚刚') return null;
  if (capturedAt === null) return refused('needs-capture-time');
  if (words) return fromNamedDay(words, capturedAt);
  if (!since) return known(momentAt(capturedAt, 'minute'));
  const [, count = '', unit = ''] = since;
  const back = Number(count) * (unitMs[unit] ?? 0);
  if (unit !== '天' && unit !== '周') return known(momentAt(capturedAt - back, 'minute'));
  return known(momentAt(midnightBefore(capturedAt) - back, 'day'));
}

function fromNamedDay([, word = '', hour, minute]: RegExpExecArray, capturedAt: number): Reading<FileMoment> {
  const midnight = midnightBefore(capturedAt) - (daysBack[word] ?? 0) * dayMs;
  if (hour === undefined) return known(momentAt(midnight, 'day'));
  const time = timeOf(Number(hour), Number(minute));
  if (time === null) return refused('impossible-date');
  return known(momentAt(midnight + time, 'minute'));
}

/** Reads `07-01` and `7月1日 12:30` as the latest such day that is not after the capture; null for any other text. */
export function readYearlessDate(text: string, capturedAt: number | null): Reading<FileMoment> | null {
  const parts = yearless.exec(text);
  if (!parts) return null;
  const [month, day] = [Number(parts[1]), Number(parts[2])];
  if (typeof midnightOf(2000, month, day) !== 'number') return refused('impossible-date');
  const [hour, minute, second] = parts.slice(3, 6);
  const time = hour === undefined ? 0 : timeOf(Number(hour), Number(minute), Number(second ?? 0));
  if (time === null) return refused('impossible-date');
  if (capturedAt === null) return refused('needs-capture-time');
  const at = latestPast(month, day, time, capturedAt);
  if (at === null) return refused('impossible-date');
  return known(momentAt(at, hour === undefined ? 'day' : second === undefined ? 'minute' : 'second'));
}

/** 29 February may lie up to eight years back, where a century leaves out its leap year. */
function latestPast(month: number, day: number, time: number, capturedAt: number): number | null {
  const year = new Date(capturedAt + shanghaiOffsetMs).getUTCFullYear();
  for (let back = 0; back <= 8; back++) {
    const midnight = midnightOf(year - back, month, day);
    if (typeof midnight === 'number' && midnight + time <= capturedAt) return midnight + time;
  }
  return null;
}

const midnightBefore = (at: number): number =>
  Math.floor((at + shanghaiOffsetMs) / dayMs) * dayMs - shanghaiOffsetMs;
