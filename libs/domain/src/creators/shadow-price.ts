import { nothing } from './fill-portfolio';
import { leavers } from './improve-portfolio';
import { nextBoost } from './portfolio-boosts';
import type { PortfolioSelection } from './portfolio-selection';

/** What a little more money would bring. */
export interface ShadowPrice {
  /** net target readers for every further 1,000 yuan, at the rate of the best next move */
  readersPerThousandYuan: number;
  /** the money that this move needs beyond what is left */
  furtherCents: number;
  move:
    | { kind: 'add'; creatorId: string }
    | { kind: 'swap'; leavingId: string; creatorId: string }
    | { kind: 'boost'; creatorId: string };
}

const thousandYuanInCents = 100_000;

/**
 * The move with the most readers for its money that the budget forbids and nothing else does: a further creator, a dearer one in
 * place of another, or a boost step. Null when money is not what binds.
 */
export function shadowPrice(selection: PortfolioSelection, more: Float64Array): ShadowPrice | null {
  const { problem } = selection;
  const { field, share } = problem;
  const boosts = selection.boosts();
  const leftCents = selection.leftCents - boosts.cents;
  let best: ShadowPrice | null = null;
  const offer = (readers: number, cents: number, move: ShadowPrice['move']): void => {
    const rate = (readers / cents) * thousandYuanInCents;
    if (!(readers > nothing && cents > leftCents && rate > (best?.readersPerThousandYuan ?? 0))) return;
    best = { readersPerThousandYuan: rate, furtherCents: cents - leftCents, move };
  };
  const idOf = (one: number): string => problem.candidates[one]?.creatorId ?? '';
  const allowed = (coming: number, leaving?: number): boolean =>
    problem.hasPlace(coming) &&
    !selection.taken.has(coming) &&
    [null, 'budget'].includes(selection.limitBroken(coming, leaving)) &&
    selection.mixViolationAfter(coming, leaving) === 0;

  problem.prices.forEach((price, coming) => {
    if (allowed(coming))
      offer((field.gains[coming] as number) / share, price, { kind: 'add', creatorId: idOf(coming) });
  });
  for (const leaving of leavers(selection)) {
    field.freedBy(leaving, more);
    const loss = field.lossOf(leaving);
    problem.prices.forEach((price, coming) => {
      const cents = price - problem.priceOf(leaving);
      const readers = ((field.gains[coming] as number) + (more[coming] as number) - loss) / share;
      if (cents <= leftCents || readers <= 0 || !allowed(coming, leaving)) return;
      offer(readers, cents, { kind: 'swap', leavingId: idOf(leaving), creatorId: idOf(coming) });
    });
  }
  const boosted = problem.withLift.filter((one) => selection.taken.has(one));
  const boost = nextBoost(problem, boosted, boosts.steps, Infinity);
  const allowedCents = selection.boostCentsMax - boosts.cents;
  if (boost && boost.step.cents <= allowedCents)
    offer(boost.step.readers, boost.step.cents, { kind: 'boost', creatorId: idOf(boost.candidate) });
  return best;
}
