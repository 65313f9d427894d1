/**
 * Seeded random numbers in named streams.
 *
 * Every part of the scenario draws from a stream of its own name, so that a change in one part (one more creator, one
 * more sentence) does not move the numbers of another. The same seed and name give the same numbers on every machine.
 */
export class RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: string, ...name: (string | number)[]) {
    const state = hash128([seed, ...name].join('\u001f'));
    [this.a, this.b, this.c, this.d] = state;
    // The first numbers of neighbouring seeds are alike until the state has been stirred.
    for (let i = 0; i < 12; i++) this.next();
  }

  /** Uniform in [0, 1). Source: sfc32 of PractRand (Doty-Humphrey), 2^128 states. */
  next(): number {
    const t = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  }

  /** Whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** `count` different items in random order; all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const end = Math.min(count, rest.length);
    for (let i = 0; i < end; i++) {
      const j = i + this.below(rest.length - i);
      [rest[i], rest[j]] = [rest[j] as T, rest[i] as T];
    }
    return rest.slice(0, end);
  }

  /** One of the items, the heavier the likelier. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = this.next() * items.reduce((all, [, weight]) => all + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return (items.at(-1) as readonly [T, number])[0];
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normal with mean 1 and standard deviation `sigma` of the logarithm. */
  around1(sigma: number): number {
    return Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  /** Pareto: at least `minimum`, tail exponent `alpha`. */
  pareto(minimum: number, alpha: number): number {
    return minimum / Math.pow(1 - this.next(), 1 / alpha);
  }

  /** Count of rare events with this mean; by the normal approximation above 40. */
  poisson(mean: number): number {
    if (!(mean > 0)) return 0;
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const end = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > end) {
      product *= this.next();
      count++;
    }
    return count;
  }

  /** How many of `trials` succeed; by inversion while few do, by the normal approximation above 40. Never beyond `trials`. */
  binomial(trials: number, probability: number): number {
    if (trials <= 0 || probability <= 0) return 0;
    if (probability >= 1) return trials;
    const mean = trials * probability;
    if (mean > 40) {
      const deviation = Math.sqrt(mean * (1 - probability));
      return Math.min(trials, Math.max(0, Math.round(mean + deviation * this.normal())));
    }
    const odds = probability / (1 - probability);
    let left = this.next();
    let density = Math.pow(1 - probability, trials);
    let count = 0;
    while (left > density && count < trials) {
      left -= density;
      density *= (odds * (trials - count)) / (count + 1);
      count++;
    }
    return count;
  }

  /** A version 4 UUID. */
  uuid(): string {
    const hex = [this.word(), this.word(), this.word(), this.word()].join('');
    const variant = '89ab'[parseInt(hex.charAt(16), 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  private word(): string {
    return Math.floor(this.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0');
  }
}

/** A number in [0, 1) that belongs to this text and stays the same for ever. */
export function fractionOf(text: string): number {
  return hash128(text)[0] / 4_294_967_296;
}

/** Four 32-bit words from a text. Source: cyrb128 (bryc, public domain), a mix of MurmurHash3's constants. */
function hash128(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, b >>> 0, c >>> 0, d >>> 0];
}
