import type { Mark } from '../metrics/mark';
import type { Bilingual } from '../notes/note';

/** A day that campaigns are planned around. */
export interface Festival {
  id: string;
  name: Bilingual;
  /** the day itself, `YYYY-MM-DD` in Shanghai */
  day: string;
  /** when to begin at the earliest and at the latest: days before */
  leadDaysMost: number;
  leadDaysLeast: number;
  mark: Mark;
  source: Bilingual;
}

type Kind = Omit<Festival, 'day' | 'leadDaysMost' | 'leadDaysLeast' | 'mark' | 'source'>;
const kind = (id: string, zh: string, en: string): Kind => ({ id, name: { zh, en } });

/** One to two months: creators are booked, drafts reviewed and notes ripen before the day. */
const lead = {
  leadDaysMost: 60,
  leadDaysLeast: 30,
  mark: 'C',
  source: {
    zh: '代理商的排期经验：提前一到两个月启动，留出选人、审稿和笔记发酵的时间',
    en: 'how agencies plan: one to two months ahead, for booking, reviews and notes to ripen',
  },
} as const;

/** The same day of every year by the sun. */
const fixed: readonly (readonly [monthDay: string, Kind])[] = [
  ['02-14', kind('valentine', '情人节', 'Valentine’s Day')],
  ['03-08', kind('women', '3.8 节', '3.8 Women’s Day')],
  ['05-20', kind('520', '520', '520')],
  ['06-18', kind('618', '618', '618')],
  ['10-01', kind('national', '国庆节', 'National Day')],
  ['11-11', kind('double-11', '双 11', 'Double 11')],
  ['12-12', kind('double-12', '双 12', 'Double 12')],
  ['12-25', kind('christmas', '圣诞节', 'Christmas')],
];

/**
 * Days by the moon: the first of the first month, the seventh of the seventh, the fifteenth of the eighth. A spec holds them
 * against the Chinese calendar of ICU.
 */
const spring = kind('spring', '春节', 'Spring Festival');
const qixi = kind('qixi', '七夕', 'Qixi');
const midAutumn = kind('mid-autumn', '中秋节', 'Mid-Autumn Festival');
const lunar: readonly (readonly [day: string, Kind])[] = [
  ['2026-02-17', spring],
  ['2026-08-19', qixi],
  ['2026-09-25', midAutumn],
  ['2027-02-06', spring],
  ['2027-08-08', qixi],
  ['2027-09-15', midAutumn],
  ['2028-01-26', spring],
  ['2028-08-26', qixi],
  ['2028-10-03', midAutumn],
  ['2029-02-13', spring],
  ['2029-08-16', qixi],
  ['2029-09-22', midAutumn],
  ['2030-02-03', spring],
  ['2030-08-05', qixi],
  ['2030-09-12', midAutumn],
];

/** The years that days by the moon are written down for. */
export const lunarYears = { from: 2026, to: 2030 } as const;

/** Festivals from one day to another, both included, in their order. `YYYY-MM-DD`. */
export function festivalsBetween(from: string, to: string): Festival[] {
  const found: Festival[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const [monthDay, festival] of fixed)
      found.push({ ...festival, ...lead, day: `${year}-${monthDay}` });
  for (const [day, festival] of lunar) found.push({ ...festival, ...lead, day });
  return found
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}
