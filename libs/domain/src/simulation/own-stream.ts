import { hashText32, mix32 } from '../probability/mix-32';

/**
 * A stream of chance that belongs to one name: the n-th number of a name is the same in every run, whatever else
 * is drawn. That is what makes two simulated worlds comparable note by note (common random numbers).
 *
 * Counter-based: a number is a hash of the name and of its place in the stream, so streams cannot overlap.
 * The mixing is the finalizer of MurmurHash3 (Appleby), once with each half of a 64-bit key.
 */
export class OwnStream {
  private readonly low: number;
  private readonly high: number;
  private drawn = 0;

  constructor(seed: number, name: string, part = 0) {
    this.low = mix32(hashText32(name, 0x811c9dc5) ^ Math.imul(seed, 0x9e3779b1));
    this.high = mix32(hashText32(name, 0x1b873593 ^ seed) + Math.imul(part + 1, 0x85ebca6b));
  }

  /** Uniform in (0, 1). */
  next(): number {
    this.drawn = (this.drawn + 1) | 0;
    const first = mix32((Math.imul(this.drawn, 0x9e3779b1) ^ this.low) | 0);
    return ((mix32((first + this.high) | 0) >>> 0) + 0.5) / 4_294_967_296;
  }

  /** Exponential with mean 1: the gap between two events that come once in a unit on average. */
  gap(): number {
    return -Math.log(this.next());
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

/**
 * Events that come once per unit of exposure on average, whatever the exposure is made of. More exposure adds events
 * and never takes one back.
 */
export class EventProcess {
  private exposure = 0;
  private nextEvent: number;

  constructor(private readonly stream: OwnStream) {
    this.nextEvent = stream.gap();
  }

  /** Adds exposure, and returns how many events it brought. */
  expose(units: number): number {
    this.exposure += units;
    let events = 0;
    while (this.nextEvent <= this.exposure) {
      events++;
      this.nextEvent += this.stream.gap();
    }
    return events;
  }
}
