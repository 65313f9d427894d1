import { impressionsFor } from '../boosts/boost-terms';
import { betaDraw } from '../probability/gamma-draw';
import { averageOf } from '../probability/means';
import { EventProcess, OwnStream } from '../simulation/own-stream';
import { checkRace, roundBudget } from './check-race';
import { decideRace, drawRates, judgeRace } from './judge-race';
import { raceRegret } from './race-regret';
import type { RaceArm } from './race-terms';
import { shareRound } from './share-round';

/** Rare answers, so that a race takes its rounds: about 20 of them on the impressions of a note in the first one. */
const prior = { rate: 0.004, weight: 4 / 0.004 };
const ids = ['a', 'b', 'c', 'd'];
const races = 160;
const rounds = 5;
const budgetCents = 150_000;
const draws = 250;
const allImpressions = impressionsFor(budgetCents, 1_500);

/** Notes whose true rates come from what is believed of them, so that a stated chance can be counted against the truth. */
const truthOf = (seed: number) =>
  new Map(ids.map((id) => [id, betaDraw(new OwnStream(seed, id), 4, prior.weight - 4)]));

/** Runs one race to its decision, puts what is left on the winner, and compares it with the truth. */
function play(seed: number) {
  const truth = truthOf(seed);
  const best = Math.max(...truth.values());
  const arms: RaceArm[] = ids.map((noteId) => ({ noteId, impressions: 0, goals: 0, prior }));
  const lostOn = (noteId: string, impressions: number) =>
    impressions * (best - (truth.get(noteId) as number));
  const readers = new Map(ids.map((id) => [id, new EventProcess(new OwnStream(seed, `readers of ${id}`))]));
  let leftCents = budgetCents;
  let chances = ids.map((noteId) => ({ noteId, chanceBest: 1 / ids.length }));
  for (let round = 1; ; round++) {
    const roundCents = roundBudget({ leftCents, roundsLeft: rounds - round + 1 });
    for (const { noteId, cents } of shareRound(roundCents, chances)) {
      const arm = arms.find((one) => one.noteId === noteId) as RaceArm;
      const bought = impressionsFor(cents, 1_500);
      arm.impressions += bought;
      arm.goals += readers.get(noteId)?.expose(bought * (truth.get(noteId) as number)) ?? 0;
    }
    leftCents -= roundCents;
    const rates = drawRates(arms, (id) => new OwnStream(seed, `${id} ${round}`), draws);
    const verdicts = judgeRace(rates);
    const leader = verdicts[0] as (typeof verdicts)[number];
    if (round === rounds || decideRace(verdicts, { stopChance: 0.95, stopLoss: 0.005 })) {
      const lost = arms.reduce((sum, { noteId, impressions }) => sum + lostOn(noteId, impressions), 0);
      return {
        lost: lost + lostOn(leader.noteId, impressionsFor(leftCents, 1_500)),
        right: truth.get(leader.noteId) === best,
        stated: leader.chanceBest,
        covered: within(lost, raceRegret(arms, rates).belowBest),
      };
    }
    chances = verdicts;
  }
}
/** What the whole budget in equal shares loses to the best note. */
function lostInEqualShares(seed: number): number {
  const rates = [...truthOf(seed).values()];
  return allImpressions * (Math.max(...rates) - averageOf(rates));
}
const within = (value: number, { low, high }: { low: number; high: number }) => value >= low && value <= high;
const share = (flags: boolean[]) => flags.filter(Boolean).length / flags.length;

describe('a race of four notes', () => {
  const seeds = Array.from({ length: races }, (_, seed) => seed);
  const raced = seeds.map(play);

  it('begins with the least boost for each', () => {
    expect(checkRace({ notes: [], budgetCents, rounds })).toMatchObject({ roundCents: 4 * 7_500 });
  });

  it('loses less than half of what equal shares lose to the best note', () => {
    const equal = averageOf(seeds.map(lostInEqualShares));
    expect(averageOf(raced.map(({ lost }) => lost))).toBeLessThan(0.5 * equal);
    // Notes differ enough for the comparison to say something.
    expect(equal).toBeGreaterThan(0.15 * allImpressions * prior.rate);
  });

  it('is right about the winner at least as often as it says', () => {
    const stated = averageOf(raced.map((one) => one.stated));
    const error = Math.sqrt((stated * (1 - stated)) / races);
    expect(stated).toBeGreaterThan(0.8);
    expect(share(raced.map((one) => one.right))).toBeGreaterThan(stated - 2.5 * error);
  });

  it('states a regret that holds about four times in five', () => {
    const held = share(raced.map((one) => one.covered));
    const error = Math.sqrt(0.16 / races);
    expect(held).toBeGreaterThan(0.8 - 3 * error);
    expect(held).toBeLessThan(0.8 + 3 * error);
  });
});
