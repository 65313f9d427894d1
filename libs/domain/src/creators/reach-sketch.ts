import { hashText32, mix32 } from '../probability/mix-32';

/** Hashes lie from 0 to below this. */
export const hashSpace = 2 ** 32;

/** Hashes that a sketch keeps of a large audience: a standard error of 1.6 % of the audience. */
export const sketchSizeDefault = 4_096;

/**
 * Share of any audience that a sketch keeps, however large it is. Sets are compared in what the coarsest of them still sees;
 * without this, one creator with millions of followers would leave a handful of people of each small one [P].
 */
export const sketchShareDefault = 1 / 64;

/**
 * Who is reached by a creator: a sample of the people, drawn by a hash that is the same everywhere, so that two samples hold
 * the same people where the audiences overlap.
 *
 * It is a theta sketch in its bottom-k form: of all hashes below `theta` none is missing, and `theta` is the smallest hash
 * left out, or the share that is always kept where that is more. A small audience is held whole. A creator may have several: all followers, and one for each target audience, as
 * a sketch cannot be filtered afterwards.
 *
 * Source: Dasgupta, Lang, Rhodes and Thaler 2016, "A framework for estimating stream expression cardinalities"; the common
 * hash is the coordinated sampling of Broder 1997. Written here since no maintained theta sketch exists for JavaScript (Apache
 * DataSketches serves Java, C++, Python, Go and Rust), and the HyperLogLog packages cannot say an overlap with an honest error:
 * they have it as a difference of three large estimates, whose errors are of the size of the overlap itself.
 */
export interface ReachSketch {
  /** hashes kept of a large audience */
  readonly size: number;
  /** share of the hash space that is always kept, 0 to 1 */
  readonly share: number;
  /** every hash of the audience below this is in `hashes`; `hashSpace` when the audience is held whole */
  readonly theta: number;
  /** rising, each once, all below `theta` */
  readonly hashes: Uint32Array;
}

/** How many hashes are kept: the larger of a number and a share. */
export interface SketchSize {
  size?: number;
  share?: number;
}

/**
 * The hash by which people are sampled. Numbers from 0 to 2^32 - 1 have one of their own each, so counts of them are not
 * blurred by collisions; texts share one in 2^32, which hides 0.1 % of ten million people.
 *
 * @throws RangeError for any other number
 */
export function personHash(id: number | string): number {
  if (typeof id === 'string') return mix32(hashText32(id, 0x811c9dc5)) >>> 0;
  if (id >>> 0 !== id) throw new RangeError(`${id} is no id of a person: a whole number from 0 below 2^32`);
  return mix32(id ^ 0x5bd1e995) >>> 0;
}

/**
 * Draws the sketch of an audience. Ids may come twice and in any order.
 *
 * @throws RangeError for a size that is no whole number from 1, or a share outside 0 to 1
 */
export function sketchAudience<Id = number | string>(
  ids: Iterable<Id>,
  { size = sketchSizeDefault, share = sketchShareDefault }: SketchSize = {},
  hash: (id: Id) => number = personHash as (id: Id) => number,
): ReachSketch {
  if (!(Number.isInteger(size) && size >= 1)) throw new RangeError(`A sketch of ${size} hashes`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A sketch of a share of ${share}`);
  let sketch: ReachSketch = { size, share, theta: hashSpace, hashes: new Uint32Array() };
  const fresh = new Uint32Array(Math.max(size, 1_024) * 4);
  let count = 0;
  const settle = (): void => {
    const hashes = merged(sketch.hashes, distinct(fresh.slice(0, count).sort()));
    sketch = cut({ ...sketch, hashes });
    count = 0;
  };
  for (const id of ids) {
    const value = hash(id);
    if (value >= sketch.theta) continue;
    fresh[count++] = value;
    if (count === fresh.length) settle();
  }
  settle();
  return sketch;
}

/**
 * Everybody in any of the sketches: the sketch that the united audience would have had, so the order of uniting does not
 * matter. It has the smallest size and share among them. @throws RangeError for none
 */
export function uniteSketches(sketches: readonly ReachSketch[]): ReachSketch {
  const [first, ...rest] = sketches;
  if (!first) throw new RangeError('No sketch to unite');
  return rest.reduce((all, one) => {
    const theta = Math.min(all.theta, one.theta);
    return cut({
      size: Math.min(all.size, one.size),
      share: Math.min(all.share, one.share),
      theta,
      hashes: merged(hashesBelow(all.hashes, theta), hashesBelow(one.hashes, theta)),
    });
  }, cut(first));
}

/** Everybody in both. Its error is that of the smaller share of people that both see. */
export function intersectSketches(one: ReachSketch, other: ReachSketch): ReachSketch {
  return sifted(one, other, true);
}

/** Everybody in the first and not in the second. */
export function subtractSketch(one: ReachSketch, other: ReachSketch): ReachSketch {
  return sifted(one, other, false);
}

/** The hashes below a bound; a view and no copy. */
export function hashesBelow(hashes: Uint32Array, bound: number): Uint32Array {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return hashes.subarray(0, low);
}

function sifted(one: ReachSketch, other: ReachSketch, wanted: boolean): ReachSketch {
  const theta = Math.min(one.theta, other.theta);
  const others = hashesBelow(other.hashes, theta);
  let at = 0;
  const hashes = hashesBelow(one.hashes, theta).filter((hash) => {
    while (at < others.length && (others[at] as number) < hash) at++;
    return (others[at] === hash) === wanted;
  });
  return { size: Math.min(one.size, other.size), share: Math.min(one.share, other.share), theta, hashes };
}

/** Lowers theta until the sketch has its size: the first hash that is left out becomes the bound. */
function cut(sketch: ReachSketch): ReachSketch {
  const { size, share, hashes } = sketch;
  const surplus = hashes[size];
  if (surplus === undefined) return sketch;
  const theta = Math.max(surplus, Math.min(sketch.theta, Math.ceil(share * hashSpace)));
  return { ...sketch, theta, hashes: hashesBelow(hashes, theta).slice() };
}

/** Rising and each once, of two such. */
function merged(one: Uint32Array, other: Uint32Array): Uint32Array {
  const all = new Uint32Array(one.length + other.length);
  let [i, j, n] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] as number, other[j] as number];
    all[n++] = Math.min(a, b);
    if (a <= b) i++;
    if (b <= a) j++;
  }
  while (i < one.length) all[n++] = one[i++] as number;
  while (j < other.length) all[n++] = other[j++] as number;
  return all.slice(0, n);
}

const distinct = (rising: Uint32Array): Uint32Array =>
  rising.filter((hash, index) => index === 0 || hash !== rising[index - 1]);
