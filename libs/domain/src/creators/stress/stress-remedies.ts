import { sumOf } from '../../probability/means';
import { effectOf, type StressEffect } from './stress-effect';
import { gainsBeside } from './stress-reserves';
import { type StressRun, type StressVariant, StressWorld } from './stress-world';

/** A change that could make a plan sturdier, and what it does on the same luck. */
export type StressRemedy = { effect: StressEffect } & (
  | { act: 'hold-reserve'; creatorId: string; priceCents: number }
  | { act: 'keep-money-back'; creatorId: string; cents: number }
  | { act: 'publish-earlier'; days: number }
);

/** Reserves who are tried, and on how many draws of luck that is not that of the test: whoever is best by luck would look better than she is. */
const contenders = 5;
const triedDraws = 400;
/** at most; a plan cannot be asked to publish before its window opens */
const earlierDays = 7;

/**
 * At most three concrete changes, the one that adds most readers first: somebody who stands by for whoever cancels, the money of
 * the pick that adds least kept back to replace whoever cancels, and a plan a week earlier, or as far as the window lets it. A change that does harm is no remedy
 * and is left out; one whose interval covers zero says that it has no visible effect.
 */
export function sturdier(
  world: StressWorld,
  variant: StressVariant,
  base: StressRun,
  listed: readonly (readonly number[])[],
): StressRemedy[] {
  const { settings } = variant;
  const { picks, reserves } = world.ask;
  const found: StressRemedy[] = [];
  const cancels = settings.cancel.on && settings.cancel.probability > 0;
  const standBy = cancels && !settings.cancel.replace ? bestReserve(world, variant, listed) : null;
  if (standBy !== null) {
    const { creatorId, priceCents } = reserves[standBy - picks.length] ?? { creatorId: '', priceCents: 0 };
    const effect = effectOf(world, base, standingBy(variant, standBy, listed));
    found.push({ act: 'hold-reserve', creatorId, priceCents, effect });
  }
  const last = weakestOf(world);
  if (cancels && last !== null && reserves.length > 0) {
    const { creatorId, priceCents, boost } = picks[last] ?? { creatorId: '', priceCents: 0, boost: null };
    const effect = effectOf(world, base, { ...variant, replacements: listed, keptBack: last });
    found.push({ act: 'keep-money-back', creatorId, cents: priceCents + (boost?.cents ?? 0), effect });
  }
  const days = Math.min(earlierDays, Math.floor(world.ask.windowDays - settings.late.slackDays));
  if (settings.late.on && settings.late.probability > 0 && days >= 1) {
    const late = { ...settings.late, slackDays: settings.late.slackDays + days };
    const effect = effectOf(world, base, { ...variant, settings: { ...settings, late } });
    found.push({ act: 'publish-earlier', days, effect });
  }
  return found
    .filter(({ effect }) => effect.readers.high >= 0)
    .sort((one, other) => other.effect.readers.mean - one.effect.readers.mean);
}

/** One reserve, who may come for whoever cancels first of those whose place she may take. */
const standingBy = (
  variant: StressVariant,
  reserve: number,
  listed: readonly (readonly number[])[],
): StressVariant => ({
  ...variant,
  replacements: listed.map((one) => (one.includes(reserve) ? [reserve] : [])),
});

/** The reserve with whom the plan does best when somebody cancels; null when no money would pay for one. */
function bestReserve(
  world: StressWorld,
  variant: StressVariant,
  listed: readonly (readonly number[])[],
): number | null {
  const { ask } = world;
  const gains = gainsBeside(world, []);
  const mostCents = ask.leftCents + Math.max(...ask.picks.map(({ priceCents }) => priceCents));
  const open = [...new Set(listed.flat())]
    .filter((number) => (world.creators[number]?.priceCents ?? Infinity) <= mostCents)
    .sort((one, other) => (gains[other] as number) - (gains[one] as number))
    .slice(0, contenders);
  const elsewhere = new StressWorld({ ...ask, seed: ask.seed + 1, draws: Math.min(triedDraws, ask.draws) });
  const tried = open.map((number) => ({
    number,
    readers: sumOf(elsewhere.run(standingBy(variant, number, listed)).readers),
  }));
  return tried.sort((one, other) => other.readers - one.readers)[0]?.number ?? null;
}

/** Who adds least for her money and need not be in it; null when that leaves nobody. */
function weakestOf({ ask }: StressWorld): number | null {
  if (ask.picks.length < 2) return null;
  const free = ask.picks.flatMap(({ mustHave, adds, priceCents }, pick) =>
    mustHave ? [] : [{ pick, worth: adds / Math.max(1, priceCents) }],
  );
  return free.sort((one, other) => one.worth - other.worth)[0]?.pick ?? null;
}
