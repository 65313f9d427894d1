import {
  type EngagementCounts,
  type FirstHourNote,
  growthMoments,
  agedPoints,
  type LabelledNote,
  noCounts,
  platformStated,
  type SnapshotNote,
} from '@poolrise/domain';
import { RandomStream } from '../random';
import { simulateWorld, type World } from '../world/world';
import { oddHours } from './hidden-snapshots';
import { type NoteCounters, noteHistories } from './note-history';
import { observedNote } from './world-files';

type Seen = NoteCounters & { at: number };

/** Which notes are boosted: any, or those that have slowed down, as a worried marketer does. */
export type BoostChoice = 'by-chance' | 'when-slowing';

/**
 * Notes of the demo world seen through order reports, some of them with a boost of known effect laid over: natural
 * impressions after it come with the part `keeps` of what they would have been.
 */
export class BoostTrials {
  private readonly seen: {
    note: World['notes'][number];
    rows: Seen[];
    slow: boolean[];
    shown: SnapshotNote;
  }[] = [];

  constructor(
    private readonly seed: string,
    now: number,
    count: number,
  ) {
    const world = simulateWorld({ seed, now, policy: platformStated });
    const random = new RandomStream(seed, 'claims');
    const histories = noteHistories(world);
    for (const [index, note] of random.sample([...world.notes.entries()], world.notes.length)) {
      if (this.seen.length === count) break;
      const rows = oddHours(random, note.publishedAt, world.endsAt).map((at) => ({
        at,
        natural: histories[index]?.at(at).natural ?? noCounts(),
        paid: noCounts(),
      }));
      if (rows.length < 4 || (rows.at(-1)?.natural.impressions ?? 0) === 0) continue;
      const shown = observedNote(random, note, rows, 'order-report');
      const moments = growthMoments(shown, agedPoints(shown, 'impressionsNatural', platformStated));
      this.seen.push({
        note,
        rows,
        shown,
        slow: moments.map(({ pace }) => pace !== null && pace < slowBelow),
      });
    }
  }

  /**
   * Everybody's notes in one of so many trials. No note is boosted in two of them, so that trials are as good as
   * independent; of those that a trial may boost the young ones are, or the slow ones among them.
   */
  notes(trial: number, { trials, keeps, choice }: BoostAsk): SnapshotNote[] {
    const random = new RandomStream(this.seed, 'boosted', trial);
    return this.seen.map(({ note, rows, slow, shown }, index) => {
      const before = random.between(1, rows.length - 2);
      const young = (rows[before]?.at ?? 0) - note.publishedAt < 4 * dayMs;
      const boosted = index % trials === trial && young && (choice === 'by-chance' || slow[before] === true);
      if (!boosted) return shown;
      return observedNote(random, note, withBoost(rows, before, keeps), 'order-report');
    });
  }
}

export interface BoostAsk {
  trials: number;
  /** The part of the natural growth that is left after a boost: 1 where it does nothing. */
  keeps: number;
  choice: BoostChoice;
}

const dayMs = 24 * 3_600_000;

/** In logarithms a day. */
const slowBelow = 0.1;

function withBoost(rows: readonly Seen[], before: number, keeps: number): Seen[] {
  const from = rows[before]?.natural ?? noCounts();
  return rows.map((row, at) =>
    at <= before
      ? row
      : {
          at: row.at,
          natural: keptOf(from, row.natural, keeps),
          paid: { ...noCounts(), impressions: 5_000, clicks: 100 },
        },
  );
}

const keptOf = (from: EngagementCounts, to: EngagementCounts, keeps: number): EngagementCounts =>
  Object.fromEntries(
    Object.entries(to).map(([name, count]) => {
      const start = from[name as keyof EngagementCounts];
      return [name, Math.round(start + keeps * (count - start))];
    }),
  ) as unknown as EngagementCounts;

/** Notes of authors of very different size, the large ones of which do more cooperations. */
export interface LabelWorld {
  authors: number;
  notesEach: number;
  /** Natural exposure of a labelled note over that of a daily one. */
  effect: number;
  /** Standard deviation of the logarithm between notes of one author. */
  spread: number;
}

export function labelWorld(seed: string, trial: number, world: LabelWorld): LabelledNote[] {
  const random = new RandomStream(seed, 'labels', trial);
  return Array.from({ length: world.authors }, (_, author) => {
    const size = random.normal();
    const cooperates = 1 / (1 + Math.exp(-size));
    return Array.from({ length: world.notesEach }, (): LabelledNote => {
      const cooperation = random.chance(0.8 * cooperates);
      const usual = 3_000 * Math.exp(size + world.spread * random.normal());
      const natural = Math.round(usual * (cooperation ? world.effect : 1));
      const bought = cooperation ? Math.round(usual * random.next()) : 0;
      return { authorId: `author-${author}`, type: 'image', cooperation, natural, all: natural + bought };
    });
  }).flat();
}

/** Notes of which the first hour and the exposure after a week hang together by this correlation of logarithms. */
export function firstHourWorld(
  seed: string,
  trial: number,
  { notes, correlation }: { notes: number; correlation: number },
): FirstHourNote[] {
  const random = new RandomStream(seed, 'first-hour', trial);
  return Array.from({ length: notes }, () => {
    const first = random.normal();
    const later = correlation * first + Math.sqrt(1 - correlation ** 2) * random.normal();
    const category = random.pick(['food', 'travel', 'beauty']);
    const usual = { food: 0, travel: 1, beauty: -1 }[category] ?? 0;
    return {
      category,
      firstHourReads: Math.round(60 * Math.exp(usual + first)),
      naturalAfterAWeek: Math.round(5_000 * Math.exp(usual + 1.5 * later)),
    };
  });
}
