import type { CommonSample } from './common-sample';

/**
 * What creators reach together while creators are taken and dropped, and what each further one would add.
 *
 * The gains of all candidates are kept right at every step through the people they share, which is cheaper than asking again
 * (as lazy greedy does, Minoux 1978) and gives the worth of every exchange for one pass over the people of who leaves.
 * All figures are readers in the sample: over its share, they are people.
 */
export class ReachField {
  /** what each candidate would add to those who are taken; for one who is taken, what she would add a second time */
  readonly gains: Float64Array;
  /** readers expected of all who are taken */
  reached = 0;
  /** chance that nobody who is taken reaches a person */
  private readonly missed: Float64Array;
  private readonly alone: Float64Array;
  /** people × the candidates that hold them: those of person h stand from `starts[h]` on */
  private readonly starts: Int32Array;
  private readonly holders: Int32Array;
  /** how many who are certain to be read have taken a person, and the chance of being missed by the others */
  private readonly certain: Uint16Array;
  private readonly others: Float64Array;

  constructor(
    private readonly sample: CommonSample,
    private readonly chances: readonly number[],
  ) {
    const { people, members } = sample;
    this.missed = new Float64Array(people).fill(1);
    this.others = new Float64Array(people).fill(1);
    this.certain = new Uint16Array(people);
    this.starts = new Int32Array(people + 1);
    for (const persons of members)
      for (const person of persons) this.starts[person + 1] = (this.starts[person + 1] as number) + 1;
    for (let person = 0; person < people; person++)
      this.starts[person + 1] = (this.starts[person + 1] as number) + (this.starts[person] as number);
    this.holders = new Int32Array(this.starts[people] as number);
    const next = this.starts.slice();
    members.forEach((persons, candidate) => {
      for (const person of persons) {
        this.holders[next[person] as number] = candidate;
        next[person] = (next[person] as number) + 1;
      }
    });
    this.alone = Float64Array.from(members, ({ length }, at) => length * (chances[at] as number));
    this.gains = this.alone.slice();
  }

  /** Nobody is taken. */
  clear(): void {
    this.missed.fill(1);
    this.others.fill(1);
    this.certain.fill(0);
    this.gains.set(this.alone);
    this.reached = 0;
  }

  take(candidate: number): void {
    const chance = this.chances[candidate] as number;
    for (const person of this.sample.members[candidate] ?? []) {
      if (chance === 1) this.certain[person] = (this.certain[person] as number) + 1;
      else this.others[person] = (this.others[person] as number) * (1 - chance);
      this.settle(person);
    }
  }

  drop(candidate: number): void {
    const chance = this.chances[candidate] as number;
    for (const person of this.sample.members[candidate] ?? []) {
      if (chance === 1) this.certain[person] = (this.certain[person] as number) - 1;
      else this.others[person] = (this.others[person] as number) / (1 - chance);
      this.settle(person);
    }
  }

  /** What is lost without one who is taken. */
  lossOf(candidate: number): number {
    const chance = this.chances[candidate] as number;
    // Whoever she may miss was missed before her in proportion, so what she adds a second time tells what she added.
    if (chance < 1) return (this.gains[candidate] as number) / (1 - chance);
    let lost = 0;
    for (const person of this.sample.members[candidate] ?? [])
      if (this.certain[person] === 1) lost += this.others[person] as number;
    return lost;
  }

  /** How much more each candidate would add if one who is taken left; filled into `more`. */
  freedBy(candidate: number, more: Float64Array): void {
    more.fill(0);
    const chance = this.chances[candidate] as number;
    for (const person of this.sample.members[candidate] ?? []) {
      const freed = this.freedOf(person, chance);
      if (freed === 0) continue;
      for (let at = this.starts[person] as number; at < (this.starts[person + 1] as number); at++) {
        const holder = this.holders[at] as number;
        more[holder] = (more[holder] as number) + freed * (this.chances[holder] as number);
      }
    }
  }

  private settle(person: number): void {
    const now = this.certain[person] ? 0 : (this.others[person] as number);
    const change = now - (this.missed[person] as number);
    if (change === 0) return;
    this.missed[person] = now;
    this.reached -= change;
    for (let at = this.starts[person] as number; at < (this.starts[person + 1] as number); at++) {
      const holder = this.holders[at] as number;
      this.gains[holder] = (this.gains[holder] as number) + change * (this.chances[holder] as number);
    }
  }

  /** How much likelier a person is missed without somebody who is taken and reads by this chance. */
  private freedOf(person: number, chance: number): number {
    if (chance < 1) return ((this.missed[person] as number) * chance) / (1 - chance);
    return this.certain[person] === 1 ? (this.others[person] as number) : 0;
  }
}
