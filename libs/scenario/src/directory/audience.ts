import type { CastCreator } from '../cast/creators';
import type { RandomStream } from '../random';
import { directoryFigures } from './figures';
import {
  type AudienceMember,
  fractionOfThree,
  type Kind,
  kinds,
  personHash,
  type Region,
  type Segment,
  segments,
} from './population';

/** How much likelier people of each kind follow a creator, in the order of `kinds`. The factors of a person multiply. */
export type Appeal = Readonly<Record<Kind, readonly number[]>>;

/** What a creator appeals to: her subjects, her gender, her kind of city, her region, and chance besides. */
export function appealOf(random: RandomStream, creator: CastCreator, region: Region | null): Appeal {
  const likelier = directoryFigures.affinity.value;
  const [main, ...others] = creator.categories;
  const around = (factor: number, sigma: number): number => factor * random.around1(sigma);
  return {
    interest: kinds.interest.map((category) =>
      around(category === main ? likelier.main : others.includes(category) ? likelier.second : 1, 0.2),
    ),
    gender: kinds.gender.map((gender) => around(gender === creator.gender ? likelier.gender : 1, 0.15)),
    age: kinds.age.map(() => around(1, 0.3)),
    cityTier: kinds.cityTier.map((tier) => around(tier === creator.cityTier ? likelier.cityTier : 1, 0.15)),
    region: kinds.region.map((one) => around(one === region ? likelier.region : 1, 0.15)),
  };
}

/**
 * Segments are in the order of `kinds`, so that one is told by two numbers: interest, gender and age together, and
 * city tier, region and eagerness together. A creator's appeal to a segment is the product of the two parts' appeal.
 */
const tailLength = kinds.cityTier.length * kinds.region.length * 2;
let peopleOf: Float64Array | undefined;

function appealByPart(appeal: Appeal): { head: Float64Array; tail: Float64Array } {
  const { quiet, eager } = directoryFigures.eagerness.value;
  const times = (left: readonly number[], right: readonly number[]): number[] =>
    left.flatMap((one) => right.map((other) => one * other));
  return {
    head: Float64Array.from(times(times(appeal.interest, appeal.gender), appeal.age)),
    tail: Float64Array.from(times(times(appeal.cityTier, appeal.region), [quiet, eager])),
  };
}

/** No more than this share of a segment follows one creator. */
const mostOfSegment = 0.8;

/** Expected followers by segment; they sum to the followers unless nearly everybody follows. */
function followersBySegment(appeal: Appeal, followers: number): Float64Array {
  const people = (peopleOf ??= Float64Array.from(segments(), (segment) => segment.people));
  const { head, tail } = appealByPart(appeal);
  const expected = new Float64Array(people.length);
  let sum = 0;
  for (let h = 0, s = 0; h < head.length; h++)
    for (let t = 0; t < tailLength; t++, s++)
      sum += expected[s] = (people[s] as number) * (head[h] as number) * (tail[t] as number);
  let overflowed = false;
  for (let s = 0; s < people.length; s++) {
    const part = ((expected[s] as number) * followers) / sum;
    expected[s] = part;
    overflowed ||= part > mostOfSegment * (people[s] as number);
  }
  if (overflowed) levelOff(expected, people, followers);
  return expected;
}

/** What does not fit into full segments goes to the others in proportion, a few times over. */
function levelOff(expected: Float64Array, people: Float64Array, followers: number): void {
  for (let round = 0; round < 6; round++) {
    let full = 0;
    let open = 0;
    expected.forEach((part, s) => {
      const most = mostOfSegment * (people[s] ?? 0);
      if (part < most) open += part;
      else full += expected[s] = most;
    });
    const times = (followers - full) / open;
    if (!(open > 0) || Math.abs(times - 1) < 1e-9) return;
    expected.forEach((part, s) => {
      const most = mostOfSegment * (people[s] ?? 0);
      if (part < most) expected[s] = Math.min(most, part * times);
    });
  }
}

/**
 * A bottom-k sketch of the people who follow a creator: the smallest hashes, rising and each once, of all whose hash is below
 * `theta` x 2^32. `hashes.length / theta` estimates how many there are; at `theta` 1 the hashes are all of them.
 * Two creators' sketches hold the same person under the same hash, so that they can be united and intersected
 * (theta sketches, Dasgupta, Lang, Rhodes and Thaler 2016).
 */
export interface AudienceHashes {
  hashes: Uint32Array;
  theta: number;
}

/** The sketch of followers of one gender and age. */
export interface AudienceCell extends AudienceHashes {
  gender: AudienceMember['gender'];
  age: AudienceMember['age'];
}

export interface AudienceAsk {
  /** draws the same followers for the same number */
  seed: number;
  appeal: Appeal;
  followers: number;
}

const hashSpace = 4_294_967_296;

/**
 * Draws the sketch of an audience directly, in the order of 4,800 segments and `size` people, however many follow.
 *
 * Each segment gets its share of the followers by systematic sampling, so that the counts sum to the followers exactly.
 * In a segment the i-th follower is one of the i-th equal part of its people; people are numbered in the order of their hashes
 * (`personHash`), so that the walk ends at the first hash too large to be among the smallest. `where` picks kinds of
 * people: the sketch is then of them alone, as precise as that of a whole audience.
 */
export function drawAudience(
  { seed, appeal, followers }: AudienceAsk,
  where?: (member: AudienceMember) => boolean,
  size = 4_096,
): AudienceHashes {
  const counts = wholeCounts(followersBySegment(appeal, followers), fractionOfThree(seed, 0, 0));
  const cells = segments().map((segment) => (!where || where(segment) ? 0 : -1));
  return drawCells({ seed, counts, cells, count: 1, size, share: 0 })[0] as AudienceHashes;
}

