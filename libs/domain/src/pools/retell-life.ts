import { decidePool, passThreshold } from './decide-pool';
import { LivedEvidence, type LivedRun } from './lived-evidence';
import { peersUnder } from './peers-under';
import type { PoolEvidence, PoolVerdict } from './pool-evidence';
import { finalLevel, levelOf, type PoolPolicy } from './pool-policy';

/** What a rule set says, or said, of one of its levels. */
export interface ToldVerdict {
  level: number;
  /** Organic impressions of the whole life when the note entered this level, and when this was said. */
  from: number;
  at: number;
  /** Whether the evidence at `at` was kept, or lies between two moments at which it was. */
  kept: boolean;
  /** The probability that a complete sample needs to pass. */
  asks: number;
  verdict: PoolVerdict;
}

/**
 * `same`: it would have ended, or be running, as it did. `stops-earlier`: the rule set stops it before the life ended.
 * `goes-on`: the life ended and the rule set would have shown it further; how readers would have answered is not known.
 */
export const lifeEndings = ['same', 'stops-earlier', 'goes-on'] as const;
export type LifeEnding = (typeof lifeEndings)[number];

export interface ToldLife {
  /** From the first level on, until the rule set stops the note or the life gives no more evidence. */
  verdicts: ToldVerdict[];
  ending: LifeEnding;
}

/** Who tells a life. */
export interface Teller {
  policy: PoolPolicy;
  /** The rule set under which the life was lived. */
  livedUnder: PoolPolicy;
  /** Impressions that `policy` promises this note at level 0, where they differ from the level's. */
  promise?: number;
}

/** A verdict falls a little after its count is full; a kept moment so near is taken for the moment itself. */
const nearTarget = 0.2;

/**
 * What a rule set would have said of a note's life, level by level, until the first level at which it would have ended
 * differently. Ladders differ in number and size of their levels, so they are laid beside each other by impressions: each
 * level is given as many of the life's organic impressions as it asks for, from where the one before it was passed.
 *
 * The rule set that the note lived under is told as it happened. Another is asked when one of its levels is full, and at
 * the moments of the real verdicts, since early verdicts need evidence that was kept. Nothing is invented: what readers did
 * after the real end is not known, and a level that is not full by then stays open.
 * Throws for a life without a run.
 */
export function retellLife(runs: readonly LivedRun[], teller: Teller): ToldLife {
  const life = new LivedEvidence(runs);
  const { policy, livedUnder } = teller;
  const asLived = policy.name === livedUnder.name && policy.version === livedUnder.version;
  const verdicts = asLived ? asItHappened(life, policy) : underOtherRules(life, teller);
  return { verdicts, ending: asLived ? 'same' : endingOf(life, verdicts) };
}

function asItHappened({ stretches }: LivedEvidence, policy: PoolPolicy): ToldVerdict[] {
  return stretches.map(({ evidence, verdict, start, end }) => ({
    level: evidence.level,
    from: start,
    at: end,
    kept: true,
    asks: passThreshold(policy, levelOf(policy, evidence.level)),
    verdict: verdict ?? decidePool(evidence, policy),
  }));
}

function underOtherRules(life: LivedEvidence, teller: Teller): ToldVerdict[] {
  const { policy } = teller;
  const told: ToldVerdict[] = [];
  let from = 0;
  for (let level = 0; level <= finalLevel(policy); level++) {
    const said = sayOfLevel(life, teller, level, from);
    if (said) told.push(said);
    if (said?.verdict.outcome !== 'pass') break;
    from = said.at;
  }
  return told;
}

/** The first verdict at this level, or the last look at it while it is open; null where the life has nothing for it. */
function sayOfLevel(life: LivedEvidence, teller: Teller, level: number, from: number): ToldVerdict | null {
  const { policy } = teller;
  const target = level === 0 && teller.promise !== undefined ? teller.promise : levelOf(policy, level).target;
  let said: ToldVerdict | null = null;
  for (const at of moments(life, from, target)) {
    const evidence = seenBy(teller, life.between(from, at, { level, target }));
    said = {
      level,
      from,
      at,
      kept: life.knots.includes(at),
      asks: passThreshold(policy, levelOf(policy, level)),
      verdict: decidePool(evidence, policy),
    };
    if (said.verdict.outcome !== 'wait') break;
  }
  return said;
}

/** When a level that began at `from` is looked at: at the real verdicts on its way, and when it is full. */
function moments({ knots }: LivedEvidence, from: number, target: number): number[] {
  const full = from + target;
  const ahead = knots.filter((knot) => knot > from);
  const near = ahead.find((knot) => knot >= full && knot <= full + nearTarget * target);
  const last = near ?? full;
  const before = ahead.filter((knot) => knot < last);
  return before.length === ahead.length ? before : [...before, last];
}

/** The evidence in the eyes of another rule set: its idea of the peers, and the live bar only if it has one. */
function seenBy({ policy, livedUnder }: Teller, evidence: PoolEvidence): PoolEvidence {
  const peers = peersUnder(evidence.peers, livedUnder, policy, evidence.category);
  return policy.capacity ? { ...evidence, peers } : { ...evidence, peers, poolAverage: 1, capacityFactor: 1 };
}

function endingOf(life: LivedEvidence, told: readonly ToldVerdict[]): LifeEnding {
  const last = told.at(-1);
  if (last?.verdict.outcome === 'stop')
    return life.ended && last.at === life.impressions ? 'same' : 'stops-earlier';
  return life.ended ? 'goes-on' : 'same';
}
