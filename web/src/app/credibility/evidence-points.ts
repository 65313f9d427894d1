import type { CredibilityEvidence, CredibilityView } from '@poolrise/contracts';
import { type CredibilityTest, defaultTrafficClock } from '@poolrise/domain';
import type { Texts } from '../../i18n/texts';
import type { Format } from '../ui/format';
import type { PlotPoint } from './plot-scale';

type Note = CredibilityView['notes'][number];

/** A plot of one check, ready to be drawn. */
export interface EvidenceFigure {
  heading: string;
  hint: string;
  bars: boolean;
  edgeName: string;
  points: readonly PlotPoint[];
  write: (value: number) => string;
}

/** Midnight in Shanghai at which a day begins. */
export const instantOf = (day: string): string => `${day}T00:00:00+08:00`;

/** How the figures of a check are written. */
export function writerOf(test: CredibilityTest, format: Format): (value: number) => string {
  switch (test) {
    case 'engaged-followers':
    case 'comment-share':
      return (value) => format.percent(value, value > 0 && value < 0.1 ? 1 : 0);
    case 'night-burst':
      return (value) => format.percent(value, 0);
    case 'like-collect-ratio':
      return (value) => format.decimal(value, value > 0 && value < 20 ? 1 : 0);
    case 'impossible-reads':
      return (value) => format.decimal(value, 2);
    default:
      return (value) => format.number(Math.round(value));
  }
}

/** What a check looked at, as points; null where there is nothing to draw. */
export function figureOf(
  evidence: CredibilityEvidence,
  view: CredibilityView,
  texts: Texts,
  format: Format,
): EvidenceFigure | null {
  const { test, series } = evidence;
  if (series.length === 0 || test === 'engaged-followers') return null;
  const figure = {
    heading: texts.say(`credibility.plot.${test}`),
    hint: '',
    bars: false,
    edgeName: texts.say('credibility.plot.edge'),
    write: writerOf(test, format),
  };
  if (test === 'follower-steps')
    return { ...figure, points: series.map((point) => ({ ...point, ...dayWords(point.at, format) })) };
  if (test === 'comment-pods')
    return {
      ...figure,
      bars: true,
      points: series.map((point) => ({ ...point, ...accountWords(point.at, texts) })),
    };
  if (test === 'night-burst') return { ...figure, ...hoursFigure(evidence, view.notes, texts) };
  const notes = new Map(view.notes.map((note) => [note.id, note]));
  return {
    ...figure,
    points: series.map((point) => ({ ...point, ...noteWords(notes.get(point.at), texts, format) })),
  };
}

function dayWords(day: string, format: Format) {
  const name = format.day(instantOf(day));
  return { name, tick: name };
}

const accountWords = (place: string, texts: Texts) => ({
  name: texts.say('credibility.plot.account', { n: place }),
  tick: '',
});

function noteWords(note: Note | undefined, texts: Texts, format: Format) {
  const day = format.day(note?.publishedAt ?? null);
  return { name: texts.say('credibility.note', { title: note?.title ?? '', day }), tick: day };
}

/** Hours of the day over the notes that stand out, or over all where none does, against the clock of the readers. */
function hoursFigure(evidence: CredibilityEvidence, notes: readonly Note[], texts: Texts) {
  const unusual = new Set(evidence.at);
  const counted = unusual.size > 0 ? notes.filter(({ id }) => unusual.has(id)) : notes;
  const start = busiestNightHour(counted);
  return {
    bars: true,
    hint: texts.say(unusual.size > 0 ? 'credibility.plot.flagged' : 'credibility.plot.everyNote'),
    edgeName: texts.say('credibility.plot.clock'),
    points: hourShares(counted).map((observed, hour): PlotPoint => {
      const edge = defaultTrafficClock[hour] ?? null;
      const name = texts.say('credibility.plot.hour', { n: hour });
      const stands = unusual.size > 0 && (hour === start || hour === start + 1);
      return { name, tick: String(hour), observed, edge, unusual: stands };
    }),
  };
}

function hourShares(notes: readonly Note[]): number[] {
  const hours = Array.from({ length: 24 }, (_, hour) =>
    notes.reduce((sum, note) => sum + (note.interactionsByHour[hour] ?? 0), 0),
  );
  const all = hours.reduce((sum, count) => sum + count, 0);
  return hours.map((count) => (all > 0 ? count / all : 0));
}

/** The first of the two night hours with the most interactions of these notes. */
export function busiestNightHour(notes: readonly Note[]): number {
  const shares = hourShares(notes);
  const two = (start: number) => (shares[start] ?? 0) + (shares[start + 1] ?? 0);
  return [0, 1, 2, 3, 4].reduce((most, start) => (two(start) > two(most) ? start : most));
}
