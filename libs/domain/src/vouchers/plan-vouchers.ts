import type { BoostGoal } from '../boosts/boost-goal';
import { type BoostTerms, boostTerms } from '../boosts/boost-terms';
import { dayInShanghai } from '../pools/traffic-clock';
import { burnOrder, voucherWorthCents } from './burn-order';
import { mayStack, type StackingRule, stackingRuleOn } from './stacking';
import type { Voucher } from './voucher';
import {
  budgetStepCents,
  groupOf,
  type GroupUse,
  impressionsOf,
  largestUse,
  type PlannedNote,
  turningUses,
  useAt,
  type VoucherGroup,
} from './voucher-group';

export { budgetStepCents, type PlannedNote } from './voucher-group';

/** What is to be planned. Times are epoch milliseconds, amounts integer cents. */
export interface VoucherPlanAsk {
  /** all vouchers that are neither used, over, nor taken back */
  vouchers: readonly Voucher[];
  /** notes that may be boosted */
  notes: readonly PlannedNote[];
  /** the most that the wallet adds to all boosts together */
  walletCents: number;
  /** what is bought where vouchers leave the choice */
  goal: BoostGoal;
  now: number;
  terms?: BoostTerms;
}

export interface ProposedBoost {
  noteId: string;
  goal: BoostGoal;
  budgetCents: number;
  walletCents: number;
  savedCents: number;
  impressions: number;
  /** in burn order */
  voucherIds: string[];
  /** when the first of its vouchers ends */
  launchBefore: number;
}

/** Why a voucher is in no boost of the plan. */
export type LeftReason = 'not-yet-valid' | 'fits-no-note' | 'needs-more-cash' | 'planned-later';

export interface LeftVoucher {
  voucherId: string;
  why: LeftReason;
  /** the least that the wallet would add to a boost with this voucher alone; null where that is not what is missing */
  needsCents: number | null;
}

export interface VoucherPlan {
  boosts: ProposedBoost[];
  walletCents: number;
  savedCents: number;
  /** No plan for these vouchers, notes and cash, in whole yuan, saves more than this. */
  boundCents: number;
  left: LeftVoucher[];
}

/** So many vouchers are planned at once; what ends later waits for the next plan. Every division of eight is looked at. */
export const plannedAtOnce = 8;

/** One way to divide vouchers, as a chain from the last boost to the first. */
interface Way {
  walletCents: number;
  savedCents: number;
  boosts: number;
  use: GroupUse | null;
  rest: Way | null;
}

const nothing: Way = { walletCents: 0, savedCents: 0, boosts: 0, use: null, rest: null };

/**
 * Which vouchers to use together, with which budgets and on which notes, so that as little as possible of them is wasted; among
 * plans that waste the same, the one that takes the least from the wallet, and then the one with fewer boosts.
 *
 * Every division into boosts that stacking and scope allow is looked at, up to `plannedAtOnce` vouchers, those that end first.
 * What a boost saves is piecewise linear in what the wallet adds, so some best plan has at most one boost whose budget is no
 * turning point (two such could exchange cash until one is): all turning points are tried for all boosts, and one boost may take
 * the cash that is left. Budgets are whole yuan; rounding a best plan to them costs less than a yuan a boost, which is the
 * distance to `boundCents`. Where a plan leaves nothing to save, it is the best.
 */
export function planVouchers(ask: VoucherPlanAsk): VoucherPlan {
  const terms = ask.terms ?? boostTerms;
  const planned = plannable(ask);
  const groups = groupsOf(planned, ask, terms);
  const ways = waysOf(planned.length, groups, ask.walletCents, terms);
  const best = bestWay(planned.length, groups, ways, ask.walletCents, terms);
  const uses: GroupUse[] = [];
  for (let way: Way | null = best; way?.use; way = way.rest) uses.push(way.use);
  const boosts = placed(uses, ask.goal, terms);
  const atStake = planned.reduce(
    (sum, voucher) => sum + voucherWorthCents(voucher, terms.centsPerThousand),
    0,
  );
  return {
    boosts,
    walletCents: best.walletCents,
    savedCents: best.savedCents,
    boundCents: Math.min(atStake, best.savedCents + planned.length * budgetStepCents),
    left: leftOf(ask, planned, boosts, terms),
  };
}

