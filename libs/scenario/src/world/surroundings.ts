import { rails } from '@poolrise/domain';
import { readerCount } from '../readers/synthetic-reader';
import type { HourTable } from './hour-table';
import type { WorldNote } from './world-note';

const hourMs = 3_600_000;
const paidRail = rails.indexOf('paid');

interface Sums {
  reads: number;
  acts: number;
  follows: number;
  /** impressions of notes that are not of the trial: by themselves, and paid */
  shown: number;
  advertised: number;
}
const nothing = (): Sums => ({ reads: 0, acts: 0, follows: 0, shown: 0, advertised: 0 });

/**
 * What readers of a brand's notes did around a trial, as the feed's own hours say it: with the notes of the trial, by whatever way
 * but the paid one, and with the brand's others.
 */
export class Surroundings {
  private readonly own = new Map<number, Sums>();
  private readonly others = new Map<number, Sums>();

  constructor(
    notes: readonly WorldNote[],
    hours: HourTable,
    workspaceId: string,
    isOwn: (note: number) => boolean,
  ) {
    for (let row = 0; row < hours.length; row++) {
      const note = hours.note[row] as number;
      const paid = hours.rail[row] === paidRail;
      if (isOwn(note)) {
        if (!paid) this.add(this.own, hours, row);
      } else if (notes[note]?.workspaceId === workspaceId) {
        const sum = this.add(this.others, hours, row);
        sum[paid ? 'advertised' : 'shown'] += hours.counts.impressions[row] as number;
      }
    }
  }

  /** Chances that one of all readers does each of it at least once, within so many hours from an hour on. */
  within(from: number, hours: number) {
    const own = nothing();
    const others = nothing();
    for (let hour = from; hour < from + hours * hourMs; hour += hourMs) {
      const [ownHour, othersHour] = [this.own.get(hour), this.others.get(hour)];
      for (const key of ['reads', 'acts', 'follows'] as const) own[key] += ownHour?.[key] ?? 0;
      for (const key of ['reads', 'acts', 'follows', 'shown', 'advertised'] as const)
        others[key] += othersHour?.[key] ?? 0;
    }
    return {
      read: chance(own.reads),
      engage: chance(own.acts),
      brandRead: chance(own.reads + others.reads),
      brandEngage: chance(own.acts + others.acts),
      brandFollow: chance(own.follows + others.follows),
      otherShown: chance(others.shown),
      otherAdvertised: chance(others.advertised),
      otherRead: chance(others.reads),
    };
  }

  private add(to: Map<number, Sums>, { hour, counts }: HourTable, row: number): Sums {
    const at = hour[row] as number;
    const sum = to.get(at) ?? nothing();
    const of = (name: keyof HourTable['counts']) => counts[name][row] as number;
    sum.reads += of('clicks');
    sum.acts += of('likes') + of('collects') + of('comments') + of('shares') + of('follows');
    sum.follows += of('follows');
    to.set(at, sum);
    return sum;
  }
}

const chance = (events: number): number => 1 - Math.exp(-events / readerCount);
