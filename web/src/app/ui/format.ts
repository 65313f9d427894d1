import { computed, inject, Service } from '@angular/core';
import {
  type MetricId,
  metrics,
  type ReaderFormats,
  type ReaderLanguage,
  readerFormats,
  timeZone,
  unknownFigure,
} from '@poolrise/domain';
import { Texts } from '../../i18n/texts';

/** Unknown is not zero. */
export const unknown = unknownFigure;

type Instant = string | Date;

/**
 * Numbers, money and times as the readers of each language write them.
 *
 * Reads the language signal, so a template that calls it follows a switch of language.
 */
@Service()
export class Format {
  private readonly texts = inject(Texts);
  private readonly intl = computed(() => formatters(this.texts.language()));
  private readonly walls = new Map<string, ReaderFormats>();

  /** 12,408 */
  number(value: number | null): string {
    return this.intl().number(value);
  }

  /** 1.24万, 128.4万, 12.4K: for tiles and narrow columns; the exact figure belongs in a tooltip or a table. */
  compact(value: number | null): string {
    return this.intl().compact(value);
  }

  /** Integer cents as yuan: ¥1,234.50 */
  money(cents: number | null): string {
    return this.intl().money(cents);
  }

  /** As `money` without the decimals when they are zero: ¥300, for prices and presets. */
  roundMoney(cents: number | null): string {
    return this.intl().roundMoney(cents);
  }

  /** What is expected, in whole yuan: cents would claim more than an estimate knows. */
  expectedMoney(cents: number): string {
    return this.roundMoney(Math.round(cents / 100) * 100);
  }

  /** A ratio as 12.4% */
  percent(ratio: number | null, digits = 1): string {
    return this.intl().percent(ratio, digits);
  }

  /** ×1.28 */
  lift(value: number | null): string {
    return value === null ? unknown : `×${this.decimal(value, 2)}`;
  }

  decimal(value: number | null, digits = 1): string {
    return this.intl().decimal(value, digits);
  }

  /** A figure in the unit that its metric is defined in. */
  metric(id: MetricId, value: number | null): string {
    if (value === null) return unknown;
    switch (metrics[id].unit) {
      case 'ratio':
        // A rate that is not nothing does not read as nothing.
        return this.percent(value, value !== 0 && Math.abs(value) < 0.000_5 ? 2 : 1);
      case 'probability':
        return this.percent(value, 0);
      case 'cents':
        return this.money(value);
      case 'multiple':
        return this.lift(value);
      case 'perMille':
        return `${this.decimal(value)}‰`;
      case 'index':
        return this.decimal(value, 3);
      case 'hours':
        return this.texts.say('common.inHours', { n: this.decimal(value, Number.isInteger(value) ? 0 : 1) });
      case 'minutes':
        return this.texts.say('common.inMinutes', { n: this.number(value) });
      case 'seconds':
        return value < 3_600
          ? this.texts.say('common.inSeconds', { n: this.decimal(value) })
          : this.texts.say('common.inHours', { n: this.decimal(value / 3_600, value < 360_000 ? 1 : 0) });
      default:
        return this.number(value);
    }
  }

  /** 22 Nov 14:02, 11月22日 14:02; the year only when it is another one. */
  dateTime(at: Instant | null): string {
    if (at === null) return unknown;
    return `${this.day(at)} ${this.time(at)}`;
  }

  /** As `dateTime` by the clock on the wall of another zone; whoever shows it names the zone beside it. */
  wall(at: Instant, zone: string, now = new Date()): string {
    const language = this.texts.language();
    const key = `${language} ${zone}`;
    const formats = this.walls.get(key) ?? readerFormats(language, zone);
    this.walls.set(key, formats);
    const date = new Date(at);
    const day = formats.year(date) === formats.year(now) ? formats.day(date) : formats.dayOfYear(date);
    return `${day} ${formats.time(date)}`;
  }

  /** 22 Nov, 11月22日 */
  day(at: Instant | null, now = new Date()): string {
    if (at === null) return unknown;
    const date = new Date(at);
    const { year, day, dayOfYear } = this.intl();
    return year(date) === year(now) ? day(date) : dayOfYear(date);
  }

  /** The same of a day of Shanghai, `YYYY-MM-DD`: by its noon, which no zone of a browser moves to another day. */
  wholeDay(day: string): string {
    return this.day(`${day}T12:00:00+08:00`);
  }

  /** 14:02 */
  time(at: Instant | null): string {
    return at === null ? unknown : this.intl().time(new Date(at));
  }

  /** 14:02:11 */
  clock(at: Instant | null): string {
    return at === null ? unknown : this.intl().clock.format(new Date(at));
  }

  /** 3 hours ago, 3 小时前; also looks ahead. */
  ago(at: Instant | null, now = new Date()): string {
    if (at === null) return unknown;
    const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
    if (Math.abs(seconds) < 45) return this.texts.say('common.justNow');
    const relative = this.intl().relative;
    if (Math.abs(seconds) < 50 * 60) return spaced(relative.format(Math.round(seconds / 60), 'minute'));
    if (Math.abs(seconds) < 22 * 3600) return spaced(relative.format(Math.round(seconds / 3600), 'hour'));
    return spaced(relative.format(Math.round(seconds / 86_400), 'day'));
  }
}

/** Our Chinese texts set a blank between a figure and its word, which Intl does not. */
const spaced = (text: string) => text.replace(/(\d)(?=\p{Script=Han})/u, '$1 ');

function formatters(language: ReaderLanguage) {
  return {
    ...readerFormats(language),
    clock: new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
    relative: new Intl.RelativeTimeFormat(language, { numeric: 'always' }),
  };
}