/**
 * What using vouchers in burn order alone saves, with the same cash: the first one and whatever stacks with it goes into a boost
 * of the usual budget, or of what it asks for at least, as a checkout does that applies vouchers by itself.
 */
export function burnOrderAlone(
  ask: VoucherPlanAsk,
  usualBudgetCents: number,
): Omit<GroupUse, 'group' | 'budgetCents'> {
  const terms = ask.terms ?? boostTerms;
  const rules = { terms, stacking: stackingOf(ask) };
  const total = { walletCents: 0, savedCents: 0 };
  let open = plannable(ask);
  for (let [first] = open; first; [first] = open) {
    const budgetCents = Math.max(usualBudgetCents, terms.minBudgetCents, first.minBudgetCents);
    let group = groupOf([first], ask.notes, rules);
    for (const next of open.slice(1)) {
      if (!group || next.minBudgetCents > budgetCents) continue;
      if (useAt(group, budgetCents, terms.centsPerThousand).walletCents === 0) break;
      group = groupOf([...group.vouchers, next], ask.notes, rules) ?? group;
    }
    const use = group && useAt(group, Math.min(budgetCents, terms.maxBudgetCents), terms.centsPerThousand);
    const paid = use && total.walletCents + use.walletCents <= ask.walletCents ? use : null;
    total.walletCents += paid?.walletCents ?? 0;
    total.savedCents += paid?.savedCents ?? 0;
    const taken = paid?.group.vouchers ?? [first];
    open = open.filter((voucher) => !taken.includes(voucher));
  }
  return total;
}

const stackingOf = ({ now }: VoucherPlanAsk): StackingRule => stackingRuleOn(dayInShanghai(new Date(now)));

function plannable({ vouchers, now }: VoucherPlanAsk): Voucher[] {
  const valid = vouchers.filter(
    ({ state, validFrom, expiresAt }) => state === 'granted' && validFrom <= now && expiresAt > now,
  );
  return burnOrder(valid).slice(0, plannedAtOnce);
}

/** The group of every set of vouchers, by the bits of the set; none where they fit no boost together. */
function groupsOf(
  vouchers: readonly Voucher[],
  ask: VoucherPlanAsk,
  terms: BoostTerms,
): (VoucherGroup | null)[] {
  const stacking = stackingOf(ask);
  return Array.from({ length: 1 << vouchers.length }, (_, set) => {
    if (set === 0) return null;
    const chosen = vouchers.filter((_voucher, place) => set & (1 << place));
    return mayStack(chosen, stacking) ? groupOf(chosen, ask.notes, { terms, stacking }) : null;
  });
}

/** For every set of vouchers, the ways to use some of it at turning points that no other way beats in cash and in saving. */
function waysOf(
  count: number,
  groups: readonly (VoucherGroup | null)[],
  walletCents: number,
  terms: BoostTerms,
): Way[][] {
  const turning = groups.map((group) => (group ? turningUses(group, terms) : []));
  const ways: Way[][] = [[nothing]];
  for (let set = 1; set < 1 << count; set += 1) {
    const first = set & -set;
    const others = set ^ first;
    const found = [...(ways[others] ?? [])];
    for (let beside = others; ; beside = (beside - 1) & others) {
      for (const use of turning[beside | first] ?? [])
        for (const rest of ways[others ^ beside] ?? []) {
          const way = withUse(use, rest);
          if (way.walletCents <= walletCents) found.push(way);
        }
      if (beside === 0) break;
    }
    ways.push(unbeaten(found));
  }
  return ways;
}

