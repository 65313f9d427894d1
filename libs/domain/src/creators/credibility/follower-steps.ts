import { shanghaiOffsetMs } from '../../pools/traffic-clock';
import type { FollowersOnDay, ObservedNote } from '../observed-note';
import { type Evidence, type EvidencePoint, tooLittle } from './evidence';
import { normOf } from './norm';
import { credibilityEdges } from './thresholds';

type Note = Pick<ObservedNote, 'publishedAt' | 'readsNatural'>;

const daysLeast = 30;
/** Followers that one read may bring before it stops explaining a step: twice the best category's 1.5 % [C]. */
const followsPerRead = 0.03;
/** Days, the day of publishing first, on which a note may bring followers, and the most of them that each may hold [P]. */
const noteDays = [0.6, 0.5, 0.35, 0.25, 0.15, 0.1];
/** A step that people made fades: the day after still has more than this share of it [P]. */
const fadesTo = 0.3;

/**
 * Followers who are bought come in a step that nothing explains. Unit: people gained on the day with the largest
 * unexplained gain.
 *
 * A day stands out when its gain is far from the usual day (robust, so that steps do not hide one another), is a sizeable
 * share of the followers, and is more than the notes of the days before can have brought. Before the first known note
 * nothing is known that could explain a step, so that there only a step without an echo on the days after stands out.
 * `days` rise; days may be missing.
 * Source: step jumps (domain notes 3.5 [D]).
 */
export function followerSteps(days: readonly FollowersOnDay[], notes: readonly Note[]): Evidence {
  const gains = dailyGains(days);
  const norm = normOf(gains.map(({ gain }) => gain));
  if (!norm || gains.length < daysLeast) return tooLittle('follower-steps');
  // Small counts vary by their root at least, however even the days look.
  const spread = Math.max(norm.spread, Math.sqrt(Math.abs(norm.median) + 1));
  const edges = credibilityEdges.followerSteps;
  const brought = explainedByDay(notes);
  const firstKnown =
    notes.length === 0 ? null : dayIn(Math.min(...notes.map((note) => note.publishedAt.getTime())));
  const series = gains.map(({ day, before, gain }, at): EvidencePoint => {
    const usual = norm.median + edges.deviations * spread;
    const edge = Math.max(usual, edges.share * before, edges.people) + (brought.get(day) ?? 0);
    const echo = gains[at + 1]?.gain ?? 0;
    const explained = (firstKnown === null || day < firstKnown) && echo - norm.median > fadesTo * gain;
    return { at: day, observed: gain, edge, unusual: gain > edge && !explained };
  });
  const unusual = series.filter((point) => point.unusual);
  const largest = (unusual.length > 0 ? unusual : series).reduce((most, point) =>
    point.observed > most.observed ? point : most,
  );
  return {
    test: 'follower-steps',
    verdict: unusual.length > 0 ? 'unusual' : 'usual',
    observed: largest.observed,
    expected: { low: norm.median - edges.deviations * spread, high: largest.edge ?? 0 },
    at: unusual.map(({ at }) => at),
    series,
  };
}

const dayMs = 86_400_000;
const dayIn = (at: number): string => new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);

/** Gains from one day to the next; a gap in the days has none, since nobody knows on which of them a step fell. */
function dailyGains(days: readonly FollowersOnDay[]): { day: string; before: number; gain: number }[] {
  const instants = days.map(({ day }) => Date.parse(day));
  return days.slice(1).flatMap(({ day, followers }, at) => {
    const before = days[at] as FollowersOnDay;
    if ((instants[at + 1] ?? 0) - (instants[at] ?? 0) !== dayMs) return [];
    return [{ day, before: before.followers, gain: followers - before.followers }];
  });
}

/** The most followers that notes may have brought, by day. */
function explainedByDay(notes: readonly Note[]): Map<string, number> {
  const byDay = new Map<string, number>();
  for (const { publishedAt, readsNatural } of notes)
    noteDays.forEach((share, later) => {
      const day = dayIn(publishedAt.getTime() + later * dayMs);
      byDay.set(day, (byDay.get(day) ?? 0) + share * followsPerRead * readsNatural);
    });
  return byDay;
}
