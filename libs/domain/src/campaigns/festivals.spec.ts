import { festivalsBetween, lunarYears } from './festivals';

/**
 * Two new moons stand within eight minutes of midnight in Beijing: at 23:56 and at 00:07. The ephemeris that is in force puts
 * them on the right side, the approximation of ICU on the other one.
 */
const nearMidnight: Readonly<Record<string, string>> = { '2027-02-06': '12/30', '2030-02-03': '1/2' };

describe('the festivals', () => {
  it('are those of the span, in their order, both ends included', () => {
    expect(festivalsBetween('2026-11-11', '2027-03-08').map(({ id, day }) => [id, day])).toEqual([
      ['double-11', '2026-11-11'],
      ['double-12', '2026-12-12'],
      ['christmas', '2026-12-25'],
      ['spring', '2027-02-06'],
      ['valentine', '2027-02-14'],
      ['women', '2027-03-08'],
    ]);
    expect(festivalsBetween('2026-11-12', '2026-12-11')).toEqual([]);
  });

  it('by the moon stand where the Chinese calendar has them', () => {
    const moon = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'Asia/Shanghai',
    });
    const expected = { spring: '1/1', qixi: '7/7', 'mid-autumn': '8/15' };
    const found = festivalsBetween(`${lunarYears.from}-01-01`, `${lunarYears.to}-12-31`);
    for (const [id, date] of Object.entries(expected)) {
      const days = found.filter((festival) => festival.id === id);
      expect(days).toHaveLength(lunarYears.to - lunarYears.from + 1);
      for (const { day } of days)
        expect([day, moon.format(new Date(`${day}T12:00:00+08:00`))]).toEqual([
          day,
          nearMidnight[day] ?? date,
        ]);
    }
  });
});
