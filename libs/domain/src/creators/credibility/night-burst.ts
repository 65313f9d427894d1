import { defaultTrafficClock, shanghaiOffsetMs } from '../../pools/traffic-clock';
import { sumOf } from '../../probability/means';
import { interactionsOf, type ObservedNote } from '../observed-note';
import type { Evidence } from './evidence';
import { judgeNotes, type NoteDeviation } from './notes-beyond';
import { credibilityEdges } from './thresholds';

type Note = Pick<
  ObservedNote,
  'id' | 'publishedAt' | 'likes' | 'collects' | 'comments' | 'shares' | 'interactionsByHour'
>;

const interactionsLeast = 20;
/** First hours of the two that are looked at together; Shanghai. */
const nightStarts = [0, 1, 2, 3, 4] as const;
/** Most of a note\u2019s interactions that the burst after publishing may hold, and how soon it is over [P]. */
const burst = { most: 0.6, fadesInHours: 5 };
/** Notes differ in their hours by more than chance: variance of a share p is p(1 - p) times this on top of 1/n [P]. */
const overdispersion = 0.012;

const evenClock: readonly number[] = Array.from({ length: 24 }, () => 1 / 24);

/**
 * Deliveries of bought likes come within an hour or two, mostly at night. Unit: share of a note's interactions in the two
 * night hours, 0 to 1; high is unusual.
 *
 * What is allowed follows the readers' clock and the hour of publishing, since a note is seen most right after; whoever
 * has readers abroad is measured against a clock without night as well. The two hours are those that stand out most.
 * Source: interactions concentrated in one or two hours at night (domain notes 3.5 [D]).
 */
export function nightBurst(notes: readonly Note[], clock: readonly number[] = defaultTrafficClock): Evidence {
  const { deviations: edge } = credibilityEdges.nightBurst;
  const readings = notes.flatMap((note) => readingOf(note, clock, edge) ?? []);
  return judgeNotes('night-burst', readings, edge, {
    low: 0,
    high: Math.max(0, ...readings.map((reading) => reading.edge)),
  });
}

function readingOf(note: Note, clock: readonly number[], edge: number): NoteDeviation | null {
  const interactions = interactionsOf(note);
  if (interactions < interactionsLeast) return null;
  const first = new Date(note.publishedAt.getTime() + shanghaiOffsetMs).getUTCHours();
  const byClock = allowedShares(clock, first);
  const byAnyClock = allowedShares(evenClock, first);
  const windows = nightStarts.map((start): NoteDeviation => {
    const observed = twoHours(note.interactionsByHour, start) / interactions;
    const allowed = Math.max(byClock(start), byAnyClock(start));
    const deviation = Math.sqrt(allowed * (1 - allowed) * (1 / interactions + overdispersion));
    return {
      note,
      observed,
      edge: Math.min(1, allowed + edge * deviation),
      deviations: (observed - allowed) / deviation,
    };
  });
  return windows.reduce((most, window) => (window.deviations > most.deviations ? window : most));
}

const twoHours = (byHour: readonly number[], start: number): number =>
  (byHour[start] ?? 0) + (byHour[start + 1] ?? 0);

/** Shares of two hours, by the first of them, when readers follow this clock and the note was published at hour `first`. */
function allowedShares(clock: readonly number[], first: number): (start: number) => number {
  const early = clock.map(
    (share, hour) => share * Math.exp(-((hour - first + 24) % 24) / burst.fadesInHours),
  );
  const all = sumOf(early);
  return (start) => {
    const usual = twoHours(clock, start);
    return Math.max(usual, (1 - burst.most) * usual + (burst.most * twoHours(early, start)) / all);
  };
}
