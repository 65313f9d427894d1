import type { Chance } from '@poolrise/domain';

/**
 * The chance that the reference world is drawn from.
 *
 * It stands apart from `RandomStream` because the order of its draws is part of the world's definition: the same seed
 * has to give the same world as in every published table of this benchmark.
 * Source: mulberry32 (Ettinger); the polar method (Marsaglia and Bray 1964).
 */
export class WorldChance implements Chance {
  private state: number;
  private spare: number | null = null;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    const { state } = this;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  normal(): number {
    if (this.spare !== null) {
      const kept = this.spare;
      this.spare = null;
      return kept;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * this.next() - 1;
      y = 2 * this.next() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    this.spare = y * scale;
    return x * scale;
  }

  pareto(least: number, exponent: number): number {
    return least / Math.pow(1 - this.next(), 1 / exponent);
  }
}