/**
 * Who follows, by gender and age: a sketch of each that holds anybody, of `size` people or this share of them, whichever is
 * more. One walk for all of them; see `drawAudience`.
 */
export function drawAudienceByAge(
  { seed, appeal, followers }: AudienceAsk,
  size = 4_096,
  share = 0,
): AudienceCell[] {
  const { gender: genders, age: ages } = kinds;
  const cells = (cellOfSegment ??= segments().map(
    ({ gender, age }) => genders.indexOf(gender) * ages.length + ages.indexOf(age),
  ));
  const counts = wholeCounts(followersBySegment(appeal, followers), fractionOfThree(seed, 0, 0));
  return drawCells({ seed, counts, cells, count: genders.length * ages.length, size, share }).flatMap(
    (drawn, cell) => {
      const gender = genders[Math.floor(cell / ages.length)];
      const age = ages[cell % ages.length];
      return gender && age && drawn.hashes.length ? [{ gender, age, ...drawn }] : [];
    },
  );
}

let cellOfSegment: number[] | undefined;

interface CellsAsk {
  seed: number;
  /** followers of each segment */
  counts: Int32Array;
  /** the cell of each segment; -1 is none */
  cells: readonly number[];
  count: number;
  size: number;
  share: number;
}

function drawCells({ seed, counts, cells, count, size, share }: CellsAsk): AudienceHashes[] {
  const people = new Float64Array(count);
  for (let s = 0; s < counts.length; s++) {
    const cell = cells[s] as number;
    if (cell >= 0) people[cell] = (people[cell] as number) + (counts[s] as number);
  }
  const sizes = people.map((all) => Math.max(size, Math.round(all * share)));
  const below = people.map((all, cell) => drawnBelow(all, sizes[cell] as number));
  const found: number[][] = Array.from(below, () => []);
  for (let s = 0; s < counts.length; s++) {
    const cell = cells[s] as number;
    const followers = counts[s] as number;
    if (cell >= 0 && followers > 0)
      walk(
        segments()[s] as Segment,
        followers,
        seed,
        (below[cell] as number) * hashSpace,
        found[cell] as number[],
      );
  }
  return found.map((hashes, cell) =>
    smallest(Uint32Array.from(hashes).sort(), below[cell] as number, sizes[cell] as number),
  );
}

/** Share of the hash space in which `size` of so many people are found, with room for chance. */
const drawnBelow = (people: number, size: number): number =>
  people <= size ? 1 : Math.min(1, (size / people) * (1 + 6 / Math.sqrt(size)));

function smallest(sorted: Uint32Array, below: number, size: number): AudienceHashes {
  const hashes = distinct(sorted);
  if (hashes.length <= size) return { hashes, theta: below };
  return { hashes: hashes.slice(0, size), theta: (hashes[size] as number) / hashSpace };
}

/** People of different segments may have one hash, and the sketch knows the hash alone. */
const distinct = (sorted: Uint32Array): Uint32Array =>
  sorted.filter((hash, at) => at === 0 || hash !== sorted[at - 1]);

function wholeCounts(expected: Float64Array, start: number): Int32Array {
  const counts = new Int32Array(expected.length);
  let sum = start;
  for (let s = 0; s < expected.length; s++) {
    const next = sum + (expected[s] ?? 0);
    counts[s] = Math.floor(next) - Math.floor(sum);
    sum = next;
  }
  return counts;
}

function walk(segment: Segment, count: number, seed: number, limit: number, found: number[]): void {
  const gap = segment.people / count;
  let last = -1;
  for (let i = 0; i < count; i++) {
    const rank = Math.max(last + 1, Math.floor((i + fractionOfThree(seed, segment.index + 1, i)) * gap));
    const hash = personHash(segment, rank);
    if (rank >= segment.people || hash >= limit) return;
    found.push(hash);
    last = rank;
  }
}

/** Shares of an audience by everything that is known of its people, in the order of `kinds`. Each sums to 1. */
export function audienceShares({
  appeal,
  followers,
}: Pick<AudienceAsk, 'appeal' | 'followers'>): Record<Kind, number[]> {
  const expected = followersBySegment(appeal, followers);
  const byHead = new Float64Array(expected.length / tailLength);
  const byTail = new Float64Array(tailLength);
  for (let h = 0, s = 0; h < byHead.length; h++)
    for (let t = 0; t < tailLength; t++, s++) {
      const part = expected[s] as number;
      byHead[h] = (byHead[h] as number) + part;
      byTail[t] = (byTail[t] as number) + part;
    }
  const ages = kinds.age.length;
  const genders = kinds.gender.length;
  const regionsLength = kinds.region.length;
  return {
    interest: summed(byHead, kinds.interest.length, (at) => Math.floor(at / ages / genders)),
    gender: summed(byHead, genders, (at) => Math.floor(at / ages) % genders),
    age: summed(byHead, ages, (at) => at % ages),
    cityTier: summed(byTail, kinds.cityTier.length, (at) => Math.floor(at / 2 / regionsLength)),
    region: summed(byTail, regionsLength, (at) => Math.floor(at / 2) % regionsLength),
  };
}

function summed(parts: Float64Array, length: number, place: (at: number) => number): number[] {
  const sums = new Array<number>(length).fill(0);
  let all = 0;
  parts.forEach((part, at) => {
    sums[place(at)] = (sums[place(at)] ?? 0) + part;
    all += part;
  });
  return sums.map((sum) => sum / all);
}
