import type { Texts } from '../../i18n/texts';
import { type ChartSeries, summarise } from './chart-data';
import type { Format } from './format';

/** How points and figures of one chart are written. */
export interface ChartWords {
  name: (point: string) => string;
  value: (value: number) => string;
}

/** "22 Nov 14:00" for an hour, "22 Nov" for a day; both in Shanghai. */
export function pointName(point: string, grain: 'hour' | 'day', format: Format): string {
  return grain === 'hour' ? format.dateTime(point) : format.day(point);
}

/** One look at the curve in words: from when to when, its peak, and which way it goes. */
export function chartSentence(
  peaks: readonly (number | null)[],
  points: readonly string[],
  words: ChartWords & { unit: string },
  texts: Texts,
  format: Format,
): string {
  const { peak, low, trend } = summarise(peaks);
  const first = points[0];
  const last = points.at(-1);
  if (!peak || !low || first === undefined || last === undefined) return texts.say('charts.empty');
  const span = texts.say('charts.span', {
    unit: words.unit,
    from: words.name(first),
    to: words.name(last),
    max: words.value(peak.value),
    maxAt: words.name(points[peak.index] ?? first),
    min: words.value(low.value),
  });
  const end = texts.chinese() ? '' : ' ';
  return trend === null ? span : span + end + trendSentence(trend, texts, format);
}

function trendSentence(trend: number, texts: Texts, format: Format): string {
  if (Math.abs(trend) < 0.05) return texts.say('charts.steady');
  const share = format.percent(Math.abs(trend), 0);
  return trend > 0 ? texts.say('charts.rising', { share }) : texts.say('charts.falling', { share });
}

/** What the cursor reads out: the time, each series, and their sum where they are stacked. */
export function pointSentence(
  index: number,
  drawn: { points: readonly string[]; series: readonly ChartSeries[] },
  stacked: boolean,
  words: ChartWords,
  texts: Texts,
): string {
  const figures = drawn.series.map((one) => {
    const value = one.values[index] ?? null;
    return `${one.name} ${value === null ? texts.say('common.unknown') : words.value(value)}`;
  });
  const sum = drawn.series.reduce((total, one) => total + (one.values[index] ?? 0), 0);
  if (stacked && drawn.series.length > 1) figures.push(`${texts.say('charts.total')} ${words.value(sum)}`);
  const mark = texts.chinese() ? '：' : ': ';
  return words.name(drawn.points[index] ?? '') + mark + figures.join(texts.chinese() ? '，' : ', ');
}
