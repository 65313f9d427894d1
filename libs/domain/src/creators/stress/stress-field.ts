import { commonSample } from '../common-sample';
import type { ReachSketch } from '../reach-sketch';

/** Memberships in the sample: at this many a draw takes some 30 µs, and overlaps of sixty creators are known to a few percent. */
const membershipsMax = 24_000;

/**
 * What creators reach together at other chances than planned, again and again.
 *
 * People who follow the same creators are one term, so a draw costs as many steps as there are such groups. Readers are of the
 * sample; over its share, they are people.
 */
export class StressField {
  readonly share: number;
  /** people who follow her and nobody else of these */
  private readonly alone: Float64Array;
  /** groups who follow several: how many people, and whom; group g stands from `starts[g]` on */
  private readonly weights: Float64Array;
  private readonly starts: Int32Array;
  private readonly holders: Int32Array;

  constructor(sketches: readonly ReachSketch[]) {
    const { share, people, members } = commonSample(sketches, membershipsMax);
    this.share = share;
    const followed: number[][] = Array.from({ length: people }, () => []);
    members.forEach((persons, creator) => {
      for (const person of persons) followed[person]?.push(creator);
    });
    this.alone = new Float64Array(sketches.length);
    const groups = new Map<string, { creators: number[]; people: number }>();
    for (const creators of followed) {
      const [only] = creators;
      if (creators.length === 1) this.alone[only as number] = (this.alone[only as number] as number) + 1;
      else {
        const name = creators.join();
        const group = groups.get(name);
        if (group) group.people++;
        else groups.set(name, { creators, people: 1 });
      }
    }
    const all = [...groups.values()];
    this.weights = Float64Array.from(all, (group) => group.people);
    this.holders = Int32Array.from(all.flatMap(({ creators }) => creators));
    this.starts = new Int32Array(all.length + 1);
    all.forEach(({ creators }, at) => {
      this.starts[at + 1] = (this.starts[at] as number) + creators.length;
    });
  }

  /** Readers of the sample, each counted once, when a follower of each creator reads her by these chances. */
  readers(chances: Float64Array): number {
    const { alone, weights, starts, holders } = this;
    let readers = 0;
    for (let one = 0; one < alone.length; one++) readers += (alone[one] as number) * (chances[one] as number);
    for (let group = 0; group < weights.length; group++) {
      let missed = 1;
      for (let at = starts[group] as number; at < (starts[group + 1] as number); at++)
        missed *= 1 - (chances[holders[at] as number] as number);
      readers += (weights[group] as number) * (1 - missed);
    }
    return readers;
  }
}
