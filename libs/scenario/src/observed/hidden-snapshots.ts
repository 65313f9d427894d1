import {
  dayInShanghai,
  expectedRates,
  platformStated,
  rails,
  type SnapshotNote,
  trafficAge,
} from '@poolrise/domain';
import { response } from '../parameters';
import { RandomStream } from '../random';
import { oddsOf } from '../respond';
import { simulateWorld, type World } from '../world/world';
import { type NoteCounters, type NoteHistory, noteHistories } from './note-history';
import { type FileKind, fileKinds, observedNote } from './world-files';

type Seen = NoteCounters & { at: number };

/** A note whose last snapshots are hidden, with what they would have said. */
export interface HiddenCase {
  note: SnapshotNote;
  kind: FileKind;
  /** The age of the hidden snapshot in days of traffic, and what stood in it. */
  horizonDays: number;
  natural: number;
  interactions: number;
  /** Value that a thousand natural impressions of it truly bring on average where it was shown, which no file says. */
  trueValue: number;
  /** The level it stood in at its last visible snapshot. */
  level: number;
  /** Natural impressions at the last visible snapshot, and a week after it; null where the world had ended. */
  naturalNow: number;
  naturalAWeekOn: number | null;
}

export interface HiddenWorld {
  /** Notes that are seen to the end: the peers. */
  peers: SnapshotNote[];
  cases: HiddenCase[];
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * A world of the scenario seen through files: every note at some odd hours, by a file of one kind, more often while it is
 * young. Half of the notes are peers; of the others the last snapshots are hidden.
 */
export function hiddenWorld(seed: string, now: number): HiddenWorld {
  const world = simulateWorld({ seed, now, policy: platformStated });
  const random = new RandomStream(seed, 'observed');
  const levelAt = levels(world);
  const trueValue = trueValues(world);
  const peers: SnapshotNote[] = [];
  const cases: HiddenCase[] = [];
  noteHistories(world).forEach((history, index) => {
    const note = world.notes[index];
    if (!note || history.at(world.endsAt).natural.impressions === 0) return;
    const seen = oddHours(random, note.publishedAt, world.endsAt).map((at) => ({ at, ...history.at(at) }));
    if (seen.length < 3) return;
    const kind = random.pick(fileKinds);
    if (random.chance(0.5)) {
      peers.push(observedNote(random, note, seen, kind));
      return;
    }
    const visible = seen.slice(0, random.between(1, seen.length - 1));
    const shown = observedNote(random, note, visible, kind);
    const [present, then] = [visible.at(-1) as Seen, seen.at(-1) as Seen];
    cases.push({
      note: shown,
      kind,
      trueValue: trueValue(index, present.at),
      horizonDays: trafficAge(note, then.at, platformStated),
      natural: then.natural.impressions,
      interactions: lcc(then),
      level: levelAt(index, present.at),
      naturalNow: present.natural.impressions,
      naturalAWeekOn: aWeekOn(history, present.at, world.endsAt),
    });
  });
  return { peers, cases };
}

const lcc = ({ natural, paid }: NoteCounters): number =>
  natural.likes + paid.likes + natural.collects + paid.collects + natural.comments + paid.comments;

const aWeekOn = (history: NoteHistory, at: number, endsAt: number): number | null =>
  at + 7 * dayMs <= endsAt ? history.at(at + 7 * dayMs).natural.impressions : null;

/** The highest level that a note had entered by an instant. */
function levels({ runs }: World): (note: number, at: number) => number {
  const ofNote = new Map<number, { level: number; enteredAt: number }[]>();
  for (const { note, level, enteredAt } of runs)
    ofNote.set(note, [...(ofNote.get(note) ?? []), { level, enteredAt }]);
  return (note, at) =>
    Math.max(0, ...(ofNote.get(note) ?? []).filter((run) => run.enteredAt <= at).map(({ level }) => level));
}

/** By note and instant, what a thousand of its natural impressions are worth by the odds of its true qualities. */
function trueValues({ notes, hours }: World): (note: number, until: number) => number {
  const rows = notes.map((): number[] => []);
  hours.note.forEach((note, row) => rows[note]?.push(row));
  return (index, until) => {
    let [value, impressions] = [0, 0];
    for (const row of rows[index] ?? []) {
      const rail = rails[hours.rail[row] ?? 0];
      const note = notes[index];
      if (!note || !rail || rail === 'paid' || (hours.hour[row] ?? 0) >= until) continue;
      const shown = hours.counts.impressions[row] ?? 0;
      const odds = oddsOf(
        note.category,
        note.quality,
        rail,
        response.fitOfLevel.value[hours.level[row] ?? 0] ?? 1,
      );
      value += shown * expectedRates(odds, platformStated.weights).value;
      impressions += shown;
    }
    return impressions > 0 ? (1_000 * value) / impressions : NaN;
  };
}

/** Hours at which somebody drew a file, by age from a few hours on, one a day at the most; and the last one of the world. */
export function oddHours(random: RandomStream, publishedAt: number, endsAt: number): number[] {
  const life = endsAt - publishedAt;
  const drawn = new Map([[dayInShanghai(new Date(endsAt)), endsAt]]);
  const [youngest, oldest] = [Math.log(4 * hourMs), Math.log(Math.max(4 * hourMs, life))];
  for (let files = random.between(4, 9); files > 0; files--) {
    const age = Math.exp(youngest + random.next() * (oldest - youngest));
    const at = Math.floor((publishedAt + age) / hourMs) * hourMs;
    const day = dayInShanghai(new Date(at));
    if (at < endsAt && !drawn.has(day)) drawn.set(day, at);
  }
  return [...drawn.values()].sort((a, b) => a - b);
}
