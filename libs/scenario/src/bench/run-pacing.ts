import { BoostPacer, defaultTrafficClock, paceBoost, PaidChooser } from '@poolrise/domain';
import { RandomStream } from '../random';
import {
  aBoost,
  aReader,
  hourMs,
  type PacingWorld,
  slotsByHour,
  type WorldBoost,
  worldHours,
  worldStart,
} from './pacing-world';

export interface PacingOutcome {
  /** Of each boost that was on its way: impressions that readers reported, over the plan. */
  delivered: Float64Array;
  /** Of each boost, on average over looks every ten minutes: how far delivery was from the plan's curve, as a share of the plan. */
  strayed: Float64Array;
  plannedImpressions: number;
  pages: number;
  rounds: number;
  /** Boosts paced, summed over the rounds. */
  paced: number;
  /** Spent in rounds and in choosing, on the clock that was given. */
  roundMs: number;
  chooseMs: number;
}

const paidPlaces = 2;
const asked = 48;
const lookEveryMs = hourMs / 6;
/** How well a reader suits a boost of a category they like, and of another. */
const likedFit = 0.8;
const otherFit = 0.2;

/**
 * Lets the readers of two days come by, page by page, and gives the paid places as the feed does, with its pacer and its
 * chooser: places are not looked at, reports come late, and hours bring other numbers of readers than the policy's clock
 * says. `clock` reads milliseconds, for what is timed.
 */
export function runPacing(world: PacingWorld, seed: string, clock: () => number): PacingOutcome {
  return new PacingRun(world, seed, clock).outcome();
}

class PacingRun {
  private readonly random: RandomStream;
  private readonly boosts: WorldBoost[];
  private readonly placeOf: Map<string, number>;
  private readonly reports: number[][] = [];
  private readonly strays: { sum: number; looks: number }[];
  private readonly pacer = new BoostPacer<WorldBoost>();
  private readonly chooser = new PaidChooser();
  private readonly counts = { pages: 0, rounds: 0, paced: 0, roundMs: 0, chooseMs: 0 };

  constructor(
    private readonly world: PacingWorld,
    seed: string,
    private readonly clock: () => number,
  ) {
    this.random = new RandomStream(seed);
    this.boosts = Array.from({ length: world.boosts }, (_, at) => aBoost(at, this.random));
    this.placeOf = new Map(this.boosts.map(({ boostId }, at) => [boostId, at]));
    this.strays = this.boosts.map(() => ({ sum: 0, looks: 0 }));
  }

  outcome(): PacingOutcome {
    const slots = slotsByHour(this.boosts, this.world, this.random);
    const roundMs = this.world.roundEvery * 1000;
    let owed = 0;
    for (let round = 0; round * roundMs < worldHours * hourMs; round++) {
      const now = worldStart + round * roundMs;
      this.hear(round);
      this.pace(now);
      if (now % lookEveryMs === 0) this.look(now);
      owed += ((slots[Math.floor((now - worldStart) / hourMs)] ?? 0) * roundMs) / hourMs / paidPlaces;
      for (; owed >= 1; owed--) this.page(round);
    }
    return {
      ...this.counts,
      delivered: Float64Array.from(this.boosts, (b) => b.deliveredImpressions / b.plannedImpressions),
      strayed: Float64Array.from(this.strays, ({ sum, looks }) => sum / Math.max(1, looks)),
      plannedImpressions: this.boosts.reduce((sum, { plannedImpressions }) => sum + plannedImpressions, 0),
    };
  }

  /** What readers report in this round is delivered, also after the end. */
  private hear(round: number): void {
    for (const place of this.reports[round] ?? [])
      (this.boosts[place] as WorldBoost).deliveredImpressions += 1;
    this.reports[round] = [];
  }

  private pace(now: number): void {
    const running = this.running(now);
    const before = this.clock();
    this.pacer.update(running, defaultTrafficClock, now);
    this.counts.roundMs += this.clock() - before;
    this.counts.rounds += 1;
    this.counts.paced += running.length;
  }

  private running(now: number): WorldBoost[] {
    return this.boosts.filter(({ startsAt, endsAt }) => startsAt.getTime() <= now && endsAt.getTime() > now);
  }

  private look(now: number): void {
    for (const boost of this.running(now)) {
      const { boostId, plannedImpressions, deliveredImpressions: delivered } = boost;
      const window = { startsAt: boost.startsAt.getTime(), endsAt: boost.endsAt.getTime() };
      const { share } = paceBoost({
        plannedImpressions,
        delivered,
        ...window,
        now,
        clock: defaultTrafficClock,
      });
      const stray = this.strays[this.placeOf.get(boostId) ?? 0];
      if (!stray) continue;
      stray.sum += Math.abs(delivered / plannedImpressions - share);
      stray.looks += 1;
    }
  }

  private page(round: number): void {
    const { said, likes } = aReader(this.random);
    const uniform = () => this.random.next();
    const before = this.clock();
    const due = this.pacer.due(said, asked, uniform);
    const fit = ({ category }: WorldBoost) => (likes.has(category) ? likedFit : otherFit);
    const chosen = this.chooser.choose(due, fit, uniform).slice(0, paidPlaces);
    for (const { boostId } of chosen) this.pacer.serve(boostId);
    this.counts.chooseMs += this.clock() - before;
    this.counts.pages += 1;
    for (const { boostId } of chosen) {
      if (this.random.chance(this.world.unseen)) continue;
      const later = (this.random.next() * this.world.reportWithin) / this.world.roundEvery;
      (this.reports[round + 1 + Math.floor(later)] ??= []).push(this.placeOf.get(boostId) ?? 0);
    }
  }
}
