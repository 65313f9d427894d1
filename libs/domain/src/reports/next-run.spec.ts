import fc from 'fast-check';
import { instantOfWall, isTimeZone, nextRun, offsetOfZone, type ReportSchedule } from './next-run';

const runs = (schedule: ReportSchedule, after: string, count = 1): string[] => {
  const found: string[] = [];
  let at = Date.parse(after);
  for (let n = 0; n < count; n++) {
    at = nextRun(schedule, at);
    found.push(new Date(at).toISOString().replace('.000Z', 'Z'));
  }
  return found;
};
const berlin = { timeZone: 'Europe/Berlin' } as const;
const shanghai = { timeZone: 'Asia/Shanghai' } as const;

describe('the next run of a report', () => {
  it('is later today, or tomorrow when that is past or now', () => {
    const daily: ReportSchedule = { every: 'day', at: '09:00', ...shanghai };
    expect(runs(daily, '2036-05-04T00:59:59Z')).toEqual(['2036-05-04T01:00:00Z']);
    expect(runs(daily, '2036-05-04T01:00:00Z')).toEqual(['2036-05-05T01:00:00Z']);
  });

  it('keeps the time on the wall of Berlin through both changes of the clocks', () => {
    const daily: ReportSchedule = { every: 'day', at: '09:00', ...berlin };
    // Summer time 2036 begins on 30 March and ends on 26 October.
    expect(runs(daily, '2036-03-28T12:00:00Z', 3)).toEqual([
      '2036-03-29T08:00:00Z',
      '2036-03-30T07:00:00Z',
      '2036-03-31T07:00:00Z',
    ]);
    expect(runs(daily, '2036-10-24T12:00:00Z', 3)).toEqual([
      '2036-10-25T07:00:00Z',
      '2036-10-26T08:00:00Z',
      '2036-10-27T08:00:00Z',
    ]);
  });

  it('runs once on the day whose half past two does not exist, and once on the day that has it twice', () => {
    const daily: ReportSchedule = { every: 'day', at: '02:30', ...berlin };
    expect(runs(daily, '2036-03-29T12:00:00Z', 2)).toEqual(['2036-03-30T01:30:00Z', '2036-03-31T00:30:00Z']);
    expect(runs(daily, '2036-10-25T12:00:00Z', 2)).toEqual(['2036-10-26T00:30:00Z', '2036-10-27T01:30:00Z']);
    // Between the two half past twos it has run already.
    expect(runs(daily, '2036-10-26T01:00:00Z')).toEqual(['2036-10-27T01:30:00Z']);
  });

  it('knows no change of clocks in Shanghai', () => {
    const daily: ReportSchedule = { every: 'day', at: '00:00', ...shanghai };
    let at = Date.parse('2036-01-01T00:00:00Z');
    for (let day = 0; day < 366; day++) {
      const next = nextRun(daily, at);
      if (day) expect(next - at).toBe(86_400_000);
      at = next;
    }
  });

  it('goes by the weekday of the zone and not of UTC', () => {
    // Monday 5 May 2036, seven in the morning in Shanghai, is still Sunday in UTC.
    expect(runs({ every: 'week', weekday: 1, at: '07:00', ...shanghai }, '2036-05-01T00:00:00Z', 2)).toEqual([
      '2036-05-04T23:00:00Z',
      '2036-05-11T23:00:00Z',
    ]);
  });

  it('takes the last day of a month that has no 31st', () => {
    const monthly: ReportSchedule = { every: 'month', dayOfMonth: 31, at: '08:00', ...shanghai };
    expect(runs(monthly, '2036-01-30T16:00:00Z', 4)).toEqual([
      '2036-01-31T00:00:00Z',
      '2036-02-29T00:00:00Z',
      '2036-03-31T00:00:00Z',
      '2036-04-30T00:00:00Z',
    ]);
    expect(runs({ ...monthly, dayOfMonth: 29 }, '2035-02-01T00:00:00Z')).toEqual(['2035-02-28T00:00:00Z']);
  });

  it('survives a zone that left out a whole day', () => {
    // Samoa went from 29 to 31 December 2011.
    const daily: ReportSchedule = { every: 'day', at: '12:00', timeZone: 'Pacific/Apia' };
    expect(runs(daily, '2011-12-29T20:00:00Z', 2)).toEqual(['2011-12-29T22:00:00Z', '2011-12-30T22:00:00Z']);
  });

  it('is always after, shows the time asked for unless the clocks leave it out, and comes back within its rhythm', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    );
    const schedule = fc
      .record({
        hour: fc.nat(23),
        minute: fc.nat(59),
        zone,
        kind: fc.nat(2),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .map(({ hour, minute, zone: timeZone, kind, day }): ReportSchedule => {
        const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        if (kind === 0) return { every: 'day', at, timeZone };
        if (kind === 1) return { every: 'week', weekday: ((day - 1) % 7) + 1, at, timeZone };
        return { every: 'month', dayOfMonth: day, at, timeZone };
      });
    const offsets = new Map<string, ReturnType<typeof offsetOfZone>>();
    const start = Date.parse('2030-01-01T00:00:00Z');
    fc.assert(
      fc.property(schedule, fc.nat(6 * 366 * 1_440), (one, minutes) => {
        const offsetAt = offsets.get(one.timeZone) ?? offsetOfZone(one.timeZone);
        offsets.set(one.timeZone, offsetAt);
        const after = start + minutes * 60_000;
        const run = nextRun(one, after, offsetAt);
        expect(run).toBeGreaterThan(after);
        const longest = { day: 1, week: 7, month: 31 }[one.every] * 86_400_000 + 2 * 3_600_000;
        expect(run - after).toBeLessThanOrEqual(longest);
        const wall = new Date(run + offsetAt(run)).toISOString().slice(11, 16);
        const changed = offsetAt(run - 3 * 3_600_000) !== offsetAt(run + 60_000);
        if (!changed) expect(wall).toBe(one.at);
        // Nothing is left out between: asking again a minute before gives the same run.
        expect(nextRun(one, run - 60_000, offsetAt)).toBe(run);
      }),
      { numRuns: 1_500 },
    );
  });

  it('refuses what is on no clock and no calendar', () => {
    for (const at of ['24:00', '9:00', '09:60', 'noon'])
      expect(() => nextRun({ every: 'day', at, ...shanghai }, 0)).toThrow(RangeError);
    expect(() => nextRun({ every: 'week', weekday: 0, at: '09:00', ...shanghai }, 0)).toThrow(RangeError);
    expect(() => nextRun({ every: 'month', dayOfMonth: 32, at: '09:00', ...shanghai }, 0)).toThrow(
      RangeError,
    );
    expect(() => nextRun({ every: 'day', at: '09:00', timeZone: 'Mars/Base' }, 0)).toThrow(RangeError);
    expect([isTimeZone('Asia/Shanghai'), isTimeZone('Mars/Base'), isTimeZone('')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('reads a wall without summer time plainly', () => {
    expect(instantOfWall(Date.UTC(2036, 0, 1, 8), offsetOfZone('Asia/Shanghai'))).toBe(Date.UTC(2036, 0, 1));
  });
});
