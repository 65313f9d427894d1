import { hashesBelow, hashSpace, type ReachSketch } from './reach-sketch';

/** The people whom all sketches see alike, numbered from 0, and who of them is in which sketch. */
export interface CommonSample {
  /** share of all people that the sample holds */
  share: number;
  people: number;
  /** numbers of the people of each sketch */
  members: readonly Int32Array[];
}

/**
 * Lays several sketches over each other: below the smallest theta each of them knows everybody, so what is true of the people
 * there is true of all people up to sampling.
 *
 * `most` bounds the memberships in the sample, for a search that looks at them again and again: the sample is thinned by
 * lowering the bound further, which costs precision and no truth.
 */
export function commonSample(sketches: readonly ReachSketch[], most = Infinity): CommonSample {
  let theta = sketches.reduce((least, sketch) => Math.min(least, sketch.theta), hashSpace);
  const all = countBelow(sketches, theta);
  if (all > most) theta = Math.max(1, Math.floor((theta * most) / all));
  const numbers = new PeopleNumbers(countBelow(sketches, theta));
  const members = sketches.map(({ hashes }) =>
    Int32Array.from(hashesBelow(hashes, theta), (hash) => numbers.of(hash)),
  );
  return { share: theta / hashSpace, people: numbers.given, members };
}

const countBelow = (sketches: readonly ReachSketch[], theta: number): number =>
  sketches.reduce((sum, { hashes }) => sum + hashesBelow(hashes, theta).length, 0);

/** Numbers people as they come. A plain map of a million numbers took ten times as long. */
class PeopleNumbers {
  given = 0;
  private readonly mask: number;
  private readonly hashes: Uint32Array;
  private readonly numbers: Int32Array;

  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, most * 2)));
    this.mask = slots - 1;
    this.hashes = new Uint32Array(slots);
    this.numbers = new Int32Array(slots).fill(-1);
  }

  of(hash: number): number {
    let slot = hash & this.mask;
    while ((this.numbers[slot] as number) >= 0 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask;
    if ((this.numbers[slot] as number) < 0) {
      this.hashes[slot] = hash;
      this.numbers[slot] = this.given++;
    }
    return this.numbers[slot] as number;
  }
}
