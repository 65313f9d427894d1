import type { BudgetLump } from './budget-ask';
import type { BudgetProblem } from './budget-problem';
import { type BudgetPrices, reducedValue } from './relax-budget';

/** A set of creators: what it costs and brings, and the creator who came last. */
export interface LumpSet {
  cents: number;
  value: number;
  last: number;
  before: LumpSet | null;
  /** the set of another tier that this one was put beside */
  beside: LumpSet | null;
}

export interface LumpEffort {
  /** creators of each tier whose choice is open; those far from the margin are in or out for sure, or almost */
  core: number;
  /** costs are told apart to this many parts of the most that creators may take */
  buckets: number;
}

/**
 * Sets of creators that no other set beats by bringing more for less (Nemhauser and Ullmann 1969), one in each bucket of cost.
 *
 * With as many buckets as sets and all creators in the core nothing is lost; otherwise what is lost shows in the gap to the bound.
 * Every set keeps the least of each tier, the least and the most of the rail.
 */
export function lumpSets(problem: BudgetProblem, prices: BudgetPrices, effort: LumpEffort): LumpSet[] {
  const { bounds, tiers, lumps, budgetCents } = problem;
  const most = Math.min(bounds.creators.max, budgetCents - bounds.boosts.min - bounds.search.min);
  let sets: LumpSet[] = [{ cents: 0, value: 0, last: -1, before: null, beside: null }];
  for (const [place, tier] of tiers.entries()) {
    const ranked = tier.lumps
      .map((at) => ({ at, gain: reducedValue(lumps[at] as BudgetLump, place, prices) }))
      .sort((one, other) => Math.abs(one.gain) - Math.abs(other.gain));
    const core = ranked.slice(0, effort.core);
    const sure = ranked.slice(effort.core).filter(({ gain }) => gain > 0);
    const held = tier.min > 0;
    // A tier with a least of its own is chosen by itself first, so that its own cost is known.
    let mine = held ? [{ cents: 0, value: 0, last: -1, before: null, beside: null }] : sets;
    for (const { at } of sure) mine = mine.map((set) => withLump(set, at, lumps[at] as BudgetLump));
    for (const { at } of core)
      mine = mergeSets(
        mine,
        mine.map((set) => withLump(set, at, lumps[at] as BudgetLump)),
        most,
        effort,
      );
    if (held)
      mine = beside(
        sets,
        mine.filter(({ cents }) => cents >= tier.min),
        most,
        effort,
      );
    sets = mine.filter(({ cents }) => cents <= most);
  }
  return sets.filter(({ cents }) => cents >= bounds.creators.min);
}

/** Numbers of the creators of a set. */
export function membersOf(set: LumpSet): number[] {
  const found: number[] = [];
  const open: LumpSet[] = [set];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.last >= 0) found.push(one.last);
    if (one.before) open.push(one.before);
    if (one.beside) open.push(one.beside);
  }
  return found;
}

const withLump = (before: LumpSet, last: number, { cents, value }: BudgetLump): LumpSet => ({
  cents: before.cents + cents,
  value: before.value + value,
  last,
  before,
  beside: null,
});

/** Both lists rise by cost; what is beaten by something cheaper is left out. */
function mergeSets(
  some: readonly LumpSet[],
  others: readonly LumpSet[],
  most: number,
  { buckets }: LumpEffort,
): LumpSet[] {
  const kept: LumpSet[] = [];
  let [a, b] = [0, 0];
  while (a < some.length || b < others.length) {
    const [one, other] = [some[a], others[b]];
    const first =
      !other || (one && (one.cents < other.cents || (one.cents === other.cents && one.value >= other.value)));
    const next = (first ? one : other) as LumpSet;
    if (first) a++;
    else b++;
    if (next.cents > most) break;
    if (kept.length === 0 || next.value > (kept.at(-1) as LumpSet).value) kept.push(next);
  }
  return thinned(kept, most, buckets);
}

/** As they are while there are few; else the best of each bucket of cost, and the empty set. */
function thinned(sets: readonly LumpSet[], most: number, buckets: number): LumpSet[] {
  if (sets.length <= buckets) return [...sets];
  const kept = sets.slice(0, 1);
  let filled = -1;
  for (const set of sets.slice(1)) {
    const bucket = Math.floor((set.cents / most) * buckets);
    // They rise by what they bring, so the last of a bucket is its best.
    if (bucket === filled) kept[kept.length - 1] = set;
    else kept.push(set);
    filled = bucket;
  }
  return kept;
}

/** Every set of one list beside every set of another. */
function beside(
  some: readonly LumpSet[],
  others: readonly LumpSet[],
  most: number,
  { buckets }: LumpEffort,
): LumpSet[] {
  const pairs: LumpSet[] = [];
  for (const one of thinned(some, most, pairsSide))
    for (const other of thinned(others, most, pairsSide)) {
      const cents = one.cents + other.cents;
      if (cents > most) break;
      pairs.push({ cents, value: one.value + other.value, last: -1, before: one, beside: other });
    }
  pairs.sort((one, other) => one.cents - other.cents || other.value - one.value);
  return mergeSets(pairs, [], most, { core: 0, buckets });
}

/** So many of each list are put beside each other: their pairs are sorted. */
const pairsSide = 250;
