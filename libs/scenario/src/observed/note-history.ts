import { type EngagementCounts, noCounts, rails } from '@poolrise/domain';
import { countNames } from '../world/hour-table';
import type { World } from '../world/world';

/** Counters of a note since it was published, by who saw it. */
export interface NoteCounters {
  natural: EngagementCounts;
  paid: EngagementCounts;
}

const hourMs = 3_600_000;

/** What a perfect file would say of one note at the end of any hour. */
export class NoteHistory {
  private readonly ends: number[] = [];
  private readonly sums: NoteCounters[] = [];

  /** Adds what an hour brought; hours in order of time. */
  add(hour: number, side: keyof NoteCounters, counts: (name: keyof EngagementCounts) => number): void {
    const last = this.sums.at(-1) ?? { natural: noCounts(), paid: noCounts() };
    const end = hour + hourMs;
    const grown = { ...last, [side]: { ...last[side] } };
    for (const name of countNames) grown[side][name] += counts(name);
    if (this.ends.at(-1) === end) this.sums.pop();
    else this.ends.push(end);
    this.sums.push(grown);
  }

  at(time: number): NoteCounters {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return this.sums[low - 1] ?? { natural: noCounts(), paid: noCounts() };
  }
}

/** The histories of all notes of a world, in their order. */
export function noteHistories({ notes, hours }: World): NoteHistory[] {
  const histories = notes.map(() => new NoteHistory());
  for (let row = 0; row < hours.length; row++) {
    const side = rails[hours.rail[row] ?? 0] === 'paid' ? 'paid' : 'natural';
    histories[hours.note[row] ?? 0]?.add(hours.hour[row] ?? 0, side, (name) => hours.counts[name][row] ?? 0);
  }
  return histories;
}
