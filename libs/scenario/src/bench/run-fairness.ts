import { type Figure, followerTiers, meanOverSeeds, runSimulation, type ServingRule } from '@poolrise/domain';
import type { WorldParameters } from '../reference/parameters';
import { twinWorld } from './twin-world';

export interface FairnessAsk {
  seeds: readonly number[];
  changes: Partial<WorldParameters>;
  rule: ServingRule;
}

/** Share of the exposure over share of the notes, by tier in the order of `followerTiers`; 1 is proportional. */
export interface FairnessOutcome {
  all: Figure[];
  /** Among the best tenth of notes, where there is most to give. */
  best: Figure[];
  /** Of small creators among all notes, where the tiers are as many as in the reference world and not a fifth each. */
  asThePlatform: Figure;
  /** Notes of each tier that were counted, over all seeds. */
  notes: number;
}

/** A note younger than this at the end has not had its life yet; the benchmark of pools draws the line here too. */
const shortestLifeHours = 96;

/** Plays worlds of twins under a rule and adds up who was shown. Guaranteed and organic impressions; nothing is paid here. */
export function runFairness({ seeds, changes, rule }: FairnessAsk): FairnessOutcome {
  const played = seeds.map((seed) => play(seed, changes, rule));
  const over = (of: (one: Shares) => readonly number[]): Figure[] =>
    followerTiers.map((_, tier) => meanOverSeeds(played.map((one) => of(one)[tier] ?? NaN)));
  return {
    all: over(({ all }) => all),
    best: over(({ best }) => best),
    asThePlatform: meanOverSeeds(played.map(({ all }) => smallAmong(all))),
    notes: played.reduce((sum, one) => sum + one.notes, 0),
  };
}

/** Part of the creators of the reference world with fewer followers than this: Pareto from 120 on, exponent .75. */
const partBelow = (followers: number): number => 1 - (120 / Math.max(120, followers)) ** 0.75;
const bounds = [1_000, 5_000, 50_000, 500_000, Infinity];
const tierParts = bounds.map((bound, tier) => partBelow(bound) - partBelow(bounds[tier - 1] ?? 0));

/** What a note of a small creator gets over what the average note gets, in the reference world's mix of creators. */
function smallAmong(shown: readonly number[]): number {
  const average = shown.reduce((sum, one, tier) => sum + one * (tierParts[tier] ?? 0), 0);
  return (shown[0] ?? NaN) / average;
}

interface Shares {
  all: readonly number[];
  best: readonly number[];
  notes: number;
}

function play(seed: number, changes: Partial<WorldParameters>, rule: ServingRule): Shares {
  const world = twinWorld(seed, changes);
  const { lives } = runSimulation({ world, rule, seed });
  const all = new Tally();
  const best = new Tally();
  world.notes.forEach(({ bornHour, topDecile, tier }, at) => {
    if (bornHour < world.scoredFromHour || bornHour >= world.hours - shortestLifeHours) return;
    const { guaranteed = 0, organic = 0 } = lives[at] ?? {};
    const place = followerTiers.indexOf(tier);
    all.add(place, guaranteed + organic);
    if (topDecile) best.add(place, guaranteed + organic);
  });
  return { all: all.overProportional(), best: best.overProportional(), notes: all.notes[0] ?? 0 };
}

class Tally {
  readonly notes = followerTiers.map(() => 0);
  private readonly shown = followerTiers.map(() => 0);

  add(tier: number, impressions: number): void {
    this.notes[tier] = (this.notes[tier] ?? 0) + 1;
    this.shown[tier] = (this.shown[tier] ?? 0) + impressions;
  }

  overProportional(): number[] {
    const notes = this.notes.reduce((sum, one) => sum + one, 0);
    const shown = this.shown.reduce((sum, one) => sum + one, 0);
    return this.shown.map((own, tier) => own / shown / ((this.notes[tier] ?? 0) / notes));
  }
}
