/** Where all times are told, whatever the clock of the reader's machine says. */
export const timeZone = 'Asia/Shanghai';
/** Unknown is not zero. */
export const unknownFigure = '–';

export type ReaderLanguage = 'zh-CN' | 'en';

/** Numbers, money and days as the readers of a language write them, on screens and on paper alike. */
export interface ReaderFormats {
  /** 12,408 */
  number(value: number | null): string;
  /** 1.24万, 128.4万, 12.4K: for tiles and narrow columns; the exact figure belongs beside it or in a table */
  compact(value: number | null): string;
  /** integer cents as yuan: ¥1,234.50 */
  money(cents: number | null): string;
  /** as `money` without the decimals when they are zero: ¥300 */
  roundMoney(cents: number | null): string;
  /** a ratio as 12.4% */
  percent(ratio: number | null, digits?: number): string;
  decimal(value: number | null, digits?: number): string;
  /** 22 Nov, 11月22日 */
  day(at: Date): string;
  /** 22 Nov 2026, 2026年11月22日 */
  dayOfYear(at: Date): string;
  /** the year alone, to tell whether a day needs one */
  year(at: Date): string;
  /** 14:02 */
  time(at: Date): string;
}

/**
 * The formats of one language, with days and times by the clock of a zone. Costly to make and cheap to use: keep them.
 *
 * Source: CLDR by way of Intl; which notation stands where is ours.
 */
export function readerFormats(language: ReaderLanguage, zone = timeZone): ReaderFormats {
  // In English a short month reads best after the day; Chinese has its own order.
  const dates = language === 'en' ? 'en-GB' : language;
  const yuan = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' } as const;
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 });
  const long = new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumSignificantDigits: language === 'en' ? 3 : 4,
  });
  const money = new Intl.NumberFormat(language, yuan);
  const wholeMoney = new Intl.NumberFormat(language, { ...yuan, maximumFractionDigits: 0 });
  const dateOf = (parts: Intl.DateTimeFormatOptions, as = dates) =>
    new Intl.DateTimeFormat(as, { timeZone: zone, ...parts });
  const year = dateOf({ year: 'numeric' });
  const day = dateOf({ day: 'numeric', month: 'short' });
  const dayOfYear = dateOf({ day: 'numeric', month: 'short', year: 'numeric' });
  const time = dateOf({ hour: '2-digit', minute: '2-digit' }, 'en-GB');

  const decimal = (value: number, digits: number) =>
    value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const inCompact = (value: number) => {
    const size = Math.abs(value);
    if (size < 10_000) return count.format(value);
    return size < 1_000_000 ? short.format(value) : long.format(value);
  };
  const known = (value: number | null, text: (value: number) => string) =>
    value === null ? unknownFigure : text(value);
  return {
    number: (value) => known(value, (each) => count.format(each)),
    compact: (value) => known(value, inCompact),
    money: (cents) => known(cents, (each) => money.format(each / 100)),
    roundMoney: (cents) => known(cents, (each) => (each % 100 === 0 ? wholeMoney : money).format(each / 100)),
    percent: (ratio, digits = 1) => known(ratio, (each) => `${decimal(each * 100, digits)}%`),
    decimal: (value, digits = 1) => known(value, (each) => decimal(each, digits)),
    day: (at) => day.format(at),
    dayOfYear: (at) => dayOfYear.format(at),
    year: (at) => year.format(at),
    time: (at) => time.format(at),
  };
}
