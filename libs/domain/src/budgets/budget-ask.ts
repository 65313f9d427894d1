import type { CampaignRail } from '../campaigns/campaign';

/** A creator's note: it is bought whole or not at all. */
export interface BudgetLump {
  kind: 'lump';
  id: string;
  rail: 'creators';
  /** key of the creator's tier */
  group: string;
  cents: number;
  /** what it is expected to bring, in units of the goal */
  value: number;
  /** standard deviation of the logarithm of what it brings */
  spread: number;
}

/**
 * Media that is bought by the yuan: nothing, or at least `openCents` of the wallet and at most `maxCents`. Vouchers add
 * `giftCents` of media that the wallet does not pay for, once it is open.
 *
 * It brings room · (1 − exp(−perCent · media / room)): every further person reached is new with a smaller chance. Without a limit
 * of the room it brings perCent for every cent.
 */
export interface BudgetCurve {
  kind: 'curve';
  id: string;
  rail: Exclude<CampaignRail, 'creators'>;
  openCents: number;
  maxCents: number;
  giftCents: number;
  /** units of the goal for the first cent of media */
  perCent: number;
  /** units of the goal beyond which nobody is left; null where nothing limits it but `maxCents` */
  room: number | null;
  spread: number;
}

export type BudgetOption = BudgetLump | BudgetCurve;

/** The least and the most of a rail, in cents; null where nothing binds it. */
export interface RailGuard {
  minCents: number;
  maxCents: number | null;
}

/** What the money is held to. */
export interface BudgetGuards {
  rails: Readonly<Record<CampaignRail, RailGuard>>;
  /** so much at least goes to creators of each of these tiers, in cents */
  tiers: readonly { group: string; minCents: number }[];
  /** no yuan is spent where a unit of the goal costs more cents than this; null for any price */
  ceilingCents: number | null;
}

export interface BudgetAsk {
  options: readonly BudgetOption[];
  budgetCents: number;
  guards: BudgetGuards;
}

export const budgetRefusals = [
  'nothing-to-spend',
  'no-options',
  'rail-min-above-max',
  'minima-above-budget',
  'rail-cannot-spend',
  'tier-cannot-spend',
  'tiers-above-creators',
  'no-set-fits',
] as const;

/** Why no plan can be made: which guard, and the cents that would do. */
export interface BudgetRefusal {
  refusal: (typeof budgetRefusals)[number];
  rail?: CampaignRail;
  /** key of a tier */
  group?: string;
  /** what the guard asks for, and what there is */
  askedCents?: number;
  thereCents?: number;
}

export const isBudgetRefusal = (answer: object): answer is BudgetRefusal => 'refusal' in answer;

/** Guards that bind nothing. */
export const noGuards: BudgetGuards = {
  rails: {
    creators: { minCents: 0, maxCents: null },
    boosts: { minCents: 0, maxCents: null },
    search: { minCents: 0, maxCents: null },
  },
  tiers: [],
  ceilingCents: null,
};

/** @throws RangeError for amounts that are none, and for an option that stands there twice: the caller checks these before */
export function checkBudgetAsk({ options, budgetCents, guards }: BudgetAsk): void {
  if (!Number.isSafeInteger(budgetCents)) throw new RangeError(`A budget of ${budgetCents} cents`);
  if (guards.ceilingCents !== null && !(guards.ceilingCents > 0))
    throw new RangeError(`A ceiling of ${guards.ceilingCents} cents`);
  const ids = new Set<string>();
  for (const option of options) {
    if (ids.has(option.id)) throw new RangeError(`Option ${option.id} stands there twice`);
    ids.add(option.id);
    const figures =
      option.kind === 'lump'
        ? [option.cents - 1, option.value, option.spread]
        : [
            option.openCents,
            option.maxCents - option.openCents,
            option.giftCents,
            option.perCent,
            option.room ?? 0,
            option.spread,
          ];
    if (!figures.every((figure) => figure >= 0))
      throw new RangeError(`Option ${option.id} has a figure below its least`);
  }
}
