import type {
  EngagementWeights,
  PlaceFactors,
  ResponseRates,
  World,
  WorldNote,
  WorldSegment,
} from '@poolrise/domain';
import { fillerValue, gammaDraw, mostOfAnHour, type RankedNote, rankNotes } from '@poolrise/domain';
import { mediumWorld, type WorldParameters } from './parameters';
import { WorldChance } from './world-chance';

/** Weights of the score: the folk CES, and half a point for the open itself. */
const weights: EngagementWeights = { click: 0.5, like: 1, collect: 1, comment: 4, share: 4, follow: 8 };
const rates: ResponseRates = {
  click: 0.1,
  like: 0.08,
  collect: 0.05,
  comment: 0.008,
  share: 0.006,
  follow: 0.006,
};
const topics = 12;
const slotsOfPage = [1, 0.82, 0.66, 0.52, 0.42, 0.34];
/** How much less of the followers' lift the platform believes in. */
const followerLiftBelieved = 0.9;

/** Readers by gender, generation and city tier, as the audience portrait of the platform has them. */
const segments: readonly WorldSegment[] = (['F', 'M'] as const).flatMap((gender) =>
  (['Z', 'older'] as const).flatMap((generation) =>
    (['T1', 'T2'] as const).map((tier) => ({
      name: gender + generation + tier,
      share: { F: 0.7, M: 0.3 }[gender] * { Z: 0.72, older: 0.28 }[generation] * { T1: 0.45, T2: 0.55 }[tier],
    })),
  ),
);

export interface ReferenceWorld extends World {
  notes: readonly RankedNote[];
  seed: number;
  parameters: WorldParameters;
}

/**
 * The reference world of a seed: notes with known truth, readers in eight segments and a platform that is somewhat
 * wrong about everything. The order of draws is part of the definition.
 */
export function referenceWorld(seed: number, changes: Partial<WorldParameters> = {}): ReferenceWorld {
  const parameters = { ...mediumWorld, ...changes };
  const chance = new WorldChance(seed);
  const affinity = drawAffinity(chance);
  const topicFactors = times(topics, () => Math.exp(0.3 * chance.normal() - 0.045));
  const slotsBelieved = slotsOfPage.map((slot) => slot * Math.exp(parameters.slotErr * chance.normal()));
  const drawn = times(parameters.days * parameters.perDay, (index) => drawNote(chance, index, parameters));
  // Every note once drew a guess of its quality here. No rule reads it, but its draws are part of the sequence.
  drawn.forEach(() => chance.normal());
  const blurred = (sd: number) => (factor: number) => factor * Math.exp(sd * chance.normal());
  const truth: PlaceFactors = {
    topics: topicFactors,
    affinity,
    slots: slotsOfPage,
    freshnessHours: parameters.tauH,
    readers: parameters.users,
    followerLift: parameters.halo,
  };
  const believed: PlaceFactors = {
    affinity: affinity.map((row) => row.map(blurred(parameters.affErr))),
    topics: topicFactors.map(blurred(parameters.topicErr)),
    slots: slotsBelieved,
    freshnessHours: parameters.tauH * parameters.tauEst,
    readers: parameters.users * parameters.satEst,
    followerLift: parameters.halo * followerLiftBelieved,
  };
  const hours = parameters.days * 24;
  const capacity = (parameters.perDay * parameters.impPerNote) / 24;
  return {
    seed,
    parameters,
    hours,
    capacity: new Float64Array(hours).fill(capacity),
    segments,
    truth,
    believed,
    segmentOrder: affinity.map((row) => [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0))),
    reaches: [2, 3, 5, 8],
    followerParts: [1, 0.4, 0.05],
    rates,
    weights,
    notes: rankNotes(drawn, { segments, truth, rates, weights }),
    scoredFromHour: Math.min(48, hours / 2),
    fillerValue,
    agedOutHours: 120,
    mostOfAnHour,
  };
}

function drawAffinity(chance: WorldChance): number[][] {
  return times(topics, () => {
    const row = segments.map(() => Math.exp(0.45 * chance.normal()));
    const mean = row.reduce((sum, factor, index) => sum + factor * (segments[index]?.share ?? 0), 0);
    return row.map((factor) => factor / mean);
  });
}

function drawNote(chance: WorldChance, index: number, parameters: WorldParameters): WorldNote {
  const { perDay, kwAcc, sigClick, sigSat, rho } = parameters;
  const bornHour = Math.floor(index / perDay) * 24 + Math.floor(chance.next() * 24);
  const topic = Math.floor(chance.next() * topics);
  const keywordTopic = chance.next() < kwAcc ? topic : Math.floor(chance.next() * topics);
  const first = chance.normal();
  const second = rho * first + Math.sqrt(1 - rho ** 2) * chance.normal();
  const hook = Math.exp(sigClick * first - sigClick ** 2 / 2);
  const content = Math.exp(sigSat * second - sigSat ** 2 / 2);
  const segmentDeviations = segments.map(() => Math.exp(0.2 * chance.normal() - 0.02));
  const followers = Math.min(3e6, chance.pareto(120, 0.75));
  const mix = slotsOfPage.map(() => gammaDraw(chance, 1.2));
  const all = mix.reduce((sum, part) => sum + part, 0);
  return {
    id: String(index),
    bornHour,
    topic,
    keywordTopic,
    hook,
    content,
    segmentDeviations,
    followers,
    followerShare: Math.min(0.6, 0.04 * Math.log10(followers + 10) ** 1.6),
    slotMix: mix.map((part) => part / all),
  };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