/** The way that saves most, when one boost may also take what is left of the cash. */
function bestWay(
  count: number,
  groups: readonly (VoucherGroup | null)[],
  ways: readonly Way[][],
  walletCents: number,
  terms: BoostTerms,
): Way {
  const all = (1 << count) - 1;
  const found = [...(ways[all] ?? [])];
  groups.forEach((group, set) => {
    if (!group) return;
    for (const rest of ways[all ^ set] ?? []) {
      const use = largestUse(group, walletCents - rest.walletCents, terms);
      if (use) found.push(withUse(use, rest));
    }
  });
  return found.reduce((best, way) => (isBetter(way, best) ? way : best), nothing);
}

const withUse = (use: GroupUse, rest: Way): Way => ({
  walletCents: use.walletCents + rest.walletCents,
  savedCents: use.savedCents + rest.savedCents,
  boosts: rest.boosts + 1,
  use,
  rest,
});

function isBetter(a: Way, b: Way): boolean {
  if (a.savedCents !== b.savedCents) return a.savedCents > b.savedCents;
  if (a.walletCents !== b.walletCents) return a.walletCents < b.walletCents;
  return a.boosts < b.boosts;
}

function unbeaten(ways: Way[]): Way[] {
  ways.sort((a, b) => a.walletCents - b.walletCents || b.savedCents - a.savedCents || a.boosts - b.boosts);
  let most = -1;
  return ways.filter(({ savedCents }) => {
    if (savedCents <= most) return false;
    most = savedCents;
    return true;
  });
}

/** Each boost on the note that is worth most and not taken yet, those with the most at stake first. */
function placed(uses: readonly GroupUse[], goal: BoostGoal, terms: BoostTerms): ProposedBoost[] {
  const taken = new Set<string>();
  const proposals = [...uses]
    .sort((a, b) => b.savedCents - a.savedCents)
    .map((use): ProposedBoost => {
      const { places, vouchers } = use.group;
      const [place] = [...places].sort(
        (a, b) =>
          Number(taken.has(a.note.noteId)) - Number(taken.has(b.note.noteId)) ||
          b.note.worth - a.note.worth ||
          Number(b.goal === goal) - Number(a.goal === goal),
      );
      if (!place) throw new Error('A group without a place is no group');
      taken.add(place.note.noteId);
      const { budgetCents, walletCents, savedCents } = use;
      return {
        noteId: place.note.noteId,
        goal: place.goal,
        budgetCents,
        walletCents,
        savedCents,
        impressions: impressionsOf(use, terms.centsPerThousand),
        voucherIds: vouchers.map(({ id }) => id),
        launchBefore: Math.min(...vouchers.map(({ expiresAt }) => expiresAt)),
      };
    });
  return proposals.sort((a, b) => a.launchBefore - b.launchBefore || b.savedCents - a.savedCents);
}

function leftOf(
  ask: VoucherPlanAsk,
  planned: readonly Voucher[],
  boosts: readonly ProposedBoost[],
  terms: BoostTerms,
): LeftVoucher[] {
  const used = new Set(boosts.flatMap(({ voucherIds }) => voucherIds));
  const rules = { terms, stacking: stackingOf(ask) };
  return burnOrder(ask.vouchers.filter(({ id }) => !used.has(id))).map((voucher): LeftVoucher => {
    const left = { voucherId: voucher.id, needsCents: null };
    if (voucher.validFrom > ask.now) return { ...left, why: 'not-yet-valid' };
    const group = groupOf([voucher], ask.notes, rules);
    if (!group) return { ...left, why: 'fits-no-note' };
    if (!planned.includes(voucher)) return { ...left, why: 'planned-later' };
    const { walletCents } = useAt(group, group.minBudgetCents, terms.centsPerThousand);
    return { ...left, why: 'needs-more-cash', needsCents: walletCents };
  });
}
