import { commonSample } from './common-sample';
import { estimateFromSample, estimateReach, type ReachEstimate } from './reach-estimate';
import type { ReachSketch } from './reach-sketch';

export interface MemberReach {
  /** everybody she reaches, from her own sketch, which sees more than the common sample */
  audience: ReachEstimate;
  /** people who are not reached by those before her; all of them sum to the net reach */
  inOrder: ReachEstimate;
  /** people whom nobody else reaches: what is lost without her */
  alone: ReachEstimate;
}

/** What several creators reach together. */
export interface NetReach {
  /** people reached by any of them, each counted once */
  net: ReachEstimate;
  /** the same with everybody counted as often as they are reached */
  sum: ReachEstimate;
  /** share of `sum` that is repetition, 0 to 1 */
  overlapShare: number;
  overlapStandardError: number;
  /** share of all people who are in the common sample, and how many of each member are in it */
  sampleShare: number;
  sampled: number[];
  members: MemberReach[];
}

/**
 * Net reach, overlap and what each creator adds, of creators in a chosen order.
 *
 * All but `audience` comes from the one sample that all sketches share, so the parts add up; the standard errors are those of
 * sampling (`estimateFromSample`), that of the overlap by linearising the ratio (Cochran 1977, 6.4). `readShares` are the
 * chances, 0 to 1, that a follower sees the note: then the reach is the expected one, 1 − Π(1 − p) of each person, and chance
 * in reading is not part of the error. Without them everybody is reached.
 *
 * @throws RangeError when there are fewer read shares than sketches, or one is outside 0 to 1
 */
export function netReach(sketches: readonly ReachSketch[], readShares?: readonly number[]): NetReach {
  const chances = sketches.map((_, index) => (readShares ? (readShares[index] ?? NaN) : 1));
  const wrong = chances.find((chance) => !(chance >= 0 && chance <= 1));
  if (wrong !== undefined) throw new RangeError(`A read share of ${wrong}`);
  const { share, people, members } = commonSample(sketches);

  const missed = new Float64Array(people).fill(1);
  const times = new Float64Array(people);
  const inOrder = members.map((persons, index) => {
    const chance = chances[index] as number;
    const added = new Weighing(share);
    for (const person of persons) {
      added.add((missed[person] as number) * chance);
      missed[person] = (missed[person] as number) * (1 - chance);
      times[person] = (times[person] as number) + chance;
    }
    return added.estimate();
  });
  const alone = aloneOf(members, chances, people, share);

  const net = new Weighing(share);
  const sum = new Weighing(share);
  for (let person = 0; person < people; person++) {
    net.add(1 - (missed[person] as number));
    sum.add(times[person] as number);
  }
  const ratio = sum.total > 0 ? net.total / sum.total : 1;
  const residuals = new Weighing(share);
  for (let person = 0; person < people; person++)
    residuals.add(1 - (missed[person] as number) - ratio * (times[person] as number));
  return {
    net: net.estimate(),
    sum: sum.estimate(),
    overlapShare: 1 - ratio,
    overlapStandardError: sum.total > 0 ? Math.sqrt(residuals.squares * (1 - share)) / sum.total : 0,
    sampleShare: share,
    sampled: members.map(({ length }) => length),
    members: sketches.map((sketch, index) => ({
      audience: estimateReach(sketch),
      inOrder: inOrder[index] as ReachEstimate,
      alone: alone[index] as ReachEstimate,
    })),
  };
}

/** What each reaches of whom all the others miss: those before her from the front, those after her from the back. */
function aloneOf(
  members: readonly Int32Array[],
  chances: readonly number[],
  people: number,
  share: number,
): ReachEstimate[] {
  const before = missedBefore(members, chances, people);
  const after = missedBefore([...members].reverse(), [...chances].reverse(), people).reverse();
  return members.map((persons, index) => {
    const added = new Weighing(share);
    for (let at = 0; at < persons.length; at++) {
      const missed = (before[index]?.[at] as number) * (after[index]?.[at] as number);
      added.add(missed * (chances[index] as number));
    }
    return added.estimate();
  });
}

/** For each person of each member, the chance that no member before has reached them. */
function missedBefore(
  members: readonly Int32Array[],
  chances: readonly number[],
  people: number,
): Float64Array[] {
  const missed = new Float64Array(people).fill(1);
  return members.map((persons, index) => {
    const now = Float64Array.from(persons, (person) => missed[person] as number);
    for (const person of persons)
      missed[person] = (missed[person] as number) * (1 - (chances[index] as number));
    return now;
  });
}

/** People of a sample with their weights, as they are added. */
export class Weighing {
  total = 0;
  squares = 0;

  constructor(private readonly share: number) {}

  add(weight: number): void {
    this.total += weight;
    this.squares += weight * weight;
  }

  estimate(): ReachEstimate {
    return estimateFromSample({ sum: this.total, squares: this.squares, share: this.share });
  }
}
