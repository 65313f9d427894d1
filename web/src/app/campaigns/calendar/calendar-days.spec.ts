import { type CampaignCalendar, calendarDaysMost } from '@poolrise/contracts';
import {
  agendaOf,
  daysBetween,
  entriesByDay,
  shiftMonth,
  spanOf,
  standingOf,
  weeksOf,
} from './calendar-days';

const festival: CampaignCalendar['festivals'][number] = {
  id: 'double-11',
  name: { zh: '双 11', en: 'Double 11' },
  day: '2026-11-11',
  leadDaysMost: 60,
  leadDaysLeast: 30,
  mark: 'C',
  source: { zh: '代理商', en: 'agencies' },
};

describe('the days of a calendar', () => {
  it('are whole weeks from Monday on, over the ends of months and years', () => {
    const weeks = weeksOf('2026-11');
    expect([weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual(['2026-10-26', '2026-12-06']);
    expect(weeksOf('2027-02')[0]?.[0]).toBe('2027-02-01');
    expect([shiftMonth('2026-12', 1), shiftMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });

  it('reach as far as the api gives at once', () => {
    const { from, to } = spanOf('2026-11');
    expect(daysBetween(from, to) + 1).toBe(calendarDaysMost);
  });

  it('hold a flight on each day that it touches in Shanghai, and not on the day after', () => {
    const calendar: CampaignCalendar = {
      asOf: '2026-11-01T00:00:00Z',
      flights: [
        {
          campaignId: '0b9d0f6a-6f4a-4a57-9d0b-2a6c3f1e7b01',
          campaignName: '春茶',
          state: 'live',
          name: '预热',
          from: '2026-11-09T16:00:00Z',
          to: '2026-11-11T16:00:00Z',
          budgetCents: 100,
        },
      ],
      dues: [],
      festivals: [festival],
      more: false,
    };
    const entries = entriesByDay(calendar, ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12']);
    expect([...entries].map(([day, list]) => [day, list.map(({ kind }) => kind)])).toEqual([
      ['2026-11-09', []],
      ['2026-11-10', ['flight']],
      ['2026-11-11', ['festival', 'flight']],
      ['2026-11-12', []],
    ]);
    // In a list of days it stands where it begins and where it ends.
    const shown = (today: string) =>
      [...entries].map(
        ([day, list]) => agendaOf(list, day, today).filter(({ kind }) => kind === 'flight').length,
      );
    expect(shown('2026-11-30')).toEqual([0, 1, 1, 0]);
  });

  it('say when it is time to begin for a festival', () => {
    expect(standingOf(festival, '2026-09-11')).toMatchObject({ state: 'early', days: 1, from: '2026-09-12' });
    expect(standingOf(festival, '2026-09-12').state).toBe('good');
    expect(standingOf(festival, '2026-10-12')).toMatchObject({ state: 'good', to: '2026-10-12' });
    expect(standingOf(festival, '2026-10-13')).toMatchObject({ state: 'late', days: 29 });
  });
});
