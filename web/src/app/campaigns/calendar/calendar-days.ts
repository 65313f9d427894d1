import type { CampaignCalendar } from '@poolrise/contracts';

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;
const weekDays = 7;
/** A calendar of a month and of what lies ahead of it: within what the api gives at once. */
const daysAsked = 200;

/** The day by the clock of Shanghai, `YYYY-MM-DD`. */
export const dayOf = (instant: number): string => new Date(instant + shanghaiMs).toISOString().slice(0, 10);
export const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** A month as `YYYY-MM`, so many months on. */
export function shiftMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Weeks of a month, Monday first, with the days of its neighbours that fill them. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const monday = shift(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % weekDays));
  const weeks: string[][] = [];
  for (let start = monday; start.slice(0, 7) <= month; start = shift(start, weekDays))
    weeks.push(Array.from({ length: weekDays }, (_, day) => shift(start, day)));
  return weeks;
}

/** The days to ask for: the whole grid, and as far ahead as can be asked for. */
export function spanOf(month: string): { from: string; to: string } {
  const from = weeksOf(month)[0]?.[0] ?? `${month}-01`;
  return { from, to: shift(from, daysAsked - 1) };
}

export type Entry =
  | { kind: 'flight'; flight: CampaignCalendar['flights'][number]; begins: boolean; ends: boolean }
  | { kind: 'due'; due: CampaignCalendar['dues'][number] }
  | { kind: 'festival'; festival: CampaignCalendar['festivals'][number] };

/** What stands on each day: the festival first, then deadlines, then the flights that run. */
export function entriesByDay(calendar: CampaignCalendar, days: readonly string[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>(days.map((day) => [day, []]));
  for (const festival of calendar.festivals) entries.get(festival.day)?.push({ kind: 'festival', festival });
  for (const due of calendar.dues) entries.get(dayOf(Date.parse(due.at)))?.push({ kind: 'due', due });
  for (const flight of calendar.flights) {
    const first = dayOf(Date.parse(flight.from));
    const last = dayOf(Date.parse(flight.to) - 1);
    for (const day of days)
      if (day >= first && day <= last)
        entries.get(day)?.push({ kind: 'flight', flight, begins: day === first, ends: day === last });
  }
  return entries;
}

/** Of a day what is worth a line in a list of days: a flight where it begins and ends, and what runs today. */
export const agendaOf = (entries: readonly Entry[], day: string, today: string): Entry[] =>
  entries.filter((entry) => entry.kind !== 'flight' || entry.begins || entry.ends || day === today);

export interface FestivalStanding {
  state: 'early' | 'good' | 'late';
  /** until it is time to begin, or until the festival */
  days: number;
  from: string;
  to: string;
}

/** Whether today is the time to begin for a festival. */
export function standingOf(
  { day, leadDaysMost, leadDaysLeast }: CampaignCalendar['festivals'][number],
  today: string,
): FestivalStanding {
  const from = shift(day, -leadDaysMost);
  const to = shift(day, -leadDaysLeast);
  const state = today < from ? 'early' : today <= to ? 'good' : 'late';
  return { state, from, to, days: state === 'early' ? daysBetween(today, from) : daysBetween(today, day) };
}
