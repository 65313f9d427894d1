import { chooseReach } from '../pools/reach';
import type { NoteInPlay } from './note-in-play';
import { type Platform, type RuleInPlay, type ServingRule, waiting } from './serving-rule';

/** Impressions after which a note without levels is shown to the next wider audience. */
const widening = [200, 1_000, 4_000, 16_000];

/** The reach that a note has earned by its impressions alone. */
export function reachByImpressions(note: NoteInPlay, steps: readonly number[], widest: number): number {
  let reach = 0;
  while (reach < widest && note.impressions > (steps[reach] as number) * 1.2) reach++;
  return reach;
}

/** By what a bandit chooses. */
export interface NoteIndex {
  of(note: NoteInPlay, hour: number): number;
  /** The most impressions of one hour; the cap of the world when absent. */
  most?: number;
  adaptive?: boolean;
  beginHour?(hour: number): void;
  firstPoolDone?(note: NoteInPlay): void;
  served?(note: NoteInPlay): void;
}

/** A bandit serves whoever has the highest index, without levels or verdicts, after the first pool of everybody. */
export function banditRule(
  name: string,
  firstPool: number,
  make: (platform: Platform) => NoteIndex,
): ServingRule {
  return {
    name,
    firstPool,
    start: (platform): RuleInPlay => {
      const index = make(platform);
      const widest = platform.world.reaches.length - 1;
      const places = new Float64Array(widest + 1);
      return {
        judge: () => waiting,
        wanted: () => index.most ?? Infinity,
        priority: (note, hour) => index.of(note, hour),
        reach: (note, hour) => {
          const earned = reachByImpressions(note, widening, widest);
          if (!index.adaptive) return earned;
          return chooseReach(platform.places.byReach(note, hour, places), earned);
        },
        beginHour: (hour) => index.beginHour?.(hour),
        firstPoolDone: (note) => index.firstPoolDone?.(note),
        served: (note) => index.served?.(note),
      };
    },
  };
}

/** Shows anybody, whatever was answered: what every rule is better than. */
export const uniformRule = (firstPool: number): ServingRule =>
  banditRule('uniform', firstPool, ({ chance }) => ({ of: () => chance.next(), most: 50 }));
