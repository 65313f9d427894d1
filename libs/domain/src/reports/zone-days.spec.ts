import { offsetOfZone } from './next-run';
import { dayAt, hourKeysOf, instantsOf, offsetName, readHourKey } from './zone-days';

const hours = ({ from, until }: { from: number; until: number }) => (until - from) / 3_600_000;
const dayIn = (timeZone: string, day: string) => instantsOf({ from: day, to: day }, offsetOfZone(timeZone));

describe('days in a zone', () => {
  it('have 24 hours in Shanghai, and in Berlin 23 and 25 when the clocks change', () => {
    expect(hours(dayIn('Asia/Shanghai', '2036-03-30'))).toBe(24);
    expect(hours(dayIn('Europe/Berlin', '2036-03-30'))).toBe(23);
    expect(hours(dayIn('Europe/Berlin', '2036-10-26'))).toBe(25);
    expect(new Date(dayIn('Asia/Shanghai', '2036-05-04').from).toISOString()).toBe(
      '2036-05-03T16:00:00.000Z',
    );
  });

  it('begin at one where the clocks skip midnight, and at the first of two midnights', () => {
    // São Paulo put its clocks forward at midnight of 4 November 2018, Havana back from one to midnight on 1 November 2020.
    expect(new Date(dayIn('America/Sao_Paulo', '2018-11-04').from).toISOString()).toBe(
      '2018-11-04T03:00:00.000Z',
    );
    expect(hours(dayIn('America/Sao_Paulo', '2018-11-04'))).toBe(23);
    expect(new Date(dayIn('America/Havana', '2020-11-01').from).toISOString()).toBe(
      '2020-11-01T04:00:00.000Z',
    );
    expect(hours(dayIn('America/Havana', '2020-11-01'))).toBe(25);
  });

  it('belong to the calendar of the zone', () => {
    const instant = Date.parse('2036-05-04T17:30:00Z');
    expect(dayAt(instant, offsetOfZone('Asia/Shanghai'))).toBe('2036-05-05');
    expect(dayAt(instant, offsetOfZone('America/New_York'))).toBe('2036-05-04');
  });
});

describe('hours in a zone', () => {
  const berlin = (day: string) => hourKeysOf({ from: day, to: day }, 'Europe/Berlin');

  it('leave out the one that the spring change skips', () => {
    expect(berlin('2036-03-30').slice(1, 3)).toEqual(['2036-03-30T01:00', '2036-03-30T03:00']);
    expect(berlin('2036-03-30')).toHaveLength(23);
  });

  it('have the one that the autumn change shows twice two times, apart and in order', () => {
    const keys = berlin('2036-10-26');
    expect(keys).toHaveLength(25);
    expect(keys.slice(1, 5)).toEqual([
      '2036-10-26T01:00',
      '2036-10-26T02:00',
      '2036-10-26T02:00#2',
      '2036-10-26T03:00',
    ]);
    expect([...keys].sort()).toEqual(keys);
    expect(keys.slice(2, 4).map(readHourKey)).toEqual([
      { day: '2036-10-26', time: '02:00', isAgain: false },
      { day: '2036-10-26', time: '02:00', isAgain: true },
    ]);
  });

  it('begin at half past where a zone is half an hour beside UTC', () => {
    const keys = hourKeysOf({ from: '2036-05-04', to: '2036-05-04' }, 'Asia/Kolkata');
    expect([keys[0], keys.at(-1), keys.length]).toEqual(['2036-05-04T00:30', '2036-05-04T23:30', 24]);
  });

  it('tell how a zone stands to UTC in winter and in summer', () => {
    expect(offsetName('Asia/Shanghai', 0)).toBe('UTC+08:00');
    expect(offsetName('Europe/Berlin', Date.parse('2036-01-01'))).toBe('UTC+01:00');
    expect(offsetName('Europe/Berlin', Date.parse('2036-07-01'))).toBe('UTC+02:00');
    expect(offsetName('America/St_Johns', Date.parse('2036-01-01'))).toBe('UTC−03:30');
  });
});
