import { bestOf, intervalOfDraws, type RaceInterval, type RaceRates } from './judge-race';

/** What a race cost and won so far, in answers of its goal. */
export interface RaceRegret {
  /** answers that all impressions on the best note would have brought beyond what the race expects of its own */
  belowBest: RaceInterval;
  /** answers beyond what equal shares of the same impressions would have brought; may be below zero */
  aboveEqual: RaceInterval;
  /** what all impressions on the best note would have brought, on average */
  bestWouldBring: number;
}

/**
 * Compares a race with having known the best note from the start, and with never having looked.
 *
 * Both comparisons spend the same impressions, take the rates as drawn for the judgement, and leave the luck of the
 * counts out: an impression is worth the rate of its note. The best note is another one in each draw, since nobody knows it;
 * that is why regret is an interval and never zero. The best and the mean are taken over the notes of `rates`.
 */
export function raceRegret(
  arms: readonly { noteId: string; impressions: number }[],
  rates: RaceRates,
): RaceRegret {
  const best = bestOf(rates);
  const bought = arms.map(({ noteId, impressions }) => ({ impressions, drawn: ratesOf(rates, noteId) }));
  const all = bought.reduce((sum, { impressions }) => sum + impressions, 0);
  const own = best.map((_, at) =>
    bought.reduce((sum, { impressions, drawn }) => sum + impressions * (drawn[at] as number), 0),
  );
  const equal = best.map((_, at) =>
    bought.reduce((sum, { drawn }) => sum + ((drawn[at] as number) * all) / bought.length, 0),
  );
  return {
    belowBest: intervalOfDraws(best.map((rate, at) => rate * all - (own[at] as number))),
    aboveEqual: intervalOfDraws(own.map((brought, at) => brought - (equal[at] as number))),
    bestWouldBring: intervalOfDraws(best.map((rate) => rate * all)).mid,
  };
}

function ratesOf(rates: RaceRates, noteId: string): Float64Array {
  const drawn = rates.get(noteId);
  if (!drawn) throw new RangeError(`No rates were drawn for note ${noteId}`);
  return drawn;
}
