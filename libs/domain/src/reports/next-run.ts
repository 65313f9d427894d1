/** When a report goes out, by the clock on the wall of a time zone. */
export type ReportSchedule = {
  /** hour and minute on the wall, `HH:MM` */
  at: string;
  /** an IANA name, as Asia/Shanghai */
  timeZone: string;
} & (
  | { every: 'day' }
  /** 1 is Monday, 7 Sunday */
  | { every: 'week'; weekday: number }
  /** 1 to 31; in a shorter month its last day */
  | { every: 'month'; dayOfMonth: number }
);

/** How far the clock of a zone is ahead of UTC at an instant, in milliseconds; both in epoch milliseconds. */
export type OffsetAt = (instant: number) => number;

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Whether this is a time zone that the runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The offset of an IANA zone, from the zone data of the runtime. @throws RangeError for a zone it does not know */
export function offsetOfZone(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = NaN, month = NaN, day, hour, minute, second } = parts;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    return wall - Math.floor(instant / 1_000) * 1_000;
  };
}

/**
 * The instant at which the wall of a zone shows a time, given as if it were UTC. A time that the spring change leaves out is
 * taken as late as if the clock had not been changed; of one that the autumn change shows twice, the first.
 */
export function instantOfWall(wall: number, offsetAt: OffsetAt): number {
  // The zone's offsets a day before and after are the two that can be in force.
  const candidates = [offsetAt(wall - dayMs), offsetAt(wall + dayMs)].map((offset) => wall - offset);
  const real = candidates.filter((instant) => instant + offsetAt(instant) === wall);
  // In the gap neither is real: the offset before the change is the clock that was not yet changed.
  return real.length ? Math.min(...real) : (candidates[0] as number);
}

const minutesOf = (at: string): number => {
  const [hour, minute] = at.split(':').map(Number) as [number, number];
  if (!/^\d\d:\d\d$/.test(at) || hour > 23 || minute > 59) throw new RangeError(`${at} is no time of day`);
  return 60 * hour + minute;
};

const lastOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The first day from `day` on (midnight as if in UTC) on which the schedule runs. */
function dayOfRun(schedule: ReportSchedule, day: number): number {
  switch (schedule.every) {
    case 'day':
      return day;
    case 'week': {
      const weekday = new Date(day).getUTCDay() || 7;
      return day + ((schedule.weekday - weekday + 7) % 7) * dayMs;
    }
    case 'month': {
      const date = new Date(day);
      for (let ahead = 0; ; ahead++) {
        const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1));
        const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
        const run = Date.UTC(year, month, Math.min(schedule.dayOfMonth, lastOfMonth(year, month)));
        if (run >= day) return run;
      }
    }
  }
}

/**
 * The first run after an instant (never at it), in epoch milliseconds. It runs once on each of its days, whatever the clocks
 * do on that day.
 *
 * @throws RangeError for a time of day, a weekday, a day of the month or a zone that does not exist
 */
export function nextRun(
  schedule: ReportSchedule,
  after: number,
  offsetAt: OffsetAt = offsetOfZone(schedule.timeZone),
): number {
  if (schedule.every === 'week' && !inside(schedule.weekday, 7))
    throw new RangeError(`${schedule.weekday} is no weekday`);
  if (schedule.every === 'month' && !inside(schedule.dayOfMonth, 31))
    throw new RangeError(`${schedule.dayOfMonth} is no day of a month`);
  const atMs = minutesOf(schedule.at) * minuteMs;
  const today = Math.floor((after + offsetAt(after)) / dayMs) * dayMs;
  // A day early, because a zone may have skipped or repeated what looks like today.
  for (let day = today - dayMs; ; day += dayMs) {
    day = dayOfRun(schedule, day);
    const run = instantOfWall(day + atMs, offsetAt);
    if (run > after) return run;
  }
}

const inside = (number: number, last: number): boolean =>
  Number.isInteger(number) && number >= 1 && number <= last;
