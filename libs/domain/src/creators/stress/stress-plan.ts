import type { CountedShare } from '../../calibration/wilson';
import { checkStressAsk, type StressAsk, type StressPick } from './stress-ask';
import { effectOf, type StressEffect } from './stress-effect';
import { type Histogram, histogramOf, type Percentiles, percentilesOf, shortShare } from './stress-figures';
import { type StressRemedy, sturdier } from './stress-remedies';
import { replacementsOf } from './stress-reserves';
import { type StressShock, stressShocks, without } from './stress-settings';
import { type StressRun, type StressVariant, StressWorld } from './stress-world';

/** Why a shock has no bearing on a plan. */
export type StressIdle = 'off' | 'no-boosts' | 'followers-counted' | 'nobody-shares';

export interface StressReport {
  draws: number;
  seed: number;
  /** readers that the plan promises, boosts and all */
  promised: number;
  line: number;
  readers: Percentiles;
  histogram: Histogram;
  /** how often it is short of the line */
  short: CountedShare;
  spentCents: Percentiles;
  /** spend of a draw for a thousand of its readers; draws that reach nobody are left out, null when all do */
  centsPerThousand: Percentiles | null;
  /** notes that count, of so many planned */
  inTime: Percentiles;
  notes: number;
  /** what each shock costs: the effect of switching it off alone, the most readers first; null where it has no bearing */
  hurts: { shock: StressShock; idle: StressIdle | null; befell: number | null; off: StressEffect | null }[];
  /** the picks that the plan loses most without, the heaviest first */
  hangsOn: { creatorId: string; lost: number; lostShare: number; out: StressEffect }[];
  remedies: StressRemedy[];
}

const bins = 30;
const heaviest = 3;

/**
 * What a plan is worth when things go wrong, by simulation.
 *
 * Each draw asks of every creator whether she cancels, is late, is limited and how her note reads (`StressSettings`), pays whom
 * it must, and counts the readers of those who are left, each once, by the sketches. The plan without shocks reaches exactly
 * what it promises. All comparisons are draw by draw on the same luck, with intervals by the central limit theorem; they are
 * those of the simulation and say nothing of how right the probabilities are.
 *
 * Units: people, integer cents in, cents out; shares 0 to 1. Not modelled: notes that do better than planned beyond what is
 * credited, creators who ask for more money, boosts moved from one note to another, readers who are reached after the window.
 *
 * @throws RangeError for an ask that is none (`checkStressAsk`)
 */
export function stressPlan(ask: StressAsk): StressReport {
  checkStressAsk(ask);
  const world = new StressWorld(ask);
  const listed = replacementsOf(world);
  const variant: StressVariant = {
    settings: ask.settings,
    replacements: ask.settings.cancel.replace ? listed : ask.picks.map(() => []),
  };
  const base = world.run(variant);
  const perThousand = base.spentCents
    .map((cents, draw) => (1_000 * cents) / (base.readers[draw] as number))
    .filter(Number.isFinite);
  return {
    draws: ask.draws,
    seed: ask.seed,
    promised: ask.promised + ask.picks.reduce((sum, { boost }) => sum + (boost?.readers ?? 0), 0),
    line: ask.line,
    readers: percentilesOf(base.readers),
    histogram: histogramOf(base.readers, bins),
    short: shortShare(base.readers, ask.line),
    spentCents: percentilesOf(base.spentCents),
    centsPerThousand: perThousand.length > 0 ? percentilesOf(perThousand) : null,
    inTime: percentilesOf(base.inTime),
    notes: ask.picks.length,
    hurts: hurtsOf(world, variant, base),
    hangsOn: hangsOn(world, variant, base),
    remedies: sturdier(world, variant, base, listed),
  };
}

function hurtsOf(world: StressWorld, variant: StressVariant, base: StressRun): StressReport['hurts'] {
  const { draws } = world.ask;
  return stressShocks
    .map((shock) => {
      const idle = idleOf(world.ask, shock);
      const befell = shock in base.befell ? base.befell[shock as keyof StressRun['befell']] / draws : null;
      const off = idle
        ? null
        : effectOf(world, base, { ...variant, settings: without(variant.settings, shock) });
      return { shock, idle, befell: idle ? null : befell, off };
    })
    .sort((one, other) => (other.off?.readers.mean ?? -Infinity) - (one.off?.readers.mean ?? -Infinity));
}

function idleOf({ settings, picks, counting }: StressAsk, shock: StressShock): StressIdle | null {
  if (!settings[shock].on) return 'off';
  const boosted = picks.some(({ boost }) => boost);
  if (shock === 'dearer' && !boosted) return 'no-boosts';
  if (shock === 'reads' && counting === 'followers' && !boosted) return 'followers-counted';
  const groups = new Set(picks.map(({ group }) => group));
  return shock === 'together' && groups.size === picks.length ? 'nobody-shares' : null;
}

function hangsOn(world: StressWorld, variant: StressVariant, base: StressRun): StressReport['hangsOn'] {
  const { field, scale, ask } = world;
  const whole = field.readers(world.plannedChances());
  const all = ask.picks.reduce((sum, { boost }) => sum + (boost?.readers ?? 0), ask.promised);
  return ask.picks
    .map(({ creatorId, boost }: StressPick, pick) => ({
      creatorId,
      pick,
      lost: scale * (whole - field.readers(world.plannedChances([pick]))) + (boost?.readers ?? 0),
    }))
    .sort((one, other) => other.lost - one.lost)
    .slice(0, heaviest)
    .map(({ creatorId, pick, lost }) => ({
      creatorId,
      lost,
      lostShare: all > 0 ? lost / all : 0,
      out: effectOf(world, base, { ...variant, failing: pick }),
    }));
}
