import fc from 'fast-check';
import { readDate } from './read-date';

const capturedAt = Date.parse('2026-07-03T09:00:00+08:00');
const at = (text: string, precision = 'second') => {
  const instant = Date.parse(`${text}+08:00`);
  return { kind: 'value', value: { day: text.slice(0, 10), at: instant, precision } };
};
const refused = (code: string) => ({ kind: 'refused', code });

describe('dates in files', () => {
  it.each([
    ['2026年07月01日12时30分05秒', at('2026-07-01T12:30:05')],
    ['2026年7月1日', at('2026-07-01T00:00:00', 'day')],
    ['2026年7月1日 12:30', at('2026-07-01T12:30:00', 'minute')],
    ['2026-07-01 12:30', at('2026-07-01T12:30:00', 'minute')],
    ['2026-07-01 12:30:05', at('2026-07-01T12:30:05')],
    ['２０２６／７／１', at('2026-07-01T00:00:00', 'day')],
    ['2026/7/1', at('2026-07-01T00:00:00', 'day')],
    ['2026.7.1', at('2026-07-01T00:00:00', 'day')],
    ['20260701', at('2026-07-01T00:00:00', 'day')],
    [20_260_701, at('2026-07-01T00:00:00', 'day')],
    ['2026-07-01T04:30:05Z', at('2026-07-01T12:30:05')],
    ['2026-07-01T04:30:05.250Z', at('2026-07-01T12:30:05')],
    ['2026-07-01T12:30:05+08:00', at('2026-07-01T12:30:05')],
    ['2026-06-30T20:00:00-08:00', at('2026-07-01T12:00:00')],
    [46_204, at('2026-07-01T00:00:00', 'day')],
    ['46204', at('2026-07-01T00:00:00', 'day')],
    [{ excelSerial: 46_204.5 }, at('2026-07-01T12:00:00')],
    [1_700_000_000, at('2023-11-15T06:13:20')],
    ['1700000000', at('2023-11-15T06:13:20')],
    [1_700_000_000_000, at('2023-11-15T06:13:20')],
    [1_782_835_200_000, at('2026-07-01T00:00:00', 'day')],
  ])('reads %j', (cell, expected) => {
    expect(readDate(cell)).toEqual(expected);
  });

  it.each([
    ['昨天 12:30', at('2026-07-02T12:30:00', 'minute')],
    ['今天 08:00', at('2026-07-03T08:00:00', 'minute')],
    ['前天', at('2026-07-01T00:00:00', 'day')],
    ['3天前', at('2026-06-30T00:00:00', 'day')],
    ['编辑于 3天前 上海', at('2026-06-30T00:00:00', 'day')],
    ['2小时前', at('2026-07-03T07:00:00', 'minute')],
    ['07-01', at('2026-07-01T00:00:00', 'day')],
    ['7月1日 12:30', at('2026-07-01T12:30:00', 'minute')],
    ['07-04', at('2025-07-04T00:00:00', 'day')],
    ['02-29', at('2024-02-29T00:00:00', 'day')],
  ])('reads %j from the time of capture, and not without it', (text, expected) => {
    expect(readDate(text, { capturedAt })).toEqual(expected);
    expect(readDate(text)).toEqual(refused('needs-capture-time'));
  });

  it.each([
    ['2026-02-29', 'impossible-date'],
    ['2026-13-01', 'impossible-date'],
    ['2026-04-31', 'impossible-date'],
    ['2026-07-01 24:00', 'impossible-date'],
    ['02-30', 'impossible-date'],
    ['20260732', 'impossible-date'],
    ['1926-07-01', 'date-out-of-range'],
    ['2026-07', 'date-incomplete'],
    ['2026-07-01~2026-07-07', 'date-range'],
    ['2026-07-01 至 2026-07-07', 'date-range'],
    ['7/1/2026', 'ambiguous-day-month'],
    ['1/7/26', 'ambiguous-day-month'],
    ['soon', 'not-a-date'],
    [12, 'not-a-date'],
    [true, 'not-a-date'],
  ])('refuses %j', (cell, code) => {
    expect(readDate(cell, { capturedAt })).toEqual(refused(code));
  });

  it('survives every string and every number', () => {
    const alphabet = fc.constantFrom(...'0123456789-/.:年月日时分秒天前昨 T');
    const cells = fc.oneof(
      fc.string(),
      fc.string({ unit: alphabet, maxLength: 22 }),
      fc.double(),
      fc.double().map((excelSerial) => ({ excelSerial })),
    );
    fc.assert(
      fc.property(cells, fc.option(fc.nat(4e12)), (cell, captured) => {
        expect(['value', 'unknown', 'refused']).toContain(readDate(cell, { capturedAt: captured }).kind);
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads every moment back from every way of writing it', () => {
    const forms: readonly ((iso: string, instant: number) => string | number | { excelSerial: number })[] = [
      (iso) => iso.replace('T', ' '),
      (iso) => iso.replaceAll('-', '/').replace('T', ' '),
      (iso) => iso.replace(/(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)/, '$1年$2月$3日$4时$5分$6秒'),
      (iso) => `${iso}+08:00`,
      (_, instant) => instant,
      (_, instant) => instant / 1_000,
      (_, instant) => ({ excelSerial: (instant + 8 * 3_600_000) / 86_400_000 + 25_569 }),
    ];
    const instants = fc.integer({ min: 1_100_000_000, max: 4_000_000_000 }).map((seconds) => seconds * 1_000);
    fc.assert(
      fc.property(instants, fc.constantFrom(...forms), (instant, write) => {
        const iso = new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19);
        const reading = readDate(write(iso, instant));
        expect(reading).toMatchObject({ kind: 'value', value: { at: instant, day: iso.slice(0, 10) } });
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads every year-less day as the latest one that is not in the future', () => {
    const days = fc.integer({ min: 0, max: 364 }).map((back) => capturedAt - back * 86_400_000);
    fc.assert(
      fc.property(days, (day) => {
        const iso = new Date(day + 8 * 3_600_000).toISOString().slice(0, 10);
        expect(readDate(iso.slice(5), { capturedAt })).toMatchObject({ kind: 'value', value: { day: iso } });
      }),
    );
  });
});
